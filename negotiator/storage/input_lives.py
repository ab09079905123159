"""What happened to inputs: the steps of their lives, the changes of their due dates, the files that came with them."""

from collections.abc import Sequence

from negotiator.domain.input_life import InputState, Remark, Standing, Step
from negotiator.domain.inputs import Extension
from negotiator.domain.kept_files import KeptFile
from negotiator.storage.events import Act
from negotiator.storage.extensions import extension_columns, extension_from
from negotiator.storage.kept_files import file_columns, file_from
from negotiator.storage.opened import Database
from negotiator.storage.rows import Value, instant_columns, instant_from, one, places, query, text, whole


def steps_by_input(db: Database, only: str | None) -> dict[str, tuple[Step, ...]]:
    """Return the steps of every input, or of one, oldest first, by the identifier of the input."""
    found: dict[str, list[Step]] = {}
    for row in _parts(db, "input_step", "*", "at_utc, rowid", only):
        at, what = instant_from(row, "at"), text(row, "what")
        assert at is not None
        named = Remark(what) if what in set(Remark) else InputState(what)
        found.setdefault(text(row, "input"), []).append(Step(named, at, text(row, "why"), text(row, "updated_by")))
    return {key: tuple(steps) for key, steps in found.items()}


def remarked(db: Database, remarks: Sequence[Remark]) -> dict[Remark, frozenset[str]]:
    """Return the identifiers of the inputs of which each remark was made; for remarks that nothing takes back."""
    sql = f"select what, input from input_step where deleted_at is null and what in ({places(remarks)})"
    found: dict[Remark, set[str]] = {remark: set() for remark in remarks}
    for row in query(db, sql, [remark.value for remark in remarks]):
        found[Remark(text(row, "what"))].add(text(row, "input"))
    return {remark: frozenset(inputs) for remark, inputs in found.items()}


def extensions_by_input(db: Database, only: str | None) -> dict[str, tuple[Extension, ...]]:
    """Return the changes of due dates, oldest first."""
    found: dict[str, list[Extension]] = {}
    for row in _parts(db, "input_extension", "*", "decided_utc, rowid", only):
        found.setdefault(text(row, "input"), []).append(extension_from(row))
    return {key: tuple(changes) for key, changes in found.items()}


def files_by_input(db: Database, only: str | None) -> dict[str, tuple[KeptFile, ...]]:
    """Return what is known of the files, without their bytes, in the order in which they came."""
    found: dict[str, list[KeptFile]] = {}
    for row in _parts(db, "input_file", "id, input, name, media_type, size, sha256", "rowid", only):
        found.setdefault(text(row, "input"), []).append(file_from(row))
    return {key: tuple(files) for key, files in found.items()}


def _parts(db: Database, table: str, columns: str, order: str, only: str | None) -> list[dict[str, Value]]:
    return query(
        db,
        f"select {columns} from {table} where deleted_at is null and (? is null or input = ?) order by {order}",
        [only, only],
    )


def add_step(act: Act, identifier: str, step: Step, after: Standing) -> None:
    """Store a step in the life of an input and where it leaves it."""
    store_step(act, identifier, step)
    act.update(
        "input",
        identifier,
        {
            "state": after.state.value,
            "reason": after.reason,
            **instant_columns("received", after.received),
            "presented": int(after.presented),
            "clarification": int(after.clarification),
            "translation": int(after.translation),
        },
    )


def store_step(act: Act, identifier: str, step: Step) -> None:
    """Store a step by itself; the input's own row already says where it leaves it."""
    row: dict[str, Value] = {
        "input": identifier,
        "what": step.what.value,
        **instant_columns("at", step.at),
        "why": step.why,
    }
    act.insert("input_step", row)


def extend(act: Act, identifier: str, change: Extension) -> None:
    """Store a new due date and keep the old one."""
    act.insert("input_extension", {"input": identifier, **extension_columns(change)})
    act.update("input", identifier, instant_columns("due", change.after))


def add_file(act: Act, identifier: str, file: KeptFile, data: bytes, words: str = "") -> str:
    """Keep a file that came with an input, exactly as it came, with its words to search in."""
    return act.insert("input_file", {"input": identifier, **file_columns(file, data, words)})


def numbers_with_file(db: Database, sha256: str) -> tuple[int, ...]:
    """Return the numbers of the inputs that brought exactly this file."""
    rows = query(
        db,
        """select distinct i.number from input_file f join input i on i.id = f.input
        where f.sha256 = ? and f.deleted_at is null and i.deleted_at is null order by i.number""",
        [sha256],
    )
    return tuple(whole(row, "number") for row in rows)


def file_bytes(db: Database, identifier: str) -> bytes | None:
    """Return the bytes of a file that was kept."""
    row = one(db, "select bytes from input_file where id = ? and deleted_at is null", [identifier])
    return bytes(row["bytes"]) if row and isinstance(row["bytes"], bytes) else None


def words_of_files(db: Database, identifier: str) -> list[str]:
    """Return the words of the files that came with an input."""
    sql = "select text from input_file where input = ? and deleted_at is null order by rowid"
    return [text(row, "text") for row in query(db, sql, [identifier])]
