"""Between rows and values: instants as three columns, lists as JSON, rows as dictionaries."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sized
from datetime import UTC, datetime
from functools import lru_cache

from negotiator.domain.dates import Instant
from negotiator.storage.opened import Database

Value = str | int | float | bytes | None
Row = Mapping[str, Value]


def query(db: Database, sql: str, parameters: Iterable[Value] | Mapping[str, Value] = ()) -> list[dict[str, Value]]:
    """Run a select and return its rows as dictionaries."""
    return list(each_row(db, sql, parameters))


def each_row(
    db: Database, sql: str, parameters: Iterable[Value] | Mapping[str, Value] = ()
) -> Iterator[dict[str, Value]]:
    """Run a select and give its rows one by one, for lists too long to be held twice."""
    bound = dict(parameters) if isinstance(parameters, Mapping) else list(parameters)
    cursor = db.execute(sql, bound)
    names = [column[0] for column in cursor.description]
    for row in cursor:
        yield dict(zip(names, row, strict=True))


def one(db: Database, sql: str, parameters: Iterable[Value] | Mapping[str, Value] = ()) -> dict[str, Value] | None:
    """Run a select and return its first row, if any."""
    rows = query(db, sql, parameters)
    return rows[0] if rows else None


def next_in(db: Database, table: str, session: str | None = None) -> int:
    """Return the next number in a table, or in one session of it; those of deleted rows are not given again."""
    within, bound = (" where session = ?", [session]) if session else ("", [])
    row = one(db, f"select max(number) as last from {table}{within}", bound)
    return whole(row, "last") + 1 if row else 1


def places(values: Sized) -> str:
    """Write a question mark for each of so many values, for `in (...)`."""
    return ", ".join("?" * len(values))


def utc_text(moment: datetime) -> str:
    """Write an aware moment as UTC text that sorts by time, such as `2018-04-03T14:12:00Z`."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def utc_moment(text: str) -> datetime:
    """Read what `utc_text` wrote."""
    return datetime.fromisoformat(text)


def instant_columns(name: str, instant: Instant | None) -> dict[str, Value]:
    """Spread an instant over the columns `name_local`, `name_zone` and `name_utc`."""
    if instant is None:
        return {f"{name}_local": None, f"{name}_zone": None, f"{name}_utc": None}
    return {
        f"{name}_local": instant.local.strftime("%Y-%m-%dT%H:%M:%S"),
        f"{name}_zone": instant.zone,
        f"{name}_utc": utc_text(instant.utc),
    }


def instant_from(row: Row, name: str) -> Instant | None:
    """Gather an instant from its three columns."""
    moment, zone = row[f"{name}_utc"], row[f"{name}_zone"]
    if moment is None or zone is None:
        return None
    return Instant(utc_moment(str(moment)), str(zone))


def moment_from(row: Row, name: str) -> Instant:
    """Gather an instant that a row always has."""
    found = instant_from(row, name)
    assert found is not None
    return found


def text(row: Row, name: str) -> str:
    """Read a text column, empty where it is null."""
    value = row[name]
    return "" if value is None else str(value)


def whole(row: Row, name: str) -> int:
    """Read a whole number, 0 where it is null."""
    value = row[name]
    return int(value) if isinstance(value, (int, float, str)) else 0


def to_json(values: object) -> str:
    """Write JSON the one way we store it."""
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def strings_from(row: Row, name: str) -> tuple[str, ...]:
    """Read a JSON list of strings, empty where it is null."""
    value = row[name]
    return _strings(str(value)) if value else ()


@lru_cache(maxsize=4096)
def _strings(written: str) -> tuple[str, ...]:
    return tuple(str(item) for item in json.loads(written))
