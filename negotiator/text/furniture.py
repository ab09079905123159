"""Page heads and feet, page numbers, document symbols, job numbers and addresses: what is printed around a text.

A line is furniture where nothing but such marks stands on it, or where it repeats the title beside a symbol. What is
dropped is told with its reason; the lines after it know that a page may have ended there.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from negotiator.text.lines import Line
from negotiator.text.numerals import DIGITS
from negotiator.text.provision import Dropped

ADDRESS, PAGE, JOB, SYMBOL, RULE, HEAD = (
    "address",
    "page-number",
    "job-number",
    "document-symbol",
    "footnote-rule",
    "running-head",
)
"""Why a line was left out."""
_LONGEST = 130
"""Furniture is short; addresses may be longer."""
_SURE = frozenset((ADDRESS, PAGE, JOB))
_PAGES = 2
_SHORTEST_PAGE = 12
"""Numbers that count pages stand at least so many lines apart, at least so many times and one more."""
_EDGE = 3
"""A running head is among so many lines at the top or the foot of its page."""


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    symbol = r"[A-Z]{1,6}(?:/[A-Za-z0-9.\-]*[A-Za-z0-9])+\*{0,3}"
    token = re.compile(
        r"(?P<page>\d{1,3}/\d{1,3})(?P<head>" + symbol + r")?|(?P<job>GE\.\d\d-\d{4,6}(?P<glued>" + symbol + r")?"
        r"|(?:\*\d{5,}\*)?(?:\d\d-\d{5,6})(?P<tail>" + symbol + r")?|\*\d{5,}\*(?P<end>" + symbol + r")?)"
        rf"|(?P<symbol>{symbol})|(?P<weak>[{DIGITS}]{{1,6}}|\(?[ACEFRS]\)|\(Part|[IVX]+\)|\*{{1,3}})"
    )
    page = re.compile(
        rf"[-–—]\s?[{DIGITS}]{{1,4}}\s?[-–—]|(?:(?i:page|página|страница|стр\.)|الصفحة)\s?[{DIGITS}]{{1,4}}"
        rf"(?:\s?(?:of|sur|de|из|/)\s?[{DIGITS}]{{1,4}})?|第\s?[{DIGITS}]{{1,4}}\s?页(?:[,，/\s]*共\s?[{DIGITS}]{{1,4}}\s?页)?"
        rf"|[{DIGITS}]{{1,3}}\s?/\s?[{DIGITS}]{{1,3}}|/?(?:\.\.\.|…)/?"
    )
    rule = re.compile(r"[_＿‗─―=*\-–—]{5,}")
    return token, page, rule, re.compile(symbol)


def reason(text: str) -> str:
    """Say what kind of furniture a line looks like, taken by itself; empty where it looks like text."""
    if text.startswith(("http://", "https://", "www.")):
        return "" if " " in text else ADDRESS
    if not text or len(text) > _LONGEST:
        return ""
    first = text[0]
    if not (first.isupper() or first.isdigit() or first in "(*-–—_＿‗─―=/.…第pstс"):
        return ""
    if is_plain_start(text) or _ends_plainly(text):
        return ""
    token, page, rule, _symbol = _patterns()
    if page.fullmatch(text):
        return PAGE
    if rule.fullmatch(text):
        return RULE
    seen = set()
    for word in text.split():
        found = token.fullmatch(word)
        if not found:
            return ""
        seen.add(found.lastgroup)
        if found["symbol"] or found["glued"] or found["tail"] or found["end"] or found["head"]:
            seen.add("symbol")
        elif found["job"] or found["glued"] is not None:
            seen.add("job")
    if "symbol" in seen:
        return SYMBOL
    return JOB if "job" in seen else PAGE if "page" in seen else ""


def _ends_plainly(text: str) -> bool:
    """Say quickly that a line ends as sentences and titles do, and no page number, symbol or rule does."""
    last = text[-1]
    if last == ".":
        return not text.endswith("...")
    return last in ";:,，。；：" or (last.islower() and "/" not in text)


def is_plain_start(text: str) -> bool:
    """Say quickly that a line begins with an ordinary word, as most lines do."""
    return text[:3].isalpha() and text[1:3].islower() and not text[:4].lower().startswith(("page", "pági", "стра"))


def drop_furniture(lines: Sequence[Line], wrapped: bool) -> tuple[set[int], list[Dropped]]:
    """Return the places of the lines that are furniture, and what was dropped, in order.

    Where every line is a whole paragraph nothing is cut in two, so only what can be nothing else is dropped.
    """
    looks = {place: why for place, line in enumerate(lines) if (why := reason(line.text.strip()))}
    gone: dict[int, str] = {}
    shapes = Counter(_shape(lines[place].text) for place in looks)
    for place, why in looks.items():
        text = lines[place].text
        times = shapes[_shape(text)]
        if (
            why in _SURE
            or (why == RULE and wrapped)
            or (
                why == SYMBOL
                and (
                    times > 2
                    or (times > 1 and len(text.split()) == 1)
                    or (wrapped and (times > 1 or _beside(place, looks)))
                )
            )
        ):
            gone[place] = why
    if wrapped:
        _running_heads(lines, gone)
        _page_edges(lines, gone)
        _bare_page_numbers(lines, gone)
    return set(gone), [Dropped(lines[place].number, lines[place].text, gone[place]) for place in sorted(gone)]


def _shape(text: str) -> str:
    return re.sub(f"[{DIGITS}]+", "0", text.strip())


def _beside(place: int, looks: dict[int, str]) -> bool:
    return any(looks.get(near, RULE) != RULE for near in (place - 1, place + 1))


def _running_heads(lines: Sequence[Line], gone: dict[int, str]) -> None:
    """Drop a title that stands beside a symbol on one line, next to other furniture."""
    symbol = _patterns()[3]
    for place in sorted(gone):
        for near in (place - 1, place + 1):
            if near in gone or not 0 <= near < len(lines):
                continue
            text = lines[near].text.strip()
            words = text.split()
            if len(words) < 2 or len(text) > _LONGEST:
                continue
            for mark, title in ((words[-1], text[: -len(words[-1])]), (words[0], text[len(words[0]) :])):
                title = title.strip()
                between = near - 1 in gone and near + 1 in gone
                if len(title) > 5 and symbol.fullmatch(mark) and (between or _stands_elsewhere(lines, near, title)):
                    gone[near] = HEAD


def _stands_elsewhere(lines: Sequence[Line], place: int, title: str) -> bool:
    return any(title in line.text for n, line in enumerate(lines[: max(60, place)]) if n != place)


def _page_edges(lines: Sequence[Line], gone: dict[int, str]) -> None:
    """Drop what recurs at the top or the foot of numbered pages, numbers aside."""
    pages: dict[int, list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        if line.page:
            pages[line.page].append(place)
    if len(pages) < 3:
        return
    edges = [place for places in pages.values() for place in {*places[:_EDGE], *places[-_EDGE:]}]
    shapes = Counter(_shape(lines[place].text) for place in edges)
    for place in sorted(edges):
        text = lines[place].text.strip()
        shape = _shape(text)
        if place not in gone and len(text) <= _LONGEST and shapes[shape] >= max(3, len(pages) // 2):
            gone[place] = PAGE if shape == "0" else HEAD


def _bare_page_numbers(lines: Sequence[Line], gone: dict[int, str]) -> None:
    """Drop numbers alone on their lines beside other furniture, or counting the pages at even distances.

    Any other number alone on its line is a footnote mark.
    """
    alone = [place for place, line in enumerate(lines) if len(line.text) < 9 and line.text.strip().isdecimal()]
    for place in alone:
        if any(gone.get(near, RULE) != RULE for near in (place - 1, place + 1)):
            gone[place] = PAGE
    run: list[int] = []
    for place in [*alone, -1]:
        if run and (place < 0 or int(lines[place].text) != int(lines[run[-1]].text) + 1):
            apart = [after - before for before, after in pairwise(run)]
            if len(apart) >= _PAGES and min(apart) >= _SHORTEST_PAGE and max(apart) <= 2 * min(apart):
                gone.update(dict.fromkeys(run, PAGE))
            run = []
        run.append(place)
