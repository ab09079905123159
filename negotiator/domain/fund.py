"""The voluntary fund for taking part (paragraph 31): who paid what into it, and when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Contribution:
    """One contribution to the fund."""

    number: int
    """Its number in the workspace."""
    donor: str
    """Code of the stakeholder that paid, or a name for one that is not in the register."""
    amount: float
    """How much, in the currency, never below nothing."""
    currency: str
    """Three letters, such as `USD`."""
    on: date
    """The day it was paid or reported."""
    source: str = ""
    """The document that says so; may be empty."""
    note: str = ""
    """What else there is to say."""
    withdrawn: date | None = None
    """The day it was taken back."""
    why: str = ""
    """Why it was taken back."""
    id: str = ""
    """The row's identifier."""

    @property
    def code(self) -> str:
        """What people call it, such as `F-003`."""
        return contribution_code(self.number)

    def holds(self, day: date) -> bool:
        """Say whether it counts at a day."""
        return self.on <= day and (self.withdrawn is None or self.withdrawn > day)


def contribution_code(number: int) -> str:
    """Write the number of a contribution as people say it: `F-003`."""
    return f"F-{number:03d}"


def sums(contributions: Iterable[Contribution]) -> dict[str, float]:
    """Add up what was paid, currency by currency: amounts in different ones are never added together."""
    found: dict[str, float] = {}
    for each in contributions:
        found[each.currency] = found.get(each.currency, 0.0) + each.amount
    return dict(sorted(found.items()))


def in_figures(amounts: dict[str, float]) -> str:
    """Write sums for people, such as `12,500 EUR, 1,000.50 USD`."""
    return ", ".join(f"{amount:,.2f}".removesuffix(".00") + f" {currency}" for currency, amount in amounts.items())
