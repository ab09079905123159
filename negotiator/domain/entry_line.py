"""The entry line of the floor log, in a fixed order: speaker, for whom, paragraph, position, words.

The order is what keeps words from being mistaken for codes: AND, ARE, CAN, NOR and PER are ISO codes, and `a` is both a
position and a word. After the speaker may come for whom it speaks (`entry_behalf`), then the paragraphs
(`entry_labels`); after these one lone small letter is the position, or a short word the kind of entry; all the rest is
words. A colon by itself ends the codes: `del-a 27 : a word of thanks`.

    line      = [speaker] [for] [paragraphs] [position | kind] words   |   kind [paragraphs] words
    speaker   = code | alias | name in any language | pinyin | a telling beginning | "chair"
    for       = "for" [number "of"] names ["minus" names] ["plus" names] | "al" names | "dis" names
    names     = name {"," name}
    paragraphs= label ["-" label] {"," label ["-" label]}
    position  = "s" | "w" | "o" | "a" | "r" | "q" | "n" | "i"
    kind      = "po" point of order | "rr" right of reply | "rul" ruling | "dec" decision | "adj" adjournment
              | "nb" note

    del-a 27 o weakens the chapeau          one paragraph
    del-a 27(b), 31-33 w with a deadline    several, and a range
    del-a OP12 bis a "where applicable"     labels in two words
    del-a q when will the text be out?      no paragraph
    瑞士 27 s 同意                           Chinese name or pinyin
    del-b for 27 of group-x 27 o            all of a group but one
    dec 27 agreed ad ref                    what whoever presides decides
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice
from unicodedata import normalize

from negotiator.domain.entry import CHAIR_KINDS, KIND_WORDS, LETTERS, EntryKind, Position
from negotiator.domain.entry_behalf import MOST_WORDS_IN_A_NAME, BehalfSaid, Names, clauses
from negotiator.domain.entry_labels import begins_with_label, house_form, paragraphs, slip

SpeakerNamed = Callable[[str], str | None]
"""Gives the code of the one speaker with exactly this code, alias or name, in any script."""
SpeakersLike = Callable[[str], Sequence[str]]
"""Gives the codes of the speakers whose code or name begins so, the likeliest first."""
KnownLabel = Callable[[str], bool]
"""Says whether the text on screen has a paragraph of this label."""

CHAIR = frozenset(("chair", "主席"))
"""What stands for whoever presides, in the place of the speaker."""

_COLON = re.compile(r":\s+|:$")


@dataclass(frozen=True, slots=True)
class LineDoubt:
    """Something on the line that was not understood; it stays where it is."""

    code: str
    """`speaker-missing`, `speaker-unknown`, `speaker-unclear`, `speaker-is-group`, `group-unknown`,
    `paragraph-unknown`, `position-unknown`, `space-missing`, `not-a-member` or `too-many`."""
    words: str
    """The words concerned."""
    suggestions: tuple[str, ...] = ()
    """What may have been meant, the likeliest first; of members, the group and how many it has."""


@dataclass(frozen=True, slots=True)
class EntryLine:
    """What a line says, as far as it was understood."""

    speaker: str | None
    """The code of the speaker."""
    paragraphs: tuple[str, ...]
    """The labels in the house's form; both ends of a range stand in one label, as in `31-33`."""
    position: Position | None
    """What the speaker says of them."""
    words: str
    """The rest, exactly as typed."""
    doubts: tuple[LineDoubt, ...] = ()
    """What was not understood."""
    kind: EntryKind = EntryKind.STATEMENT
    """What kind of entry it is."""
    behalf: BehalfSaid | None = None
    """For whom the speaker speaks; None for itself alone."""
    aligned: tuple[str, ...] = ()
    """Codes of those whose statement the speaker joins."""
    apart: tuple[str, ...] = ()
    """Codes of those whose statement the speaker does not join."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a line is read with."""

    named: SpeakerNamed
    """Finds a speaker by an exact name."""
    like: SpeakersLike
    """Finds speakers by the beginning of a name."""
    label: KnownLabel
    """Says whether the text has a paragraph."""
    group: SpeakerNamed = lambda words: None
    """Finds a group by an exact name."""
    groups_like: SpeakersLike = lambda words: ()
    """Finds groups that may be meant."""
    chair: str | None = None
    """The code of whoever presides."""
    recorder: str | None = None
    """The code of the secretariat, to whom notes belong."""


