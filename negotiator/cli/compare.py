"""Comparing two drafts or two files."""

import sys
from typing import TYPE_CHECKING

import click

from negotiator.cli.options import Context, command, with_context
from negotiator.cli.output import progress, say
from negotiator.errors import BadFile, WrongUsage
from negotiator.i18n import N_, _

if TYPE_CHECKING:
    from negotiator.comparing.comparison import Comparison

FORMATS = ("text", "side", "json", "html", "markdown")
ENDINGS = {".txt": "text", ".json": "json", ".html": "html", ".htm": "html", ".md": "markdown"}
"""The format that the ending of an output file asks for."""
TEXTS_DIFFER = 1
"""What `--exit-code` exits with where the texts differ."""


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
) -> int:
    """Compare two texts paragraph by paragraph: what moved, split, merged, went, came and how the words changed.

    OLD and NEW are each a draft's address (rev1, rev1/zh) or a file; without them the latest two drafts are compared.
    """
    if old and not new:
        raise WrongUsage(_("Name two texts to compare, or none for the latest two drafts."))
    chosen = _format(context, form, output)
    kinds = _kinds(only)
    with progress(_("comparing")):
        comparison = _compared(context, old, new)
        text = _written(comparison, chosen, kinds, stat, concordance, width, output is None and sys.stdout.isatty())
    if output:
        _store(output, text)
        say(_("Written to {path}.", path=output))
    else:
        sys.stdout.write(text)
    return TEXTS_DIFFER if exit_code and comparison.differs else 0


def _format(context: Context, form: str | None, output: str | None) -> str:
    if form:
        return form
    if context.json:
        return "json"
    if output:
        ending = output[output.rfind(".") :].lower() if "." in output else ""
        if ending not in ENDINGS:
            raise WrongUsage(
                _(
                    "“{path}” has no ending that tells the format; add --format, or end it in one of {endings}.",
                    path=output,
                    endings=", ".join(ENDINGS),
                )
            )
        return ENDINGS[ending]
    return "text"


def _kinds(only: str | None) -> tuple[str, ...]:
    from negotiator.comparing.comparison import COUNTED

    kinds = tuple(kind.strip() for kind in (only or "").split(",") if kind.strip())
    for kind in kinds:
        if kind not in COUNTED:
            raise WrongUsage(_("There is no kind “{kind}”; kinds are {kinds}.", kind=kind, kinds=", ".join(COUNTED)))
    return kinds


def _compared(context: Context, old: str | None, new: str | None) -> "Comparison":
    from negotiator.services.comparisons import compare_latest, compare_named

    if old is None or new is None:
        return compare_latest(context.workspace())
    return compare_named(old, new, context.workspace, lambda: sys.stdin.buffer.read())


def _written(
    comparison: "Comparison",
    form: str,
    only: tuple[str, ...],
    stat: bool,
    concordance: bool,
    width: int | None,
    terminal: bool,
) -> str:
    if form == "json":
        from negotiator.documents.writing.json import comparison_json

        return comparison_json(comparison)
    if form == "html":
        from negotiator.documents.writing.html import comparison_html

        return comparison_html(comparison, only=only)
    if form == "markdown":
        from negotiator.documents.writing.markdown import comparison_markdown

        return comparison_markdown(comparison, only=only, numbers=concordance)
    columns = width or _columns(terminal)
    if form == "side":
        from negotiator.documents.writing.side import comparison_side

        return comparison_side(comparison, columns or 120, only=only, styled=terminal)
    from negotiator.documents.writing.text import comparison_text

    return comparison_text(comparison, only=only, stat=stat, numbers=concordance, styled=terminal, width=columns)


def _columns(terminal: bool) -> int:
    if not terminal:
        return 0
    from shutil import get_terminal_size

    return get_terminal_size().columns


def _store(output: str, text: str) -> None:
    """Write the whole file or nothing of it: beside it first, then in its place."""
    from pathlib import Path

    path = Path(output)
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_text(text, "utf-8", errors="backslashreplace", newline="\n")
        beside.replace(path)
    except OSError as problem:
        beside.unlink(missing_ok=True)
        raise BadFile(_("{path} cannot be written: {problem}.", path=output, problem=problem.strerror)) from problem
