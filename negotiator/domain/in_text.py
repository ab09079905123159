"""Proposals written into the text between square brackets, as a compilation has them: whose they are stands inside.

The form is the one that attributions are read in: `[words (DEL-A: delete)]`, `[new words – DEL-B, +DEL-C]`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from negotiator.domain.proposal import Action, Proposal, Stance

Span = tuple[int, int]
"""Where words begin and end in a text."""
_WORDED = (Action.ADD, Action.REPLACE, Action.EDITORIAL)
"""What puts new words beside those that stand there."""


@dataclass(frozen=True, slots=True)
class InText:
    """A provision with proposals in it."""

    text: str
    """Its words with the proposals between brackets."""
    beside: tuple[Proposal, ...] = ()
    """Those that could not be put in: their words are not there, or overlap with others'."""


def in_text(text: str, proposals: Sequence[Proposal]) -> InText:
    """Write proposals on one provision into its words; words that several speak of are bracketed once."""
    spans: dict[Span, list[Proposal]] = {}
    beside = []
    for each in sorted(proposals, key=lambda one: one.number):
        span = _span(text, each)
        if span is None or any(_overlap(span, other) for other in spans if other != span):
            beside.append(each)
        else:
            spans.setdefault(span, []).append(each)
    written, at = [], 0
    for (start, stop), those in sorted(spans.items()):
        written += [text[at:start], _bracketed(text[start:stop], those, before=text[:start])]
        at = stop
    return InText("".join(written) + text[at:], tuple(beside))


def _span(text: str, each: Proposal) -> Span | None:
    """Return what a proposal is about: its old words, else the whole; what is added without any goes to the end."""
    if not each.old:
        return (len(text), len(text)) if each.action is Action.ADD else (0, len(text))
    at = text.find(each.old)
    return (at, at + len(each.old)) if at >= 0 else None


def _overlap(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _bracketed(words: str, those: Sequence[Proposal], *, before: str) -> str:
    asked = [f"({', '.join(_whose(each))}: {each.action.value})" for each in those if each.action is not Action.ADD]
    kept = f"[{words} {' '.join(asked)}]" if asked and words else words
    new = [f"[{each.new} – {', '.join(_whose(each))}]" for each in those if each.new and each.action in _WORDED]
    joined = " ".join(part for part in (kept, *new) if part)
    return f" {joined}" if not words and before and not before[-1].isspace() else joined


def _whose(each: Proposal) -> Iterable[str]:
    """Name who makes a proposal, and who supports it."""
    return (each.by, *(f"+{code}" for code in each.those(Stance.SUPPORT) if code != each.by))
