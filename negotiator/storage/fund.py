"""Rows of the fund: what was paid into it."""

from datetime import date

from negotiator.domain.fund import Contribution
from negotiator.storage.columns import day_from, number_from, optional_day_from
from negotiator.storage.events import Act
from negotiator.storage.opened import Database
from negotiator.storage.rows import next_in, query, text, whole


def contributions(db: Database) -> tuple[Contribution, ...]:
    """Return every contribution by its day, those that were taken back too."""
    rows = query(db, "select * from contribution where deleted_at is null order by date, number")
    return tuple(
        Contribution(
            number=whole(row, "number"),
            donor=text(row, "donor"),
            amount=number_from(row, "amount"),
            currency=text(row, "currency"),
            on=day_from(row, "date"),
            source=text(row, "source"),
            note=text(row, "note"),
            withdrawn=optional_day_from(row, "withdrawn"),
            why=text(row, "why"),
            id=text(row, "id"),
        )
        for row in rows
    )


def next_contribution(db: Database) -> int:
    """Return the number of the next contribution; numbers are never used twice."""
    return next_in(db, "contribution")


def add_contribution(act: Act, new: Contribution) -> None:
    """Store a contribution."""
    act.insert(
        "contribution",
        {
            "number": new.number,
            "donor": new.donor,
            "amount": new.amount,
            "currency": new.currency,
            "date": new.on.isoformat(),
            "source": new.source,
            "note": new.note,
            "withdrawn": None,
            "why": "",
        },
    )


def withdraw_contribution(act: Act, identifier: str, on: date, why: str) -> None:
    """Take a contribution back; it stays to be seen."""
    act.update("contribution", identifier, {"withdrawn": on.isoformat(), "why": why})
