"""Builds small Word files out of the XML that stands in them."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_TOP = f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'


def relations(content: str) -> str:
    """A list of relations."""
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{content}</Relationships>'
    )


def part(root: str, content: str) -> str:
    """A part of a Word file with its root element."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {_SPACES}>{content}</w:{root}>'


def paragraph(words: str = "", *, properties: str = "") -> str:
    """A paragraph with one run, or with the XML given where it begins with `<`."""
    inside = words if words.startswith("<") else f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def numbered(words: str, list_id: int, level: int = 0) -> str:
    """A paragraph of a list."""
    return paragraph(words, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def level(place: int, style: str, pattern: str, more: str = "", start: int = 1) -> str:
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{more}'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def numbering(abstract: dict[int, str], lists: dict[int, tuple[int, str]]) -> str:
    """The lists of a document: the levels of each abstract one, then which list is made from which."""
    kinds = "".join(
        f'<w:abstractNum w:abstractNumId="{key}">{levels}</w:abstractNum>' for key, levels in abstract.items()
    )
    made = "".join(
        f'<w:num w:numId="{key}"><w:abstractNumId w:val="{of}"/>{more}</w:num>' for key, (of, more) in lists.items()
    )
    return part("numbering", kinds + made)


def word_file(body: str, **parts: str) -> bytes:
    """A whole Word file; further parts are given by name, such as `styles=` and `numbering=`."""
    listed = "".join(f'<Relationship Id="{name}" Type="{OFFICE}/{name}" Target="{name}.xml"/>' for name in parts)
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    typed = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{kind}.{name}+xml"/>' for name in ("document.main", *parts)
    ).replace("document.main.xml", "document.xml")
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default '
        'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default '
        f'Extension="xml" ContentType="application/xml"/>{typed}</Types>',
        "_rels/.rels": relations(_TOP),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relations(listed),
        **{f"word/{name}.xml": content for name, content in parts.items()},
    }
    return archive(files)


def archive(files: dict[str, str | bytes] | dict[str, str]) -> bytes:
    """A zip archive of these files."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return out.getvalue()
