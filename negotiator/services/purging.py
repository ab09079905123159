"""Purging what must not be kept, such as a quote given to the wrong speaker: for good, leaving a tombstone."""

from dataclasses import dataclass
from pathlib import Path
from re import IGNORECASE, fullmatch

from negotiator.domain.proposal import proposal_code
from negotiator.errors import NotFound, Refused, WrongUsage
from negotiator.i18n import _
from negotiator.services.backups import back_up, backups
from negotiator.storage import purge as rows
from negotiator.storage.chain import PURGE
from negotiator.workspace import Workspace

_CODES = {"entry": r"(.+)-0*(\d+)", "proposal": r"()(?:p-?)?0*(\d+)", "input": r"()(?:i-?)?0*(\d+)"}
"""How each kind of record is called."""


@dataclass(frozen=True, slots=True)
class Purged:
    """What a purge did."""

    act: str
    """The act."""
    rewritten: bool
    """Whether the file was written anew; while somebody reads it, what was freed may still lie in it."""
    still_held: tuple[Path, ...]
    """Backups that still have the words."""
    removed: tuple[Path, ...]
    """Backups that had them and were removed."""
    proposals: tuple[str, ...] = ()
    """Codes of the proposals made of a purged entry, which may have its words still."""


def purge(workspace: Workspace, entity: str, code: str, *, why: str, with_backups: bool = False) -> Purged:
    """Empty an `entry`, `proposal` or `input` for good: its words, its files, and what its events say of them.

    The chain of events still verifies, and `check` says nothing of it. It cannot be undone. With `with_backups` the
    backups that have the words are removed and a new one is made. Raises `NotFound`, `WrongUsage` without a reason.
    """
    if not why.strip():
        raise WrongUsage(_("Say why it must not be kept, with --why."))
    named = fullmatch(_CODES[entity], code.strip(), flags=IGNORECASE)
    with workspace.reading() as db:
        identifier = rows.found(db, entity, int(named[2]), named[1].upper()) if named else None
    if identifier is None:
        raise NotFound(_("There is no {what}.", what=code))
    if workspace.as_of is not None:
        raise Refused(_("Nothing can be purged while looking back."))
    with workspace.acting(PURGE, what=code.strip().upper(), why=" ".join(why.split())) as act:
        rows.purge_row(act, entity, identifier)
        done = act.id
    with workspace.reading() as db:
        rewritten = rows.rewrite(db)
        made = tuple(map(proposal_code, rows.proposals_of(db, identifier))) if entity == "entry" else ()
    held = tuple(path for path in backups(workspace) if rows.holds(path, entity, identifier))
    removed: tuple[Path, ...] = ()
    if with_backups and held:
        for path in held:
            path.unlink()
        back_up(workspace)
        removed, held = held, ()
    return Purged(done, rewritten, held, removed, made)
