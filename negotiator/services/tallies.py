"""Who holds what on a paragraph, over the log of a session."""

from dataclasses import dataclass

from negotiator.domain.entry import Entry, Place
from negotiator.domain.entry_labels import house_form
from negotiator.domain.tally import Count, tally
from negotiator.errors import NotFound
from negotiator.i18n import _
from negotiator.services.sessions import session_row
from negotiator.services.speakers import Roll, call_roll
from negotiator.services.text_on_screen import TextOnScreen, text_on_screen
from negotiator.storage.entries import entries_on, paths_spoken_on
from negotiator.storage.rows import text
from negotiator.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ParagraphTally:
    """What was said on one paragraph in a session."""

    label: str
    """The label of the paragraph."""
    path: str
    """Where it stands in the text."""
    counts: tuple[Count, ...]
    """How many hold each position, in the order of the positions."""
    entries: tuple[Entry, ...]
    """The entries on it, in the order in which things were said."""


def tallies(workspace: Workspace, session: str, label: str | None = None) -> tuple[ParagraphTally, ...]:
    """Count each State once on a paragraph, or on every paragraph that was spoken on.

    Raises `NotFound` for a paragraph that the text has not.
    """
    row = session_row(workspace, session)
    code, roll = text(row, "code"), call_roll(workspace)
    screen = text_on_screen(workspace, text(row, "draft"))
    if label is not None:
        place = Place(label, screen.path(label))
        if not place.path:
            raise NotFound(_("The text {text} has no paragraph {label}.", text=screen.address or "–", label=label))
        return (tally_of(workspace, code, place, roll),)
    with workspace.reading() as db:
        spoken_on = paths_spoken_on(db, code, workspace.as_of)
    order = {each.path: each.index for each in screen.provisions}
    places = [Place(_label(each, screen), each.path) for each in spoken_on]
    places.sort(key=lambda place: order.get(place.path, len(order)))
    return tuple(tally_of(workspace, code, place, roll) for place in places)


def tally_of(workspace: Workspace, session: str, place: Place, roll: Roll) -> ParagraphTally:
    """Count on one paragraph, with a roll that is at hand."""
    with workspace.reading() as db:
        entries = entries_on(db, session, place.path, workspace.as_of)
    counts = tally(entries, place.path, roll.is_state)
    return ParagraphTally(place.label, place.path, counts, tuple(each for each in entries if each.on(place.path)))


def _label(place: Place, screen: TextOnScreen) -> str:
    """Return what a paragraph is called: as it was typed, or as the text has it where it lies within a range."""
    if "-" not in place.label and place.label != place.path:
        return place.label
    found = next((each for each in screen.provisions if each.path == place.path), None)
    return house_form(found.label.rstrip(".、: ")) if found else place.label
