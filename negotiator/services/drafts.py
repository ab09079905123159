"""Drafts: listed, read and handed out as sides of a comparison; registering one is in `draft_acts`."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from negotiator.domain.draft import Draft, DraftText, in_order
from negotiator.domain.notes import Note
from negotiator.errors import NotFound
from negotiator.i18n import _
from negotiator.services.text_on_screen import TextOnScreen
from negotiator.storage import drafts as rows
from negotiator.storage.opened import Database
from negotiator.text.provision import Reading
from negotiator.workspace import Workspace

if TYPE_CHECKING:
    from negotiator.comparing.comparison import Side

READER_VERSION = 3
"""Which reader made a reading; raise it when a text would be read into other provisions than before."""


@dataclass(frozen=True, slots=True)
class Loose:
    """A file in the workspace's `drafts/` that is not registered."""

    path: Path
    """Where it is."""
    size: int
    """How many bytes it has."""


def list_drafts(workspace: Workspace) -> tuple[Draft, ...]:
    """Return the drafts as they came; while the clock is frozen, only those that were released by then."""
    with workspace.reading() as db:
        found = rows.drafts(db)
    if workspace.as_of is not None:
        day = workspace.as_of.date
        found = [draft for draft in found if draft.is_out(day)]
    return tuple(in_order(found))


def get_draft(workspace: Workspace, address: str) -> tuple[Draft, DraftText]:
    """Return the draft and the text that an address names: `rev1`, or `rev1/zh` for another language.

    Raises `NotFound`, also for a draft that was not released by the moment to which the clock is set.
    """
    code, _slash, language = address.strip().partition("/")
    drafts = list_drafts(workspace)
    draft = next((each for each in drafts if each.code == code.lower()), None)
    if draft is None:
        codes = ", ".join(each.code for each in drafts) or _("none")
        raise NotFound(_("There is no draft {code}; there are: {codes}.", code=code, codes=codes))
    text = draft.text(language.lower() or None)
    if text is None:
        languages = ", ".join(draft.languages) or _("none")
        raise NotFound(
            _(
                "{code} has no text in {language}; it has: {languages}.",
                code=code,
                language=language,
                languages=languages,
            )
        )
    return draft, text


def draft_reading(workspace: Workspace, address: str) -> Reading:
    """Return the provisions of a text, its doubts and what was left out."""
    _draft, text = get_draft(workspace, address)
    with workspace.reading() as db:
        return _reading(db, text)


def _reading(db: Database, text: DraftText) -> Reading:
    """Return the stored reading; a text that this version of the reader has not read yet is read from its bytes."""
    stored = rows.stored_reading(db, text.id, READER_VERSION)
    return stored or read_bytes(db, text.id, text.language)


def read_bytes(db: Database, text_id: str, language: str) -> Reading:
    """Read the bytes of a text anew, as this version of the reader does."""
    from negotiator.documents.reading.registry import read
    from negotiator.text.structure import read_structure

    data, name = rows.bytes_of(db, text_id)
    return read_structure(read(data, name).lines, language)


def draft_text(workspace: Workspace, address: str) -> str:
    """Return the words of a text line by line, as they were registered."""
    _draft, text = get_draft(workspace, address)
    with workspace.reading() as db:
        return rows.words_of(db, text.id)


def draft_notes(workspace: Workspace, address: str) -> tuple[Note, ...]:
    """Return what the reader of the file had to say when the text was registered."""
    _draft, text = get_draft(workspace, address)
    with workspace.reading() as db:
        return rows.notes_of(db, text.id)


def draft_side(workspace: Workspace, address: str) -> "Side":
    """Return a text as one side of a comparison."""
    from negotiator.comparing.comparison import Side

    _draft, text = get_draft(workspace, address)
    with workspace.reading() as db:
        reading = _reading(db, text)
    return Side(text.address, text.language, text.sha256, reading.provisions)


def latest_two(workspace: Workspace) -> tuple[str, str]:
    """Return the addresses of the latest two drafts released at the clock's moment, the older one first.

    The older one is given in the language of the newer one where it has it. Raises `NotFound` where there are not two.
    """
    out = [draft for draft in list_drafts(workspace) if draft.is_out(workspace.now().date) and draft.texts]
    if len(out) < 2:
        raise NotFound(_("There are not two drafts to compare yet; “negotiator draft add” registers one."))
    older, newer = out[-2:]
    old = older.text(newer.texts[0].language) or older.texts[0]
    return old.address, newer.texts[0].address


def text_for_screen(workspace: Workspace, address: str | None = None) -> TextOnScreen:
    """Return a text by its address, else the draft released last at the clock's moment; raises `NotFound`."""
    if address is None:
        out = [draft for draft in list_drafts(workspace) if draft.is_out(workspace.now().date) and draft.texts]
        if not out:
            raise NotFound(_("There is no draft yet; “negotiator draft add” registers one."))
        address = out[-1].code
    _draft, text = get_draft(workspace, address)
    with workspace.reading() as db:
        return TextOnScreen(text.address, text.id, _reading(db, text).provisions)


def unregistered_files(workspace: Workspace) -> tuple[Loose, ...]:
    """Return the files in the workspace's `drafts/` that could be registered and are not, told by their bytes."""
    from negotiator.documents.reading.registry import ENDINGS, LIMIT

    try:
        paths = sorted(path for path in workspace.drafts_folder.iterdir() if _may_be_a_draft(path, ENDINGS))
        sizes = {path: path.stat().st_size for path in paths}
    except OSError:  # no such folder, or not ours to read
        return ()
    if not sizes:
        return ()
    with workspace.reading() as db:
        known = {text.sha256 for draft in rows.drafts(db) for text in draft.texts}
    return tuple(
        Loose(path, size)
        for path, size in sizes.items()
        if not 0 < size <= LIMIT or sha256(path.read_bytes()).hexdigest() not in known
    )


def _may_be_a_draft(path: Path, endings: tuple[str, ...]) -> bool:
    """Leave out what programs hide and what only says what a folder holds."""
    passed_over = path.name.startswith((".", "~$")) or path.stem.casefold() == "readme"
    return path.is_file() and not passed_over and path.suffix.lower() in endings
