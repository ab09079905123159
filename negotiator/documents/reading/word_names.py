"""Names of the XML of Word, and the small questions that are asked of its elements."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
VAL = f"{W}val"


def value(element: "_Element | None", child: str) -> str | None:
    """Return the value of a child element, such as the `heading 1` of `<w:name w:val="heading 1"/>`."""
    found = None if element is None else element.find(W + child)
    return None if found is None else str(found.get(VAL, "")) or None


def number(element: "_Element | None", child: str) -> int | None:
    """Return the value of a child element as a whole number; None where there is none."""
    written = value(element, child)
    try:
        return None if written is None else int(written)
    except ValueError:
        return None


def is_on(element: "_Element | None", child: str) -> bool:
    """Say whether a switch such as `<w:vanish/>` is there and not turned off."""
    found = None if element is None else element.find(W + child)
    return found is not None and found.get(VAL, "1") not in ("0", "false", "off", "none")
