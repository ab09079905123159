"""Panels of a session: who moderated them, and which countries their members spoke from."""

from collections.abc import Sequence
from dataclasses import replace

from negotiator.domain.process import Certainty
from negotiator.domain.session import Composition, Panel
from negotiator.domain.title import Title
from negotiator.errors import NotFound, WrongUsage
from negotiator.i18n import N_, _
from negotiator.services.processes import get_session
from negotiator.services.speakers import Roll, call_roll
from negotiator.storage.calendar import session_id, set_panel
from negotiator.workspace import Workspace


def note_panel(
    workspace: Workspace,
    session: str,
    number: int,
    *,
    title: str | None = None,
    title_zh: str | None = None,
    moderators: Sequence[str] | None = None,
    origin: Sequence[str] | None = None,
    transit: Sequence[str] | None = None,
    destination: Sequence[str] | None = None,
) -> tuple[Panel, str]:
    """Note a panel, or what else is known of it; what is not given stays as it was, what is empty is taken away.

    Returns it and the act. Raises `NotFound` for a session or delegation that is not known, `WrongUsage` where a
    number would be left out.
    """
    found = get_session(workspace, session)
    roll = call_roll(workspace)
    last = max((panel.number for panel in found.panels), default=0)
    if not 1 <= number <= last + 1:
        raise WrongUsage(_("The next panel of {session} is number {number}.", session=found.code, number=last + 1))
    old = next((panel for panel in found.panels if panel.number == number), None)
    panel = old or Panel(number, Title(""), (), Certainty.HIGH)
    held = panel.composition
    panel = replace(
        panel,
        title=Title(panel.title.en if title is None else title, panel.title.zh if title_zh is None else title_zh),
        moderators=_codes(roll, moderators, panel.moderators),
        composition=Composition(
            _codes(roll, origin, held.origin),
            _codes(roll, transit, held.transit),
            _codes(roll, destination, held.destination),
        ),
    )
    with workspace.acting(N_("note panel {number} of {session}"), number=number, session=found.code) as act:
        identifier = session_id(act.db, found.code)
        if identifier is None:
            raise NotFound(_("There is no session {session}.", session=session))
        set_panel(act, identifier, panel)
    return panel, act.id


def _codes(roll: Roll, names: Sequence[str] | None, held: tuple[str, ...]) -> tuple[str, ...]:
    if names is None:
        return held
    words = [word.strip() for name in names for word in name.replace("，", ",").split(",")]
    return tuple(dict.fromkeys(roll.require(word) for word in words if word))
