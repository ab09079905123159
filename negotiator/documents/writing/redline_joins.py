"""What becomes of paragraphs that join when the end between them goes: made the same for Word and for LibreOffice.

LibreOffice keeps a paragraph that should go where the call of a comment is left in it, where nothing numbered follows,
or where parts of it were moved and parts written; and it takes what one person did within a minute at the end of a
paragraph and at the beginning of the next for one change.
"""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from negotiator.documents.reading.word_names import W
from negotiator.documents.writing.redline_docx import Writer
from negotiator.documents.writing.redline_markup import switched_off

if TYPE_CHECKING:
    from lxml.etree import _Element

APART = timedelta(minutes=2)
"""How far apart two changes must be for LibreOffice to take them for two."""
_GONE = ("del", "moveFrom")
_COME = ("ins", "moveTo")
_CHANGES = frozenset(W + name for name in (*_GONE, *_COME))
_RANGES = frozenset(
    W + name
    for name in ("pPr", "bookmarkStart", "bookmarkEnd", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart")
) | frozenset(W + name for name in ("moveToRangeEnd", "commentRangeStart", "commentRangeEnd", "proofErr"))


def settled(blocks: "list[_Element]", inserted: "list[_Element]", writer: Writer) -> None:
    """Settle every place of a body where paragraphs may join; `inserted` are the properties of new numbered ones."""
    for properties in reversed(inserted):
        paragraph = properties.getparent()
        if not _is_counted(paragraph) or (paragraph is not None and _is_mixed(paragraph)):
            switched_off(properties, writer)
    for block in blocks:
        _call_behind(block)
    told_apart(blocks)


def told_apart(blocks: "list[_Element]") -> None:
    """Date a change at the beginning of a paragraph later than its like at the end of the one before, or the other way.

    Paragraphs that go or come as a whole may be one change with their like.
    """
    before: _Element | None = None
    was_tracked = False
    for block in blocks:
        if block.tag != f"{W}p":
            before = None
            continue
        said = [each for each in block if each.tag not in _RANGES]
        tracked = _ends(block, (*_GONE, *_COME))
        alike = before is not None and said and said[0].tag == before.tag in _CHANGES
        if before is not None and alike and not (tracked and was_tracked) and _date(said[0]) == _date(before):
            (before if tracked else said[0]).set(f"{W}date", later(_date(before)))
        before, was_tracked = said[-1] if said else None, tracked


def later(date: str) -> str:
    """Return the date of a change that must not be taken for one with its neighbour."""
    return (datetime.fromisoformat(date.replace("Z", "+00:00")) + APART).strftime("%Y-%m-%dT%H:%M:%SZ")


def _date(change: "_Element") -> str:
    return str(change.get(f"{W}date"))


def _ends(block: "_Element | None", tags: tuple[str, ...]) -> bool:
    return block is not None and any(block.find(f"{W}pPr/{W}rPr/{W}{tag}") is not None for tag in tags)


def _call_behind(block: "_Element") -> None:
    """Put the call of a comment on a paragraph that goes before the next one that stays."""
    going = [each for each in block if each.tag in _CHANGES and each.find(f"{W}r/{W}commentReference") is not None]
    left = _left(block, (*_GONE, *_COME)) if going else None
    if left is None:
        return
    for each in going:
        end, call = each.getprevious(), each[0]
        block.remove(each)
        moved = [end, call] if end is not None and end.tag == f"{W}commentRangeEnd" else [call]
        place = sum(other.tag == f"{W}pPr" for other in left)
        left[place:place] = moved


def _is_mixed(block: "_Element") -> bool:
    """Say whether part of a paragraph was moved here and part written here, which LibreOffice rejects by turns."""
    return block.find(f"{W}moveTo") is not None and block.find(f"{W}ins") is not None


def _left(block: "_Element", tags: tuple[str, ...]) -> "_Element | None":
    """Return the paragraph that a run of paragraphs whose ends go ends in; None where it is a table or nothing."""
    following = block.getnext()
    while _ends(following, tags):
        following = None if following is None else following.getnext()
    return following if following is not None and following.tag == f"{W}p" else None


def _is_counted(inserted: "_Element | None") -> bool:
    """Say whether the paragraph that is left after inserted ones bears its own number on both sides."""
    left = None if inserted is None else _left(inserted, _COME)
    properties = None if left is None else left.find(f"{W}pPr")
    return properties is not None and _is_numbered(properties) and properties.find(f"{W}pPrChange") is None


def _is_numbered(properties: "_Element") -> bool:
    number = properties.find(f"{W}numPr/{W}numId")
    return number is not None and number.get(f"{W}val") != "0"
