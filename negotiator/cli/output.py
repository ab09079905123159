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
    """Print rows under their titles, aligned by display width; `None` is an empty cell.

    What stands in a column many times is made safe, measured and aligned once.
    """
    heads = [column if isinstance(column, Column) else Column(column) for column in columns]
    known: list[dict[object, str]] = [{head.title: safe(head.title)} for head in heads]
    cells: list[list[str]] = [[safe(head.title)] for head in heads]
    lines = [(seen, column.append) for seen, column in zip(known, cells, strict=True)]
    for row in rows:
        for (seen, add), cell in zip(lines, row, strict=True):
            text = seen.get(cell)
            if text is None:
                text = seen[cell] = "" if cell is None else safe(str(cell))
            add(text)
    taken = [{text: display_width(text) for text in seen.values()} for seen in known]
    widths = [max(each.values()) for each in taken]
    _fit(widths, heads)
    shown = [
        {text: _aligned(text, needed, width, head) for text, needed in each.items()}
        for each, width, head in zip(taken, widths, heads, strict=True)
    ]
    aligned = [map(each.__getitem__, column) for each, column in zip(shown, cells, strict=True)]
    sys.stdout.writelines("  ".join(row).rstrip() + "\n" for row in zip(*aligned, strict=True))


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


def _aligned(cell: str, takes: int, width: int, head: Column) -> str:
    """Fill a cell up to the width of its column, or cut it."""
    if takes > width:
        cell = shortened(cell, width)
        takes = display_width(cell)
    gap = " " * (width - takes)
    return gap + cell if head.right else cell + gap


def json_text(document: object) -> str:
    """Write a value as JSON in the characters of its languages, with nothing in it that a terminal would obey."""
    import json

    return _obeyed_by_none(json.dumps(document, ensure_ascii=False, indent=2))


def _obeyed_by_none(text: str) -> str:
    if text.replace("\n", "").isprintable():
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


def json_records(schema: str, content: Mapping[str, object], name: str, records: Iterable[str]) -> None:
    """Print a JSON document whose last value is a long list, record by record; each is JSON indented by four spaces."""
    head = json_text({"schema": schema, **content, name: []})
    sys.stdout.write(head.removesuffix("[]\n}") + "[")
    between = "\n    "
    for record in records:
        sys.stdout.write(between + _obeyed_by_none(record))
        between = ",\n    "
    sys.stdout.write("]\n}\n" if between == "\n    " else "\n  ]\n}\n")


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
    *("Column", "display_width", "done", "json_document", "json_records", "json_text", "progress"),
    *("safe", "say", "shortened", "show", "table"),
]
