"""Numbers as Word counts them: letters, Roman numerals, Chinese counting, circles."""

from collections.abc import Callable

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_SMALL = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_DIGITS = "零一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}


def counted(number: int, style: str) -> str:
    """Write a number in one of Word's styles of counting; a style that is not known is written in digits."""
    counter = STYLES.get(style)
    return counter(number) if counter and number >= 0 else str(number)


def roman(number: int) -> str:
    """Write a number in small Roman numerals."""
    written = ""
    for value, sign in (*_ROMAN, *_ROMAN_SMALL):
        written += sign * (number // value)
        number %= value
    return written


def lettered(number: int, letters: str = "abcdefghijklmnopqrstuvwxyz") -> str:
    """Write a number as a letter, doubled after the last one: z, aa, bb."""
    if number < 1:
        return ""
    return letters[(number - 1) % len(letters)] * ((number - 1) // len(letters) + 1)


def chinese(number: int, digits: str = _DIGITS, units: str = "十百千万") -> str:
    """Write a number as Chinese counts: 十一, 二十, 一百零一; below twenty the one of ten is not said."""
    if number < 10:
        return digits[number]
    written = ""
    for place, figure in enumerate(text := str(number)):
        power = len(text) - place - 1
        if figure != "0":
            written += digits[int(figure)] + (units[power - 1] if 0 < power <= len(units) else "")
        elif not written.endswith(digits[0]):
            written += digits[0]
    written = written.rstrip(digits[0])
    return written[1:] if written.startswith("一十") else written


def _english(number: int) -> str:
    if number < 20:
        return _ONES[number]
    if number < 100:
        tens, ones = _TENS[number // 10 - 2], number % 10
        return f"{tens}-{_ONES[ones]}" if ones else tens
    return str(number)


def _english_order(number: int) -> str:
    words = _english(number)
    head, hyphen, last = words.rpartition("-")
    if last.isdigit():
        return _ordinal(number)
    ended = _ORDINALS.get(last) or (last[:-1] + "ieth" if last.endswith("y") else last + "th")
    return head + hyphen + ended


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _in_row(first: str, last: int) -> Callable[[int], str]:
    """Signs that stand in a row in the table of characters, such as ① to ⑳; digits beyond the last one."""
    return lambda number: chr(ord(first) + number - 1) if 1 <= number <= last else str(number)


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)] if number else ""


STYLES: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "decimalHalfWidth": str,
    "decimalFullWidth": lambda number: "".join(chr(ord(figure) + 0xFEE0) for figure in str(number)),
    "decimalFullWidth2": lambda number: "".join(chr(ord(figure) + 0xFEE0) for figure in str(number)),
    "upperRoman": lambda number: roman(number).upper(),
    "lowerRoman": roman,
    "upperLetter": lambda number: lettered(number).upper(),
    "lowerLetter": lettered,
    "ordinal": _ordinal,
    "cardinalText": lambda number: _english(number).capitalize(),
    "ordinalText": lambda number: _english_order(number).capitalize(),
    "hex": lambda number: f"{number:X}",
    "numberInDash": lambda number: f"- {number} -",
    "chicago": lambda number: "*†‡§"[(number - 1) % 4] * ((number - 1) // 4 + 1) if number else "",
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "ideographDigital": lambda number: "".join("〇一二三四五六七八九"[int(figure)] for figure in str(number)),
    "japaneseDigitalTenThousand": lambda number: "".join("〇一二三四五六七八九"[int(f)] for f in str(number)),
    "taiwaneseDigital": lambda number: "".join("○一二三四五六七八九"[int(figure)] for figure in str(number)),
    "chineseLegalSimplified": lambda number: chinese(number, _LEGAL, "拾佰仟萬"),
    "ideographLegalTraditional": lambda number: chinese(number, _LEGAL_TRADITIONAL, "拾佰仟萬"),
    "ideographTraditional": _cycle("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _cycle("子丑寅卯辰巳午未申酉戌亥"),
    "decimalEnclosedCircle": _in_row("①", 20),
    "decimalEnclosedCircleChinese": _in_row("①", 20),
    "decimalEnclosedParen": _in_row("⑴", 20),
    "decimalEnclosedFullstop": _in_row("⒈", 20),
    "ideographEnclosedCircle": _in_row("㊀", 10),
    "russianLower": lambda number: lettered(number, "абвгдежзиклмнопрстуфхцчшщыэюя"),
    "russianUpper": lambda number: lettered(number, "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ"),
    "arabicAlpha": lambda number: lettered(number, "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"),
    "arabicAbjad": lambda number: lettered(number, "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"),
    "none": lambda number: "",
}
"""Every style of counting that is known, by Word's name for it."""
