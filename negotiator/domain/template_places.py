"""Where in the text of a TOML file a key stands, so that a mistake can be found."""

import re
from dataclasses import dataclass

_HEADING = re.compile(r"\s*(\[\[?)\s*([\w.\-\s]+?)\s*\]\]?\s*(#.*)?$")
_KEY = re.compile(r"\s*([\w-]+)\s*=")
_PART = re.compile(r"([\w-]+)|\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Place:
    """A line that begins something."""

    line: int
    """Its number, from 1."""
    path: tuple[str | int, ...]
    """The path of the table or key that begins there."""


def places(text: str) -> list[Place]:
    """Return the headings and the keys at the beginning of lines, each with its whole path; parses nothing else."""
    found: list[Place] = []
    numbers: dict[str, int] = {}
    table: tuple[str | int, ...] = ()
    depth = 0
    for number, line in enumerate(text.splitlines(), 1):
        heading = _HEADING.match(line) if depth == 0 else None
        if heading:
            name = re.sub(r"\s", "", heading[2])
            if heading[1] == "[[":
                numbers[name] = numbers.get(name, -1) + 1
                for inner in [other for other in numbers if other.startswith(f"{name}.")]:
                    del numbers[inner]
            table = _numbered(name, numbers)
            found.append(Place(number, table))
        elif depth == 0 and (key := _KEY.match(line)):
            found.append(Place(number, (*table, key[1])))
        if not heading:
            depth = max(0, depth + _opened(line))
    return found


def line_of(text: str, path: str) -> int | None:
    """Return the line on which the key of a path such as `actions[3].due.event` stands, or what it belongs to."""
    wanted = parts_of(path)
    nearest: Place | None = None
    for each in places(text):
        fits = each.path == wanted[: len(each.path)]
        if fits and (nearest is None or len(each.path) > len(nearest.path)):
            nearest = each
    if nearest is None:
        return None
    return _inside(text.splitlines(), nearest.line, wanted[len(nearest.path) :])


def parts_of(path: str) -> tuple[str | int, ...]:
    """Split `actions[3].due` into `("actions", 3, "due")`."""
    return tuple(found[1] or int(found[2]) for found in _PART.finditer(path))


def _inside(lines: list[str], start: int, rest: tuple[str | int, ...]) -> int:
    """Go on into a value that is written over several lines: to the table of a number in a list, then to its key."""
    line, depth = start, _opened(lines[start - 1])
    if depth <= 0 or not rest:
        return start
    wanted = rest[0] if isinstance(rest[0], int) else 0
    seen = -1
    for number in range(start + 1, len(lines) + 1):
        written = lines[number - 1]
        if (depth == 1 and written.strip().startswith(("{", '"', "'"))) or (depth == 1 and re.match(r"\s*\d", written)):
            seen += 1
            line = number
        if seen == wanted:
            return line
        depth += _opened(written)
        if depth <= 0:
            break
    return start


def _opened(line: str) -> int:
    """Count the brackets and braces that a line leaves open, those within texts and remarks left out."""
    bare = re.sub(r'"(?:\\.|[^"\\])*"|\'[^\']*\'', "", line).partition("#")[0]
    return sum(bare.count(each) for each in "[{") - sum(bare.count(each) for each in "]}")


def _numbered(name: str, numbers: dict[str, int]) -> tuple[str | int, ...]:
    parts = name.split(".")
    found: list[str | int] = []
    for count, part in enumerate(parts, 1):
        found.append(part)
        path = ".".join(parts[:count])
        if path in numbers:
            found.append(numbers[path])
    return tuple(found)
