"""Real texts edited by the editor whose edits are known, with words out of other real texts of the same language."""

import random
import re
from functools import partial
from pathlib import Path

from negotiator.documents.reading.registry import read_file
from negotiator.services.comparisons import document_side
from tests.benchmarks.editor import RATES, write_edited
from tests.benchmarks.invented import WORDS_ZH, Paragraph

TEXTS = {
    "en-compact": ("en/gcm-objectives-2018.md", "six-languages/un-charter.en.txt"),
    "en-treaty": ("en/paris-2015-12-09.md", "en/gcm-objectives-2018.md"),
    "zh-compact": ("zh/A-73-12-Part-II.txt", "six-languages/un-charter.zh.txt"),
    "zh-law": ("docx/zh-womens-rights-2022.docx", "zh/A-73-12-Part-II.txt"),
    "fr-law": ("fr/constitution-1958-en-vigueur-2008-02-06.md", "six-languages/un-charter.fr.txt"),
    "es-charter": ("six-languages/un-charter.es.txt", ""),
    "ru-charter": ("six-languages/un-charter.ru.txt", ""),
    "ar-charter": ("six-languages/un-charter.ar.txt", ""),
}
"""The text that is edited, and the one that lends its words; none: the last third lends to what is before it."""
SEEDS = range(1, 5)
MOST = 400
"""Paragraphs of a text that are used."""
LEAST, LEAST_ZH = 20, 40
"""Words of a paragraph that is edited: shorter ones are headings, or say nothing by themselves once they are."""
LENT = 26
"""Words that are borrowed at a time."""


def edited_cases(shared: Path, scratch: Path) -> list[Path]:
    """Write the cases whose texts are there and return their folders."""
    found = []
    for name, (base, lender) in TEXTS.items():
        paths = [shared / "texts" / path for path in (base, lender) if path]
        if not all(path.exists() for path in paths):
            continue
        chinese = name.startswith("zh")
        paragraphs, *lent = [_paragraphs(path, chinese=chinese) for path in paths]
        cut = len(paragraphs) * 2 // 3
        lenders = [each.words for each in (lent[0] if lent else paragraphs[cut:]) if len(each.words) > LENT]
        old = paragraphs[: MOST if lent else cut]
        for rate, share in RATES.items():
            for seed in SEEDS:
                dice = random.Random(f"{seed} {name} {rate}")
                found.append(
                    write_edited(
                        scratch / f"edited-{name}-{rate}.{seed}",
                        dice,
                        old,
                        share,
                        partial(_borrowed, dice, lenders),
                        LEAST_ZH if chinese else LEAST,
                        space=not chinese,
                    )
                )
    return found


def _paragraphs(path: Path, *, chinese: bool) -> list[Paragraph]:
    return [
        Paragraph(
            one.label if re.fullmatch(r"\d+\.", one.label) else "",
            WORDS_ZH.findall("".join(one.text.split())) if chinese else one.text.split(),
        )
        for one in document_side(read_file(str(path))).provisions
        if one.text.strip()
    ]


def _borrowed(dice: random.Random, lenders: list[list[str]]) -> Paragraph:
    words = dice.choice(lenders)
    at = dice.randrange(len(words) - LENT + 1)
    return Paragraph("1.", words[at : at + LENT])
