"""One provision through all drafts, and what was said and proposed on it, by the number that it had then."""

from dataclasses import dataclass, replace

from negotiator.comparing.compare import compare
from negotiator.comparing.comparison import Comparison
from negotiator.domain.draft import Draft, ancestors
from negotiator.domain.entry import Entry
from negotiator.domain.proposal import Proposal
from negotiator.services.drafts import draft_side, list_drafts, text_for_screen
from negotiator.services.inputs import list_inputs
from negotiator.services.processes import list_sessions
from negotiator.services.proposal_lists import list_proposals
from negotiator.services.terms import load_terms
from negotiator.storage.entries import entries_on
from negotiator.text.provision import Provision
from negotiator.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Stop:
    """A provision in one of the drafts through which it went."""

    address: str
    """The draft's address."""
    provision: Provision
    """The provision in it."""
    became: str
    """How it came from the draft before: `same`, `edited`, `moved` ...; empty where it began."""
    entries: tuple[Entry, ...] = ()
    """What was said on it while that draft was on screen."""
    proposals: tuple[Proposal, ...] = ()
    """What was proposed on it there."""
    inputs: tuple[str, ...] = ()
    """Codes of the inputs that are about it as it stood there."""


def stops(workspace: Workspace, address: str, label: str) -> tuple[Stop, ...]:
    """Follow a provision through the drafts, the oldest first; where it split, the first part is followed.

    Raises `NotFound` where the text has no such provision.
    """
    text = text_for_screen(workspace, address)
    here = text.require(label)
    code, _slash, language = text.address.partition("/")
    drafts = {each.code: each for each in list_drafts(workspace)}
    back, became = _back(workspace, drafts, code, language, here)
    return (*back, Stop(text.address, here, became), *_on(workspace, drafts, code, language, here))


def discussed(workspace: Workspace, address: str, label: str) -> tuple[Stop, ...]:
    """Follow a provision through the drafts with the entries and proposals on it, by the number it had then."""
    found = stops(workspace, address, label)
    proposals, inputs = list_proposals(workspace), list_inputs(workspace)
    sessions = [each.code for each in list_sessions(workspace)]
    told = []
    with workspace.reading() as db:
        for stop in found:
            path = stop.provision.path
            said = [
                entry for code in sessions for entry in entries_on(db, code, path, workspace.as_of) if entry.on(path)
            ]
            said.sort(key=lambda each: each.said.utc)
            told.append(
                replace(
                    stop,
                    entries=tuple(each for each in said if each.draft == stop.address),
                    proposals=tuple(each for each in proposals if (each.draft, each.path) == (stop.address, path)),
                    inputs=tuple(each.code for each in inputs if f"{stop.address}:{path}" in each.topics),
                )
            )
    return tuple(told)


def _has(draft: Draft, language: str) -> bool:
    return draft.text(language or None) is not None


def _address(draft: Draft, language: str) -> str:
    text = draft.text(language or None)
    assert text is not None
    return text.address


def _compared(workspace: Workspace, old: str, new: str) -> Comparison:
    side = draft_side(workspace, new)
    return compare(draft_side(workspace, old), side, load_terms(side.language))


def _back(
    workspace: Workspace, drafts: dict[str, Draft], code: str, language: str, here: Provision
) -> tuple[list[Stop], str]:
    """Return where it stood before, the oldest first, and how it came to be what it is here."""
    # A draft that was not made in this language is passed over: what it was made of may have been.
    parent = next(
        (
            drafts[each]
            for each in ancestors(code, list(drafts.values()))
            if each in drafts and _has(drafts[each], language)
        ),
        None,
    )
    if parent is None:
        return [], ""
    old, new = _address(parent, language), _address(drafts[code], language)
    for change in _compared(workspace, old, new).changes:
        if change.old and any(each.path == here.path for each in change.new):
            before, came = _back(workspace, drafts, parent.code, language, change.old[0])
            how = "moved" if change.moved else change.kind.value
            return [*before, Stop(old, change.old[0], came)], how
    return [], "inserted"


def _on(workspace: Workspace, drafts: dict[str, Draft], code: str, language: str, here: Provision) -> list[Stop]:
    """Return where it went, the next one first."""
    known = list(drafts.values())
    child = next((each for each in known if code in ancestors(each.code, known) and _has(each, language)), None)
    if child is None:
        return []
    old, new = _address(drafts[code], language), _address(child, language)
    for change in _compared(workspace, old, new).changes:
        if change.new and any(each.path == here.path for each in change.old):
            how = "moved" if change.moved else change.kind.value
            return [Stop(new, change.new[0], how), *_on(workspace, drafts, child.code, language, change.new[0])]
    return []
