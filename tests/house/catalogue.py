"""Keeps the catalogues of `negotiator/locale/` in step with the code; `python -m tests.house.catalogue` rewrites them.

A message is what stands in `_()`, `N_()` or `n_()`, the docstring of a command, the help of an option, or one of the
sentences of click that people see here. A new message is added without a translation (a house test then names it),
one that nothing says any more is dropped, and the `.mo` is made again from the `.po`.
"""

import ast
import sys
from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path

from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).parents[2] / "negotiator"
LOCALE = PACKAGE / "locale"
TRANSLATED = ("zh",)
"""The languages that have a catalogue."""

Message = str | tuple[str, str]
"""A message, or its singular and its plural."""

SPOKEN_BY_CLICK: tuple[Message, ...] = (
    "Usage:",
    "Show this message and exit.",
    "default: {default}",
    "required",
    "Missing argument",
    "Missing option",
    "Invalid value: {message}",
    "Invalid value for {param_hint}: {message}",
    "No such option {name!r}.",
    "No such command {name!r}.",
    "Option {name!r} does not take a value.",
    "{value!r} is not a valid {number_type}.",
    "{value} is not in the range {range}.",
    "{name} {filename!r} does not exist.",
    "{name} {filename!r} is a directory.",
    "{name} {filename!r} is not readable.",
    ("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    ("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    ("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    ("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
)


def messages() -> dict[Message, set[str]]:
    """Return every message of the program with the modules that say it."""
    found: dict[Message, set[str]] = {message: {"click"} for message in SPOKEN_BY_CLICK}
    for path in sorted(PACKAGE.rglob("*.py")):
        where = path.relative_to(PACKAGE.parent).as_posix()
        for message in _messages_in(ast.parse(path.read_text("utf-8"), where), "cli" in path.parts):
            found.setdefault(message, set()).add(where)
    plural = {message[0] for message in found if isinstance(message, tuple)}
    return {message: places for message, places in found.items() if message not in plural}


def _messages_in(tree: ast.Module, commands: bool) -> Iterator[Message]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _marked(node)
            if commands:
                yield from (_text(word.value) for word in node.keywords if word.arg in {"help", "epilog"} and _is(word))
        elif commands and isinstance(node, ast.FunctionDef) and any(map(_makes_a_command, node.decorator_list)):
            yield cleandoc(ast.get_docstring(node) or "")


def _is(word: ast.keyword) -> bool:
    return isinstance(word.value, ast.Constant) and isinstance(word.value.value, str)


def _marked(call: ast.Call) -> Iterator[Message]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name == "n_":
        yield _text(call.args[0]), _text(call.args[1])
    elif name == "N_" or (name == "_" and isinstance(call.args[0], ast.Constant)):
        yield _text(call.args[0])
    elif name == "_" and isinstance(call.args[0], ast.JoinedStr | ast.BinOp):
        raise SystemExit(f"line {call.lineno}: a message must be one plain literal, with its values as keywords")


def _text(node: ast.expr) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    raise SystemExit(f"line {node.lineno}: a message must be one plain literal")


def _makes_a_command(decorator: ast.expr) -> bool:
    made = decorator.func if isinstance(decorator, ast.Call) else decorator
    return (made.attr if isinstance(made, ast.Attribute) else getattr(made, "id", "")) in {"command", "group"}


def po_path(language: str) -> Path:
    """Return where the catalogue of a language is."""
    return LOCALE / language / "LC_MESSAGES" / "negotiator.po"


def read_catalogue(language: str) -> Catalog:
    """Read the catalogue of a language, an empty one where there is none yet."""
    path = po_path(language)
    if not path.exists():
        return Catalog(language, domain="negotiator")
    with path.open("rb") as file:
        return read_po(file, language, domain="negotiator", abort_invalid=True)


def updated(language: str) -> Catalog:
    """Return the catalogue of a language with exactly the messages of the code, its translations kept."""
    old = read_catalogue(language)
    new = Catalog(language, project="negotiator", domain="negotiator", charset="utf-8", fuzzy=False)
    new.header_comment = "# What negotiator says, in another language. Keep the {names} in braces as they are."
    new.creation_date = new.revision_date = old.creation_date
    for message, places in messages().items():
        known = old.get(message if isinstance(message, str) else message[0])
        string = known.string if known and (isinstance(known.id, str) == isinstance(message, str)) else None
        new.add(message, string, locations=[(place, 0) for place in sorted(places)])
    return new


def rewrite(language: str) -> list[str]:
    """Rewrite the `.po` and the `.mo` of a language; return the messages that have no translation yet."""
    catalogue = updated(language)
    path = po_path(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalogue, sort_output=True, include_lineno=False, width=120, omit_header=False)
    with path.with_suffix(".mo").open("wb") as file:
        write_mo(file, catalogue)
    return untranslated(catalogue)


def untranslated(catalogue: Catalog) -> list[str]:
    """Return the messages that have no translation, or one that somebody still has to look at."""
    return [
        each.id if isinstance(each.id, str) else each.id[0]
        for each in catalogue
        if each.id and (each.fuzzy or not (each.string if isinstance(each.string, str) else all(each.string or [""])))
    ]


if __name__ == "__main__":
    for code in TRANSLATED:
        missing = rewrite(code)
        sys.stdout.write(f"{code}: {len(missing)} without a translation\n")
        for each in missing:
            sys.stdout.write(f"  {each!r}\n")
