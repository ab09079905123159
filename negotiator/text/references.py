"""Cross-references in a text and the provisions they point to, in English and Chinese; broken ones are told.

A reference to another instrument (`article 4 of the Convention`, 第 71/1 号决议附件二第 8 段) points elsewhere and is
never called broken.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property

from negotiator.text.label_words import HAN_UNITS, WORDS
from negotiator.text.numbering import split_label
from negotiator.text.numerals import HAN_DIGITS
from negotiator.text.provision import Kind, Provision


class State(StrEnum):
    """What became of a reference."""

    FOUND = "found"
    BROKEN = "broken"
    WRONG_WAY = "wrong-way"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Reference:
    """One place in a text that names another."""

    provision: int
    """The index of the provision in which it stands."""
    start: int
    """Where its number begins in the words of the provision."""
    end: int
    """Where its number ends."""
    words: str
    """The reference as it stands, the unit with the number."""
    wanted: str
    """The end of the path that it names, such as `27/b` or `article4`."""
    state: State
    """Found, broken, on the other side than `above` or `below` says, or in another instrument."""
    target: int | None = None
    """The index of the provision it points to, where there is one."""


_SUB = r"(?:\s?\([a-z]{1,4}\)|\s?\(\d{1,2}\))*"
_SUFFIX = r"(?:\s(?:bis|ter|quater|quinquies))?"
_AFTER_ABOVE = r"\s?(above|below)\b"
_HAN_NUMBER = rf"(?:\d{{1,3}}|[{HAN_DIGITS}]{{1,4}})"


@cache
def _english() -> re.Pattern[str]:
    number = rf"(?:\d{{1,3}}(?:\.\d{{1,2}})?{_SUFFIX}{_SUB}|[IVX]{{1,5}}\b|[A-Z]\b)"
    return re.compile(
        r"\b(paragraphs?|paras?\.|[Aa]rticles?|[Ss]ections?|[Cc]hapters?|[Pp]arts?|[Oo]bjectives?|[Aa]nnex(?:es)?)\s"
        rf"({number}(?:(?:,\s|,?\s(?:and|or|to)\s|\s?[–-]\s?){number}){{0,12}})(?:{_AFTER_ABOVE})?"
    )


@cache
def _chinese() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<way>上文|下文|上述|下述|以上|以下)?\s?第\s?(?P<numbers>{_HAN_NUMBER}"
        rf"(?:\s?[、和至及与或-]\s?(?:第\s?)?{_HAN_NUMBER}){{0,12}})\s?(?P<unit>段|条|部分|章|节)"
        r"(?:\s?(?P<section>[A-Z])\s?节)?"
        r"(?:\s?(?P<sub>[(（](?:[a-z]{1,4}|[一二三四五六七八九十]+)[)）]|[㈠-㈩])(?:项|分段|款)?)?"
        r"|(?:见|本)?(?P<word>目标|附件|附录)\s?(?P<number>\d{1,2}|[一二三四五六七八九十]{1,3})"
    )


@cache
def _outside() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Compile what stands behind or before a reference to another instrument, in English and in Chinese."""
    ours = r"(?:the present|this|the same|its)\b|(?:article|section|chapter|part|annex|objective)s?\s"
    return (
        re.compile(
            r"(?:\sof\sarticle\s\d{1,3})?(?:,\s(?:sub)?paragraphs?\s[\d(),a-z \-–]{1,30}?)?,?"
            rf"\s?of\s(?!{ours})|\sto\s(?!the (?:present|attention|extent))(?=the\s[A-Z])",
            re.IGNORECASE,
        ),
        re.compile(
            r"(?:\b[A-Z]{0,5}/?[\w.]*\d+/[\w./]+|annex(?:es)? [IVX\d]+|Ibid\.),?\s(?:and\s)?(?:its\s)?$|\bits\s$"
        ),
        re.compile(
            r"(?:决议|公约|宪章|议定书|宣言|结论|条约|规约|协定|纲领|附件[一二三四]?|附录[一二三四]?|》|[A-Z]/[\w/.]+)[，,]?\s?$"
        ),
    )


@cache
def _article() -> re.Pattern[str]:
    return re.compile(r"\barticle (\d{1,3}(?:bis|ter|quater)?),?\s$", re.IGNORECASE)


