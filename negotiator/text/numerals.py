"""Numbers as labels write them: digits of several scripts, Roman, Chinese, letters, ordinal words."""

from functools import lru_cache

DIGITS = "0-9\u0660-\u0669\u06f0-\u06f9\uff10-\uff19"
"""ASCII, Arabic-Indic, Persian and full-width digits, for a character class."""
HAN_DIGITS = "〇零一二三四五六七八九十百千两"
"""What Chinese numbers are written with."""
ENCLOSED = (
    {chr(0x3220 + n): n + 1 for n in range(10)}
    | {chr(0x2460 + n): n + 1 for n in range(20)}
    | {chr(0x2474 + n): n + 1 for n in range(20)}
    | {chr(0x3280 + n): n + 1 for n in range(10)}
)
"""Single characters that are whole labels: ㈠ ① ⑴ ㊀."""
ABJAD = "أبجدهوزحطيكلمنسعفصقرشت"
"""Arabic letters in the order in which they number sub-paragraphs."""
STEMS = "甲乙丙丁戊己庚辛壬癸"
"""The heavenly stems, which number sub-paragraphs in older Chinese texts."""
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
"""The earthly branches, used in the same way."""
TATWEEL = "\u0640"
"""Stretches an Arabic word and means nothing."""
CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэюя"
"""Russian letters in the order in which they number sub-paragraphs."""

_TO_ASCII = {start + n: 0x30 + n for start in (0x660, 0x6F0, 0xFF10) for n in range(10)}
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ROMAN_TENS = ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc")
_ROMAN_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_HAN = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_HAN_UNITS = {"十": 10, "百": 100, "千": 1000}
_ORDINALS = {
    word: value
    for words in (
        "one two three four five six seven eight nine ten eleven twelve",
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
        "premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième",
        "primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo undécimo duodécimo",
        "primera segunda tercera cuarta quinta sexta séptima octava novena décima undécima duodécima",
        "первая вторая третья четвертая пятая шестая седьмая восьмая девятая десятая одиннадцатая двенадцатая",
        "первый второй третий четвертый пятый шестой седьмой восьмой девятый десятый одиннадцатый двенадцатый",
    )
    for value, word in enumerate(words.split(), 1)
} | {"première": 1, "1er": 1, "1ère": 1, "second": 2, "seconde": 2, "primer": 1, "unique": 1, "único": 1}
_ARABIC_ONES = {
    word: value
    for words in (
        "أول ثان ثالث رابع خامس سادس سابع ثامن تاسع عاشر",
        "اول ثاني ثالث رابع خامس سادس سابع ثامن تاسع عاشر",
        "أولى ثانية ثالثة رابعة خامسة سادسة سابعة ثامنة تاسعة عاشرة",
        "حادي ثاني ثالث رابع خامس سادس سابع ثامن تاسع عاشر",
    )
    for value, word in enumerate(words.split(), 1)
}
_ARABIC_TENS = {"عشر": 10, "عشرة": 10, "عشرون": 20, "عشرين": 20, "ثلاثون": 30, "ثلاثين": 30}


def digits(text: str) -> int:
    """Read digits of any of the scripts in `DIGITS`."""
    return int(text.translate(_TO_ASCII))


def roman(text: str) -> int:
    """Read a Roman number of small letters below 100; 0 where it is none."""
    if not text or any(letter not in _ROMAN for letter in text) or len(text) > 8:
        return 0
    value = 0
    for letter, following in zip(text, [*text[1:], "i"], strict=True):
        value += -_ROMAN[letter] if _ROMAN[letter] < _ROMAN[following] else _ROMAN[letter]
    return value if 0 < value < 100 and as_roman(value) == text else 0


def as_roman(value: int) -> str:
    """Write a number below 100 in small Roman letters."""
    return _ROMAN_TENS[value // 10] + _ROMAN_ONES[value % 10]


def han(text: str) -> int:
    """Read a Chinese number such as 二十一 or 一百零七; 0 where it is none."""
    total = digit = 0
    for char in text:
        if char in _HAN:
            digit = _HAN[char]
        elif char in _HAN_UNITS:
            total += (digit or 1) * _HAN_UNITS[char]
            digit = 0
        else:
            return 0
    return total + digit


def letters(text: str) -> int:
    """Read a letter label: a is 1, z is 26, aa is 27, bb is 28; Arabic and Russian letters in their own order."""
    first = text[0]
    if text != first * len(text):
        return 0
    for alphabet in ("abcdefghijklmnopqrstuvwxyz", ABJAD, CYRILLIC, STEMS, BRANCHES):
        place = alphabet.find("أ" if first == "ا" else first)
        if place >= 0:
            return place + 1 + len(alphabet) * (len(text) - 1)
    return 0


def as_letters(value: int) -> str:
    """Write the number of a letter label in Latin letters: 1 is a, 27 is aa."""
    return chr(0x61 + (value - 1) % 26) * ((value - 1) // 26 + 1)


@lru_cache(512)
def ordinal(words: str) -> int:
    """Read an ordinal word (First, premier, Primera, первая, الثاني عشر) in any case; 0 where it is none."""
    value = _ORDINALS.get(words.lower(), 0)
    if value or not words or not "\u0600" <= words[0] <= "\u06ff":
        return value
    total = 0
    for word in words.split():
        bare = word.replace(TATWEEL, "").removeprefix("و").removeprefix("ال")
        part = _ARABIC_ONES.get(bare) or _ARABIC_TENS.get(bare)
        if not part:
            return 0
        total += part
    return total
