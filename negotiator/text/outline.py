"""Paragraphs in reading order become a tree of provisions: kinds, parents and paths, found from labels and sequence."""

from collections.abc import Sequence

from negotiator.text.labels import Label, Style
from negotiator.text.lines import Line
from negotiator.text.numbering import Split, split_label
from negotiator.text.places import (
    ARTICLE,
    LOOSE_HEADING,
    OPTION,
    carries_on_headings,
    hold_options,
    leave_headings,
    opens_a_list,
    place_among_headings,
    place_in_body,
    rank_of,
)
from negotiator.text.provision import Kind, Provision
from negotiator.text.tree import UNLABELLED, Tree
from negotiator.text.wording import (
    COMMAS,
    is_closing,
    is_contents,
    is_front_matter,
    is_opening,
    is_preambular,
    is_short_title,
    is_title,
)

_KINDS = {
    Style.LETTER: Kind.SUB_PARAGRAPH,
    Style.PAREN_NUMBER: Kind.SUB_PARAGRAPH,
    Style.ITEM: Kind.ITEM,
    Style.BULLET: Kind.BULLET,
}
_NOTHING: Split = ("", None, "")


def outline(paragraphs: Sequence[Line]) -> tuple[list[Provision], list[Label | None]]:
    """Return the provisions of a text in reading order, and what the label of each one counts."""
    tree = Tree()
    splits = [split_label(paragraph.text) for paragraph in paragraphs]
    following = [*splits[1:], _NOTHING]
    for paragraph, split, next_split in zip(paragraphs, splits, following, strict=False):
        _grow(tree, paragraph, split, next_split)
    return tree.provisions, tree.labels


def _grow(tree: Tree, line: Line, split: Split, following: Split) -> None:
    printed, label, text = split
    if line.note:
        _footnote(tree, line)
    elif tree.contents and _in_contents(tree, line, split):
        tree.add(
            line, Kind.HEADING, label.slug if label else tree.counted(tree.heading, "h"), tree.heading, text, printed
        )
    elif label is None:
        _unlabelled(tree, line, text, following)
    elif label.style is Style.SYMBOL:
        _new_scope(tree, label)
        tree.add(line, Kind.TITLE, "title", None, text, printed, label)
    elif label.style is Style.WORD:
        _division(tree, line, label, split)
    elif _is_heading(tree, line, label, text, following[1]):
        _heading(tree, line, Kind.HEADING, split, rank_of(tree, line.heading, label))
    else:
        _body(tree, line, printed, label, text)


def _in_contents(tree: Tree, line: Line, split: Split) -> bool:
    """Say whether a line belongs to the table of contents, which ends where its first label comes again."""
    _, label, text = split
    name = label.slug if label is not None else text
    if [name] == tree.contents[1:2] or not is_short_title(text or name, labelled=True):
        tree.contents = []
        tree.headings.clear()
        return False
    tree.contents.append(name)
    return True


def _footnote(tree: Tree, line: Line) -> None:
    text = line.text.strip()
    printed = line.note if text.startswith(line.note) else ""
    tree.add(line, Kind.FOOTNOTE, f"fn{line.note}", None, text[len(printed) :].lstrip(), printed)


def _new_scope(tree: Tree, label: Label | None) -> None:
    """Begin another resolution of a collection: the numbers begin again."""
    tree.headings.clear()
    tree.body.clear()
    tree.running = None
    tree.stage = "front"
    if label is not None and any(provision.kind is not Kind.TITLE for provision in tree.provisions):
        tree.scope = label.slug


def _unlabelled(tree: Tree, line: Line, text: str, following: Split) -> None:
    if line.heading == 1 and not tree.provisions:
        tree.add(line, Kind.TITLE, "title", None, text)
    elif line.heading:
        _heading(tree, line, Kind.HEADING, ("", None, text), rank_of(tree, line.heading, None))
    elif is_closing(text):
        if tree.stage != "front":
            _new_scope(tree, None)
        _title(tree, line, text)
    elif tree.stage != "preamble" and not tree.body and following[1] is None and is_opening(text):
        tree.stage = "preamble"
        tree.body = [tree.add(line, Kind.TITLE, "opening", tree.heading, text)]
    elif tree.stage == "front" and not is_contents(text):
        _front(tree, line, text, following)
    elif tree.stage == "preamble" and (not is_title(text) or is_preambular(text) or _runs_on(following)):
        _preambular(tree, line, text)
    elif is_title(text) and not _fills_option(tree):
        tree.contents = [text] if is_contents(text) else []
        rank = ARTICLE - 0.5 if _stands_over_articles(tree, following) else LOOSE_HEADING
        _heading(tree, line, Kind.HEADING, ("", None, text), rank)
    else:
        _loose_paragraph(tree, line, text)


