"""Markdown as drafts are typed in it: paragraphs joined, headings known, markup taken off, brackets left alone."""

import re
from dataclasses import dataclass, field

from negotiator.documents.reading.document import Note
from negotiator.documents.reading.inline import Links, without_markup
from negotiator.documents.reading.joining import a_paragraph_a_line, begins_anew, joined
from negotiator.text.lines import Line

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t](.*)|$)")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})[ \t]*$")
_RULE = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_ITEM = re.compile(r"([ \t]*)([-*+•]|\d{1,4}[.)])([ \t]+|$)(.*)$")
_LABEL = re.compile(
    r"\(?(?:\d{1,3}|[a-zA-Z]{1,2}|[ivxlcIVXLC]{1,6})[.)]\s|[(（][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+、"
)
_REFERENCE = re.compile(r" {0,3}\[([^\]^][^\]]*)\]:\s*<?\S+")
_FOOTNOTE = re.compile(r" {0,3}\[\^([^\]\s]+)\]:[ \t]*(.*)$")
_FENCE = re.compile(r" {0,3}(```|~~~)")
_TABLE_RULE = re.compile(r":?-{3,}:?")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)

INDENT = "    "
"""Stands before what belongs to a list item, once for each list around it."""


def read_markdown(text: str) -> tuple[tuple[Line, ...], tuple[Note, ...]]:
    """Read Markdown into whole paragraphs; what belongs to a list item is indented by four spaces a level."""
    reader = _Reader()
    # The line breaks of a comment stay, so that every line keeps its number.
    without = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text) if "<!--" in text else text
    reader.left_out += without is not text
    rows = without.splitlines()
    start = reader.skip_front_matter(rows)
    reader.meant = a_paragraph_a_line(rows)
    reader.links = frozenset(
        found[1].casefold() for row in rows if row.lstrip().startswith("[") and (found := _REFERENCE.match(row))
    )
    for number, row in enumerate(rows[start:], start + 1):
        reader.take(row.expandtabs(4), number)
    reader.close()
    return tuple(reader.lines), reader.notes()


@dataclass(slots=True)
class _Reader:
    """What has been read so far: the paragraph that is still open, and the lists around it."""

    lines: list[Line] = field(default_factory=list)
    links: Links = frozenset()
    meant: bool = False
    """Whether the text was typed a paragraph a line, so that ends of lines are meant."""
    front_matter: int = 0
    left_out: int = 0
    tables: int = 0
    rows: list[str] = field(default_factory=list)
    """The source lines of the open paragraph."""
    started: int = 0
    footnote: str = ""
    lists: list[int] = field(default_factory=list)
    """The column at which the content of each list around the place begins."""
    before: str = ""
    """The marker of the open paragraph, with its indentation."""
    fence: str = ""

    def skip_front_matter(self, rows: list[str]) -> int:
        """Pass over the data about the file between two lines of hyphens at its top."""
        if rows and rows[0].rstrip() == "---":
            for number, row in enumerate(rows[1:60], 1):
                if row.rstrip() in ("---", "..."):
                    self.front_matter = number - 1
                    return number + 1
        return 0

    def take(self, row: str, number: int) -> None:
        """Read one line of the source."""
        if self.fence or _FENCE.match(row):
            self._take_fenced(row, number)
        elif not row.strip():
            self.close()
        elif self._is_markup(row):
            self.close()
            self.left_out += 1
        elif found := _FOOTNOTE.match(row):
            self.close()
            self._open(f"{found[1]} {found[2]}", number, footnote=found[1])
        elif heading := _HEADING.match(row):
            self.close()
            self.lists.clear()
            self._add(_without_closing(heading[2] or ""), number, heading=len(heading[1]))
        elif self._underlines(row):
            self._add(" ".join(self.rows), self.started, heading=1 if "=" in row else 2)
            self.rows = []
        elif _RULE.match(row):
            self.close()
        elif row.lstrip().startswith("|"):
            self._take_table_row(row, number)
        else:
            self._take_words(row, number)

    def close(self) -> None:
        """End the open paragraph."""
        if self.rows:
            self._add(joined(self.rows), self.started)
        self.rows, self.before, self.footnote = [], "", ""

    def notes(self) -> tuple[Note, ...]:
        """Say what was left out."""
        found = {"front-matter": self.front_matter, "markup-left-out": self.left_out, "tables": self.tables}
        return tuple(Note(code, count) for code, count in found.items() if count)

    def _is_markup(self, row: str) -> bool:
        words = row.strip()
        macro = words.startswith(("{:", "{%")) and words.endswith("}")
        return macro or words in ("* TOC", "[TOC]", "[[_TOC_]]") or bool(_REFERENCE.match(row))

    def _underlines(self, row: str) -> bool:
        return bool(self.rows and not self.before.strip() and not self.lists and _UNDERLINE.match(row))

    def _take_fenced(self, row: str, number: int) -> None:
        mark = _FENCE.match(row)
        if not self.fence and mark:
            self.close()
            self.fence = mark[1]
        elif mark and mark[1] == self.fence:
            self.fence = ""
        elif row.strip():
            self.lines.append(Line(row, number, whole=True))

    def _take_table_row(self, row: str, number: int) -> None:
        self.close()
        cells = [cell.strip() for cell in row.strip().strip("|").split("|")]
        if all(map(_TABLE_RULE.fullmatch, cells)):
            self.tables += 1
            return
        self._add(" | ".join(cells), number)

    def _take_words(self, row: str, number: int) -> None:
        quoted = re.sub(r"^ {0,3}(?:> ?)+", "", row)
        item = _ITEM.match(quoted)
        if item and not (self.rows and self._only_looks_like_an_item(item)):
            self.close()
            self._open_item(item, number)
        elif self.rows and not (self.meant and begins_anew(self.rows[-1], quoted)):
            self.rows.append(quoted.strip())
        else:
            self.close()
            column = len(quoted) - len(quoted.lstrip())
            while self.lists and column < min(self.lists[-1], 4 * len(self.lists)) - 2:
                self.lists.pop()
            self.before = INDENT * len(self.lists)
            self._open(quoted.strip(), number)

    def _only_looks_like_an_item(self, item: "re.Match[str]") -> bool:
        """A wrapped sentence may go on with a number; only 1 begins a list in the middle of a paragraph."""
        inside_a_list = bool(self.lists) or bool(_ITEM.match(self.rows[0]))
        return item[2][0].isdigit() and item[2][:-1] != "1" and not inside_a_list and not self.before.strip()

    def _open_item(self, item: "re.Match[str]", number: int) -> None:
        column, marker, words = len(item[1]), item[2], item[4].strip()
        while self.lists and column < self.lists[-1] - 1:
            self.lists.pop()
        self.before = INDENT * len(self.lists)
        self.lists.append(column + len(marker) + min(len(item[3]) or 1, 4))
        if marker[0].isdigit():
            words = f"{marker} {words}"
        elif not _LABEL.match(without_markup(words, self.links)):
            words = f"• {words}"
        self._open(words, number)

    def _open(self, words: str, number: int, footnote: str = "") -> None:
        self.rows, self.started, self.footnote = [words], number, footnote

    def _add(self, words: str, number: int, heading: int = 0) -> None:
        text = without_markup(words, self.links)
        if text:
            before = "" if heading else self.before
            self.lines.append(Line(before + text, number, heading=heading, note=self.footnote, whole=True))


def _without_closing(words: str) -> str:
    """Take off the signs that may close a heading: `## Title ##`."""
    words = words.strip()
    open_end = words.rstrip("#")
    return open_end.rstrip() if not open_end or open_end[-1].isspace() else words
