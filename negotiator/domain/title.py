"""Names in the two languages of the interface, and the codes that stand for things."""

import re
from dataclasses import dataclass

from negotiator.i18n import language


@dataclass(frozen=True, slots=True)
class Title:
    """A name in the two languages of the interface."""

    en: str
    """In English."""
    zh: str = ""
    """In Chinese; empty where nobody has written it yet."""

    @property
    def said(self) -> str:
        """The name in the language in use, in English where there is no other."""
        return self.zh if language() == "zh" and self.zh else self.en

    def __bool__(self) -> bool:
        """Say whether there is a name at all."""
        return bool(self.en or self.zh)


NO_TITLE = Title("")
"""No name."""

_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")


def is_code(text: str) -> bool:
    """Say whether a text can be the code of a phase, session or milestone: letters, digits, dots, dashes."""
    return _CODE.fullmatch(text) is not None
