"""Reminding those from whom something is awaited: who they are, in which files the reminders go; nothing is sent."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from textual.app import ComposeResult
from textual.widgets import Static

from negotiator.domain.audience import Audience
from negotiator.domain.chasing import TONES, Reminder
from negotiator.i18n import _
from negotiator.services import chasing
from negotiator.services.contacts import list_contacts
from negotiator.services.reminder_files import write_reminders
from negotiator.tui.text import fitted, lines, marked, plain, shown_safely
from negotiator.tui.widgets.form import Field, Form
from negotiator.workspace import Workspace


class ChaseForm(Form):
    """Whom to remind today, and where the reminders are written to."""

    def __init__(
        self, workspace: Workspace, found: Sequence[Reminder], kept: dict[str, str], audience: Audience
    ) -> None:
        fields = (
            Field("output", _("write to"), hint=_("a file .csv or .md, or a folder for e-mails"), needed=True),
            Field("language", _("language"), hint=_("of all; otherwise that of each"), choices=("en", "zh")),
        )
        super().__init__(_("Remind today"), fields, self._chase, kept=kept)
        self._workspace = workspace
        self._found = found
        self._audience = audience

    def compose_more(self) -> ComposeResult:
        """Show whom."""
        known = list_contacts(self._workspace, self._audience)
        addresses = {code: ", ".join(contact.email for contact in each) for code, each in known.items()}
        rows = [
            marked(
                (fitted(each.input.code, 7) + " ", "dim"),
                (fitted(each.input.stakeholder, 12) + " ", "bold"),
                (fitted(f"{each.days:+d}", 5, right=True) + "  ", ""),
                (fitted(_(TONES[each.tone]), 16) + " ", "dim"),
                (fitted(addresses.get(each.input.stakeholder, _("no address")), 20) + " ", "dim"),
                shown_safely(each.input.title),
            )
            for each in self._found
        ]
        without = chasing.without_address(self._workspace, self._found, self._audience)
        if without:
            rows.append(plain(_("No address is known of {codes}.", codes=", ".join(without)), "$text-warning"))
        yield Static(lines(rows), classes="preview")

    def _chase(self, filled: Mapping[str, str]) -> None:
        made = chasing.written(self._workspace, self._found, filled["language"], self._audience)
        write_reminders(made, Path(filled["output"]).expanduser())
        chasing.record(self._workspace, self._found)
