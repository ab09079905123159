"""Read a parsed TOML table key by key, keeping every problem with the path of its key and what was expected there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from typing import TypeVar

from negotiator.domain.dates import parse_clock, parse_date, plausible, zone_named
from negotiator.domain.title import NO_TITLE, Title, is_code
from negotiator.errors import WrongUsage
from negotiator.i18n import _

_Choice = TypeVar("_Choice", bound=StrEnum)

NO_DATE = date(1, 1, 1)
"""What stands in the place of a date that could not be read, until the problems are reported."""


@dataclass(slots=True)
class Table:
    """One table of a file; what is read from it is checked, and what is left over is unknown."""

    path: str
    """Where it stands, such as `sessions[3].days[1]`; empty for the file itself."""
    values: Mapping[str, object]
    """Its keys and values."""
    problems: list[str]
    """Every problem found so far, in all tables of the file."""
    label: str = ""
    """Code of the thing the table describes, once it is known: easier to find than a number."""
    known: set[str] = field(default_factory=set)
    """The keys that were asked for."""

    def at(self, key: str) -> str:
        """Return the path of a key."""
        return f"{self.path}.{key}" if self.path else key

    def note(self, key: str, what: str) -> None:
        """Keep a problem with a key: its path, whose it is, and what is wrong."""
        whose = f" ({self.label})" if self.label else ""
        self.problems.append(f"{self.at(key)}{whose}: {what}")

    def trouble(self, key: str, expected: str) -> None:
        """Note that a key holds something else than it should."""
        found = _written(self.values[key]) if key in self.values else _("nothing")
        self.note(key, _("expected {expected}, found {found}", expected=expected, found=found))

    def has(self, key: str) -> bool:
        """Say whether a key is there."""
        self.known.add(key)
        return key in self.values

    def text(self, key: str, default: str | None = None) -> str:
        """Read a text; without a default it must be there and not be empty."""
        if not self.has(key) and default is not None:
            return default
        value = self.values.get(key)
        if isinstance(value, str) and (value.strip() or default is not None):
            return value.strip()
        self.trouble(key, _("a text"))
        return default or ""

    def code(self, key: str) -> str:
        """Read a code, by which people and scripts name a thing."""
        text = self.text(key)
        if text and not is_code(text):
            self.trouble(key, _("a code of letters, digits, dots and dashes"))
        return text

    def texts(self, key: str) -> tuple[str, ...]:
        """Read a list of texts, empty where the key is not there."""
        value = self.values.get(key, []) if self.has(key) else []
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
        self.trouble(key, _("a list of texts"))
        return ()

    def title(self, key: str, *, required: bool = True) -> Title:
        """Read a name, written `{ en = "...", zh = "..." }` or, in one language only, as a text."""
        if not self.has(key) and not required:
            return NO_TITLE
        value = self.values.get(key)
        if isinstance(value, str) and value.strip():
            return Title(value.strip())
        if not isinstance(value, dict):
            self.trouble(key, _('a name, like { en = "...", zh = "..." }'))
            return NO_TITLE
        names = self.inner(key)
        title = Title(names.text("en"), names.text("zh"))
        names.close()
        return title

    def titles(self, key: str) -> tuple[Title, ...]:
        """Read a list of names, each in both languages or as a text; empty where the key is not there."""
        value = self.values.get(key, []) if self.has(key) else []
        if not isinstance(value, list):
            self.trouble(key, _("a list of names"))
            return ()
        rows = {f"{key}[{place}]": item for place, item in enumerate(value)}
        inner = Table(self.path, rows, self.problems, self.label)
        return tuple(inner.title(each) for each in rows)

    def choice(self, key: str, among: type[_Choice], default: _Choice | None = None) -> _Choice:
        """Read one of the words of an enumeration."""
        if not self.has(key) and default is not None:
            return default
        value = self.values.get(key)
        if isinstance(value, str) and value in set(among):
            return among(value)
        self.trouble(key, _("one of {choices}", choices=", ".join(among)))
        return default or next(iter(among))

    def flag(self, key: str, default: bool) -> bool:
        """Read true or false."""
        value = self.values.get(key, default) if self.has(key) else default
        if isinstance(value, bool):
            return value
        self.trouble(key, _("true or false"))
        return default

    def number(self, key: str, default: float) -> float:
        """Read a number of days that is not negative, in whole or half days."""
        value = self.values.get(key, default) if self.has(key) else default
        if isinstance(value, int | float) and not isinstance(value, bool) and value >= 0 and (value * 2) % 1 == 0:
            return float(value)
        self.trouble(key, _("a number of whole or half days"))
        return default

    def day(self, key: str) -> date:
        """Read a date that must be there."""
        return self.optional_day(key, required=True) or NO_DATE

    def optional_day(self, key: str, *, required: bool = False) -> date | None:
        """Read a date, written as a TOML date or as a text."""
        if not self.has(key) and not required:
            return None
        value = self.values.get(key)
        if isinstance(value, date) and not isinstance(value, datetime) and plausible(value):
            return value
        if isinstance(value, str):
            try:
                return parse_date(value)
            except WrongUsage:
                pass
        self.trouble(key, _("a date of the calendar like 2018-04-03"))
        return None

    def clock(self, key: str, default: time | None) -> time | None:
        """Read a time of day, written as a TOML time or as a text."""
        value = self.values.get(key) if self.has(key) else default
        if value is None and key not in self.values:
            return default
        if isinstance(value, time):
            return value.replace(microsecond=0)
        if isinstance(value, str):
            try:
                return parse_clock(value)
            except WrongUsage:
                pass
        self.trouble(key, _("a time of day like 10:00"))
        return default

    def zone(self, key: str, default: str | None = None) -> str:
        """Read the name of an IANA time zone."""
        name = self.text(key, default)
        if not name:
            return "UTC"
        try:
            zone_named(name)
        except WrongUsage:
            self.trouble(key, _("a time zone like America/New_York"))
            return "UTC"
        return name

    def inner(self, key: str) -> "Table":
        """Return the table under a key; an empty one where there is none or it is something else."""
        value = self.values.get(key, {}) if self.has(key) else {}
        if isinstance(value, dict):
            return Table(self.at(key), value, self.problems, self.label)
        self.trouble(key, _("a table"))
        return Table(self.at(key), {}, self.problems, self.label)

    def rows(self, key: str) -> list["Table"]:
        """Return the tables of a list, numbered from 0 in their paths; none where the key is not there."""
        value = self.values.get(key, []) if self.has(key) else []
        if isinstance(value, list) and all(isinstance(item, dict) for item in value):
            return [
                Table(f"{self.at(key)}[{number}]", item, self.problems, self.label) for number, item in enumerate(value)
            ]
        self.trouble(key, _("a list of tables"))
        return []

    def close(self) -> None:
        """Note every key that was never asked for, with the one that may have been meant."""
        for key in self.values:
            if key not in self.known:
                from difflib import get_close_matches

                near = get_close_matches(key, self.known, n=1)
                meant = _(" (did you mean “{name}”?)", name=near[0]) if near else ""
                expected = ", ".join(sorted(self.known))
                self.note(key, _("unknown key{meant}, expected one of {expected}", meant=meant, expected=expected))


def _written(value: object) -> str:
    """Write a value shortly, as it stands in the file."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"“{value[:40]}…”" if len(value) > 41 else f"“{value}”"
    if isinstance(value, list):
        return _("a list")
    if isinstance(value, dict):
        return _("a table")
    return str(value)
