"""Where a labelled provision belongs: what it carries on, what it opens, and what it closes.

Sequence decides before anything else: the deepest open list of which a label is the very next one is the list it
belongs to. Only then come the habits of documents: chapters over articles, articles over options.
"""

from negotiator.text.label_words import RANKS
from negotiator.text.labels import Label, Style
from negotiator.text.numbering import split_label
from negotiator.text.provision import Kind
from negotiator.text.tree import UNLABELLED, Open, Tree
from negotiator.text.wording import is_title, opens_list

ARTICLE = float(RANKS["article"])
OPTION = float(RANKS["option"])
LOOSE_HEADING = ARTICLE + 0.5
"""The rank of a heading without a label."""
STYLE_RANKS = {Style.PART: 3.5, Style.SECTION: 4.5, Style.NUMBER: 5.5}
"""The ranks of numbered headings."""
_HOLDS_OPTIONS = OPTION - 0.2
"""A numbered paragraph with options under it stands between headings and options."""
_IN_ARTICLE = ARTICLE + 0.2
_HINTED = 10
"""Headings whose level the format knows stand above those that are only guessed."""
_OPENING = 40
_DEEPEST = 12
"""Lists and headings that are nested deeper than this are slips, and are put side by side."""


def rank_of(tree: Tree, hint: int, label: Label | None) -> float:
    """Return how high a heading stands, from the level that the format gives, else from its label."""
    if hint:
        return hint - _HINTED
    if label is None:
        return LOOSE_HEADING
    if label.style is Style.WORD:
        return float(RANKS[label.word])
    rank = STYLE_RANKS.get(label.style, LOOSE_HEADING)
    if label.style is Style.NUMBER and any(open_.rank == ARTICLE for open_ in tree.headings):
        rank = _IN_ARTICLE
    return rank + 0.1 * (len(label.numbers) - 1)


def opens_a_list(tree: Tree, label: Label) -> bool:
    """Say whether the first label of a list stands under a text that announces one."""
    if not label.first or not tree.body or len(tree.body) >= _DEEPEST:
        return False
    top = tree.provisions[tree.body[-1].index]
    return top.kind not in (Kind.PREAMBULAR, Kind.TITLE) and opens_list(top.text)


def carries_on_headings(tree: Tree, label: Label) -> bool:
    """Say whether a number is the next one after an open heading."""
    return any(label.follows(open_.label) for open_ in tree.headings if open_.rank != _HOLDS_OPTIONS)


def place_among_headings(tree: Tree, label: Label | None, rank: float) -> int:
    """Return under how many of the open headings a new one stands."""
    place = len(tree.headings)
    if label is not None and rank >= 0:
        alike = [n for n, open_ in enumerate(tree.headings) if _alike(open_.label, label) and _is_heading(open_)]
        after = [n for n in alike if label.follows(tree.headings[n].label)]
        if after:
            return after[-1]
        if alike and alike[-1] == place - 1 and label.style is Style.NUMBER and label.first:
            # A number that begins again right under a heading with a number opens a level of its own.
            return place if place < _DEEPEST and tree.is_last(tree.headings[-1]) else alike[-1]
        if alike:
            return alike[-1]
    while place and tree.headings[place - 1].rank >= rank:
        place -= 1
    return place


def hold_options(tree: Tree) -> None:
    """Let a numbered paragraph stand as a heading where options open under it."""
    numbered = [open_ for open_ in tree.body if open_.label.style is Style.NUMBER]
    if not numbered or any(open_.rank == OPTION for open_ in tree.headings):
        return
    text = tree.provisions[numbered[-1].index].text
    inner = split_label(text[:_OPENING])[1]
    if is_title(text) or opens_list(text) or (inner is not None and inner.word == "option"):
        for open_ in numbered:
            open_.rank = _HOLDS_OPTIONS
        tree.headings += numbered


def leave_headings(tree: Tree, label: Label) -> None:
    """Close the options, or the numbered heading, from before which a paragraph carries on the count."""
    if not _leave_options(tree, label):
        _leave_numbered(tree, label)


def _leave_options(tree: Tree, label: Label) -> bool:
    """Close the options where a paragraph carries on the count from before them; return whether it does."""
    top = tree.heading
    if top is not None and top.rank == OPTION and tree.is_last(top) and not tree.provisions[top.index].label:
        return True
    if not any(open_.rank == OPTION for open_ in tree.headings):
        return False
    for place in range(len(tree.headings) - 1, -1, -1):
        open_ = tree.headings[place]
        if open_.number is not None and label.follows(open_.number):
            del tree.headings[place + 1 :]
            return True
        if open_.label.style is Style.NUMBER and label.follows(open_.label):
            del tree.headings[place:]
            return True
        if open_.rank < _HOLDS_OPTIONS:
            break
    return False


def _leave_numbered(tree: Tree, label: Label) -> None:
    """Close a numbered heading whose own count a paragraph carries on: `1 bis.` or `2.` after what stands under `1.`"""
    for place in range(len(tree.headings) - 1, -1, -1):
        open_ = tree.headings[place]
        if open_.label.style is not Style.NUMBER or (open_.number is not None and label.follows(open_.number)):
            return
        if label.follows(open_.label):
            del tree.headings[place:]
            return


def place_in_body(tree: Tree, label: Label) -> Label:
    """Close what a label does not stand under, and say how it is to be read: `(i)` may be a letter."""
    readings = (label, label.as_letter()) if label.letter else (label,)
    _take_up_again(tree, readings)
    body = tree.body
    for depth in range(len(body) - 1, -1, -1):
        for reading in readings:
            if reading.follows(body[depth].label):
                del body[depth:]
                return reading
    if opens_a_list(tree, label) and label.style is not Style.BULLET:
        return label
    while body and body[-1].label.style is Style.BULLET and body[-1].label is not UNLABELLED:
        body.pop()
    if label.style is Style.BULLET:
        return label
    alike = [n for n, open_ in enumerate(body) if _alike(open_.label, label)]
    if alike:
        before = [n for n in alike if body[n].label < label]
        del body[(before or alike)[-1] :]
    elif label.style in (Style.NUMBER, Style.PART):
        body.clear()
    return label


def _take_up_again(tree: Tree, readings: tuple[Label, ...]) -> None:
    """Go on with a list that a paragraph without a label broke off."""
    body = tree.body
    if tree.left and len(body) == 1 and body[0].label is UNLABELLED and not readings[0].first:
        if any(reading.follows(open_.label) for reading in readings for open_ in tree.left):
            tree.body = tree.left
        tree.left = []


def _is_heading(open_: Open) -> bool:
    return open_.rank != _HOLDS_OPTIONS


def _alike(one: Label, other: Label) -> bool:
    return (one.style, one.word, len(one.numbers)) == (other.style, other.word, len(other.numbers))
