"""Plain text, as typed or as it comes out of a page: lines as they stand."""

from negotiator.text.lines import Line, plain_lines


def read_plain(text: str) -> tuple[Line, ...]:
    """Split a plain text into lines; form feeds number its pages."""
    if "\f" not in text:
        return plain_lines(text)
    lines: list[Line] = []
    for page, content in enumerate(text.split("\f"), 1):
        lines += [Line(line, len(lines) + number, page=page) for number, line in enumerate(content.splitlines(), 1)]
    return tuple(lines)
