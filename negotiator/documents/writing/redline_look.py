"""The look of a new text's own Word file kept in its redline, or not at all: the result is read back both ways."""

from datetime import datetime

from negotiator.comparing.comparison import Comparison
from negotiator.documents.reading.document import Mode
from negotiator.documents.reading.docx import read_docx
from negotiator.documents.reading.word_names import W
from negotiator.documents.reading.word_package import Package
from negotiator.documents.writing.redline import printed
from negotiator.documents.writing.redline_base import Writing
from negotiator.documents.writing.redline_gaps import gaps_of
from negotiator.errors import BadFile

_ROUNDS = 8
_TRACKED = frozenset(
    W + name
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "pPrChange", "rPrChange", "sectPrChange", "tblPrChange", "trPrChange"),
        *("tcPrChange", "tblGridChange", "numberingChange", "cellIns", "cellDel", "cellMerge"),
    )
)


def kept_look(comparison: Comparison, base: bytes, *, author: str, at: datetime) -> bytes | None:
    """Return the new text's own Word file with tracked changes; None where a letter or a number would be lost.

    That is so where the file bears tracked changes of its own or macros, and where what is read back out of the result
    is not exactly the new text on the one side and the old text on the other.
    """
    try:
        return _kept_look(comparison, base, author, at)
    except (BadFile, RecursionError):
        return None


def _kept_look(comparison: Comparison, base: bytes, author: str, at: datetime) -> bytes | None:
    name = "base.docx"
    package = Package(base, name)
    if package.has_macros or b"purl.oclc.org" in package.parts()[package.document]:
        return None
    lines = read_docx(base, name, Mode.ACCEPTED)[0]
    wanted_new, gap = [line.text for line in lines], gaps_of(lines, comparison.new.provisions)
    old = [each for each in comparison.old.provisions if printed(each).strip()]
    wanted_old = [printed(each, gap).strip() for each in old]
    place_of_old = {each.index: place for place, change in enumerate(comparison.changes) for each in change.old}
    typed: set[int] = set()
    typed_notes = False
    unmovable: frozenset[int] = frozenset()
    for _round in range(_ROUNDS):
        writing = Writing(comparison, Package(base, name), author, at, frozenset(typed), typed_notes, unmovable)
        if writing.body is None or any(each.tag in _TRACKED for each in writing.reader.document.iter()):
            return None
        data = writing.written()
        if writing.unmoved():
            unmovable |= writing.unmoved()
            continue
        if [line.text for line in read_docx(data, name, Mode.ACCEPTED)[0]] != wanted_new:
            return None
        found = [line.text.strip() for line in read_docx(data, name, Mode.REJECTED)[0]]
        if found == wanted_old:
            return data
        wrong = {
            place_of_old[each.index]
            for each, was, now in zip(old, wanted_old, found, strict=False)
            if was != now and place_of_old[each.index] not in typed
        }
        if len(found) == len(wanted_old) and wrong:
            typed |= wrong
        elif not typed_notes:
            typed_notes = True
        else:
            return None
    return None
