"""Letters as a table and one of them in full."""

from textual.content import Content

from negotiator.domain.audience import AUDIENCES
from negotiator.domain.dates import day_in_words
from negotiator.domain.letters import LETTER_KINDS, Letter
from negotiator.i18n import _
from negotiator.tui.text import lines
from negotiator.tui.widgets.facts import fact_lines, heading_lines
from negotiator.tui.widgets.table import Column, Row


def columns() -> tuple[Column, ...]:
    """Return the columns of the register."""
    return (
        Column("code", _("letter")),
        Column("dated", _("date"), right=True),
        Column("sender", _("from"), most=24),
        Column("to", _("addressed to"), most=24, least=90),
        Column("symbol", _("symbol"), least=110),
        Column("title", _("subject"), elastic=True),
        Column("links", _("for"), most=16, least=70),
    )


def row(each: Letter) -> Row:
    """Write one of them."""
    return Row(
        each.code,
        {
            "code": (each.code, "bold"),
            "dated": day_in_words(each.dated),
            "sender": _called(each.sender),
            "to": (", ".join(map(_called, each.to.split(", "))), "dim"),
            "symbol": (each.symbol, "dim"),
            "title": each.title,
            "links": (", ".join(link.code for link in each.links), "dim"),
        },
    )


def _called(who: str) -> str:
    """Leave the address of an e-mail out where a name stands before it."""
    return who.partition(" <")[0] or who


def told(each: Letter, room: int) -> Content:
    """Write everything about one letter in lines of so many columns."""
    facts = [
        (_("kind"), _(LETTER_KINDS[each.kind]), ""),
        (_("date"), day_in_words(each.dated), ""),
        (_("from"), each.sender, ""),
        (_("addressed to"), each.to, ""),
        (_("symbol"), each.symbol, ""),
        (_("for"), ", ".join(link.code for link in each.links), ""),
        *((_("file"), f"{file.name}  {sized(file.size)}", "") for file in each.files),
        (_("language"), each.language, ""),
        (_("audience"), _(AUDIENCES[each.visibility]), "dim"),
        (_("note"), each.note, ""),
    ]
    return lines([*heading_lines(f"{each.code}  {each.title}", room), *fact_lines(facts, room)])


def sized(size: int) -> str:
    """Write a size in bytes shortly."""
    return f"{size} B" if size < 1024 else f"{size / 1024:.0f} KB" if size < 1 << 20 else f"{size / (1 << 20):.1f} MB"
