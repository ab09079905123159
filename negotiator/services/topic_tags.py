"""Saying what a session or a provision is about."""

from collections.abc import Callable, Mapping, Sequence

from negotiator.domain.names import folded
from negotiator.errors import NotFound, Refused, WrongUsage
from negotiator.i18n import N_, _
from negotiator.services.drafts import text_for_screen
from negotiator.services.processes import get_process, get_session
from negotiator.services.topics import topics_of
from negotiator.storage import calendar
from negotiator.storage import topic_tags as rows
from negotiator.storage.events import Act
from negotiator.workspace import Workspace


def tag_session(workspace: Workspace, code: str, topics: Sequence[str], *, remove: bool = False) -> tuple[str, str]:
    """Say what a session is about, or take topics away; returns its code and the act.

    Raises `NotFound` for a topic that the process does not have, with those that are near.
    """
    session, wanted = get_session(workspace, code), known_topics(workspace, topics)
    with workspace.acting(N_("tag {session}"), session=session.code) as act:
        identifier = calendar.session_id(act.db, session.code)
        assert identifier is not None
        held = rows.tags_of_session(act.db, identifier)
        _change(act, session.code, held, wanted, remove, lambda topic: rows.add_session_tag(act, identifier, topic))
        return session.code, act.id


def tag_provision(
    workspace: Workspace, address: str, label: str, topics: Sequence[str], *, remove: bool = False
) -> tuple[str, str]:
    """Say what a provision of a draft is about, or take topics away; returns what people call it and the act.

    A heading stands for what is under it. Raises `NotFound` where the text has no such provision.
    """
    text, wanted = text_for_screen(workspace, address), known_topics(workspace, topics)
    provision = text.require(label)
    told = f"{text.address} ¶{provision.label or provision.path}"
    with workspace.acting(N_("tag {provision}"), provision=told) as act:
        held = rows.tags_of_provision(act.db, text.text_id, provision.path)
        _change(
            act,
            told,
            held,
            wanted,
            remove,
            lambda topic: rows.add_provision_tag(act, text.text_id, provision.path, provision.label, topic),
        )
        return told, act.id


def known_topics(workspace: Workspace, topics: Sequence[str]) -> tuple[str, ...]:
    """Return topics by the codes of the process; raises `NotFound` for others, `WrongUsage` where there are none."""
    known = {each.code.casefold(): each for each in topics_of(get_process(workspace).code)}
    found = []
    for word in (each.strip() for each in topics if each.strip()):
        if word.casefold() not in known:
            near = [
                code.code
                for code in known.values()
                if folded(word) in folded(f"{code.code} {code.title.en} {code.title.zh}")
            ]
            choices = ", ".join(near[:6]) or _("“report coverage” lists them")
            raise NotFound(_("There is no topic {topic}: {choices}.", topic=word, choices=choices))
        found.append(known[word.casefold()].code)
    if not found:
        raise WrongUsage(_("Name at least one topic."))
    return tuple(dict.fromkeys(found))


def _change(
    act: Act, what: str, held: Mapping[str, str], wanted: Sequence[str], remove: bool, add: Callable[[str], None]
) -> None:
    changed = [topic for topic in wanted if (topic in held) is remove]
    if not changed:
        raise Refused(
            _("{input} is not tagged so.", input=what) if remove else _("{input} is tagged so already.", input=what)
        )
    for topic in changed:
        if remove:
            rows.remove_tag(act, held[topic])
        else:
            add(topic)
