"""What the words of a line give away about its place: a title, an opening, a preambular paragraph, a closing line."""

import re

TERMINAL = ".;:,!?。；：，、！？؛،؟…"
"""A line that ends with one of these is not a title."""
FULL_STOPS = ".;:!?。；：！？؛؟"
"""What ends a paragraph of running text."""
OPENS_LIST = (":", "：", "—", "–")
"""What a text ends with that announces a list."""
_HAN_START, _HAN_END = "\u2e80", "\u9fff"
_LONGEST_TITLE = 130
_LONGEST_HAN_TITLE = 45
_LONGEST_FRONT_LINE = 300
_LONGEST_OPENING = 90

_FIRST_WORDS = frozenset(
    """Acknowledging Affirming Alarmed Also Anxious Appreciating Aware Bearing Being Believing Calling Cognizant Commending
    Concerned Condemning Confident Conscious Considering Convinced Deeply Deploring Desiring Desirous Determined Disturbed
    Emphasizing Encouraged Encouraging Endorsing Expecting Expressing Fully Further Gravely Guided Having Highlighting
    In Inspired Keenly Looking Mindful Noting Observing Pursuant Reaffirming Realizing Recalling Recognizing Regretting
    Reiterating Resolved Seized Seriously Stressing Strongly Supporting Taking Underlining Underscoring Urging Viewing
    Welcoming""".split()
)

_CLOSING = (
    r"(?:\d{1,4}(?:st|nd|rd|th) (?:\(resumed\) )?(?:plenary )?meeting"
    r"|\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) [12]\d{3}"
    r"|第 ?\d{1,4} ?次(?:全体)?会议|[12]\d{3} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日"
    r"|\d{1,4}e séance plénière|\d{1,4}[-–]е пленарное заседание|\d{1,4}ª sesión plenaria)\.?"
)


def is_han(char: str) -> bool:
    """Say whether a character is written without spaces around it: Han, kana, Chinese punctuation, full width."""
    return _HAN_START <= char <= _HAN_END or "\uf900" <= char <= "\ufaff" or "\uff00" <= char <= "\uffef"


def is_title(text: str) -> bool:
    """Say whether a text reads like a heading: short, no full stop, not beginning with a small letter or a bracket."""
    if not text or len(text) > _LONGEST_TITLE or text[-1] in TERMINAL or text[0] in '[［(（"“«':
        return False
    if text[0].islower() or text.endswith((" and", " or")):
        return False
    return not is_han(text[0]) or len(text) <= _LONGEST_HAN_TITLE


def is_front_matter(text: str) -> bool:
    """Say whether a line before the text proper belongs to its head: its organ, session, agenda item, title."""
    return len(text) <= _LONGEST_FRONT_LINE and (text[-1] not in TERMINAL or (text[0], text[-1]) == ("[", "]"))


def is_opening(text: str) -> bool:
    """Say whether a line names who speaks, as in `The Conference,` or `大会，`."""
    return len(text) <= _LONGEST_OPENING and text[-1] in ",，،" and not text[0].islower() and "," not in text[:-1]


def is_preambular(text: str) -> bool:
    """Say whether a paragraph begins as preambular ones do in English."""
    return text.lstrip("[*_ ").split(maxsplit=1)[0:1] != [] and text.lstrip("[*_ ").split(maxsplit=1)[0] in _FIRST_WORDS


def is_closing(text: str) -> bool:
    """Say whether a line only tells the meeting or the day of adoption."""
    return len(text) <= 60 and re.fullmatch(_CLOSING, text) is not None


def opens_list(text: str) -> bool:
    """Say whether a text announces a list."""
    return text.endswith(OPENS_LIST)
