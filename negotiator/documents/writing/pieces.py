"""The words of a change as people mark them: spaces stay outside the marks, a paragraph break is shown as ¶."""

from collections.abc import Sequence
from dataclasses import dataclass

from negotiator.comparing.comparison import Op, Segment

BREAK = "¶"
"""Stands for a paragraph break that was deleted or inserted."""

_SPACES = " \t\u00a0\u3000"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words to show in one way."""

    op: Op
    """Kept, deleted or inserted."""
    words: str
    """The words, without line breaks."""


Line = list[Piece]


def inline_lines(segments: Sequence[Segment]) -> list[Line]:
    """Return both texts as one, a line for each paragraph of the new text, deleted words before inserted ones.

    For the eye only: where a marked word had its space inside the mark, the space stands outside.
    """
    writer = _Writer()
    deleted = inserted = ""
    for place, segment in enumerate(segments):
        if segment.op is Op.DELETED:
            deleted += segment.old
        elif segment.op is Op.INSERTED:
            inserted += segment.new
        elif (deleted or inserted) and not segment.new.strip(_SPACES) and place + 1 < len(segments):
            # A space alone is no island between two edits.
            deleted += segment.old
            inserted += segment.new
        else:
            writer.edit(deleted, inserted)
            deleted = inserted = ""
            writer.add(Op.KEPT, segment.new)
    writer.edit(deleted, inserted)
    return writer.lines


def side_lines(segments: Sequence[Segment], op: Op) -> list[Line]:
    """Return the old text (`Op.DELETED`) or the new one (`Op.INSERTED`), a line for each of its paragraphs."""
    writer = _Writer()
    for segment in segments:
        words = segment.old if op is Op.DELETED else segment.new
        if segment.op is Op.KEPT:
            writer.add(Op.KEPT, words)
        elif words:
            for place, part in enumerate(words.split("\n")):
                if place:
                    writer.lines.append([])
                core = part.strip(_SPACES)
                start = part.find(core) if core else len(part)
                for kind, run in ((Op.KEPT, part[:start]), (op, core), (Op.KEPT, part[start + len(core) :])):
                    writer.add(kind, run)
    return writer.lines


class _Writer:
    """Puts pieces on lines; never two spaces at a seam."""

    def __init__(self) -> None:
        self.lines: list[Line] = [[]]

    def edit(self, deleted: str, inserted: str) -> None:
        """Add what was deleted at a place, then what was inserted there, their outer spaces outside of both."""
        gone, come = deleted.strip(_SPACES), inserted.strip(_SPACES)
        if not gone and not come:
            self.add(Op.KEPT, inserted)
            return
        sides = [words for words, core in ((deleted, gone), (inserted, come)) if core]
        self._space(any(words[0] in _SPACES for words in sides))
        self.add(Op.DELETED, gone.replace("\n", BREAK))
        for place, part in enumerate(come.split("\n")):
            if place:
                self.add(Op.INSERTED, BREAK)
                self.lines.append([])
            self.add(Op.INSERTED, part)
        self._space(any(words[-1] in _SPACES for words in sides))

    def add(self, op: Op, words: str) -> None:
        """Add words to the line; a line break among kept words begins another line."""
        for place, part in enumerate(words.split("\n")):
            if place:
                self.lines.append([])
            line = self.lines[-1]
            if op is Op.KEPT and part[:1] == " " and line and line[-1].words.endswith(" "):
                part = part[1:]
            if not part:
                continue
            if line and line[-1].op is op:
                part = line.pop().words + part
            line.append(Piece(op, part))

    def _space(self, wanted: bool) -> None:
        if wanted and self.lines[-1]:
            self.add(Op.KEPT, " ")
