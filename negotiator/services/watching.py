"""Noticing that somebody else changed the workspace: another terminal, another officer."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from negotiator.storage.database import connect, data_version, told_plainly
from negotiator.workspace import Workspace


@contextmanager
def watching(workspace: Workspace) -> Iterator[Callable[[], bool]]:
    """Give a function that says whether anything was stored since it was last asked.

    It keeps a connection of its own, because SQLite counts what *other* connections have stored.
    """
    db = connect(workspace.database_path)
    seen = data_version(db)

    def changed() -> bool:
        nonlocal seen
        before = seen
        with told_plainly(workspace.database_path):
            seen = data_version(db)
        return before != seen

    try:
        yield changed
    finally:
        db.close()
