"""What importing a list into the register would do, row by row, before anything is stored."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from re import findall, sub

from negotiator.domain.accreditation import Accreditation, Admission
from negotiator.domain.contacts import Contact
from negotiator.domain.names import folded
from negotiator.domain.register_columns import Field
from negotiator.domain.stakeholder import Stakeholder
from negotiator.i18n import N_


class Outcome(StrEnum):
    """What becomes of a row."""

    ADD = "add"
    COMPLETE = "complete"
    KNOWN = "known"
    REPEATED = "repeated"
    ALIKE = "alike"
    BAD = "bad"


OUTCOMES = {
    Outcome.ADD: N_("new"),
    Outcome.COMPLETE: N_("changed"),
    Outcome.KNOWN: N_("known"),
    Outcome.REPEATED: N_("repeated"),
    Outcome.ALIKE: N_("doubtful"),
    Outcome.BAD: N_("wrong"),
}
"""What people read for each."""
STOPS = frozenset((Outcome.ALIKE, Outcome.BAD))
"""What keeps the whole list from being imported until somebody has decided."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What a list says otherwise than the register."""

    what: str
    """What it is about: `name`, `region`."""
    before: str
    """What the register says."""
    after: str
    """What the list says."""
    taken: bool
    """Whether the import takes it over."""


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One row of a list and what becomes of it."""

    number: int
    """The row as a spreadsheet counts it."""
    outcome: Outcome
    """What becomes of it."""
    name: str
    """The name that stands there."""
    stakeholder: Stakeholder | None = None
    """Whom it makes or means."""
    reason: str = ""
    """Why it is doubtful or wrong, in words."""
    near: tuple[str, ...] = ()
    """Codes of those it may be the same as."""
    differences: tuple[Difference, ...] = ()
    """What it says otherwise than the register."""
    application: Accreditation | None = None
    """The application that comes with it."""
    contacts: tuple[Contact, ...] = ()
    """The addresses that come with it and are not known yet."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What whoever imports a list says of it."""

    columns: Mapping[Field, str] = field(default_factory=dict)
    """The heads of columns that are not found by themselves."""
    category: str = ""
    """The category of those for whom the list says none."""
    meanings: Mapping[str, str] = field(default_factory=dict)
    """The category that a word of the list stands for."""
    same: Mapping[int, str] = field(default_factory=dict)
    """Rows that mean somebody in the register, by their numbers."""
    new: frozenset[int] = frozenset()
    """Rows that mean somebody new, whatever they look like."""
    all_new: bool = False
    """Whether every doubtful row means somebody new."""
    update: bool = False
    """Whether the list is right where it says otherwise than the register."""
    encoding: str = ""
    """How its characters are written, such as `gb18030`, where that cannot be told."""
    admission: Admission | None = None
    """What those of the list apply for, where the list does not say."""


AS_IT_IS = Choices()
"""A list of which nothing is said."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What importing a list would do."""

    name: str
    """The name of the file."""
    columns: Mapping[Field, str]
    """The heads that were understood."""
    left_out: tuple[str, ...]
    """The heads of columns that nothing is taken from."""
    rows: tuple[PlannedRow, ...]
    """Its rows, in their order."""
    guessed: str = ""
    """The encoding that the file was taken to be written in, where that was a guess."""

    def count(self, outcome: Outcome) -> int:
        """Count the rows with an outcome."""
        return sum(row.outcome is outcome for row in self.rows)

    @property
    def applications(self) -> int:
        """Count the applications that come with the list."""
        return sum(row.application is not None for row in self.rows)


_LEGAL = frozenset(("inc", "ltd", "llc", "asbl", "ev", "gmbh", "sa", "foundation", "the", "of", "for", "and", "on"))
"""Words that do not tell one name from another."""

_SHORT = r"\(([A-Z][A-Z0-9-]{1,11})\)"
"""A short form in brackets behind a name."""


def plain_name(name: str) -> str:
    """Reduce a name to what tells it from others: without case, accents, articles, brackets and the order of its words.

    `The Federated States of Micronesia` and `Micronesia (Federated States of)` are one.
    """
    words = folded(sub(_SHORT, " ", name)).split() or folded(name).split()
    kept = [word for word in words if word not in _LEGAL]
    return " ".join(sorted(kept or words))


def code_for(name: str, taken: set[str]) -> str:
    """Make a code for a name that brings none: what it has in brackets, else its initials, else its beginning."""
    short: list[str] = findall(_SHORT, name)
    words = [word for word in sub(r"[^A-Za-z0-9 ]+", " ", _latin(name)).split() if word.lower() not in _LEGAL]
    initials = "".join(word[0] for word in words).upper()[:12]
    whole = "".join(words).upper()[:12]
    wanted = next((each for each in (*short, initials if len(initials) > 2 else "", whole) if len(each) > 1), "ORG")
    number, code = 1, wanted
    while code in taken:
        number += 1
        code = f"{wanted}-{number}"
    return code


def _latin(name: str) -> str:
    from unicodedata import normalize

    return normalize("NFKD", name).encode("ascii", "ignore").decode()
