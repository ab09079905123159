"""Columns of the tables that keep changes of due dates."""

from negotiator.domain.inputs import Extension
from negotiator.storage.rows import Row, Value, instant_columns, instant_from, moment_from, text


def extension_from(row: Row) -> Extension:
    """Read a change of a due date."""
    before = instant_from(row, "before")
    after = moment_from(row, "after")
    return Extension(moment_from(row, "decided"), before, after, text(row, "why"), text(row, "source"))


def extension_columns(change: Extension) -> dict[str, Value]:
    """Spread a change of a due date over its columns."""
    return {
        **instant_columns("decided", change.decided),
        **instant_columns("before", change.before),
        **instant_columns("after", change.after),
        "why": change.why,
        "source": change.source,
    }
