"""Comparing two drafts, by their addresses or as files; two files need no workspace and leave nothing behind."""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from negotiator.comparing.compare import compare, uncollected
from negotiator.comparing.comparison import Comparison, Side
from negotiator.documents.reading.registry import ENDINGS, read, read_file
from negotiator.errors import NotFound, WrongUsage
from negotiator.i18n import _
from negotiator.services.terms import load_terms
from negotiator.text.structure import read_structure

if TYPE_CHECKING:
    from negotiator.documents.reading.document import Document
    from negotiator.workspace import Workspace

OpenWorkspace = Callable[[], "Workspace"]
"""Opens the workspace, if it turns out to be needed; raises `NotFound` where there is none."""
Tell = Callable[[str], None]
"""Takes a sentence about what a person should know of the reading of a file."""

WORTH_TELLING = frozenset(
    (
        "encoding-guessed",
        "missing-part",
        "named-otherwise",
        "number-format-unknown",
        "numbers-not-rendered",
        "text-boxes",
        "tracked-accepted",
        "tracked-rejected",
    )
)
"""The notes of a reader that bear on a comparison; what markup a file had does not."""


def compare_named(
    old: str,
    new: str,
    open_workspace: OpenWorkspace,
    standard_input: Callable[[], bytes],
    tell: Tell = lambda _told: None,
) -> Comparison:
    """Compare two texts, each a draft's address or a path; `-` is plain text from standard input.

    An existing address wins over a file. Raises `NotFound` for what is neither.
    """
    if old == new == "-":
        raise WrongUsage(_("Standard input can stand for one of the two texts only."))
    with uncollected():
        return compared(*(side_of(given, open_workspace, standard_input, tell) for given in (old, new)))


def compare_latest(workspace: "Workspace") -> Comparison:
    """Compare the latest two drafts, as they were released at the clock's moment."""
    from negotiator.services.drafts import draft_side, latest_two

    old, new = latest_two(workspace)
    return compared(draft_side(workspace, old), draft_side(workspace, new))


def compared(old: Side, new: Side) -> Comparison:
    """Compare two sides with the ladders and lists of the new one's language."""
    return compare(old, new, load_terms(new.language))


def side_of(
    given: str, open_workspace: OpenWorkspace, standard_input: Callable[[], bytes], tell: Tell = lambda _told: None
) -> Side:
    """Return the text that an address or a path names."""
    if given == "-":
        return document_side(read(standard_input(), "-"), tell)
    if _may_be_address(given):
        from negotiator.services.drafts import draft_side

        try:
            return draft_side(open_workspace(), given)
        except NotFound as problem:
            if not os.path.exists(given):  # noqa: PTH110  # costs no import of pathlib
                raise NotFound(
                    _("There is no file “{name}” and no such draft: {problem}", name=given, problem=problem.message)
                ) from problem
    return document_side(read_file(given), tell)


def document_side(document: "Document", tell: Tell = lambda _told: None) -> Side:
    """Return the text of a file as one side of a comparison, read into provisions."""
    worth = [note for note in document.notes if note.code in WORTH_TELLING]
    if worth:
        from negotiator.documents.reading.notes import told

        for note in worth:
            tell(f"{document.name}: {told(note)}")
    reading = read_structure(document.lines, document.language, doubts=False)
    return Side(document.name, reading.language, document.sha256, reading.provisions)


def _may_be_address(given: str) -> bool:
    """Say whether a text could be a draft's address: no file ending, at most one slash.

    Opening the workspace costs time and needs one, so a path that exists and looks like a path is not asked for there.
    """
    name = given.replace("\\", "/")
    if name.startswith((".", "/", "~")) or name.count("/") > 1:
        return False
    return not name.lower().endswith(ENDINGS)
