"""The language of a text, guessed from its script and its commonest words."""

from collections.abc import Sequence

from negotiator.text.lines import Line

_ENOUGH = 3_000
"""So many characters tell the language."""
_SCRIPTS = (("zh", "\u4e00", "\u9fff"), ("ar", "\u0620", "\u06ff"), ("ru", "\u0400", "\u04ff"))
_COMMONEST = {
    "en": "the of and to in for with on shall its by",
    "fr": "le la les des et du une pour dans par sur est au",
    "es": "el la los las y del en por para una con que al",
}
_WORDS = {code: frozenset(words.split()) for code, words in _COMMONEST.items()}


def guess_language(lines: Sequence[Line]) -> str:
    """Return the two-letter code of the likeliest of the six official languages; English where nothing tells."""
    sample, size = [], 0
    step = max(1, len(lines) // 60)
    for line in lines[::step]:
        sample.append(line.text[:400])
        size += len(sample[-1])
        if size > _ENOUGH:
            break
    text = " ".join(sample)
    seen = len("".join(text.split())) or 1
    for code, start, end in () if text.isascii() else _SCRIPTS:
        # Chinese says in one character what takes three or more elsewhere.
        if sum(start <= char <= end for char in text) * (3 if code == "zh" else 2) > seen:
            return code
    words = text.lower().split()
    votes = {code: sum(word in common for word in words) for code, common in _WORDS.items()}
    return max(votes, key=lambda code: votes[code])
