"""How words are set off in plain text and on a terminal.

Deleted words stand between `{-` and `-}`, inserted ones between `{+` and `+}`: square brackets belong to the
negotiators. A terminal strikes and underlines them as well; colour comes on top and never alone.
"""

from dataclasses import dataclass

from negotiator.comparing.comparison import Op
from negotiator.display import safe
from negotiator.documents.writing.pieces import Line
from negotiator.documents.writing.wrapping import RESET


@dataclass(frozen=True, slots=True)
class Marks:
    """What is put around words."""

    deleted: tuple[str, str]
    """Before and after deleted words."""
    inserted: tuple[str, str]
    """Before and after inserted words."""
    strong: tuple[str, str] = ("", "")
    """Before and after what a line is about."""
    faint: tuple[str, str] = ("", "")
    """Before and after what stands aside."""

    def line(self, line: Line) -> str:
        """Write a line of pieces with its marks; nothing in it that a terminal would obey."""
        return "".join(self._marked(piece.op, shown(piece.words)) for piece in line)

    def heading(self, words: str) -> str:
        """Write what a line is about."""
        return f"{self.strong[0]}{shown(words)}{self.strong[1]}"

    def aside(self, words: str) -> str:
        """Write what stands aside."""
        return f"{self.faint[0]}{shown(words)}{self.faint[1]}"

    def _marked(self, op: Op, words: str) -> str:
        if op is Op.KEPT:
            return words
        before, after = self.deleted if op is Op.DELETED else self.inserted
        return f"{before}{words}{after}"


PLAIN = Marks(("{-", "-}"), ("{+", "+}"))
"""For files and pipes."""
COLOURED = Marks(("\x1b[31;9m{-", "-}" + RESET), ("\x1b[32;4m{+", "+}" + RESET), ("\x1b[1m", RESET), ("\x1b[2m", RESET))
"""For terminals: deleted words red and struck, inserted ones green and underlined."""
STYLED = Marks(("\x1b[9m{-", "-}" + RESET), ("\x1b[4m{+", "+}" + RESET), ("\x1b[1m", RESET), ("\x1b[2m", RESET))
"""For terminals where colour is not wanted."""


def shown(words: str) -> str:
    """Return words for one line of a terminal."""
    return safe(words.replace("\t", " ").replace("\n", " "))
