"""Labels as Chinese texts write them: 一、 第十二条 第 12 段之二 目标 5 附件一 ㈠."""

from negotiator.text.label_parts import HAN_NUMBER, NONE, NUMBER, SUFFIX, Read, pattern, value
from negotiator.text.label_words import HAN_UNITS, HAN_WORDS
from negotiator.text.labels import Style
from negotiator.text.numerals import ENCLOSED, HAN_DIGITS, digits, han


def number_and_stop(line: str) -> Read:
    """Read 一. and 二、."""
    found = pattern(rf"({HAN_NUMBER})[.．、](?!\d)").match(line)
    return (found.end(), value(Style.PART, (han(found[1]),))) if found else NONE


def number_and_unit(line: str) -> Read:
    """Read 第十二条, 第二章, 第一阶段., 第 12 段之二."""
    found = pattern(
        rf"第\s?({HAN_NUMBER}|{NUMBER})\s?({'|'.join(HAN_UNITS)})({SUFFIX}*)(?:\s?[.．:：、]|(?=[\s\u3000(（\]]|$))"
    ).match(line)
    if not found:
        return NONE
    number = han(found[1]) if found[1][0] in HAN_DIGITS else digits(found[1])
    meaning = HAN_UNITS[found[2]]
    if meaning == "paragraph":
        return found.end(), value(Style.NUMBER, (number,), found[3])
    return found.end(), value(Style.WORD, (number,), found[3], meaning)


def word_and_number(line: str) -> Read:
    """Read 目标 5, 附件一, 备选案文 1."""
    for word, meaning in HAN_WORDS.items():
        if not line.startswith(word):
            continue
        found = pattern(
            rf"\s?({HAN_NUMBER}|{NUMBER})(?:\s?段)?({SUFFIX}*)(?:\s?[.．:：、]|(?=[\s\u3000(（\]]|$))"
        ).match(line, len(word))
        if found:
            number = han(found[1]) if found[1][0] in HAN_DIGITS else digits(found[1])
            if meaning == "op":
                return found.end(), value(Style.NUMBER, (number,), found[2])
            return found.end(), value(Style.WORD, (number,), found[2], meaning)
        if meaning == "annex" and len(line) == len(word):
            return len(line), value(Style.WORD, (), "", meaning)
    return NONE


def enclosed(line: str) -> Read:
    """Read ㈠ and ①."""
    return 1, value(Style.ITEM, (ENCLOSED[line[0]],))
