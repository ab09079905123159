"""Coverage the other way: of each input, session or paragraph, which topics it touches, and where nothing is said."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from negotiator.domain.audience import Audience
from negotiator.domain.input_life import ARRIVED
from negotiator.domain.session import SIDE_TRACKS, SessionState
from negotiator.services.input_filter import Filter
from negotiator.services.inputs import list_inputs
from negotiator.services.processes import get_process, list_sessions
from negotiator.services.topics import Topic, topics_of
from negotiator.storage import topic_tags as tag_rows
from negotiator.workspace import Workspace


class By(StrEnum):
    """What the list goes through."""

    INPUT = "input"
    SESSION = "session"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Touching:
    """An input, a session or a paragraph, and what it is about."""

    code: str
    """What people call it."""
    title: str
    """Its name, or its first words."""
    topics: tuple[str, ...]
    """Codes of the topics it is tagged with; a paragraph has those of its heading too."""
    through: tuple[str, ...]
    """Codes of the topics these go into, by a mapping of ours."""

    @property
    def gap(self) -> bool:
        """Say whether it is tagged with none."""
        return not self.topics


def touching(
    workspace: Workspace, by: By, kind: str | None = None, audience: Audience = Audience.PRIVATE
) -> tuple[Touching, ...]:
    """Return what came in, the sessions held, or the paragraphs of the latest text, each with its topics of a kind.

    Of what came in only that which the audience may see. Raises `NotFound` for paragraphs where there is no draft yet.
    """
    known = topics_of(get_process(workspace).code)
    names = {each.code.casefold(): each for each in known}
    others = {By.SESSION: _sessions, By.PARAGRAPH: _paragraphs}
    found = _inputs(workspace, audience) if by is By.INPUT else others[by](workspace)
    return tuple(_touching(code, title, tags, names, kind) for code, title, tags in found)


Tags = tuple[str, str, list[str]]
"""What people call something, its name, and the topics it is tagged with."""


def _touching(code: str, title: str, tags: list[str], names: dict[str, Topic], kind: str | None) -> Touching:
    topics = [names[tag.casefold()] for tag in dict.fromkeys(tags) if tag.casefold() in names]
    wanted = tuple(each.code for each in topics if kind is None or each.kind == kind)
    through = dict.fromkeys(
        other for each in topics for other in each.leads_to if kind is None or names[other.casefold()].kind == kind
    )
    return Touching(code, title, wanted, tuple(each for each in through if each not in wanted))


def _inputs(workspace: Workspace, audience: Audience) -> Iterator[Tags]:
    for each in list_inputs(workspace, Filter(audience=audience)):
        if each.state in ARRIVED:
            yield each.code, each.title, list(each.topics)


def _sessions(workspace: Workspace) -> Iterator[Tags]:
    now = workspace.now()
    held = [
        each
        for each in list_sessions(workspace)
        if each.state(now) is not SessionState.COMING and each.kind not in SIDE_TRACKS
    ]
    days = {each.code: each.window.last if each.window else None for each in held}
    tagged: dict[str, list[str]] = {}
    with workspace.reading() as db:
        for tag in tag_rows.session_tags(db, days):
            tagged.setdefault(tag.code, []).append(tag.topic)
    for each in held:
        yield each.code, each.title.said, tagged.get(each.code, [])


def _paragraphs(workspace: Workspace) -> Iterator[Tags]:
    from negotiator.services.drafts import text_for_screen
    from negotiator.text.provision import Kind

    text = text_for_screen(workspace)
    with workspace.reading() as db:
        tagged = tag_rows.tags_by_path(db, text.text_id)
    for each in text.provisions:
        if each.kind is Kind.PARAGRAPH:
            above = (topics for path, topics in tagged.items() if each.path == path or each.path.startswith(f"{path}/"))
            yield f"{text.address} ¶{each.label or each.path}", each.text, [tag for topics in above for tag in topics]
