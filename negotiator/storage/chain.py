"""The chain of hashes that shows whether the log of events is whole."""

from collections.abc import Mapping
from hashlib import sha256

from negotiator.storage.opened import Database
from negotiator.storage.rows import Value, query, text, to_json

FIRST = "0" * 64
"""What stands in place of a hash before the first event of a copy."""


def content_hash(event: Mapping[str, Value]) -> str:
    """Hash what an event changed, apart from the rest, so that a purge can empty it and leave the chain whole."""
    return sha256(to_json([event["before"], event["after"]]).encode()).hexdigest()


def event_hash(event: Mapping[str, Value], act: Mapping[str, Value]) -> str:
    """Hash an event with its predecessor's hash and the act it belongs to."""
    parts = [event[name] for name in ("prev", "origin", "seq", "id", "entity", "row", "content")]
    parts += [act.get(name) for name in ("id", "at", "by", "label", "details", "undoes")]
    return sha256(to_json(parts).encode()).hexdigest()


PURGE = "purge {what}"
"""The label of the acts that empty what must not be kept."""


def emptied(act: str) -> str:
    """Return what stands in an event in place of content that an act purged."""
    return to_json({"purged": act})


Tombstones = Mapping[tuple[str, str], set[str]]
"""What may stand in the events of a row that was purged, by the kind of row and the row."""


def _tombstones(db: Database) -> Tombstones:
    """Gather them: each act of a purge has an event of its own for the row, which tells only that the row went on."""
    found: dict[tuple[str, str], set[str]] = {}
    sql = "select a.id, e.entity, e.row from act a join event e on e.act = a.id where a.label = ?"
    for row in query(db, sql, [PURGE]):
        found.setdefault((text(row, "entity"), text(row, "row")), set()).add(emptied(text(row, "id")))
    return found


def _rightly_emptied(event: Mapping[str, Value], purged: Tombstones) -> bool:
    """Say whether an event is empty because one act that is there purged the row it is about."""
    left = {str(event[side]) for side in ("before", "after") if event[side] is not None}
    return len(left) == 1 and left <= purged.get((str(event["entity"]), str(event["row"])), set())


def broken_links(db: Database) -> list[int]:
    """Return the numbers of the events that do not fit their chain, their act or their content."""
    acts = {str(act["id"]): act for act in query(db, "select * from act")}
    purged = _tombstones(db)
    broken: list[int] = []
    last: dict[str, tuple[int, str]] = {}
    for event in query(db, "select * from event order by origin, seq"):
        previous_seq, previous_hash = last.get(str(event["origin"]), (0, FIRST))
        whole = (
            event["seq"] == previous_seq + 1
            and event["prev"] == previous_hash
            and (event["content"] == content_hash(event) or _rightly_emptied(event, purged))
            and event["hash"] == event_hash(event, acts.get(str(event["act"]), {}))
        )
        if not whole:
            broken.append(int(str(event["seq"])))
        last[str(event["origin"])] = (int(str(event["seq"])), str(event["hash"]))
    return broken
