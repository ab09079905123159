"""The panels of a session: which of them, and what is known of it."""

from collections.abc import Mapping, Sequence

from negotiator.domain.session import Panel, Session
from negotiator.i18n import _
from negotiator.services.panels import note_panel
from negotiator.tui.widgets.form import Field
from negotiator.tui.widgets.picker import Choice
from negotiator.workspace import Workspace


def panels(session: Session) -> tuple[Choice, ...]:
    """Offer the panels of a session and the one that may come after them."""
    after = max((panel.number for panel in session.panels), default=0) + 1
    return (
        *(Choice(str(each.number), _panel(each.number), each.title.said) for each in session.panels),
        Choice(str(after), _panel(after), _("not noted yet")),
    )


def _panel(number: int) -> str:
    return _("panel {number}", number=number)


def fields(panel: Panel | None, delegations: Sequence[str]) -> tuple[Field, ...]:
    """Ask what is known of a panel; what stands there already is shown."""
    spoke = panel.composition if panel else None
    codes = _("codes or names, with commas between them")
    return (
        Field("title", _("theme"), panel.title.en if panel else "", hint=_("in English")),
        Field("title_zh", _("theme"), panel.title.zh if panel else "", hint=_("in Chinese")),
        Field("moderators", _("moderated by"), _joined(panel.moderators if panel else ()), codes, delegations),
        Field("origin", _("origin"), _joined(spoke.origin if spoke else ()), _("its members from such countries")),
        Field("transit", _("transit"), _joined(spoke.transit if spoke else ())),
        Field("destination", _("destination"), _joined(spoke.destination if spoke else ())),
    )


def _joined(codes: Sequence[str]) -> str:
    return ", ".join(codes)


def note(workspace: Workspace, session: Session, number: int, shown: Sequence[Field], filled: Mapping[str, str]) -> str:
    """Store what was changed of what the form showed; returns what is told.

    What was left alone is not written again: somebody else may have noted it anew in the meantime.
    """
    changed = {each.key: filled[each.key] for each in shown if filled[each.key] != each.value}
    lists = {key: [changed[key]] for key in ("moderators", "origin", "transit", "destination") if key in changed}
    panel, _act = note_panel(
        workspace, session.code, number, title=changed.get("title"), title_zh=changed.get("title_zh"), **lists
    )
    return _("panel {number} of {session} is noted", number=panel.number, session=session.code)
