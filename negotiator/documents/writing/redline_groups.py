"""The paragraphs of a redline gathered by the provision of the new text that each of them helps to write."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from negotiator.documents.writing.redline import Paragraph, Run, Way
from negotiator.text.provision import Provision


@dataclass(slots=True)
class Group:
    """What stands between the end of one provision of the new text and the end of the next."""

    new: Provision | None
    """The provision; None for what follows the last one."""
    paragraphs: list[Paragraph] = field(default_factory=list)
    """Old paragraphs before it, then its own parts; the last one ends it."""


def groups(paragraphs: Sequence[Paragraph], provisions: Sequence[Provision]) -> Iterator[Group]:
    """Gather paragraphs; every provision of the new text has one group, in its order."""
    waiting: list[Paragraph] = []
    ended = 0
    for paragraph in paragraphs:
        waiting.append(paragraph)
        if paragraph.end in (Way.KEPT, Way.INSERTED, Way.ARRIVED):
            yield Group(provisions[ended], waiting)
            ended, waiting = ended + 1, []
    if waiting:
        yield Group(None, waiting)


def drop_new(paragraphs: list[Paragraph], count: int) -> None:
    """Take a number out of the new side, where the file counts it; what both sides shared of it stays on the old."""
    for paragraph in paragraphs:
        kept: list[Run] = []
        for run in paragraph.runs:
            taken = 0 if run.way in (Way.DELETED, Way.LEFT) else min(count, len(run.words))
            count -= taken
            if taken and run.way is Way.KEPT:
                kept.append(Run(Way.DELETED, run.words[:taken]))
            if run.words[taken:]:
                kept.append(Run(run.way, run.words[taken:]))
        paragraph.runs = kept


def drop_old(paragraph: Paragraph, count: int) -> None:
    """Take a number out of the old side, where rejecting everything has it counted."""
    kept: list[Run] = []
    for run in paragraph.runs:
        taken = min(count, len(run.words)) if run.way is Way.DELETED else 0
        count -= taken
        if run.words[taken:]:
            kept.append(Run(run.way, run.words[taken:]))
    paragraph.runs = kept


def as_gone_and_new(paragraph: Paragraph) -> None:
    """Take a move for words that went at one place and came at another."""
    ways = {Way.LEFT: Way.DELETED, Way.ARRIVED: Way.INSERTED}
    paragraph.move, paragraph.end = 0, ways.get(paragraph.end, paragraph.end)
    for run in paragraph.runs:
        run.way = ways.get(run.way, run.way)
