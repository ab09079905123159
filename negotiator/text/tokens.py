"""Words of any script as tokens that no comparison may cut: citations, numbers and dates whole, Han characters single.

The character classes are written out here, so that every interpreter cuts the same text in the same places.
"""

import re
from functools import cache
from unicodedata import normalize

HAN = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u303f\u3040-\u30ff\u3100-\u312f\u31f0-\u33ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00016fe0-\U0001b2ff\U00020000-\U000323af"
)
"""Han characters, kana and enclosed ordinals: each is a word."""

UNSPACED = "\u0e00-\u0eff\u0f40-\u0fbc\u1000-\u109f\u1780-\u17d3\u19e0-\u19ff"
"""Thai, Lao, Tibetan, Myanmar, Khmer: no spaces between words, so each cluster counts as one."""

EXTENDERS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4"
    "\u0e31\u0e33-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb3-\u0ebc\u0ec8-\u0ece\u0f71-\u0f84\u0f8d-\u0fbc"
    "\u102b-\u103e\u1056-\u1059\u17b4-\u17d3\u20d0-\u20f0\u3099\u309a\ufe00-\ufe0f"
    "\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f\U000e0100-\U000e01ef"
)
"""Marks that belong to the character before them."""

NOT_IN_WORDS = (
    "\x00-\x1f!-/:-@[-^`{-\x7f\u0080-\u00a9\u00ab\u00ac\u00ae-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7"
    "\u060c\u061b\u061f\u066a-\u066c\u06d4\u2010-\u2027\u2030-\u205e\u2070-\u209f\u20a0-\u20cf\u2100-\u2bff"
    "\u3000-\u3030\ud800-\udfff\ufe10-\ufe6f\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\uffe0-\uffff"
    "\U0001f000-\U0001faff"
)
"""Punctuation, symbols and controls: each stands alone; everything not named in any class is part of a word."""

_W = f"[^\\s{NOT_IN_WORDS}{HAN}{UNSPACED}]"
_D = "[0-9\uff10-\uff19]"
_JOINER = "['\\-\u2010-\u2015\u2018\u2019\u2212\uff07\uff0d]"
"""Apostrophes and hyphens hold a word together when letters stand on both sides."""

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTHS = (
    f"{_MONTH}|janvier|f\u00e9vrier|mars|avril|mai|juin|juillet|ao\u00fbt|septembre|octobre|novembre|d\u00e9cembre"
    "|de\\s+(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)"
)
_PART = "(?:/[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*)"
_SUB = "(?:\\s?[(\uff08][0-9a-zA-Z]{1,4}[)\uff09])"
_END = "(?![A-Za-z0-9])"
_HAN_DAY = f"{_D}{{1,2}}\\s?\u6708(?:\\s?{_D}{{1,2}}\\s?\u65e5)?"
_NUMERIC = (
    f"[0-9]{{1,2}}(?:er)?\\s+(?:{_MONTHS})(?:(?:\\s+de)?\\s+[0-9]{{4}})?{_END}"  # 9 May 1992
    f"|{_D}{{4}}\\s?\u5e74(?:\\s?{_HAN_DAY})?|{_HAN_DAY}"  # 2017年12月4日
    f"|[0-9]+{_PART}+{_END}"  # 66/288, 1/CP.21
    f"|[0-9]+{_SUB}+"  # 4 (2) (g)
    f"|{_D}+(?:[.,]{_D}+)+{_END}"  # 1,000.5
)
_CITED = (
    f"[A-Z]{{1,3}}{_PART}+(?:\\s\\(Part\\s[IVX]+\\))?"  # A/RES/70/1, A/73/12 (Part II)
    f"|(?:[Pp]aragraphs?|[Aa]rticles?|[Rr]ules?)\\s+[0-9]+{_SUB}+"  # paragraph 4 (2) (g)
    f"|(?:{_MONTH})\\s+(?:1[0-9]|20)[0-9]{{2}}"  # May 1992
)
_PLAIN = "(?:[b-oqs-zBCEGHIKLQT-Z]|a(?!rticle)|p(?!aragraph)|r(?!ule))[a-z]*+(?: |(?=[,.;:)\\]\n]))"
"""Most tokens of a text in Latin letters, tried first: nothing longer begins like this, no month and no citation."""
_NOTE_CALL = r"\[\^[^\]\s]{1,20}\]"
"""The call of a footnote, as every reader of documents writes it: `[^3]`."""
_ARABIC_NUMBER = "[\u0660-\u0669\u06f0-\u06f9]+(?:[\u066b\u066c][\u0660-\u0669\u06f0-\u06f9]+)+"


@cache
def _pattern() -> "re.Pattern[str]":
    """Compile when first needed: reading a list of inputs must not pay for it."""
    return re.compile(
        f"(?:{_PLAIN}|(?={_D})(?:{_NUMERIC})|(?=[A-Zapr])(?:{_CITED})|(?=[\u0660-\u06f9]){_ARABIC_NUMBER}"
        f"|(?!{_JOINER})(?:{_JOINER}?{_W}++)++|\\s+|{_NOTE_CALL}|\\S(?:[{EXTENDERS}]|\u200d\\S)*)\\s*"
    )


def pieces(text: str) -> list[str]:
    """Cut a text into tokens, each with the white space that follows it; joined they are the text again."""
    return _pattern().findall(text)


_DASHES = dict.fromkeys([*range(0x2010, 0x2016), 0x2212, 0x2E3A, 0x2E3B, 0xFE58, 0xFE63, 0xFF0D], "-")
_SINGLE = dict.fromkeys([0x2018, 0x2019, 0x201A, 0x201B, 0x2032, 0x02BC, 0x0060, 0x00B4, 0xFF07], "'")
_DOUBLE = dict.fromkeys([0x201C, 0x201D, 0x201E, 0x201F, 0x2033, 0x00AB, 0x00BB, 0x300C, 0x300D, 0x300E, 0x300F], '"')
_WIDE = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_UNSEEN = dict.fromkeys(
    [0xAD, 0x0640, 0x061C, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070)]
)
_FOLDED: dict[int, str | None] = {**_WIDE, **_DASHES, **_SINGLE, **_DOUBLE, **_UNSEEN, 0x2026: "...", 0xFF5E: "~"}


def fold(piece: str) -> str:
    """Return what a token says, whatever its spelling: quotes, dashes, width, spaces and invisible marks set aside.

    So is the number of a footnote: like the label of a paragraph it says where the note stands, not what is meant.
    """
    if piece.isascii():
        piece = piece.strip()
        if piece.startswith("[^") and len(piece) > 2:
            return "[^]"
        return " ".join(piece.split()) if " " in piece else piece
    said = normalize("NFC", piece).translate(_FOLDED).split()
    return ("" if "\u5e74" in piece or "\u6708" in piece else " ").join(said)
