"""What a process is about: its topics as data, and which of them were touched by what came in."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from negotiator.domain.audience import Audience
from negotiator.domain.input_life import ARRIVED
from negotiator.domain.inputs import Input
from negotiator.domain.table import Table
from negotiator.domain.title import Title
from negotiator.i18n import N_
from negotiator.resources import shipped
from negotiator.services.input_filter import Filter
from negotiator.services.inputs import list_inputs
from negotiator.services.processes import get_process, list_sessions
from negotiator.services.shipped import close_register, open_register, title_of
from negotiator.storage import topic_tags as tag_rows
from negotiator.workspace import Workspace

KINDS = {
    "element": N_("element"),
    "cluster": N_("cluster"),
    "objective": N_("objective"),
    "area": N_("area"),
    "lens": N_("lens"),
    "part": N_("part of the text"),
}
"""What people read for each kind of topic."""


@dataclass(frozen=True, slots=True)
class Topic:
    """Something that inputs and texts can be about."""

    code: str
    """Short name, such as `annex-ii-k`."""
    kind: str
    """What sort of topic it is."""
    title: Title
    """Its name."""
    leads_to: tuple[str, ...]
    """Topics of other kinds into which it goes, by a mapping of ours."""
    session: str
    """The session that was held on it; may be empty."""


@dataclass(frozen=True, slots=True)
class Covered:
    """One topic, and what touches it."""

    topic: Topic
    """The topic."""
    inputs: tuple[str, ...]
    """Codes of the inputs that are tagged with it."""
    through: tuple[str, ...]
    """Codes of the inputs tagged with a topic that goes into it, or into which it goes."""
    related: tuple[str, ...]
    """Codes of those topics, both ways."""
    sessions: tuple[str, ...] = ()
    """Codes of the sessions that are tagged with it."""
    provisions: tuple[str, ...] = ()
    """The provisions that are tagged with it, such as `rev1 ¶7`."""

    @property
    def gap(self) -> bool:
        """Say whether nothing touches it, directly or through a topic that it belongs with."""
        return not (self.inputs or self.through or self.sessions or self.provisions)


@cache
def topics_of(process: str) -> tuple[Topic, ...]:
    """Return the topics of a process by its code; those of the refugee compact serve its follow-up too."""
    stem = next((name for name in (process, process.partition("-")[0]) if _file(name)), None)
    if stem is None:
        return ()
    file = open_register("topics", f"{stem}.toml")
    found = tuple(_topic(row) for row in file.rows("topics"))
    close_register(file, f"{stem}.toml")
    return found


def _file(name: str) -> bool:
    return shipped("data", "topics", f"{name}.toml").is_file()


def _topic(row: Table) -> Topic:
    topic = Topic(row.text("code"), row.text("kind"), title_of(row), row.texts("leads_to"), row.text("session", ""))
    row.close()
    return topic


def coverage(
    workspace: Workspace, kind: str | None = None, audience: Audience = Audience.PRIVATE
) -> tuple[Covered, ...]:
    """Return every topic of the process, or those of one kind, with the inputs that touch it at the clock's moment.

    Inputs that the audience may not see touch nothing.
    """
    topics = topics_of(get_process(workspace).code)
    tagged = _tagged(list_inputs(workspace, Filter(audience=audience)))
    sessions, provisions = _others(workspace)
    into: dict[str, list[str]] = {each.code: list(each.leads_to) for each in topics}
    for each in topics:
        for code in each.leads_to:
            into.setdefault(code, []).append(each.code)
    found = []
    for each in topics:
        if kind is None or each.kind == kind:
            inputs = tagged.get(each.code.casefold(), [])
            through = [code for other in into[each.code] for code in tagged.get(other.casefold(), [])]
            rest = tuple(code for code in dict.fromkeys(through) if code not in inputs)
            found.append(
                Covered(
                    each,
                    tuple(inputs),
                    rest,
                    tuple(into[each.code]),
                    tuple(sessions.get(each.code.casefold(), ())),
                    tuple(provisions.get(each.code.casefold(), ())),
                )
            )
    return tuple(found)


def _tagged(inputs: Iterable[Input]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for each in inputs:
        if each.state in ARRIVED:
            for topic in each.topics:
                found.setdefault(topic.casefold(), []).append(each.code)
    return found


def _others(workspace: Workspace) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Return the sessions held and the provisions released by the clock's moment, by what they are about."""
    day = workspace.now().date
    days = {each.code: each.window.last if each.window else None for each in list_sessions(workspace)}
    with workspace.reading() as db:
        tagged = [*tag_rows.session_tags(db, days), *tag_rows.provision_tags(db)]
    sessions: dict[str, list[str]] = {}
    provisions: dict[str, list[str]] = {}
    for each in tagged:
        if each.on is not None and each.on <= day:
            (sessions if each.of_session else provisions).setdefault(each.topic.casefold(), []).append(each.code)
    return sessions, provisions
