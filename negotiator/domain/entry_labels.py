"""The paragraphs on the entry line: labels as people write them, one, several, a range."""

import re
from unicodedata import normalize

_BASE = r"(?:(?:PP|OP)\s?\d+|(?:obj(?:ective)?|art(?:icle)?)\.?\s?\d+|目标\s?\d+|第\s?\d+\s?(?:条|段)|\d+(?:\.\d+)*)"
_AFTER = r"(?:\s?(?:bis|ter|quater|quinquies|alt(?:\s\d+)?)(?![^\W\d_])|之[二三四五])?"
_SUBS = r"(?:(?:\s?\([a-z]{1,5}\))+|(?<!\d{4})[a-h](?![^\W_]))?"
# A glued letter is a sub-paragraph only up to h: "27s" is a slip of the finger, and "1000s" is a word.
_LABEL = re.compile(rf"(?:¶|para(?:graph)?s?\.?\s)?\s?({_BASE}{_AFTER}{_SUBS})(?=[\s,;:\-–—]|$)", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*([,;\-–—])\s*")
_SUB_END = re.compile(r"(\([a-z]{1,5}\))(?=[\s,;:]|$)", re.IGNORECASE)
"""The end of a range of sub-paragraphs, as in `27(a)-(c)`."""
_SLIP = re.compile(r"(\d{1,3})([swoarqni])(?=\s|$)")


def paragraphs(text: str) -> tuple[tuple[str, ...], str]:
    """Take the labels from the beginning of a text; returns them in the form of the house, and the rest."""
    labels: list[str] = []
    place = 0
    joined_by = ""
    while True:
        found = _LABEL.match(text, place)
        if not found:
            break
        label = house_form(found[1])
        if joined_by in ("-", "–", "—"):
            labels[-1] = f"{labels[-1]}-{label}"
        else:
            labels.append(label)
        place = found.end()
        between = _BETWEEN.match(text, place)
        if between and between[1] in "-–—" and "(" in label and (end := _SUB_END.match(text, between.end())):
            labels[-1] = f"{labels[-1]}-{label.rpartition('(')[0]}{end[1].lower()}"
            place = end.end()
            between = _BETWEEN.match(text, place)
        if not between or not _LABEL.match(text, between.end()):
            break
        joined_by, place = between[1], between.end()
    return tuple(labels), text[place:].lstrip(",; \t") if labels else text


def begins_with_label(text: str) -> bool:
    """Say whether a text begins with the label of a paragraph."""
    return _LABEL.match(text) is not None


def slip(text: str) -> str:
    """Return `27 s` for a text that begins with `27s`, where only the space is missing; else nothing."""
    found = _SLIP.match(text)
    return f"{found[1]} {found[2]}" if found else ""


def house_form(label: str) -> str:
    """Write a label one way: `27 (b)` and `27b` as `27(b)`, `op12 BIS` as `OP12 bis`, `Objective 5` as `obj 5`."""
    plain = " ".join(normalize("NFKC", label).split())
    plain = re.sub(r"^(pp|op)\s?(?=\d)", lambda found: found[1].upper(), plain, flags=re.IGNORECASE)
    plain = re.sub(r"^(?:obj(?:ective)?\.?|目标)\s?(?=\d)", "obj ", plain, flags=re.IGNORECASE)
    plain = re.sub(r"^art(?:icle)?\.?\s?(?=\d)", "art ", plain, flags=re.IGNORECASE)
    plain = re.sub(r"^第\s?(\d+)\s?条", r"art \1", plain)
    plain = re.sub(r"^第\s?(\d+)\s?段", r"\1", plain)
    plain = re.sub(r"(?<=\d)\s?(bis|ter|quater|quinquies|alt)\b", lambda f: " " + f[1].lower(), plain, flags=re.I)
    plain = re.sub(r"(?<=\d)([a-hA-H])$", lambda found: f"({found[1].lower()})", plain)
    return re.sub(r"\s\(", "(", plain)