def parse_entry(line: str, known: Known) -> EntryLine:
    """Read a line; nothing typed is ever dropped: what is no code stays in the words."""
    text = line.strip()
    kind = None
    speaker, rest, doubt = _without_speaker(text, known)
    if speaker is None:
        speaker, rest, doubt = _speaker(text, known)
    else:
        kind, rest = _kind(rest)
    doubts = [doubt] if doubt else []
    said = clauses(rest, Names(known.named, known.group))
    if said.unknown:
        near = tuple(known.groups_like(said.unknown))
        if near or begins_with_label(_after(said.rest, said.unknown)):
            doubts.append(LineDoubt("group-unknown", said.unknown, near))
    labels, rest = paragraphs(said.rest)
    doubts += [LineDoubt("paragraph-unknown", label) for label in labels if not _all_known(label, known.label)]
    if not labels and (meant := slip(rest)):
        doubts.append(LineDoubt("space-missing", rest.split(maxsplit=1)[0], (meant,)))
    position: Position | None = None
    if kind is None:
        kind, rest = _kind(rest)
    if kind is EntryKind.STATEMENT:
        position, rest = _position(rest)
        if labels and position is None and (letter := _lone_letter(rest)):
            doubts.append(LineDoubt("position-unknown", letter, tuple(LETTERS)))
    words = _COLON.sub("", rest, count=1) if rest[:1] == ":" else rest
    return EntryLine(speaker, labels, position, words, tuple(doubts), kind, said.behalf, said.aligned, said.apart)


def _without_speaker(text: str, known: Known) -> tuple[str | None, str, LineDoubt | None]:
    """Read a line that begins with its kind: whoever presides decides, the secretariat notes."""
    first, _space, rest = text.partition(" ")
    kind = KIND_WORDS.get(normalize("NFKC", first))
    if kind is EntryKind.NOTE and known.recorder:
        return known.recorder, text, None
    if kind in CHAIR_KINDS and known.chair:
        return known.chair, text, None
    return None, rest, None


def _speaker(text: str, known: Known) -> tuple[str | None, str, LineDoubt | None]:
    words = list(islice(re.finditer(r"\S+", text), MOST_WORDS_IN_A_NAME))
    if not words:
        return None, "", LineDoubt("speaker-missing", "")
    # The longest name wins: "Guinea Bissau" is not Guinea.
    for last in reversed(words):
        code = known.named(text[: last.end()].rstrip(",:"))
        if code:
            return code, text[last.end() :].strip(), None
    first, rest = words[0].group(), text[words[0].end() :].strip()
    if first.casefold() in CHAIR and known.chair:
        return known.chair, rest, None
    group = known.group(first.rstrip(",:"))
    if group:
        return None, rest, LineDoubt("speaker-is-group", first, (group,))
    candidates = tuple(known.like(first))
    if len(candidates) == 1 and _is_telling(first):
        return candidates[0], rest, None
    if candidates:
        return None, rest, LineDoubt("speaker-unclear", first, candidates)
    return None, rest, LineDoubt("speaker-unknown", first)


def _is_telling(prefix: str) -> bool:
    """Three letters, or two characters of a script without letters, are enough to mean one speaker."""
    return len(prefix) >= (3 if prefix.isascii() else 2)


def _after(text: str, word: str) -> str:
    return text.partition(word)[2].lstrip(" ,")


def _all_known(label: str, known: KnownLabel) -> bool:
    return all(known(end) for end in label.split("-"))


def _kind(text: str) -> tuple[EntryKind, str]:
    word, _space, rest = text.partition(" ")
    kind = KIND_WORDS.get(normalize("NFKC", word))
    return (kind, rest.strip()) if kind else (EntryKind.STATEMENT, text)


def _position(text: str) -> tuple[Position | None, str]:
    """A lone letter is a position; a capital one is the word `I` or `A`. A full-width letter counts as its own."""
    letter, _space, rest = text.partition(" ")
    position = LETTERS.get(normalize("NFKC", letter))
    return (position, rest.strip()) if position else (None, text)


def _lone_letter(text: str) -> str:
    letter = text.partition(" ")[0]
    return letter if len(letter) == 1 and "a" <= normalize("NFKC", letter) <= "z" else ""


__all__ = ["CHAIR", "EntryLine", "Known", "LineDoubt", "house_form", "parse_entry"]
