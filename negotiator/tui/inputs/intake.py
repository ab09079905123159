"""Taking in files and e-mails: which ones, then what each would become, and only then the act."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from negotiator.errors import NotFound, Refused, WrongUsage
from negotiator.i18n import _, n_
from negotiator.services.inputs import get_kind
from negotiator.services.intake import Suggestion, TakenIn, plan_intake, store_intake
from negotiator.services.stakeholders import find_stakeholder
from negotiator.tui.text import fitted, lines, marked, plain, shown_safely
from negotiator.tui.widgets.form import Field, Form, parted
from negotiator.workspace import Workspace

MOST_ROWS = 200
"""How many files are shown; the others are counted."""


def fields() -> tuple[Field, ...]:
    """Ask which files, and what holds for all of them."""
    return (
        Field("file", _("file"), hint=_("an e-mail, a document, or a folder of them"), needed=True),
        Field("sender", _("from"), hint=_("who sent all of them, if that is known")),
        Field("kind", _("kind"), hint=_("what all of them are, such as WS")),
        Field("session", _("session"), hint=_("the session all of them belong to")),
    )


def planned(workspace: Workspace, filled: Mapping[str, str]) -> tuple[Suggestion, ...]:
    """Say what each of the files named would become."""
    said = {name: filled[name].strip() or None for name in ("sender", "kind", "session")}
    return plan_intake(
        workspace,
        Path(filled["file"]).expanduser(),
        sender=said["sender"],
        kind=said["kind"],
        session=said["session"],
    )


@dataclass(frozen=True, slots=True)
class _Said:
    """What a person says of one file."""

    sender: str | None = None
    kind: str | None = None


class IntakeForm(Form):
    """What every file would become; doubtful ones are settled or left out, and the others are stored in one act."""

    def __init__(self, workspace: Workspace, suggestions: tuple[Suggestion, ...]) -> None:
        asked = (
            Field("said", _("it is"), hint=_("sender and kind of a file, such as 2=DEL-A WS, 5=FRA")),
            Field("leave", _("leave out"), hint=_("files that are not stored, such as 3, 4, or doubtful")),
        )
        count = n_("{n} file", "{n} files", len(suggestions))
        super().__init__(_("Take in {files}", files=count), asked, self._store)
        self.taken: TakenIn | None = None
        """What was stored."""
        self._workspace = workspace
        self._suggestions = suggestions

    def compose_more(self) -> ComposeResult:
        """Show what each would become, with what is doubtful about it."""
        yield Static(preview(self._suggestions), classes="preview")

    def _store(self, filled: Mapping[str, str]) -> None:
        said = _said(self._workspace, filled["said"])
        words = parted(filled["leave"])
        if any(word not in ("doubtful", _("doubtful")) and not word.isdecimal() for word in words):
            raise WrongUsage(_("Write the numbers of files, or doubtful."))
        left = {int(word) for word in words if word.isdecimal()}
        wrong = (left | said.keys()) - set(range(1, len(self._suggestions) + 1))
        if wrong:
            raise NotFound(_("There is no file {number} here.", number=min(wrong)))
        settled = [
            self._settled(each, said.get(number))
            for number, each in enumerate(self._suggestions, 1)
            if number not in left
        ]
        if not all(word.isdecimal() for word in words):
            settled = [each for each in settled if not each.doubts]
        doubtful = next((each for each in settled if each.doubts), None)
        if doubtful is not None:
            raise Refused(f"{doubtful.path.name}: {doubtful.doubts[0]}")
        self.taken = store_intake(self._workspace, settled)

    def _settled(self, each: Suggestion, said: _Said | None) -> Suggestion:
        if said is None:
            return each
        kind = said.kind or each.kind or None
        return plan_intake(self._workspace, each.path, sender=said.sender, kind=kind, session=each.session or None)[0]


def _said(workspace: Workspace, text: str) -> dict[int, _Said]:
    found = {}
    for each in parted(text):
        number, sign, words = each.partition("=")
        sender, _space, kind = words.strip().partition(" ")
        if not (sign and number.strip().isdecimal() and sender):
            raise WrongUsage(_("Write each as a number, a sender and a kind, such as 2=DEL-A WS."))
        code = find_stakeholder(workspace, sender).code
        found[int(number)] = _Said(code, get_kind(kind.strip()).code if kind.strip() else None)
    return found


def preview(suggestions: tuple[Suggestion, ...]) -> Content:
    """Write how many are clear, then each file with what it would become and what is doubtful about it."""
    clear = sum(not each.doubts for each in suggestions)
    rows = [plain(_("{clear} of {n} are clear", clear=clear, n=len(suggestions)), "bold")]
    for number, each in list(enumerate(suggestions, 1))[:MOST_ROWS]:
        rows += _rows(number, each)
    if len(suggestions) > MOST_ROWS:
        rows.append(plain(_("… and {n} more", n=len(suggestions) - MOST_ROWS), "$text-muted"))
    return lines(rows)


def _rows(number: int, each: Suggestion) -> list[Content]:
    answers = _("answers {input}", input=each.answers) if each.answers else ""
    about = f"¶{', '.join(each.paragraphs)}" if each.paragraphs else ""
    more = " · ".join(part for part in (each.session, about, answers) if part)
    head = marked(
        (fitted(str(number), 4, right=True) + "  ", "dim"),
        (fitted(each.sender.code or ", ".join(each.sender.codes) or "?", 13) + " ", "bold"),
        (fitted(each.kind or "?", 5) + " ", ""),
        shown_safely(each.title),
        (f"  {more}" if more else "", "dim"),
    )
    return [head, *(plain(f"      {doubt}", "$text-warning") for doubt in each.doubts)]
