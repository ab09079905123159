"""Help for languages whose characters take two columns: wrapped by display width, between any two characters."""

from collections.abc import Iterable, Iterator

import click

from negotiator.display import display_width


class WideFormatter(click.HelpFormatter):
    """Writes help as click does, measuring in columns of the terminal."""

    def write_heading(self, heading: str) -> None:
        """Write the title of a section."""
        self.write(f"{'':{self.current_indent}}{heading}：\n")

    def write_text(self, text: str) -> None:
        """Write paragraphs under the current indentation."""
        room = max(self.width - self.current_indent, 10)
        for place, paragraph in enumerate(text.split("\n\n")):
            if place:
                self.write("\n")
            for line in wrapped(paragraph, room):
                self.write(f"{'':{self.current_indent}}{line}\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write terms with their explanations beside them, or below a term that is too long."""
        known = list(rows)
        column = min(max([display_width(term) for term, _text in known], default=0), col_max) + col_spacing
        margin = self.current_indent + column
        for term, text in known:
            lines = wrapped(text, max(self.width - margin, 10))
            head = f"{'':{self.current_indent}}{term}"
            if display_width(term) > column - col_spacing:
                self.write(f"{head}\n")
            elif lines:
                self.write(f"{head}{' ' * (margin - display_width(head))}{lines.pop(0)}\n")
            else:
                self.write(f"{head}\n")
            for line in lines:
                self.write(f"{'':{margin}}{line}\n")


def wrapped(text: str, room: int) -> list[str]:
    """Break a text into lines of so many columns, at spaces and beside any character that is two columns wide."""
    lines, line = [], ""
    for piece in _pieces(" ".join(text.split())):
        if line and display_width(line + piece.rstrip()) > room and piece not in "，。；：、！？）”":
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    return [*lines, line.rstrip()] if line.strip() else lines


def _pieces(text: str) -> Iterator[str]:
    """Cut a text where a line may end: after a space, before and after a wide character."""
    word = ""
    for character in text:
        wide = display_width(character) > 1
        if wide and word:
            yield word
            word = ""
        word += character
        if wide or character == " ":
            yield word
            word = ""
    if word:
        yield word
