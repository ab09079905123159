"""The Word file that a redline is written into: the new text's own, where it has one."""

from hashlib import sha256
from os.path import isfile
from typing import TYPE_CHECKING

from negotiator.comparing.comparison import Comparison
from negotiator.documents.reading.registry import WORD, bytes_of, media_type_of
from negotiator.errors import BadFile, NotFound

if TYPE_CHECKING:
    from negotiator.workspace import Workspace


def word_bytes(comparison: Comparison, named: str | None, workspace: "Workspace | None") -> bytes:
    """Return the bytes of the new text where it is a .docx, a file or a stored draft; none where it is not.

    `named` is the path or the address as it was given; none for the latest draft. The bytes are those that were
    compared, or none at all.
    """
    data, name = b"", comparison.new.name
    if workspace is not None:
        data, name = _stored(workspace, comparison.new.name)
    if not data and named and named != "-" and isfile(named):  # noqa: PTH113  # costs no import of pathlib
        data, name = bytes_of(named), named
    if not data or sha256(data).hexdigest() != comparison.new.sha256:
        return b""
    try:
        return data if media_type_of(data, name) == WORD else b""
    except BadFile:
        return b""


def _stored(workspace: "Workspace", address: str) -> tuple[bytes, str]:
    from negotiator.services.drafts import get_draft
    from negotiator.storage import drafts as rows

    try:
        _draft, text = get_draft(workspace, address)
    except NotFound:
        return b"", ""
    with workspace.reading() as db:
        return rows.bytes_of(db, text.id)
