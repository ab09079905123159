"""Comparing two drafts or two files."""

import os
import sys
from typing import TYPE_CHECKING, NamedTuple

import click

from negotiator.cli.options import Context, command, with_context
from negotiator.cli.output import progress, say
from negotiator.errors import WrongUsage
from negotiator.i18n import N_, _

if TYPE_CHECKING:
    from negotiator.comparing.comparison import Comparison

FORMATS = ("text", "side", "json", "html", "markdown", "docx", "xlsx")
FILES = ("docx", "xlsx")
"""Formats that no terminal can show."""
ENDINGS = {
    ".txt": "text",
    ".json": "json",
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".docx": "docx",
    ".xlsx": "xlsx",
}
"""The format that the ending of an output file asks for."""
TEXTS_DIFFER = 1
"""What `--exit-code` exits with where the texts differ."""


class _View(NamedTuple):
    """How a comparison is to be shown."""

    form: str
    """One of `FORMATS`."""
    only: tuple[str, ...]
    """The headings asked for; none means the usual ones."""
    stat: bool
    """Figures only."""
    concordance: bool
    """Old and new numbers only."""
    width: int
    """Columns to use; 0 where nothing tells."""
    terminal: bool
    """Whether it goes straight to a terminal."""
    author: str
    """Whose name tracked changes bear; empty for who acts."""


@command()
@click.argument("old", required=False)
@click.argument("new", required=False)
@click.option("--format", "form", type=click.Choice(FORMATS), help=N_("How to show it; otherwise text."))
@click.option("-o", "--output", metavar="FILE", help=N_("Write to this file; its ending tells the format."))
@click.option(
    "--only",
    metavar="KIND,...",
    help=N_("Show these only: edited, moved, split, merged, inserted, deleted, renumbered, same."),
)
@click.option("--exit-code", is_flag=True, help=N_("Exit with 1 where the texts differ in more than layout."))
@click.option("--stat", is_flag=True, help=N_("Count the changes and show none of them."))
@click.option("--concordance", is_flag=True, help=N_("Show old number, new number and what happened."))
@click.option(
    "--width", type=click.IntRange(min=40), help=N_("How many columns to use; otherwise those of the terminal.")
)
@click.option("--author", default="", metavar="NAME", help=N_("Whose name tracked changes bear; otherwise yours."))
@with_context
def compare(
    context: Context,
    old: str | None,
    new: str | None,
    form: str | None,
    output: str | None,
    only: str | None,
    exit_code: bool,
    stat: bool,
    concordance: bool,
    width: int | None,
    author: str,
) -> int:
    """Compare two texts paragraph by paragraph: what moved, split, merged, went, came and how the words changed.

    OLD and NEW are each a draft's address (rev1, rev1/zh) or a file; without them the latest two drafts are compared.
    Deleted words stand between {- and -}, inserted ones between {+ and +}. JSON always holds every provision. A Word
    file (docx) is the new text with tracked changes: accept all of them for the new text, reject all for the old one.
    """
    if old and not new:
        raise WrongUsage(_("Name two texts to compare, or none for the latest two drafts."))
    output = None if output == "-" else output
    terminal = output is None and sys.stdout.isatty()
    form, columns = _format(context, form, output), _columns(width, terminal)
    view = _View(form, _kinds(only), stat, concordance, columns, terminal, author.strip())
    _check(view)
    with progress(_("comparing")):
        comparison = _compared(context, old, new)
        written = _written(comparison, view) if form not in FILES else _file(context, comparison, view, new)
    _warn(comparison)
    if output:
        from pathlib import Path

        from negotiator.documents.writing.files import write_whole

        write_whole(Path(output), written)
        say(_("Written to {path}.", path=output))
    elif isinstance(written, bytes):
        sys.stdout.buffer.write(written)
    else:
        sys.stdout.write(written)
    return TEXTS_DIFFER if exit_code and comparison.differs else 0


