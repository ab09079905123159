"""A tree of provisions while it grows: what is open, how paths are made and kept unique."""

from negotiator.text.labels import Label, Style
from negotiator.text.lines import Line
from negotiator.text.provision import Kind, Provision

UNLABELLED = Label(Style.BULLET, "unlabelled")
"""Stands for a paragraph without a label where sub-paragraphs may hang under it."""


class Open:
    """A provision under which others may come."""

    __slots__ = ("index", "label", "number", "path", "rank")

    def __init__(self, label: Label, index: int, path: str) -> None:
        self.label = label
        """What its label counts."""
        self.index = index
        """Its place in reading order."""
        self.path = path
        """Its path."""
        self.rank = 0.0
        """How high it stands as a heading, the highest first."""
        self.number: Label | None = None
        """The last numbered paragraph directly under this heading."""


class Tree:
    """The provisions read so far, and where the next one may be put."""

    def __init__(self) -> None:
        self.provisions: list[Provision] = []
        """In reading order."""
        self.labels: list[Label | None] = []
        """What the label of each one counts."""
        self.headings: list[Open] = []
        """The open headings, the highest first."""
        self.body: list[Open] = []
        """The open paragraph and what is open under it."""
        self.left: list[Open] = []
        """The list that a paragraph without a label broke off; it may go on."""
        self.running: Label | None = None
        """The last numbered paragraph, whose numbers may run on over headings."""
        self.scope = ""
        """What the paths begin with from the second resolution of a collection on."""
        self.stage = "front"
        """`front` before the text proper, `preamble` after its opening, `body` from the first paragraph on."""
        self.contents: list[str] = []
        """What the table of contents has named so far, while it is being read."""
        self.taken: dict[str, int] = {}
        """How often each path was asked for."""
        self.counts: dict[tuple[str, str], int] = {}
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
