"""Drafts: the versions of the text, and the files that wait to be registered."""

from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import DataTable, Static

from negotiator.domain.audience import AUDIENCES
from negotiator.domain.dates import day_in_words
from negotiator.domain.draft import KINDS, STATUSES, Draft, DraftText
from negotiator.errors import NegotiatorError
from negotiator.i18n import N_, _, n_
from negotiator.services.draft_plans import DraftPlan
from negotiator.services.drafts import Loose, draft_notes, draft_reading, list_drafts, unregistered_files
from negotiator.tui.drafts.preview import counted, doubtful, outline
from negotiator.tui.drafts.reading import ReadScreen
from negotiator.tui.drafts.register import RegisterForm, planned
from negotiator.tui.screen import FeatureScreen
from negotiator.tui.seen import mark_of
from negotiator.tui.text import lines, marked, plain
from negotiator.tui.widgets.picker import Choice, Picker
from negotiator.tui.widgets.table import Column, Row, Table


class DraftsScreen(FeatureScreen):
    """Every text that is registered, and every file that could be."""

    MODE = "drafts"
    CSS_PATH = "drafts.tcss"
    AUTO_FOCUS = "#drafts"
    HELP: ClassVar[str | None] = N_(
        "Put a file (.txt, .md, .docx, .html) into the folder drafts of the workspace, and it is listed here; a "
        "registers it. What would be stored is shown first. Enter reads a text, c compares it with "
        "the one it is based on, L opens the letters of the process."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "read", N_("Read"), id="drafts.read", priority=True, tooltip=N_("Read the text in hand")),
        Binding("a", "register", N_("Register"), id="drafts.register", tooltip=N_("Register a file")),
        Binding("c", "compare", N_("Compare"), id="drafts.compare", tooltip=N_("Compare with the text it is based on")),
        Binding("L", "letters", N_("Letters"), key_display="L", id="drafts.letters", tooltip=N_("Open the letters")),
    ]

    drafts: reactive[tuple[Draft, ...]] = reactive(())
    """What is registered."""
    loose: reactive[tuple[Loose, ...]] = reactive(())
    """What waits in the folder."""
    table = getters.query_one("#drafts", Table)

    def __init__(self) -> None:
        super().__init__()
        self._read_files: dict[Path, tuple[str, tuple[DraftPlan | None, str]]] = {}

    def compose_body(self) -> ComposeResult:
        """The list, and beside it the text in hand."""
        with Horizontal(id="both"):
            yield Table(id="drafts")
            with VerticalScroll(id="text-told", classes="pane"):
                yield Static(id="told")
        yield Static(id="none", classes="empty")

    def load(self) -> None:
        """Read what is registered and what waits."""
        self.drafts = list_drafts(self.workspace)
        self.loose = unregistered_files(self.workspace) if self.workspace.as_of is None else ()
        rows = [self._text_row(draft, text) for draft in reversed(self.drafts) for text in draft.texts]
        rows += [self._file_row(each) for each in self.loose]
        self.table.fill(
            rows,
            (
                Column("address", _("text")),
                Column("language", _("lang")),
                Column("released", _("released"), right=True),
                Column("name", _("name"), elastic=True),
                Column("based", _("based on"), least=70),
                Column("audience", _("audience"), least=110),
                Column("status", _("status"), least=110),
            ),
        )
        self.query_one("#both").display = bool(rows)
        none = self.query_one("#none", Static)
        none.display = not rows
        none.update(
            lines(
                (
                    plain(_("No draft is registered yet.")),
                    marked(
                        _("Put a file into "), (str(self.workspace.drafts_folder), "bold"), _(" and it is listed here;")
                    ),
                    marked(("a", "bold $accent"), "  ", _("registers it, after showing what would be stored.")),
                )
            )
        )
        self._tell()

    def _text_row(self, draft: Draft, text: DraftText) -> Row:
        first = text.first
        return Row(
            text.address,
            {
                "address": (text.address, "bold" if first else "dim"),
                "language": text.language,
                "released": day_in_words(draft.released) if first else "",
                "name": draft.name if first else "",
                "based": ", ".join(draft.based_on) if first else "",
                "audience": _(AUDIENCES[draft.audience]) if first else "",
                "status": _(STATUSES[draft.status]) if first else "",
            },
        )

    def _file_row(self, each: Loose) -> Row:
        return Row(
            f"file:{each.path.name}",
            {
                "address": ("+", "bold"),
                "language": "",
                "released": (_("not registered"), "italic"),
                "name": each.path.name,
                "status": _("{n} kB", n=max(1, each.size // 1000)),
            },
        )

    @on(DataTable.RowHighlighted)
    def _looked_at(self) -> None:
        self._tell()

    def on_resize(self) -> None:
        """Lay the text in hand out for another width."""
        self.call_after_refresh(self._tell)

    def _tell(self) -> None:
        pane, told = self.query_one("#text-told", VerticalScroll), self.query_one("#told", Static)
        columns = max(20, pane.size.width - 4)
        key = self.table.in_hand or ""
        draft, text = self._in_hand()
        if draft and text:
            pane.border_title = plain(text.address)
            if self.sees(mark_of(draft, self.workspace)):
                told.update(self._text_told(draft, text, columns))
            else:
                told.update(plain(_("Hidden from those who look · f9 shows it"), "$text-muted"))
        elif file := self._file(key):
            pane.border_title = plain(file.path.name)
            plan, trouble = self._planned(file)
            if plan is None:
                told.update(marked((trouble, "$text-error")))
            else:
                head = [
                    marked(("a", "bold $accent"), "  ", _("registers it as {address}", address=plan.address)),
                    counted(plan.reading),
                    *doubtful(plan.reading, plan.document.notes),
                    plain(""),
                ]
                told.update(lines((*head, *outline(plan.reading.provisions, columns))))
        else:
            told.update("")

    def _planned(self, file: Loose) -> tuple[DraftPlan | None, str]:
        """Read a file once, as long as it stays as it is."""
        stamp = f"{file.path} {file.size} {file.path.stat().st_mtime_ns if file.path.exists() else 0}"
        if self._read_files.get(file.path, ("",))[0] != stamp:
            self._read_files[file.path] = (stamp, planned(self.workspace, file.path))
        return self._read_files[file.path][1]

    def _text_told(self, draft: Draft, text: DraftText, columns: int) -> Content:
        try:
            reading = draft_reading(self.workspace, text.address)
            notes = draft_notes(self.workspace, text.address)
        except NegotiatorError as trouble:
            return marked((trouble.message, "$text-error"))
        heads = [
            (_("file"), text.file_name),
            (_("kind"), _(KINDS[draft.kind])),
            (_("symbol"), draft.symbol),
            (_("based on"), ", ".join(draft.based_on)),
            (_("audience"), _(AUDIENCES[draft.audience])),
            (_("embargo"), draft.embargo.iso() if draft.embargo else ""),
            (_("note"), draft.note),
        ]
        return lines(
            (
                marked((draft.name, "bold"), f"  {day_in_words(draft.released)} · {', '.join(draft.languages)}"),
                counted(reading),
                *(marked((f"{head}  ", "$text-muted"), words) for head, words in heads if words),
                *doubtful(reading, notes),
                plain(""),
                *outline(reading.provisions, columns),
            )
        )

    def _in_hand(self) -> tuple[Draft | None, DraftText | None]:
        key = self.table.in_hand
        for draft in self.drafts:
            for text in draft.texts:
                if text.address == key:
                    return draft, text
        return None, None

    def _file(self, key: str) -> Loose | None:
        return next((each for each in self.loose if f"file:{each.path.name}" == key), None)

    @on(DataTable.RowSelected)
    def _taken(self) -> None:
        self.action_read()

    def action_read(self) -> None:
        """Read the text in hand; of a file, show what would be stored."""
        _draft, text = self._in_hand()
        if text:
            self.app.push_screen(ReadScreen(text.address))
        elif file := self._file(self.table.in_hand or ""):
            self._register(file.path)

    def action_register(self) -> None:
        """Register the file in hand, or choose one of those that wait."""
        file = self._file(self.table.in_hand or "")
        if file or len(self.loose) == 1:
            self._register((file or self.loose[0]).path)
        elif self.loose:
            choices = [Choice(each.path.name, each.path.name) for each in self.loose]
            title = n_("{n} file waits", "{n} files wait", len(choices))
            self.app.push_screen(Picker(title, choices), self._chosen)
        else:
            self.app.tell(_("No file waits in {folder}; put one there first.", folder=self.workspace.drafts_folder))

    def _chosen(self, name: str | None) -> None:
        if name is not None:
            self._register(self.workspace.drafts_folder / name)

    def _register(self, path: Path) -> None:
        plan, trouble = planned(self.workspace, path)
        if plan is None:
            self.app.tell(trouble, trouble=True)
            return
        form = RegisterForm(self.workspace, path, plan, self.app.kept.setdefault(f"register {path.name}", {}))
        self.app.push_screen(form, partial(self._registered, form))

    def _registered(self, form: RegisterForm, done: bool | None) -> None:
        if done:
            self.app.tell(_("Registered as {address} · ctrl+z undoes it", address=form.registered))
            self.app.publish_change()
            self.table.take(form.registered)

    def action_compare(self) -> None:
        """Compare the text in hand with the one it is based on, in its own language where there is one."""
        draft, text = self._in_hand()
        if draft is None or text is None:
            return
        bases = [each for code in draft.based_on for each in self.drafts if each.code == code]
        before = [each for each in self.drafts if each.released < draft.released]
        base = bases[0] if bases else before[-1] if before else None
        old = base and (base.text(text.language) or base.text())
        if not old:
            self.app.tell(_("{address} is based on no text that is registered here.", address=text.address))
            return
        self.app.go("compare", f"{old.address} {text.address}")

    def action_letters(self) -> None:
        """Open the letters, notes and e-mails of the process."""
        from negotiator.tui.letters.screen import LettersScreen

        self.app.push_screen(LettersScreen())
