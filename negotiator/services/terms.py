"""The shipped ladders, qualifiers and watch-words of a language."""

import os
import tomllib

from negotiator.errors import BadFile
from negotiator.i18n import _
from negotiator.resources import shipped_path
from negotiator.text.strength import Terms, parse_terms


def load_terms(language: str) -> Terms | None:
    """Return the terms of a language, or nothing where none are shipped."""
    name = f"{language}.toml"
    path = shipped_path("data", "terms", name)
    if not language.isalpha() or not os.path.isfile(path):  # noqa: PTH113  # costs no import of pathlib
        return None
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            return parse_terms(language, tomllib.load(file))
    except tomllib.TOMLDecodeError as problem:
        raise BadFile(_("{file} is not valid TOML: {problem}", file=name, problem=problem)) from problem
