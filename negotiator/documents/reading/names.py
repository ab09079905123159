"""What people read for what a reader of texts finds, doubts and leaves out."""

from negotiator.i18n import N_
from negotiator.text.provision import Kind

KIND_NAMES = {
    Kind.TITLE: N_("titles"),
    Kind.HEADING: N_("headings"),
    Kind.PREAMBULAR: N_("preambular paragraphs"),
    Kind.PARAGRAPH: N_("paragraphs"),
    Kind.SUB_PARAGRAPH: N_("sub-paragraphs"),
    Kind.ITEM: N_("items"),
    Kind.BULLET: N_("bullets"),
    Kind.FOOTNOTE: N_("footnotes"),
    Kind.ANNEX: N_("annexes"),
}
"""What people read for each kind of provision."""

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
