"""Paragraphs in reading order become a tree of provisions: kinds, parents and paths, found from labels and sequence."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from negotiator.text.label_words import RANKS
from negotiator.text.labels import Label, Style
from negotiator.text.lines import Line
from negotiator.text.numbering import Split, split_label
from negotiator.text.provision import Kind, Provision
from negotiator.text.wording import (
    is_closing,
    is_front_matter,
    is_opening,
    is_preambular,
    is_title,
    opens_list,
)

UNLABELLED = Label(Style.BULLET, "unlabelled")
"""Stands for a paragraph without a label where sub-paragraphs may hang under it."""
_HINTED = 10
"""Headings whose level the format knows stand above those that are only guessed."""
_STYLE_RANKS = {Style.PART: 3.5, Style.SECTION: 4.5, Style.NUMBER: 5.5}
_ARTICLE = float(RANKS["article"])
_IN_ARTICLE = _ARTICLE + 0.2
_LOOSE_HEADING = _ARTICLE + 0.5
_OPTION = float(RANKS["option"])
_HOLDS_OPTIONS = _OPTION - 0.2
"""A numbered paragraph with options under it stands between headings and options."""
_KINDS = {
    Style.LETTER: Kind.SUB_PARAGRAPH,
    Style.PAREN_NUMBER: Kind.SUB_PARAGRAPH,
    Style.ITEM: Kind.ITEM,
    Style.BULLET: Kind.BULLET,
}


@dataclass(slots=True)
class _Open:
    """A provision under which others may come."""

    label: Label
    index: int
    path: str
    rank: float = 0.0
    number: Label | None = None
    """The last numbered paragraph directly under this heading."""


@dataclass(slots=True)
class _Tree:
    """A tree while it grows."""

    provisions: list[Provision] = field(default_factory=list)
    labels: list[Label | None] = field(default_factory=list)
    headings: list[_Open] = field(default_factory=list)
    body: list[_Open] = field(default_factory=list)
    left: list[_Open] = field(default_factory=list)
    """The list that a paragraph without a label broke off; it may go on."""
    taken: dict[str, int] = field(default_factory=dict)
    counts: dict[tuple[str, str], int] = field(default_factory=dict)
    running: Label | None = None
    """The last numbered paragraph, whose numbers may run on over headings."""
    scope: str = ""
    """What the paths begin with from the second resolution of a collection on."""
    stage: str = "front"
    """`front` before the text proper, `preamble` after its opening, `body` from the first paragraph on."""


def outline(paragraphs: Sequence[Line]) -> tuple[list[Provision], list[Label | None]]:
    """Return the provisions of a text in reading order, and what the label of each one counts."""
    tree = _Tree()
    splits = [split_label(paragraph.text) for paragraph in paragraphs]
    last = len(splits) - 1
    for place, (paragraph, split) in enumerate(zip(paragraphs, splits, strict=True)):
        following = splits[place + 1] if place < last else ("", None, "")
        _grow(tree, paragraph, split, following)
    return tree.provisions, tree.labels


def _grow(tree: _Tree, paragraph: Line, split: Split, following: Split) -> None:
    printed, label, text = split
    if paragraph.note:
        _footnote(tree, paragraph)
    elif label is None:
        _unlabelled(tree, paragraph, text, following)
    elif label.style is Style.SYMBOL:
        _new_scope(tree, label)
        _add(tree, paragraph, Kind.TITLE, printed, text, label, "", "title")
    elif label.style is Style.WORD:
        _division(tree, paragraph, label, split)
    elif _is_heading(tree, paragraph, label, text, following[1]):
        _heading(tree, paragraph, Kind.HEADING, split, _rank(tree, paragraph, label))
    else:
        _body(tree, paragraph, printed, label, text)


def _rank(tree: _Tree, paragraph: Line, label: Label | None) -> float:
    if paragraph.heading:
        return paragraph.heading - _HINTED
    if label is None:
        return _LOOSE_HEADING
    if label.style is Style.WORD:
        return float(RANKS[label.word])
    rank = _STYLE_RANKS.get(label.style, _LOOSE_HEADING)
    if label.style is Style.NUMBER and any(open_.rank == _ARTICLE for open_ in tree.headings):
        rank = _IN_ARTICLE
    return rank + 0.1 * (len(label.numbers) - 1)


def _add(
    tree: _Tree, paragraph: Line, kind: Kind, printed: str, text: str, label: Label | None, parent: str, own: str,
    above: _Open | None = None,
) -> _Open:  # fmt: skip
    """Add a provision; its path is made unique."""
    path = f"{parent}/{own}" if parent else own
    times = tree.taken[path] = tree.taken.get(path, 0) + 1
    if times > 1:
        path = f"{path}~{times}"
        tree.taken[path] = 1
    level = tree.provisions[above.index].level + 1 if above else 0
    index = len(tree.provisions)
    tree.provisions.append(
        Provision(index, kind, path, printed, text, level, above.index if above else None, paragraph.number)
    )
    tree.labels.append(label)
    return _Open(label or UNLABELLED, index, path)


def _counted(tree: _Tree, parent: str, prefix: str) -> str:
    number = tree.counts[parent, prefix] = tree.counts.get((parent, prefix), 0) + 1
    return f"{prefix}{number}"


def _footnote(tree: _Tree, paragraph: Line) -> None:
    mark = paragraph.note
    text = paragraph.text.strip()
    printed = mark if text.startswith(mark) else ""
    _add(tree, paragraph, Kind.FOOTNOTE, printed, text[len(printed) :].lstrip(), None, tree.scope, f"fn{mark}")


def _new_scope(tree: _Tree, label: Label | None) -> None:
    """Begin another resolution of a collection: the numbers begin again."""
    tree.headings.clear()
    tree.body.clear()
    tree.running = None
    tree.stage = "front"
    if label is not None and any(provision.kind is not Kind.TITLE for provision in tree.provisions):
        tree.scope = label.slug


def _unlabelled(tree: _Tree, paragraph: Line, text: str, following: Split) -> None:
    if paragraph.heading:
        if not tree.provisions and paragraph.heading == 1:
            _add(tree, paragraph, Kind.TITLE, "", text, None, tree.scope, "title")
            return
        _heading(tree, paragraph, Kind.HEADING, ("", None, text), _rank(tree, paragraph, None))
    elif is_closing(text):
        if tree.stage != "front":
            _new_scope(tree, None)
        _add(tree, paragraph, Kind.TITLE, "", text, None, tree.scope, _counted(tree, tree.scope, "t"))
    elif tree.stage != "preamble" and not tree.body and following[1] is None and is_opening(text):
        tree.stage = "preamble"
        _preambular(tree, paragraph, text, "opening")
    elif tree.stage == "front":
        _front(tree, paragraph, text, following)
    elif tree.stage == "preamble" and (not is_title(text) or is_preambular(text) or _runs_on(following)):
        _preambular(tree, paragraph, text, _counted(tree, tree.scope, "pp"))
    elif is_title(text) and not _fills_option(tree):
        rank = _ARTICLE - 0.5 if _stands_over_articles(tree, following) else _LOOSE_HEADING
        _heading(tree, paragraph, Kind.HEADING, ("", None, text), rank)
    else:
        _loose_paragraph(tree, paragraph, text)


def _runs_on(following: Split) -> bool:
    """Say whether the next paragraph carries on a sentence of the preamble."""
    return following[1] is None and bool(following[2]) and (following[2][0].islower() or following[2][-1] in ",，،")


def _fills_option(tree: _Tree) -> bool:
    """Say whether nothing has been read yet under the option that is open: `Option 2:` and then `No text`."""
    top = tree.headings[-1] if tree.headings else None
    return top is not None and top.rank == _OPTION and top.index == len(tree.provisions) - 1


def _stands_over_articles(tree: _Tree, following: Split) -> bool:
    """Say whether a heading without a label groups the articles that follow it."""
    if following[1] is None or following[1].word != "article":
        return False
    top = tree.headings[-1] if tree.headings else None
    return top is None or top.rank != _ARTICLE or top.index != len(tree.provisions) - 1


def _front(tree: _Tree, paragraph: Line, text: str, following: Split) -> None:
    if tree.provisions and is_title(text) and following[1] is not None and following[1].style is not Style.SYMBOL:
        _heading(tree, paragraph, Kind.HEADING, ("", None, text), _LOOSE_HEADING)
    elif is_front_matter(text) and not text[0].islower():
        _add(tree, paragraph, Kind.TITLE, "", text, None, tree.scope, _counted(tree, tree.scope, "t"))
    elif text[-1] in ",，،" or _runs_on(following):
        tree.stage = "preamble"
        _preambular(tree, paragraph, text, _counted(tree, tree.scope, "pp"))
    else:
        _loose_paragraph(tree, paragraph, text)


def _preambular(tree: _Tree, paragraph: Line, text: str, own: str) -> None:
    above = tree.headings[-1] if tree.headings else None
    parent = above.path if above else tree.scope
    tree.body = [_add(tree, paragraph, Kind.PREAMBULAR, "", text, None, parent, own, above)]
    if opens_list(text):
        tree.stage = "body"


def _loose_paragraph(tree: _Tree, paragraph: Line, text: str) -> None:
    tree.stage = "body"
    above = tree.headings[-1] if tree.headings else None
    parent = above.path if above else tree.scope
    if tree.body and tree.body[-1].label is not UNLABELLED:
        tree.left = tree.body
    tree.body = [_add(tree, paragraph, Kind.PARAGRAPH, "", text, None, parent, _counted(tree, parent, "p"), above)]


def _is_heading(tree: _Tree, paragraph: Line, label: Label, text: str, following: Label | None) -> bool:
    """Say whether a numbered line is a heading: it reads like a title and does not carry on a count of paragraphs."""
    if paragraph.heading:
        return True
    if label.style not in _STYLE_RANKS or not is_title(text):
        return False
    if label.style is not Style.NUMBER:
        return True
    if following is not None and following.follows(label) and len(label.numbers) == 1:
        return False
    if len(label.numbers) > 1:
        return True
    if any(label.follows(open_.label) for open_ in tree.body):
        return False
    if any(label.follows(open_.label) for open_ in tree.headings if open_.rank != _HOLDS_OPTIONS):
        return True
    return tree.running is None or not label.follows(tree.running)


def _division(tree: _Tree, paragraph: Line, label: Label, split: Split) -> None:
    """Add an article, an objective, an option, an annex ...; a line of nothing but its label keeps it as its words."""
    printed, _, text = split
    if label.word == "pp":
        above = tree.headings[-1] if tree.headings else None
        parent = above.path if above else tree.scope
        tree.stage = "preamble"
        tree.body = [_add(tree, paragraph, Kind.PREAMBULAR, printed, text, label, parent, label.slug, above)]
        return
    if label.word == "annex":
        kind = Kind.ANNEX
    else:
        kind = Kind.HEADING if paragraph.heading or not text or _is_short(text) else Kind.PARAGRAPH
    _heading(tree, paragraph, kind, split, _rank(tree, paragraph, label))


def _is_short(text: str) -> bool:
    return is_title(text.lstrip("(（*[ ").capitalize())


def _heading(tree: _Tree, paragraph: Line, kind: Kind, split: Split, rank: float) -> None:
    """Add a heading under the nearest one that stands higher; headings that count alike stand side by side."""
    printed, label, text = split
    if not text:
        printed, text = "", printed
    if rank == _OPTION:
        _hold_options(tree, label)
    tree.body.clear()
    tree.left = []
    tree.stage = "body"
    del tree.headings[0 if kind is Kind.ANNEX and not paragraph.heading else _place_of(tree, label, rank) :]
    above = tree.headings[-1] if tree.headings else None
    parent = above.path if above else tree.scope
    own = label.slug if label is not None else _counted(tree, parent, "h")
    opened = _add(tree, paragraph, kind, printed, text, label, parent, own, above)
    opened.rank = rank
    tree.headings.append(opened)
    if label is not None and label.style is Style.WORD:
        tree.running = None


def _place_of(tree: _Tree, label: Label | None, rank: float) -> int:
    """Return how many of the open headings a new one stands under."""
    place = len(tree.headings)
    if label is not None and rank >= 0:
        alike = [
            n for n, open_ in enumerate(tree.headings)
            if _counts_alike(open_.label, label) and open_.rank != _HOLDS_OPTIONS
        ]  # fmt: skip
        after = [n for n in alike if label.follows(tree.headings[n].label)]
        if after:
            return after[-1]
        if alike and label.first and alike[-1] == place - 1 and tree.headings[-1].index == len(tree.provisions) - 1:
            return place
        if alike:
            return alike[-1]
    while place and tree.headings[place - 1].rank >= rank:
        place -= 1
    return place


def _hold_options(tree: _Tree, label: Label | None) -> None:
    """Let a numbered paragraph stand as a heading where options open under it."""
    numbered = [open_ for open_ in tree.body if open_.label.style is Style.NUMBER and open_.label is not UNLABELLED]
    if numbered and not any(open_.rank == _OPTION for open_ in tree.headings):
        numbered[-1].rank = _HOLDS_OPTIONS
        tree.headings.append(numbered[-1])


def _counts_alike(one: Label, other: Label | None) -> bool:
    if other is None:
        return False
    return (one.style, one.word, len(one.numbers)) == (other.style, other.word, len(other.numbers))


def _body(tree: _Tree, paragraph: Line, printed: str, label: Label, text: str) -> None:
    """Add a numbered paragraph, sub-paragraph, item or bullet under what it carries on or opens."""
    label = _find_place(tree, label)
    if label.style is Style.NUMBER and not tree.body:
        _leave_option(tree, label)
    above = tree.body[-1] if tree.body else tree.headings[-1] if tree.headings else None
    parent = above.path if above else tree.scope
    kind = _KINDS.get(label.style) or (Kind.SUB_PARAGRAPH if _under_number(tree) else Kind.PARAGRAPH)
    own = _counted(tree, parent, "b") if label.style is Style.BULLET else label.slug
    if label.style is Style.NUMBER and not tree.body:
        tree.running = label
        if tree.headings:
            tree.headings[-1].number = label
    if tree.stage == "front" or label.style in (Style.NUMBER, Style.PART):
        tree.stage = "body"
    tree.body.append(_add(tree, paragraph, kind, printed, text, label, parent, own, above))


def _under_number(tree: _Tree) -> bool:
    return any(open_.label.style is Style.NUMBER for open_ in tree.body)


def _leave_option(tree: _Tree, label: Label) -> None:
    """Close an option where a paragraph carries on the count from before the options."""
    for place in range(len(tree.headings) - 1, -1, -1):
        open_ = tree.headings[place]
        if open_.number is not None and label.follows(open_.number):
            del tree.headings[place + 1 :]
            return
        if open_.rank == _HOLDS_OPTIONS and label.follows(open_.label):
            del tree.headings[place:]
            return
        if open_.rank < _HOLDS_OPTIONS:
            return


def _find_place(tree: _Tree, label: Label) -> Label:
    """Close what a label does not stand under, and say how the label is to be read."""
    body = tree.body
    readings = (label, label.as_letter()) if label.letter else (label,)
    if tree.left and not label.first and len(body) == 1 and body[0].label is UNLABELLED:
        if any(reading.follows(open_.label) for reading in readings for open_ in tree.left):
            body = tree.body = tree.left
        tree.left = []
    for depth in range(len(body) - 1, -1, -1):
        for reading in readings:
            if reading.follows(body[depth].label):
                del body[depth:]
                return reading
    if label.style is Style.BULLET:
        while body and body[-1].label.style is Style.BULLET and body[-1].label is not UNLABELLED:
            body.pop()
        return label
    alike = [n for n, open_ in enumerate(body) if _counts_alike(open_.label, label)]
    top = tree.provisions[body[-1].index] if body else None
    announced = top is not None and opens_list(top.text) and top.kind is not Kind.PREAMBULAR
    if label.first and announced:
        return label
    if alike:
        before = [n for n in alike if body[n].label < label]
        del body[(before or alike)[-1] :]
    elif label.style in (Style.NUMBER, Style.PART) and not announced:
        body.clear()
    return label
