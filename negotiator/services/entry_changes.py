"""Entries of the log changed and set aside; those that somebody else typed only where that is meant."""

from negotiator.domain.entry import Entry
from negotiator.domain.meeting import Source
from negotiator.errors import Refused
from negotiator.i18n import N_, _
from negotiator.services.sessions import Logged, columns_of, find_entry, known_speaker, parse_with, session_row
from negotiator.services.speakers import call_roll
from negotiator.services.text_on_screen import text_on_screen
from negotiator.storage import sessions as rows
from negotiator.storage.rows import text
from negotiator.workspace import Workspace


def edit_entry(workspace: Workspace, entry: str, line: str, *, others: bool = False) -> Logged:
    """Replace what an entry says by another line; when it was said stays.

    Raises `Refused` where somebody else typed it and `others` is not given.
    """
    old = _own(workspace, entry, others)
    row = session_row(workspace, old.session)
    roll, screen = call_roll(workspace), text_on_screen(workspace, old.draft or text(row, "draft"))
    with workspace.reading() as db:
        held = next((each for each in rows.meetings(db, old.session) if each.number == old.meeting), None)
    understood = parse_with(line, roll, screen, held.chair_at(old.said) if held else None, old.said.date)
    speaker = known_speaker(understood)
    with workspace.acting(N_("edit {entry}"), entry=old.code) as act:
        act.update("entry", old.id, columns_of(understood, line, roll, screen, old.said))
        if held:
            rows.note_attendance(act, held.id, roll.ids[speaker], Source.LOG)
    return Logged(old.code, act.id, understood, old.meeting)


def delete_entry(workspace: Workspace, entry: str, *, others: bool = False) -> str:
    """Set an entry aside and return the act; an undo brings it back.

    Raises `Refused` where somebody else typed it and `others` is not given.
    """
    old = _own(workspace, entry, others)
    with workspace.acting(N_("delete {entry}"), entry=old.code) as act:
        act.delete("entry", old.id)
    return act.id


def typed_by_another(workspace: Workspace, entry: Entry) -> str:
    """Return who typed or last changed an entry, where that is not whoever acts; else nothing."""
    return "" if entry.by == workspace.who() else entry.by


def _own(workspace: Workspace, entry: str, others: bool) -> Entry:
    old = find_entry(workspace, entry)
    by = typed_by_another(workspace, old)
    if by and not others:
        told = {"entry": old.code, "by": by}
        raise Refused(_("{entry} was typed by {by}; add --others to change it all the same.", **told))
    return old