def _front(tree: Tree, line: Line, text: str, following: Split) -> None:
    """Read a line before the text proper: its title and what stands around it, or already its first paragraph."""
    if tree.provisions and is_title(text) and following[1] is not None and following[1].style is not Style.SYMBOL:
        _heading(tree, line, Kind.HEADING, ("", None, text), LOOSE_HEADING)
    elif is_front_matter(text):
        _title(tree, line, text)
    elif text[-1] in COMMAS or _runs_on(following):
        tree.stage = "preamble"
        _preambular(tree, line, text)
    else:
        _loose_paragraph(tree, line, text)


def _title(tree: Tree, line: Line, text: str) -> None:
    tree.add(line, Kind.TITLE, tree.counted(None, "t"), None, text)


def _preambular(
    tree: Tree, line: Line, text: str, own: str = "", printed: str = "", label: Label | None = None
) -> None:
    own = own or tree.counted(None, "pp")
    tree.body = [tree.add(line, Kind.PREAMBULAR, own, tree.heading, text, printed, label)]
    if text.endswith((":", "：")):
        tree.stage = "body"


def _loose_paragraph(tree: Tree, line: Line, text: str) -> None:
    tree.stage = "body"
    if tree.body and tree.body[-1].label is not UNLABELLED:
        tree.left = tree.body
    tree.body = [tree.add(line, Kind.PARAGRAPH, tree.counted(tree.heading, "p"), tree.heading, text)]


def _runs_on(following: Split) -> bool:
    """Say whether the next paragraph carries on a sentence of the preamble."""
    text = following[2]
    return following[1] is None and bool(text) and (text[0].islower() or text[-1] in COMMAS)


def _fills_option(tree: Tree) -> bool:
    """Say whether nothing has been read yet under the option that is open: `Option 2:` and then `No text`."""
    top = tree.heading
    return top is not None and top.rank == OPTION and tree.is_last(top)


def _stands_over_articles(tree: Tree, following: Split) -> bool:
    """Say whether a heading without a label groups the articles that follow it."""
    if following[1] is None or following[1].word != "article":
        return False
    top = tree.heading
    return top is None or top.rank != ARTICLE or not tree.is_last(top)


def _is_heading(tree: Tree, line: Line, label: Label, text: str, following: Label | None) -> bool:
    """Say whether a numbered line is a heading: it reads like a title and does not carry on a count of paragraphs."""
    if line.heading:
        return True
    if label.style in (Style.PART, Style.SECTION):
        return is_short_title(text, labelled=label.style is Style.PART)
    if label.style is not Style.NUMBER or not is_title(text):
        return False
    if len(label.numbers) > 1:
        return True
    if opens_a_list(tree, label) or any(label.follows(open_.label) for open_ in tree.body):
        return False
    if following is not None and following.follows(label):
        return False
    return carries_on_headings(tree, label) or tree.running is None or not label.follows(tree.running)


def _division(tree: Tree, line: Line, label: Label, split: Split) -> None:
    """Add an article, an objective, an option, an annex ..., or a preambular paragraph with a number."""
    printed, _, text = split
    if label.word == "pp":
        tree.stage = "preamble"
        _preambular(tree, line, text, label.slug, printed, label)
        return
    if label.word == "annex":
        kind = Kind.ANNEX
    else:
        longer = label.word not in ("article", "option", "objective")
        headed = line.heading or not text or is_short_title(text, labelled=longer)
        kind = Kind.HEADING if headed else Kind.PARAGRAPH
    _heading(tree, line, kind, split, rank_of(tree, line.heading, label))


def _heading(tree: Tree, line: Line, kind: Kind, split: Split, rank: float) -> None:
    """Add a heading; a line of nothing but its label keeps it as its words, so that no text is without words."""
    printed, label, text = split
    if not text:
        printed, text = "", printed
    if rank == OPTION:
        hold_options(tree)
    tree.body.clear()
    tree.left = []
    tree.stage = "body"
    starts_over = kind is Kind.ANNEX and not line.heading
    del tree.headings[0 if starts_over else place_among_headings(tree, label, rank) :]
    own = label.slug if label is not None else tree.counted(tree.heading, "h")
    opened = tree.add(line, kind, own, tree.heading, text, printed, label)
    opened.rank = rank
    tree.headings.append(opened)
    if label is not None and label.style is Style.WORD:
        tree.running = None


def _body(tree: Tree, line: Line, printed: str, label: Label, text: str) -> None:
    """Add a numbered paragraph, sub-paragraph, item or bullet under what it carries on or opens."""
    label = place_in_body(tree, label)
    if label.style is Style.NUMBER and not tree.body:
        leave_headings(tree, label)
        tree.running = label
        if tree.heading is not None:
            tree.heading.number = label
    if tree.stage == "front" or label.style in (Style.NUMBER, Style.PART):
        tree.stage = "body"
    above = tree.body[-1] if tree.body else tree.heading
    kind = _KINDS.get(label.style)
    if kind is None:
        numbered = tree.body and any(open_.label.style is Style.NUMBER for open_ in tree.body)
        kind = Kind.SUB_PARAGRAPH if numbered else Kind.PARAGRAPH
    own = tree.counted(above, "b") if label.style is Style.BULLET else label.slug
    tree.body.append(tree.add(line, kind, own, above, text, printed, label))
