"""What the figures of a text are: references, dates, or numbers that somebody counted.

A figure is seldom alone: `paragraphs 6, 7 and 9` are three references, `from 5 to 9 June` one stretch of days. So each
is read with what stands beside it.
"""

from collections.abc import Iterator, Sequence

from negotiator.comparing.lexicon import Endings, Sort
from negotiator.comparing.vocabulary import Vocabulary

Figure = tuple[Sort, str]
"""What a figure is, and how it is printed, case set aside."""

DATE_MARKS = frozenset("\u5e74\u6708")
"""Year and month in Chinese dates."""
EARLIEST_YEAR, LATEST_YEAR = 1900, 2200
"""A bare number between these is read as a year."""
JOINING = frozenset(
    (
        *("and", "or", "to", "through", "et", "ou", "à", "au", "y", "o", "a", "и", "или", "по", "و", "أو", "إلى"),
        *"和与或至到及",
    )
)
"""What joins the figures of one list or one stretch."""
_DASHES = dict.fromkeys((*range(0x2010, 0x2016), 0x2212), "-")
"""Every dash of a stretch, for a table of translation."""


def read_figures(words: Sequence[int], vocabulary: Vocabulary, references: Endings, labels: Endings) -> list[Figure]:
    """Return the figures of a row of words in order.

    After one of `references` they are references, through a whole list; after one of `labels` the number is only a name
    and is left out.
    """
    figures = vocabulary.all_figures
    if figures.isdisjoint(words):
        return []
    places = [place for place, word in enumerate(words) if word in figures]
    sorts: dict[int, Sort | None] = {}
    for at in places:
        sort = _alone(vocabulary.soft_word(words[at]))
        if sort is Sort.NUMBER and labels.stand_before(words, at):
            sort = None
        elif references.stand_before(words, at) or (sort is Sort.NUMBER and _goes_on(at, words, sorts, vocabulary)):
            sort = Sort.REFERENCE
        sorts[at] = sort
    for at in reversed(places):
        if sorts[at] is Sort.NUMBER and _begins_dates(at, words, sorts, vocabulary):
            sorts[at] = Sort.DATE
    return list(_told(words, sorts, vocabulary))


def _told(words: Sequence[int], sorts: dict[int, Sort | None], vocabulary: Vocabulary) -> Iterator[Figure]:
    for at, sort in sorts.items():
        if sort is not None:
            yield sort, vocabulary.soft_word(words[at])


def _alone(printed: str) -> Sort | None:
    """Return what a figure is by itself; a name that holds a digit, such as that of a disease, is none."""
    if "/" in printed or "(" in printed:
        return Sort.REFERENCE
    if " " in printed or not DATE_MARKS.isdisjoint(printed):
        return Sort.DATE
    if all(map(_is_year, _ends_of(printed))):
        return Sort.DATE
    return Sort.NUMBER if printed[0].isdecimal() else None


def _ends_of(printed: str) -> list[str]:
    """Return both ends of a stretch such as 2018–2020, or what is no stretch by itself."""
    return (printed if printed.isascii() else printed.translate(_DASHES)).split("-")


def _is_year(printed: str) -> bool:
    return printed.isdecimal() and len(printed) == 4 and EARLIEST_YEAR < int(printed) < LATEST_YEAR


def _goes_on(at: int, words: Sequence[int], sorts: dict[int, Sort | None], vocabulary: Vocabulary) -> bool:
    """Whether a bare number goes on with a list of references: `articles 6, 7 and 9`."""
    joined = at > 1 and vocabulary.soft_word(words[at - 1]) in JOINING
    return sorts.get(at - 2 if joined else at - 1) is Sort.REFERENCE


def _begins_dates(at: int, words: Sequence[int], sorts: dict[int, Sort | None], vocabulary: Vocabulary) -> bool:
    """Whether a bare number is the first day of a stretch: `from 5 to 9 June 2018`, `5-9 June`."""
    after = at + 1
    if after < len(words) and vocabulary.soft_word(words[after]) in JOINING:
        after += 1
    if sorts.get(after) is not Sort.DATE:
        return False
    following = vocabulary.soft_word(words[after])
    days = all(part.isdecimal() and len(part) <= 2 for part in _ends_of(vocabulary.soft_word(words[at])))
    return days and not following.isdecimal()
