"""Whatever touches an entry that somebody else typed is asked about first."""

from collections.abc import Callable

from negotiator.domain.entry import Entry
from negotiator.i18n import _
from negotiator.services.entry_changes import typed_by_another
from negotiator.tui.screen import FeatureScreen
from negotiator.tui.widgets.picker import Choice, Picker

ALL_THE_SAME = "do"


def if_meant(screen: FeatureScreen, entry: Entry, what: str, doing: Callable[[], None]) -> None:
    """Do something to an entry; where somebody else typed it, only after that was said and what is done was chosen."""
    by = typed_by_another(screen.workspace, entry)
    if not by:
        doing()
        return

    def taken(choice: str | None) -> None:
        if choice == ALL_THE_SAME:
            doing()

    title = _("{entry} was typed by {by}", entry=entry.code, by=by)
    ways = (Choice("leave", _("leave it as it is")), Choice(ALL_THE_SAME, what, note=_("ctrl+z undoes it")))
    screen.app.push_screen(Picker(title, ways), taken)
