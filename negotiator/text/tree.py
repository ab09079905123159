"""A tree of provisions while it grows: what is open, how paths are made and kept unique."""

from dataclasses import dataclass, field

from negotiator.text.labels import Label, Style
from negotiator.text.lines import Line
from negotiator.text.provision import Kind, Provision

UNLABELLED = Label(Style.BULLET, "unlabelled")
"""Stands for a paragraph without a label where sub-paragraphs may hang under it."""


@dataclass(slots=True)
class Open:
    """A provision under which others may come."""

    label: Label
    """What its label counts."""
    index: int
    """Its place in reading order."""
    path: str
    """Its path."""
    rank: float = 0.0
    """How high it stands as a heading, the highest first."""
    number: Label | None = None
    """The last numbered paragraph directly under this heading."""


@dataclass(slots=True)
class Tree:
    """The provisions read so far, and where the next one may be put."""

    provisions: list[Provision] = field(default_factory=list)
    """In reading order."""
    labels: list[Label | None] = field(default_factory=list)
    """What the label of each one counts."""
    headings: list[Open] = field(default_factory=list)
    """The open headings, the highest first."""
    body: list[Open] = field(default_factory=list)
    """The open paragraph and what is open under it."""
    left: list[Open] = field(default_factory=list)
    """The list that a paragraph without a label broke off; it may go on."""
    running: Label | None = None
    """The last numbered paragraph, whose numbers may run on over headings."""
    scope: str = ""
    """What the paths begin with from the second resolution of a collection on."""
    stage: str = "front"
    """`front` before the text proper, `preamble` after its opening, `body` from the first paragraph on."""
    contents: list[str] = field(default_factory=list)
    """What the table of contents has named so far, while it is being read."""
    taken: dict[str, int] = field(default_factory=dict)
    """How often each path was asked for."""
    counts: dict[tuple[str, str], int] = field(default_factory=dict)
    """How many provisions without a number of their own stand under each path."""

    @property
    def heading(self) -> Open | None:
        """The heading under which paragraphs come."""
        return self.headings[-1] if self.headings else None

    def is_last(self, open_: Open) -> bool:
        """Say whether nothing has come after this provision yet."""
        return open_.index == len(self.provisions) - 1

    def counted(self, above: Open | None, prefix: str) -> str:
        """Return the next name for something without a label under a provision: p1, p2 ..."""
        key = (above.path if above else self.scope, prefix)
        number = self.counts[key] = self.counts.get(key, 0) + 1
        return f"{prefix}{number}"

    def add(
        self,
        line: Line,
        kind: Kind,
        own: str,
        above: Open | None,
        text: str,
        printed: str = "",
        label: Label | None = None,
    ) -> Open:
        """Add a provision under another one, or at the top; a path that is taken gets a number behind it."""
        parent = above.path if above else self.scope
        path = f"{parent}/{own}" if parent else own
        times = self.taken[path] = self.taken.get(path, 0) + 1
        if times > 1:
            path = f"{path}~{times}"
            self.taken[path] = 1
        index, level, parent_index = len(self.provisions), 0, None
        if above:
            parent_index = above.index
            level = self.provisions[parent_index].level + 1
        self.provisions.append(Provision(index, kind, path, printed, text, level, parent_index, line.number))
        self.labels.append(label)
        return Open(label or UNLABELLED, index, path)
