"""What people read for what a reader of texts finds, doubts and leaves out."""

from negotiator.i18n import N_, n_
from negotiator.text.provision import Kind

DOUBTS = {
    "number-gap": N_("a number is missing before {detail}"),
    "number-repeat": N_("the number {detail} comes twice"),
    "number-out-of-order": N_("the number {detail} is out of order"),
    "bracket-unbalanced": N_("a bracket has no partner: {detail}"),
    "words-run-together": N_("words seem to have run together: {detail}"),
    "paragraph-very-long": N_("a very long paragraph may have lost its line breaks: {detail}"),
}
"""What people read for each doubt."""

REASONS = {
    "address": N_("web address"),
    "page-number": N_("page number"),
    "job-number": N_("job number"),
    "document-symbol": N_("document symbol"),
    "footnote-rule": N_("footnote rule"),
    "running-head": N_("running head"),
}
"""What people read for why a line was left out."""

GUESSED = {
    "code": N_("code"),
    "name": N_("name"),
    "language": N_("language"),
    "released": N_("day of release"),
    "based-on": N_("what it is based on"),
}
"""What people read for each value that nobody said."""


def counted_kind(kind: Kind, number: int) -> str:
    """Say how many provisions of a kind there are, such as “12 paragraphs”."""
    match kind:
        case Kind.TITLE:
            return n_("{n} title", "{n} titles", number)
        case Kind.HEADING:
            return n_("{n} heading", "{n} headings", number)
        case Kind.PREAMBULAR:
            return n_("{n} preambular paragraph", "{n} preambular paragraphs", number)
        case Kind.PARAGRAPH:
            return n_("{n} paragraph", "{n} paragraphs", number)
        case Kind.SUB_PARAGRAPH:
            return n_("{n} sub-paragraph", "{n} sub-paragraphs", number)
        case Kind.ITEM:
            return n_("{n} item", "{n} items", number)
        case Kind.BULLET:
            return n_("{n} bullet", "{n} bullets", number)
        case Kind.FOOTNOTE:
            return n_("{n} footnote", "{n} footnotes", number)
        case Kind.ANNEX:
            return n_("{n} annex", "{n} annexes", number)
