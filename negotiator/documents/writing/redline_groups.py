"""The paragraphs of a redline gathered by the provision of the new text that each of them helps to write."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from negotiator.documents.writing.redline import Paragraph, Way
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
