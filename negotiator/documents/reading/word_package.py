"""The zip archive that a Word file is: a stranger's, so every size is bounded and no entity is ever followed."""

import lzma
import zlib
from collections.abc import Mapping
from io import BytesIO
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile, ZipInfo

from negotiator.errors import BadFile
from negotiator.i18n import _

if TYPE_CHECKING:
    from lxml.etree import _Element

LARGEST = 64 * 1024 * 1024
"""The most bytes that the parts which are read may have together when they are unpacked."""
STEEPEST = 300
"""The most that a large part may have been packed: honest documents stay below 60 to one."""
SMALL = 4 * 1024 * 1024
"""Below this size a part may be packed as tightly as it likes."""
MOST_PARTS = 20_000

_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
)


class Package:
    """The parts of a Word file, unpacked one by one when they are asked for."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open the archive; raises `BadFile` where it is damaged, locked, or no Word file."""
        self.name = name
        self._unpacked = 0
        try:
            self._archive = ZipFile(BytesIO(data))
            self._entries: Mapping[str, ZipInfo] = {entry.filename: entry for entry in self._archive.infolist()}
        except (BadZipFile, ValueError, OSError, RuntimeError) as problem:
            raise BadFile(_("{name} is damaged: the archive that it is cannot be opened.", name=name)) from problem
        if len(self._entries) > MOST_PARTS:
            raise BadFile(_("{name} has too many parts to be a document.", name=name))
        if any(entry.flag_bits & 0x1 for entry in self._entries.values()):
            raise BadFile(_("{name} is locked with a password; save it without one.", name=name))
        self.document = self._find_document()
        self.missing: list[str] = []
        """The parts that the file names but does not hold."""
        self._related = self._relations(self.document)

    @property
    def has_macros(self) -> bool:
        """Whether programs travel with the text."""
        return any(entry.endswith("vbaProject.bin") for entry in self._entries)

    def related(self, kind: str) -> "_Element | None":
        """Return the part that the document names for a purpose, such as `styles`; None where there is none."""
        target = self._related.get(kind)
        if target is None:
            return None
        if target not in self._entries:
            self.missing.append(target)
            return None
        return self.tree(target)

    def tree(self, part: str) -> "_Element":
        """Parse a part; raises `BadFile` naming it and the line where it is not what it should be."""
        from lxml import etree

        raw = self._unpack(part)
        for strict, usual in _STRICT:
            raw = raw.replace(strict, usual)
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
            collect_ids=False,
        )
        try:
            root = etree.fromstring(raw, parser)
        except (etree.XMLSyntaxError, ValueError) as problem:
            raise BadFile(
                _("{name} is damaged in {part}: {problem}.", name=self.name, part=part, problem=problem)
            ) from problem
        if root.getroottree().docinfo.internalDTD is not None:
            raise BadFile(_("{name} declares entities in {part}, as no Word file does.", name=self.name, part=part))
        return root

    def parts(self) -> dict[str, bytes]:
        """Unpack everything that lies in the archive, but for names that would climb out of a folder."""
        names = [name for name in self._entries if not name.startswith(("/", "\\")) and ".." not in name.split("/")]
        return {name: self._unpack(name) for name in names if not name.endswith("/")}

    def target(self, kind: str) -> str | None:
        """Return the name of the part that serves a purpose, such as `comments`; None where the file holds none."""
        named = self._related.get(kind)
        return named if named in self._entries else None

    def _unpack(self, part: str) -> bytes:
        entry = self._entries[part]
        try:
            with self._archive.open(entry) as file:
                raw = file.read(LARGEST - self._unpacked + 1)
        except (BadZipFile, lzma.LZMAError, zlib.error, EOFError, OSError, RuntimeError, ValueError) as problem:
            raise BadFile(_("{name} is damaged: {part} cannot be unpacked.", name=self.name, part=part)) from problem
        self._unpacked += len(raw)
        if self._unpacked > LARGEST or len(raw) > max(SMALL, STEEPEST * max(1, entry.compress_size)):
            raise BadFile(_("{name} would grow beyond all measure: {part} is no text.", name=self.name, part=part))
        return raw

    def _find_document(self) -> str:
        if "_rels/.rels" in self._entries:
            named = next(
                (target for kind, target in self._relations("").items() if kind == "officeDocument"),
                "word/document.xml",
            )
        else:
            named = "word/document.xml"
        if named not in self._entries:
            raise BadFile(_("{name} is no Word file: it has no document in it.", name=self.name))
        if not named.startswith("word/") and ("xl/" in named or "ppt/" in named):
            raise BadFile(_("{name} is a workbook or a presentation, not a Word file.", name=self.name))
        return named

    def _relations(self, part: str) -> dict[str, str]:
        folder = dirname(part)
        listed = join(folder, "_rels", f"{part.rpartition('/')[2]}.rels") if part else "_rels/.rels"
        if listed not in self._entries:
            return {}
        found: dict[str, str] = {}
        for relation in self.tree(listed).iter(_RELATIONS):
            if relation.get("TargetMode") != "External":
                target = str(relation.get("Target", ""))
                # A path that climbs out of the archive names no part of it, and nothing is ever written to disk.
                path = target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))
                found.setdefault(str(relation.get("Type", "")).rpartition("/")[2], path)
        return found
