"""What the name of a file says about the draft in it: its code, its name, its kind, its day."""

import re
from dataclasses import dataclass
from datetime import date

from negotiator.domain.draft import LANGUAGES, DraftKind

_DAY = re.compile(r"(?<!\d)(?:(20\d\d)-?(\d\d)-?(\d\d)|(\d\d)(\d\d)(\d\d))(?!\d)")
_LANGUAGE = re.compile(rf"[ ._-]+({'|'.join(LANGUAGES)})$", re.IGNORECASE)
_CHAIN: tuple[tuple[re.Pattern[str], str, str, DraftKind], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), code, name, kind)
    for pattern, code, name, kind in (
        (r"zero[ ._-]*(?:draft[ ._-]*)?(?:plus|\+)|零草案增订", "zero-plus", "Zero draft plus", DraftKind.ZERO),
        (r"zero|零草案|预稿", "zero", "Zero draft", DraftKind.ZERO),
        (
            r"rev(?:ision)?[ ._-]*(\d+)|订正(?:稿)?[ ._-]*(\d+)|修订稿[ ._-]*(\d+)",
            "rev{}",
            "Draft Rev.{}",
            DraftKind.REVISED,
        ),
        (r"draft[ ._-]*(\d\d?)(?!\d)|草案[ ._-]*(\d\d?)(?!\d)", "draft{}", "Draft {}", DraftKind.REVISED),
        (r"elements", "elements", "Elements paper", DraftKind.ELEMENTS),
        (r"non-?paper|非文件", "non-paper", "Non-paper", DraftKind.NON_PAPER),
        (r"compilation|汇编", "compilation", "Compilation text", DraftKind.COMPILATION),
        (r"streamlined|精简", "streamlined", "Streamlined text", DraftKind.STREAMLINED),
        (r"final|最后草案|定稿", "final", "Final draft", DraftKind.FINAL),
        (r"agreed|outcome|成果文件", "outcome", "Agreed outcome", DraftKind.OUTCOME),
        (r"\bRES\b|resolution|决议", "resolution", "Resolution", DraftKind.RESOLUTION),
    )
)


@dataclass(frozen=True, slots=True)
class Guess:
    """What a file name says."""

    code: str
    """The code of the draft."""
    name: str
    """Its name."""
    kind: DraftKind
    """What it is in the chain."""
    released: date | None
    """The day in the name; None where there is none."""


def guess_from_name(file_name: str) -> Guess:
    """Guess what a file holds from its name, such as `180205_gcm_zero_draft_final.docx`."""
    stem = re.sub(r"\.[A-Za-z]{1,8}$", "", file_name)
    stem = _LANGUAGE.sub("", stem)
    day = _day(stem)
    undated = _DAY.sub(" ", stem) if day else stem
    for pattern, code, name, kind in _CHAIN:
        if found := pattern.search(undated):
            number = next((group for group in found.groups() if group), "").lstrip("0")
            return Guess(code.format(number), name.format(number), kind, day)
    words = " ".join(re.split(r"[\s_]+", stem.strip(" _-.")))
    return Guess(code_from(stem), words or stem, DraftKind.OTHER, day)


def code_from(words: str) -> str:
    """Make a short code of any words: small letters, digits and Chinese characters, joined by hyphens."""
    return re.sub(r"[^0-9a-z.\u4e00-\u9fff]+", "-", words.lower()).strip("-.")[:40].strip("-.") or "draft"


def _day(stem: str) -> date | None:
    for found in _DAY.finditer(stem):
        year, month, day = (
            int(part) for part in (found[1] or f"20{found[4]}", found[2] or found[5], found[3] or found[6])
        )
        try:
            return date(year, month, day)
        except ValueError:
            continue
    return None
