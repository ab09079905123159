"""Searching everything: drafts, inputs and their files, the log, proposals and letters."""

from collections.abc import Sequence

from negotiator.domain.audience import Audience
from negotiator.domain.search import Hit, Room, hits
from negotiator.errors import WrongUsage
from negotiator.i18n import _
from negotiator.storage import search as rows
from negotiator.workspace import Workspace

MOST = 200
"""How many hits are told where nothing else is asked."""


def search(
    workspace: Workspace,
    words: Sequence[str],
    rooms: Sequence[Room] = tuple(Room),
    *,
    audience: Audience = Audience.PRIVATE,
    most: int = MOST,
) -> tuple[Hit, ...]:
    """Return the records that have every word, room by room, the newest first; case, accents and width set aside.

    Raises `WrongUsage` where there is nothing to look for.
    """
    wanted = [word for word in words if word.strip()]
    if not wanted:
        raise WrongUsage(_("Say what to look for."))
    found: list[Hit] = []
    with workspace.reading() as db:
        for room in rooms:
            seen = (each for each in rows.records(db, room) if audience.sees(each.visibility))
            found += hits(seen, wanted, most - len(found))
            if len(found) >= most:
                break
    return tuple(found)
