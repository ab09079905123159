"""Registering a file that was put into the workspace's drafts: what would be stored is shown before it is."""

from collections.abc import Mapping
from pathlib import Path

from textual.app import ComposeResult
from textual.widgets import Static

from negotiator.documents.reading.names import GUESSED
from negotiator.errors import NegotiatorError
from negotiator.i18n import _
from negotiator.services.draft_acts import add_draft
from negotiator.services.draft_plans import DraftPlan, Said, plan_draft
from negotiator.tui.drafts.preview import counted, doubtful, outline
from negotiator.tui.text import lines, plain
from negotiator.tui.widgets.form import Field, Form
from negotiator.workspace import Workspace


def fields_of(plan: DraftPlan) -> tuple[Field, ...]:
    """Ask what the draft is called and when it was released; what was guessed stands there already."""
    common = (
        Field("code", _("code"), plan.draft.code, needed=True),
        Field("language", _("language"), plan.language, choices=("en", "zh", "fr", "es", "ru", "ar"), needed=True),
    )
    if not plan.new:
        return common
    return (
        *common,
        Field("name", _("name"), plan.draft.name, needed=True),
        Field("released", _("released"), plan.draft.released.isoformat(), needed=True),
        Field("based_on", _("based on"), ", ".join(plan.draft.based_on)),
    )


def said_in(filled: Mapping[str, str], plan: DraftPlan) -> Said:
    """Return what a person said otherwise than it was guessed."""
    guessed = {field.key: field.value for field in fields_of(plan)}
    other = {key: value for key, value in filled.items() if value != guessed[key]}
    based_on = None
    if "based_on" in other:
        based_on = [each.strip() for each in other["based_on"].replace("，", ",").split(",") if each.strip()]
    return Said(
        code=other.get("code"),
        language=other.get("language"),
        name=other.get("name"),
        released=other.get("released"),
        based_on=based_on,
    )


class RegisterForm(Form):
    """A form with the file as it was read under it."""

    def __init__(self, workspace: Workspace, path: Path, plan: DraftPlan, kept: dict[str, str]) -> None:
        self.registered = ""
        """The address of the text, once it is stored."""
        super().__init__(_("Register {file}", file=path.name), fields_of(plan), self._register, kept=kept)
        self._workspace = workspace
        self._path = path
        self._plan = plan

    def compose_more(self) -> ComposeResult:
        """Show what would be stored."""
        plan = self._plan
        guessed = ", ".join(_(GUESSED[each]) for each in plan.guessed if each in GUESSED)
        rows = [
            counted(plan.reading),
            *([plain(_("guessed, please look: {what}", what=guessed), "$text-warning")] if guessed else []),
            *doubtful(plan.reading, plan.document.notes),
            plain(""),
            *outline(plan.reading.provisions, 68, most=60),
        ]
        yield Static(lines(rows), classes="preview")

    def _register(self, filled: Mapping[str, str]) -> None:
        plan = plan_draft(self._workspace, self._path, said_in(filled, self._plan))
        self.registered = add_draft(self._workspace, plan).address


def planned(workspace: Workspace, path: Path) -> tuple[DraftPlan | None, str]:
    """Plan how a file would be registered; where it cannot be, return why."""
    try:
        return plan_draft(workspace, path), ""
    except NegotiatorError as trouble:
        return None, trouble.message
