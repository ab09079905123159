"""Symbols of United Nations documents, such as A/RES/71/280 or A/73/12 (Part II), taken apart."""

import re
from dataclasses import dataclass, replace

from negotiator.errors import WrongUsage
from negotiator.i18n import _

_SEGMENT = r"[A-Za-z0-9][A-Za-z0-9.\-]*"
_SYMBOL = re.compile(
    rf"(?P<segments>[A-Z][A-Za-z0-9.\-]*(?:/{_SEGMENT}(?:\([A-Za-z0-9]+\))?)+)"
    r"(?P<part>\s*\(Part\s+[A-Z0-9]+\))?(?P<stars>\*{0,3})"
)
_CHANGE = re.compile(r"(?:Rev|Add|Corr|Amend|Summary)\.\d*")
_SERIES = re.compile(r"(L|CRP|WP|INF|NGO|PV|SR|RES|DEC|CONF|Misc|TP|INC)\b\.?")


@dataclass(frozen=True, slots=True)
class Symbol:
    """What a document is known by, in all its languages."""

    organ: str
    """The organ: A for the General Assembly, E for the Economic and Social Council, FCCC ..."""
    body: tuple[str, ...]
    """What stands between the organ and the number: sub-bodies, the session, the series."""
    number: str
    """The document's own number with its series, such as `280` or `L.58`."""
    changes: tuple[str, ...] = ()
    """Rev.1 replaces the earlier text, Add.1 adds to it, Corr.1 corrects it, Amend.1 alters an adopted one."""
    part: str = ""
    """The part of a divided report, such as `Part II`."""
    reissued: int = 0
    """How often it was reissued for technical reasons: the stars."""

    def __str__(self) -> str:
        """Write the symbol as it is printed."""
        written = "/".join((self.organ, *self.body, self.number, *self.changes))
        return f"{written}{f' ({self.part})' if self.part else ''}{'*' * self.reissued}"

    @property
    def series(self) -> str:
        """The series that tells what kind of document it is: `L` limited, `RES` adopted ...; empty where none does."""
        for segment in (self.number, *reversed(self.body)):
            if found := _SERIES.match(segment):
                return found[1]
        return ""

    @property
    def session(self) -> int | None:
        """The session or year in it; None where it has none."""
        found = [segment for segment in self.body if segment.isdigit()]
        return int(found[-1]) if found else None

    @property
    def base(self) -> "Symbol":
        """The symbol of the text that this one revises, corrects or reissues; itself where it does neither."""
        return replace(self, changes=(), reissued=0)


def parse_symbol(text: str) -> Symbol:
    """Take a symbol apart; raises `WrongUsage` for what is none."""
    found = _SYMBOL.fullmatch(" ".join(text.split()))
    if found is None:
        raise WrongUsage(_("“{text}” is not a document symbol; write it like A/71/L.58 or A/CONF.231/3.", text=text))
    organ, *segments = found["segments"].split("/")
    changes: list[str] = []
    while len(segments) > 1 and _CHANGE.fullmatch(segments[-1]):
        changes.insert(0, segments.pop())
    part = (found["part"] or "").strip().strip("()")
    return Symbol(organ, tuple(segments[:-1]), segments[-1], tuple(changes), part, len(found["stars"]))
