"""Columns of the tables that keep files."""

from negotiator.domain.kept_files import KeptFile
from negotiator.storage.rows import Row, Value, text, whole


def file_from(row: Row) -> KeptFile:
    """Read what is known of a file, without its bytes."""
    return KeptFile(
        text(row, "name"), text(row, "media_type"), whole(row, "size"), text(row, "sha256"), text(row, "id")
    )


def file_columns(file: KeptFile, data: bytes, words: str) -> dict[str, Value]:
    """Spread a file over its columns, with its bytes and with its words to search in."""
    return {
        "name": file.name,
        "media_type": file.media_type,
        "size": file.size,
        "sha256": file.sha256,
        "bytes": data,
        "text": words,
    }