@cache
def _of_article() -> re.Pattern[str]:
    return re.compile(r"\s?,?\s?of\sarticle (\d{1,3}(?:bis|ter|quater)?)", re.IGNORECASE)


class _Index:
    """Where the ends of paths lead."""

    def __init__(self, provisions: Sequence[Provision]) -> None:
        self.provisions = provisions
        self._last: dict[str, list[int]] = defaultdict(list)
        for provision in provisions:
            if provision.kind is not Kind.FOOTNOTE:
                self._last[_named_alike(provision.path.rsplit("/", 1)[-1])].append(provision.index)
        self.words = {last.rstrip("0123456789-") for last in self._last}

    @cached_property
    def _last_two(self) -> dict[str, list[int]]:
        """The provisions by the last two parts of their paths."""
        found: dict[str, list[int]] = defaultdict(list)
        for places in self._last.values():
            for place in places:
                found["/".join(self._parts(place)[-2:])].append(place)
        return found

    def _parts(self, place: int) -> list[str]:
        return list(map(_named_alike, self.provisions[place].path.split("/")))

    def _ending(self, wanted: str) -> list[int]:
        """Return the provisions whose paths end so."""
        parts = wanted.split("/")
        if len(parts) == 1:
            return self._last.get(wanted, [])
        found = self._last_two.get("/".join(parts[-2:]), [])
        return [place for place in found if self._parts(place)[-len(parts) :] == parts] if len(parts) > 2 else found

    def find(self, wanted: str, source: Provision) -> int | None:
        """Return the provision that a path end leads to, the nearest of several in the tree."""
        found = self._ending(wanted)
        if not found:
            return None
        if len(found) > MANY:
            at = bisect_left(found, source.index)
            found = found[max(0, at - MANY // 2) : at + MANY // 2]
        mine = source.path.split("/")
        return max(found, key=lambda n: (_shared(mine, self.provisions[n].path.split("/")), -n))


MANY = 100
"""Provisions of one path end beyond which only those nearest in reading order are weighed."""


def _named_alike(part: str) -> str:
    """Return a part of a path without the number that tells provisions of one name apart."""
    return part.split("~")[0]


def _shared(one: list[str], other: list[str]) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def find_references(provisions: Sequence[Provision], among: Set[int] | None = None) -> tuple[Reference, ...]:
    """Return the cross-references of a text in reading order, or only those that stand in some of its provisions."""
    index = _Index(provisions)
    found: list[Reference] = []
    for provision in provisions if among is None else (provisions[place] for place in sorted(among)):
        if provision.kind in (Kind.HEADING, Kind.ANNEX) and not provision.label:
            continue
        if "第" in provision.text or "目标" in provision.text or "附" in provision.text:
            found += _in_chinese(index, provision)
        elif any(char.isdigit() for char in provision.text) or "annex" in provision.text or "Annex" in provision.text:
            found += _in_english(index, provision)
    return tuple(found)


def _in_english(index: _Index, provision: Provision) -> Iterator[Reference]:
    text = provision.text
    behind, before, _ = _outside()
    for match in _english().finditer(text):
        unit = match[1].lower().rstrip(".")
        unit = "paragraph" if unit in ("para", "paras", "paragraphs") else unit.removesuffix("s")
        unit = "annex" if unit == "annexe" else unit
        meaning = WORDS.get(unit, "paragraph")
        way = match[3] or ""
        outside = not way and bool(behind.match(text, match.end()) or before.search(text[: match.start()][-40:]))
        if not way and meaning != "paragraph" and meaning not in index.words and not _has_part(index, meaning):
            outside = True
        for number in re.finditer(rf"\d{{1,3}}(?:\.\d{{1,2}})?{_SUFFIX}{_SUB}|[IVX]{{1,5}}\b|[A-Z]\b", match[2]):
            start = match.start(2) + number.start()
            wanted = _wanted(meaning, number[0], meaning in index.words)
            if wanted:
                words = f"{match[1]} {number[0]}{f' {way}' if way else ''}"
                ends = _in_article(provision, match, wanted) if meaning == "paragraph" else (wanted,)
                yield _judged(index, provision, start, number[0], words, ends, outside, way)


def _in_article(provision: Provision, match: re.Match[str], wanted: str) -> tuple[str, ...]:
    """Return where a paragraph may be meant: in the article named beside it, else in its own article, else anywhere.

    Articles whose paragraphs bear no numbers are counted through.
    """
    text = provision.text
    named = _article().search(text[: match.start()][-30:]) or _of_article().match(text, match.end())
    if named:
        return f"article{named[1]}/{wanted}", f"article{named[1]}/p{wanted}"
    own = next((part for part in provision.path.split("/") if part.startswith("article")), "")
    return (f"{own}/{wanted}", wanted, f"{own}/p{wanted}") if own else (wanted,)


def _has_part(index: _Index, meaning: str) -> bool:
    """Say whether a text has divisions of this name whose labels are only letters or Roman numbers."""
    return meaning in ("part", "section", "chapter") and bool({"I", "A"} & index.words)


def _wanted(meaning: str, number: str, named: bool) -> str:
    cut = number.find("(")
    head, subs = (number, "") if cut < 0 else (number[:cut], number[cut:])
    if meaning == "paragraph":
        label = split_label(f"{head.strip()}. ")[1]
        first = label.slug if label is not None else ""
    elif meaning in ("part", "section", "chapter") and not head[0].isdigit() and not named:
        first = head.strip()
    else:
        label = split_label(f"{meaning.capitalize()} {head.strip()}")[1]
        first = label.slug if label is not None else ""
    return "/".join([first, *re.findall(r"\((\w+)\)", subs)]) if first else ""


def _in_chinese(index: _Index, provision: Provision) -> Iterator[Reference]:
    text = provision.text
    before = _outside()[2]
    for match in _chinese().finditer(text):
        word, unit, way = match["word"], match["unit"], match["way"] or ""
        group = "number" if word else "numbers"
        meaning = HAN_UNITS[unit] if unit else "objective" if word == "目标" else "annex"
        outside = not way and bool(before.search(text[: match.start()][-24:]))
        if not way and meaning != "paragraph" and meaning not in index.words:
            outside = outside or not _has_part(index, meaning)
        for number in re.finditer(_HAN_NUMBER, match[group]):
            wanted = _wanted_in_chinese(index, meaning, number[0], match["sub"])
            if not wanted:
                continue
            words = match[0] if word else f"{way}第 {number[0]} {unit}"
            if match["section"]:
                wanted, words = f"{wanted}/{match['section']}", f"{words} {match['section']} 节"
            start = match.start(group) + number.start()
            yield _judged(index, provision, start, number[0], words, (wanted,), outside, way)


def _wanted_in_chinese(index: _Index, meaning: str, number: str, sub: str | None) -> str:
    unit = next((unit for unit, word in HAN_UNITS.items() if word == meaning), "")
    label = split_label(f"第{number}{unit}" if unit else f"{'目标' if meaning == 'objective' else '附件'}{number}")[1]
    if label is None:
        return ""
    first = label.slug
    if meaning in ("part", "section") and first not in index.words and meaning not in index.words:
        part = split_label(f"{number}、")[1]
        first = part.slug if part is not None and not number[0].isdigit() else number
    inner = split_label(sub)[1] if sub else None
    return f"{first}/{inner.slug}" if inner is not None else first


def _judged(
    index: _Index,
    provision: Provision,
    start: int,
    number: str,
    words: str,
    ends: Sequence[str],
    outside: bool,
    way: str,
) -> Reference:
    end = start + len(number)
    if outside:
        return Reference(provision.index, start, end, words, ends[0], State.ELSEWHERE)
    for wanted in ends:
        target = index.find(wanted, provision)
        if target is not None:
            up, down = way in ("above", "上文", "上述", "以上"), way in ("below", "下文", "下述", "以下")
            around = provision.path.startswith(index.provisions[target].path + "/")
            wrong = not around and ((up and target > provision.index) or (down and target < provision.index))
            state = State.WRONG_WAY if wrong else State.FOUND
            return Reference(provision.index, start, end, words, wanted, state, target)
    return Reference(provision.index, start, end, words, ends[0], State.BROKEN)
