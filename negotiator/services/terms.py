"""The shipped ladders, qualifiers and watch-words of a language."""

import tomllib

from negotiator.errors import BadFile
from negotiator.i18n import _
from negotiator.resources import shipped
from negotiator.text.strength import Terms, parse_terms


def load_terms(language: str) -> Terms | None:
    """Return the terms of a language, or nothing where none are shipped."""
    path = shipped("data", "terms", f"{language}.toml")
    if not language.isalpha() or not path.is_file():
        return None
    try:
        return parse_terms(language, tomllib.loads(path.read_text(encoding="utf-8")))
    except tomllib.TOMLDecodeError as problem:
        raise BadFile(_("{file} is not valid TOML: {problem}", file=path.name, problem=problem)) from problem