def _format(context: Context, form: str | None, output: str | None) -> str:
    if form:
        return form
    ending = os.path.splitext(output)[1].lower() if output else ""  # noqa: PTH122  # costs no import of pathlib
    if ending in ENDINGS:
        return ENDINGS[ending]
    if context.json:
        return "json"
    if output:
        raise WrongUsage(
            _(
                "“{path}” has no ending that tells the format; add --format, or end it in one of {endings}.",
                path=output,
                endings=", ".join(ENDINGS),
            )
        )
    return "text"


def _kinds(only: str | None) -> tuple[str, ...]:
    from negotiator.comparing.comparison import COUNTED

    kinds = tuple(kind.strip().lower() for kind in (only or "").split(",") if kind.strip())
    for kind in kinds:
        if kind not in COUNTED:
            raise WrongUsage(_("There is no kind “{kind}”; kinds are {kinds}.", kind=kind, kinds=", ".join(COUNTED)))
    if only is not None and not kinds:
        raise WrongUsage(_("--only needs one kind or more; kinds are {kinds}.", kinds=", ".join(COUNTED)))
    return kinds


def _columns(width: int | None, terminal: bool) -> int:
    if width or not terminal:
        return width or 0
    from shutil import get_terminal_size

    return max(40, get_terminal_size().columns)


def _check(view: _View) -> None:
    """Refuse what would contradict itself."""
    if view.stat and view.concordance:
        raise WrongUsage(_("Ask for --stat or --concordance, not for both."))
    if view.stat and view.form not in ("text", "side", "json"):
        raise WrongUsage(_("--stat is plain text or JSON; the other formats count the changes at their head."))
    if view.form in FILES and view.terminal:
        raise WrongUsage(_("A terminal cannot show a {form} file; name one to write to with -o.", form=view.form))
    if view.form == "docx" and (view.only or view.concordance):
        raise WrongUsage(_("A Word file holds the whole of both texts; leave out --only and --concordance."))


def _compared(context: Context, old: str | None, new: str | None) -> "Comparison":
    from negotiator.services.comparisons import compare_latest, compare_named

    if old is None or new is None:
        return compare_latest(context.workspace())
    notes: list[str] = []
    comparison = compare_named(old, new, context.workspace, sys.stdin.buffer.read, notes.append)
    for note in notes:
        say(note)
    return comparison


def _warn(comparison: "Comparison") -> None:
    old, new = comparison.old, comparison.new
    if old.language != new.language:
        say(_("The texts are in different languages: {old} and {new}.", old=old.language, new=new.language))


def _file(context: Context, comparison: "Comparison", view: _View, new: str | None) -> bytes:
    from negotiator.cli.compare_files import redline_bytes, workbook_bytes

    if view.form == "xlsx":
        return workbook_bytes(context, comparison, view.only, view.concordance)
    return redline_bytes(context, comparison, view.author, new)


def _written(comparison: "Comparison", view: _View) -> str:
    if view.form == "json":
        from negotiator.documents.writing.json import comparison_json

        return comparison_json(comparison)
    if view.form == "html":
        from negotiator.documents.writing.html import comparison_html, concordance_html

        return concordance_html(comparison) if view.concordance else comparison_html(comparison, only=view.only)
    if view.form == "markdown":
        from negotiator.documents.writing.markdown import comparison_markdown, concordance_markdown

        return concordance_markdown(comparison) if view.concordance else comparison_markdown(comparison, only=view.only)
    return _plain(comparison, view)


def _plain(comparison: "Comparison", view: _View) -> str:
    """Write what a terminal can show: struck and underlined there, in colour unless NO_COLOR is set."""
    from negotiator.documents.writing.marks import COLOURED, PLAIN, STYLED

    marks = PLAIN if not view.terminal else STYLED if os.environ.get("NO_COLOR") else COLOURED
    if view.stat:
        from negotiator.documents.writing.stat import comparison_stat

        return comparison_stat(comparison, marks)
    from negotiator.documents.writing.text import comparison_text, concordance_text

    if view.concordance:
        return concordance_text(comparison, marks)
    if view.form == "side":
        from negotiator.documents.writing.side import comparison_side

        return comparison_side(comparison, view.width, only=view.only, marks=marks)
    return comparison_text(comparison, only=view.only, marks=marks, width=view.width)
