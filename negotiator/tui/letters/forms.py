"""What is asked before something is done to a letter; what was read in its file stands there already."""

from collections.abc import Mapping
from pathlib import Path

from textual.app import ComposeResult
from textual.widgets import Static

from negotiator.domain.audience import Audience
from negotiator.domain.letters import Letter, LetterKind
from negotiator.errors import WrongUsage
from negotiator.i18n import _
from negotiator.services.letters import LetterPlan, Said, add_letter, edit_letter
from negotiator.tui.letters.rows import sized
from negotiator.tui.text import lines, plain
from negotiator.tui.widgets.form import Field, Form, parted
from negotiator.workspace import Workspace

MOST_LINES = 40
"""How many lines of the words are shown before a letter is stored."""


def which_file() -> tuple[Field, ...]:
    """Ask which file a letter is in."""
    return (Field("file", _("file"), hint=_("an e-mail (.eml, .msg), a Word or PDF file, or any other"), needed=True),)


def path_in(filled: Mapping[str, str]) -> Path:
    """Return the file that was named."""
    return Path(filled["file"]).expanduser()


def fields_of(each: LetterPlan | Letter) -> tuple[Field, ...]:
    """Ask what a letter is, with what is known of it."""
    dated = each.dated.isoformat() if each.dated else ""
    return (
        Field("title", _("subject"), each.title, needed=True),
        Field("dated", _("date"), dated, hint=_("the day it bears, such as 2018-02-05"), needed=True),
        Field("sender", _("from"), each.sender),
        Field("to", _("addressed to"), each.to),
        Field("symbol", _("symbol"), each.symbol),
        Field("kind", _("kind"), each.kind.value, hint=", ".join(LetterKind), choices=tuple(LetterKind), needed=True),
        Field("language", _("language"), each.language),
        Field("visibility", _("audience"), each.visibility.value, hint=", ".join(Audience), choices=tuple(Audience)),
        Field("note", _("note"), each.note if isinstance(each, Letter) else ""),
    )


def said_in(filled: Mapping[str, str], known: LetterPlan | Letter) -> Said:
    """Return what stands in the fields; an audience nobody touched goes by the kind that was chosen."""
    audience = filled["visibility"]
    if audience and audience not in list(Audience):
        raise WrongUsage(_("“{word}” is no audience; write one of {words}.", word=audience, words=", ".join(Audience)))
    untouched = isinstance(known, LetterPlan) and audience == known.visibility.value
    return Said(
        kind=filled["kind"],
        title=filled["title"],
        dated=filled["dated"],
        sender=filled["sender"],
        to=filled["to"],
        symbol=filled["symbol"],
        language=filled["language"],
        visibility=None if untouched or not audience else audience,
        note=filled["note"],
    )


class RegisterLetterForm(Form):
    """A form with the letter as it was read under it."""

    def __init__(self, workspace: Workspace, path: Path, plan: LetterPlan) -> None:
        links = Field("links", _("for"), hint=_("sessions, drafts and inputs it belongs to, such as R3, rev1, I-004"))
        super().__init__(_("Register {file}", file=path.name), (*fields_of(plan), links), self._register)
        self.registered = ""
        """The code of the letter, once it is stored."""
        self._workspace = workspace
        self._path = path
        self._plan = plan

    def compose_more(self) -> ComposeResult:
        """Show what would be stored."""
        plan = self._plan
        rows = [plain(f"{each.file.name}  {sized(each.file.size)}", "bold") for each in plan.found.files]
        rows += [plain(sentence, "$text-warning") for sentence in plan.found.told]
        words = [line for each in plan.found.files for line in each.words.splitlines() if line.strip()]
        rows += [plain(""), *(plain(line) for line in words[:MOST_LINES])]
        if len(words) > MOST_LINES:
            rows.append(plain(_("… and {n} more", n=len(words) - MOST_LINES), "$text-muted"))
        yield Static(lines(rows), classes="preview")

    def _register(self, filled: Mapping[str, str]) -> None:
        said = said_in(filled, self._plan)
        kept = add_letter(self._workspace, said, [self._path], parted(filled["links"]))
        self.registered = kept.letter.code


def edited(workspace: Workspace, each: Letter, filled: Mapping[str, str]) -> tuple[str, str]:
    """Change what is said of a letter."""
    edit_letter(workspace, each.code, said_in(filled, each))
    return each.code, _("{letter} is changed", letter=each.code)
