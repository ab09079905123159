"""The parts of a Word file around its text: styles, settings, properties, and the archive that holds them."""

from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The date of every entry of the archive, so that the same text gives the same bytes."""

_PARTS = ("styles", "settings", "comments")
_LANGUAGES = {"en": "en-GB", "zh": "en-GB", "fr": "fr-FR", "es": "es-ES", "ru": "ru-RU", "ar": "ar-SA"}
_HEADING_SIZES = (32, 28, 26, 24, 22, 22)
"""In half points."""
_INDENT = 567
"""One centimetre, in twentieths of a point."""


def package(body: str, comments: str, title: str, author: str, at: str, language: str) -> bytes:
    """Pack the paragraphs and comments of a document, given as XML, into the bytes of a .docx."""
    page = (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" '
        'w:left="1418" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'
    )
    files = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            {
                "word/document.xml": f"{_OFFICE}/officeDocument",
                "docProps/core.xml": f"{_PACKAGE}/relationships/metadata/core-properties",
            }
        ),
        "docProps/core.xml": _properties(title, author, at),
        "word/document.xml": f"<w:document {_W}><w:body>{body}{page}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations({f"{name}.xml": f"{_OFFICE}/{name}" for name in _PARTS}),
        "word/styles.xml": _styles(_LANGUAGES.get(language, language)),
        "word/settings.xml": f'<w:settings {_W}><w:zoom w:percent="100"/><w:compat><w:compatSetting '
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        "</w:compat></w:settings>",
        "word/comments.xml": f"<w:comments {_W}>{comments}</w:comments>",
    }
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = ZipInfo(name, _EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, _HEAD + content)
    return out.getvalue()


def _content_types() -> str:
    overrides = {
        "/word/document.xml": f"{_TYPE}.document.main+xml",
        **{f"/word/{name}.xml": f"{_TYPE}.{name}+xml" for name in _PARTS},
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    listed = "".join(f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in overrides.items())
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def _relations(targets: dict[str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (target, kind) in enumerate(targets.items(), 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _properties(title: str, author: str, at: str) -> str:
    dated = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{at}</dcterms:{name}>' for name in ("created", "modified")
    )
    printable = [escape("".join(c for c in words if c.isprintable())) for words in (title, author)]
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{printable[0]}</dc:title><dc:creator>{printable[1]}</dc:creator>{dated}</cp:coreProperties>"
    )


def _styles(language: str) -> str:
    defaults = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" '
        'w:eastAsia="SimSun" w:cs="Times New Roman"/><w:sz w:val="22"/><w:szCs w:val="22"/>'
        f'<w:lang w:val="{escape(language)}" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
    )
    styles = [
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
        _style("Title", "Title", '<w:jc w:val="center"/>', '<w:b/><w:bCs/><w:sz w:val="36"/><w:szCs w:val="36"/>'),
        _style("FootnoteText", "footnote text", "", '<w:sz w:val="18"/><w:szCs w:val="18"/>'),
        _style("CommentText", "annotation text", "", '<w:sz w:val="20"/><w:szCs w:val="20"/>'),
    ]
    for level, size in enumerate(_HEADING_SIZES):
        styles.append(
            _style(
                f"Heading{level + 1}",
                f"heading {level + 1}",
                f'<w:keepNext/><w:spacing w:before="240"/><w:outlineLvl w:val="{level}"/>',
                f'<w:b/><w:bCs/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>',
            )
        )
    styles += [
        _style(f"Level{level}", f"Level {level}", f'<w:ind w:left="{level * _INDENT}"/>', "") for level in range(1, 5)
    ]
    return f"<w:styles {_W}>{defaults}{''.join(styles)}</w:styles>"


def _style(key: str, name: str, paragraph: str, run: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )
