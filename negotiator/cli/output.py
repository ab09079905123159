"""What the command line says: data to stdout, talk to stderr, and nothing that a terminal would obey."""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import NamedTuple

import click

from negotiator.cli.options import Context
from negotiator.display import display_width, safe, shortened, visible


class Column(NamedTuple):
    """A column of a table."""

    title: str
    """What stands above it, already translated."""
    right: bool = False
    """Whether it is aligned to the right, as numbers are."""
    elastic: bool = False
    """Whether it may be cut with an ellipsis where a terminal is too narrow; nothing is cut in a pipe."""


def show(text: str = "") -> None:
    """Print one piece of data to stdout, its control characters made visible."""
    sys.stdout.write(safe(text, lines=True) + "\n")


def say(text: str) -> None:
    """Print a sentence to stderr: a note, a warning, how to go on."""
    sys.stdout.flush()
    sys.stderr.write(safe(text, lines=True) + "\n")


def table(rows: Iterable[Sequence[object]], columns: Sequence[Column | str]) -> None:
    """Print rows under their titles, aligned by display width; `None` is an empty cell."""
    heads = [column if isinstance(column, Column) else Column(column) for column in columns]
    titles = [head.title for head in heads]
    cells = [titles, *(["" if cell is None else safe(str(cell)) for cell in row] for row in rows)]
    taken = [list(map(display_width, row)) for row in cells]
    widths = [max(column) for column in zip(*taken, strict=True)]
    _fit(widths, heads)
    for row, needed in zip(cells, taken, strict=True):
        sys.stdout.write(_aligned(row, needed, widths, heads) + "\n")


def _fit(widths: list[int], heads: Sequence[Column]) -> None:
    """Take what is too much for the terminal from the elastic columns, the widest first."""
    if not sys.stdout.isatty():
        return
    from shutil import get_terminal_size

    excess = sum(widths) + 2 * (len(widths) - 1) - get_terminal_size().columns
    elastic = [place for place, head in enumerate(heads) if head.elastic]
    while excess > 0 and elastic:
        widest = max(elastic, key=lambda place: widths[place])
        if widths[widest] <= 8:
            return
        widths[widest] -= 1
        excess -= 1


def _aligned(row: Sequence[str], needed: Sequence[int], widths: Sequence[int], heads: Sequence[Column]) -> str:
    parts = []
    for cell, takes, width, head in zip(row, needed, widths, heads, strict=True):
        if takes > width:
            cell = shortened(cell, width)
            takes = display_width(cell)
        gap = " " * (width - takes)
        parts.append(gap + cell if head.right else cell + gap)
    return "  ".join(parts).rstrip()


def json_text(document: object) -> str:
    """Write a value as JSON in the characters of its languages, with nothing in it that a terminal would obey."""
    import json

    text = json.dumps(document, ensure_ascii=False, indent=2)
    if text.isprintable():
        return text
    return "".join(
        character if character == "\n" or 0x20 <= ord(character) < 0x7F else _escaped(character) for character in text
    )


def _escaped(character: str) -> str:
    shown = visible(character, lines=True)
    return f"\\u{ord(character):04x}" if shown != character else character


def json_document(schema: str, content: Mapping[str, object]) -> None:
    """Print a JSON document that bears its schema, such as `negotiator.inputs/1`."""
    sys.stdout.write(json_text({"schema": schema, **content}) + "\n")


def done(made: str, act: str) -> None:
    """Print the id of what an act made or changed, and nothing else; with `--json` also the act's own id."""
    if click.get_current_context().ensure_object(Context).json:
        sys.stdout.write(json_text({"id": made, "act": act}) + "\n")
    else:
        show(made)


@contextmanager
def progress(label: str) -> Iterator[None]:
    """Show on stderr that long work goes on, where that is a terminal, and wipe it when the work is over."""
    watched = sys.stderr.isatty()
    if watched:
        sys.stderr.write(safe(label) + " …")
        sys.stderr.flush()
    try:
        yield
    finally:
        if watched:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


__all__ = [
    *("Column", "display_width", "done", "json_document", "json_text", "progress"),
    *("safe", "say", "shortened", "show", "table"),
]
