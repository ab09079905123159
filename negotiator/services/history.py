"""Undo, redo and the list of what was done, across restarts."""

from dataclasses import dataclass

from negotiator.domain.event import Act, Link, made_later, standing
from negotiator.errors import NotFound, Refused
from negotiator.i18n import _
from negotiator.storage import history as rows
from negotiator.storage.driver import sqlite3
from negotiator.workspace import Workspace


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What an undo or a redo did."""

    act: str
    """The act that did it."""
    undone: str
    """The act that was taken back."""
    told: str
    """What was undone or done again, in the language in use."""


def undo(workspace: Workspace, *, act: str | None = None, others: bool = False) -> TakenBack:
    """Take back the latest act of the person who acts, or the named one.

    With `others`, the latest of anybody. Raises `Refused` where a row was changed again since, or where the act is
    somebody else's and `others` is not given; `NotFound` where there is nothing to undo.
    """
    with workspace.reading() as db:
        links = rows.links(db)
        for_good = rows.purges(db)
        if act in for_good:
            raise Refused(_("What was purged cannot be brought back."))
        done = standing(links, None if others or act else workspace.who()).done
        able = tuple(link for link in done if link.id not in for_good)
        chosen = next((link for link in able if link.id == act), None) if act else next(reversed(able), None)
        if chosen is None:
            raise NotFound(_("There is no act {act} that could be undone.", act=act) if act else _nothing(links))
    if chosen.by != workspace.who() and not others:
        raise Refused(_("That was done by {by}; add --others to undo it all the same.", by=chosen.by))
    return _take_back(workspace, chosen.id)


def redo(workspace: Workspace, *, others: bool = False) -> TakenBack:
    """Do again what the person who acts undid last; a new act in between leaves nothing to redo."""
    with workspace.reading() as db:
        undone = standing(rows.links(db), None if others else workspace.who()).undone
    if not undone:
        raise NotFound(_("There is nothing to redo."))
    return _take_back(workspace, undone[-1].id)


def history(workspace: Workspace, *, most: int = 50) -> list[Act]:
    """List what was done, newest first."""
    with workspace.reading() as db:
        return rows.acts(db, most=most)


def _take_back(workspace: Workspace, identifier: str) -> TakenBack:
    with workspace.reading() as db:
        chosen = rows.act_named(db, identifier)
    if chosen is None:
        raise NotFound(_("There is no act {act} that could be undone.", act=identifier))
    with workspace.acting(chosen.label, undoes=chosen.id, **chosen.details) as writing:
        later = rows.change_by(writing.db, chosen.id, made_later(rows.links(writing.db), chosen.id))
        if later is not None:
            raise Refused(
                _("“{what}” cannot be undone: {by} has changed the same thing since.", what=chosen.told, by=later.by)
            )
        try:
            rows.apply_inverse(writing, chosen.id)
        except sqlite3.IntegrityError as problem:
            raise Refused(
                _("“{what}” cannot be undone: its code is used by another now.", what=chosen.told)
            ) from problem
    return TakenBack(writing.id, chosen.id, chosen.told)


def _nothing(links: list[Link]) -> str:
    if links:
        return _("You have nothing to undo; the latest act is by {by} (add --others to undo it).", by=links[-1].by)
    return _("There is nothing to undo.")
