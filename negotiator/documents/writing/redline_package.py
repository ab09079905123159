"""A Word file packed again around a changed body: every other part stays byte for byte, comments are added."""

from html import escape
from io import BytesIO
from posixpath import dirname, join, relpath
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from negotiator.documents.reading.word_names import W
from negotiator.documents.reading.word_package import Package

if TYPE_CHECKING:
    from lxml.etree import _Element

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_EARLIEST = (1980, 1, 1, 0, 0, 0)


def repacked(package: Package, document: "_Element", comments: "_Element | None", added: list[str]) -> bytes:
    """Return the bytes of a Word file with another document and with more comments."""
    from lxml import etree

    parts = package.parts()
    parts[package.document] = _written(document)
    if added:
        if comments is None:
            comments = etree.Element(f"{W}comments", nsmap={"w": W[1:-1]})
        comments.extend(etree.fromstring(f'<w:x xmlns:w="{W[1:-1]}">{"".join(added)}</w:x>'))
        target = package.target("comments")
        if target is None:
            target = join(dirname(package.document), "comments.xml")
            while target in parts:
                target = target.replace(".xml", "-1.xml")
            _name(package, parts, target)
        parts[target] = _written(comments)
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda each: each != "[Content_Types].xml"):
            entry = ZipInfo(name, _EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, parts[name])
    return out.getvalue()


def _written(root: "_Element") -> bytes:
    from lxml import etree

    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True))


def _name(package: Package, parts: dict[str, bytes], target: str) -> None:
    """Say in the lists of the archive that a part holds the comments of the document."""
    from lxml import etree

    folder, _slash, file = package.document.rpartition("/")
    listed = join(folder, "_rels", f"{file}.rels")
    relations = package.tree(listed) if listed in parts else etree.Element(f"{{{_RELATIONS}}}Relationships")
    taken = {each.get("Id") for each in relations}
    key = next(name for number in range(1, len(taken) + 2) if (name := f"rIdChanges{number}") not in taken)
    way = escape(relpath(target, folder or "."))
    etree.SubElement(relations, f"{{{_RELATIONS}}}Relationship", {"Id": key, "Type": _KIND, "Target": way})
    parts[listed] = _written(relations)
    if "[Content_Types].xml" in parts:
        types = package.tree("[Content_Types].xml")
        space = str(types.tag).rpartition("}")[0]
        etree.SubElement(types, f"{space}}}Override", {"PartName": f"/{target}", "ContentType": _TYPE})
        parts["[Content_Types].xml"] = _written(types)
