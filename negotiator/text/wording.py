"""What the words of a line give away about its place: a title, an opening, a preambular paragraph, a closing line."""

import re

MARKS = " \t\r\n\f\v\u00a0\u3000\u2002\u2003\u2009\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\ufeff"
"""Room, and marks of direction: what may stand at the edges of a line and says nothing."""
TERMINAL = ".;:,!?。；：，、！？؛،؟…"
"""A line that ends with one of these is not a title."""
TERMINAL_OR_NONE = (*TERMINAL, "")
COMMAS = ",，،"
"""The commas of the six languages."""
OPENS_LIST = (":", "：", "—", "–")
"""What a text ends with that announces a list."""
_CLOSERS = "]］)）*_ "
_CONTENTS = frozenset(
    ("目录", "目次", "contents", "tableofcontents", "sommaire", "tabledesmatières", "índice", "содержание", "المحتويات")
)
_HAN_START, _HAN_END = "\u2e80", "\u9fff"
_LONGEST_TITLE = 130
_LONGEST_LABELLED_TITLE = 260
_LONGEST_HAN_TITLE = 45
_LONGEST_ARABIC_TITLE = 60
_LONGEST_FRONT_LINE = 300
_LONGEST_OPENING = 60
_LONGEST_NAMED_OPENING = 130
_OBLIGES = (
    *(" shall ", " should ", " must ", " doit ", " doivent ", " devrait ", " devraient ", " deberá ", " deberán "),
    *(" debe ", " deben ", " должен ", " должна ", " должны ", " должно ", "应当", "必须"),
)
"""What a sentence says and a heading does not."""
_ARTICLES = ("The ", "La ", "Le ", "Les ", "L’", "L'", "El ", "Los ", "Las ")

_FIRST_WORDS_LISTED = """
    Acknowledging Affirming Alarmed Also Anxious Appreciating Aware Bearing Being Believing Calling Cognizant
    Commending Concerned Condemning Confident Conscious Considering Convinced Deeply Deploring Desiring Desirous
    Determined Disturbed Emphasizing Encouraged Encouraging Endorsing Expecting Expressing Fully Further Gravely
    Guided Having Highlighting In Inspired Keenly Looking Mindful Noting Observing Pursuant Reaffirming Realizing
    Recalling Recognizing Regretting Reiterating Resolved Seized Seriously Stressing Strongly Supporting Taking
    Underlining Underscoring Urging Viewing Welcoming
"""
_FIRST_WORDS = frozenset(_FIRST_WORDS_LISTED.split())

_HAN_FIRST_WORDS = (
    *(
        "回顾",
        "又回顾",
        "还回顾",
        "重申",
        "又重申",
        "注意到",
        "又注意到",
        "还注意到",
        "认识到",
        "又认识到",
        "强调",
        "又强调",
    ),
    *(
        "欢迎",
        "又欢迎",
        "铭记",
        "深信",
        "意识到",
        "关切",
        "深为关切",
        "严重关切",
        "考虑到",
        "赞扬",
        "确认",
        "着重指出",
        "申明",
    ),
)
_SHORTEST_PARTICIPLE = 5
_CLOSING = (
    r"(?:\d{1,4}(?:st|nd|rd|th) (?:\(resumed\) )?(?:plenary )?meeting"
    r"|\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) [12]\d{3}"
    r"|第 ?\d{1,4} ?次(?:全体)?会议|[12]\d{3} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日"
    r"|\d{1,4}e séance plénière|\d{1,4}[-–]е пленарное заседание|\d{1,4}ª sesión plenaria)\.?"
)


def is_han(char: str) -> bool:
    """Say whether a character is written without spaces around it: Han, kana, Chinese punctuation, full width."""
    return _HAN_START <= char <= _HAN_END or "\uf900" <= char <= "\ufaff" or "\uff00" <= char <= "\uffef"


def is_title(text: str, *, labelled: bool = False) -> bool:
    """Say whether a text reads like a heading: short, no full stop, not beginning with a small letter or a bracket,
    obliging nobody.

    Behind a Roman number it may be longer than elsewhere.
    """
    if not text or len(text) > (_LONGEST_LABELLED_TITLE if labelled else _LONGEST_TITLE):
        return False
    first = text[0]
    if first in '[［(（{｛"“«' or first.islower() or text.rstrip("]］)）*_”\"’' ")[-1:] in TERMINAL_OR_NONE:
        return False
    if text.endswith((" and", " or")):
        return False
    if not labelled and any(word in text for word in _OBLIGES):
        return False
    if is_han(first):
        return len(text) <= _LONGEST_HAN_TITLE * (2 if labelled else 1)
    return labelled or len(text) <= _LONGEST_ARABIC_TITLE or not "\u0600" <= first <= "\u06ff"


def is_short_title(text: str, *, labelled: bool = False) -> bool:
    """Say whether the words behind a label are its title, in brackets or not: `(mitigation)`, `{no text}`."""
    bare = text.lstrip("(（*[{ ")
    return is_title(bare[:1].upper() + bare[1:], labelled=labelled)


def is_contents(text: str) -> bool:
    """Say whether a line heads a table of contents."""
    return len(text) < 30 and "".join(text.split()).lower() in _CONTENTS


def is_front_matter(text: str) -> bool:
    """Say whether a line before the text proper belongs to its head: its organ, session, agenda item, title."""
    if len(text) > _LONGEST_FRONT_LINE or text[0].islower():
        return False
    return text[-1] not in TERMINAL or (text[0], text[-1]) == ("[", "]")


def is_opening(text: str) -> bool:
    """Say whether a line names who speaks, as in `The Conference,` or `大会，`."""
    most = _LONGEST_NAMED_OPENING if text.startswith(_ARTICLES) else _LONGEST_OPENING
    if len(text) > most or text[-1] not in COMMAS or text[0].islower():
        return False
    return not any(comma in text[:-1] for comma in COMMAS)


def is_named_opening(text: str) -> bool:
    """Say whether a line names who speaks and can be nothing else: it begins with an article."""
    return text[-1] in COMMAS and text.startswith(_ARTICLES) and is_opening(text)


def is_preambular(text: str) -> bool:
    """Say whether a paragraph begins as preambular ones do: `Recalling`, `Deeply concerned`, `Rappelant`, 回顾."""
    words = text.lstrip("[*_ ").split(maxsplit=1)
    if not words:
        return False
    first = words[0].rstrip(",")
    if first in _FIRST_WORDS or first.startswith(_HAN_FIRST_WORDS):
        return True
    return first[0].isupper() and first.endswith(("ing", "ant", "ando", "endo")) and len(first) > _SHORTEST_PARTICIPLE


def is_closing(text: str) -> bool:
    """Say whether a line only tells the meeting or the day of adoption."""
    begins = len(text) <= 60 and (text[:1].isdecimal() or text[:1] == "第")
    return begins and re.fullmatch(_CLOSING, text) is not None


def opens_list(text: str) -> bool:
    """Say whether a text announces a list."""
    return text[-1:] in OPENS_LIST or (text[-1:] in _CLOSERS and text.rstrip(_CLOSERS)[-1:] in OPENS_LIST)
