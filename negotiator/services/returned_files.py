"""Returned Word files made into plans of proposals that a person reviews; nothing is stored here."""

from collections import Counter
from dataclasses import dataclass
from hashlib import sha256
from os import PathLike
from pathlib import PurePath

from negotiator.comparing.comparison import Side
from negotiator.comparing.remarks import Remark, said_in
from negotiator.comparing.returned import Fit, Item, Mark, alike, plan_items
from negotiator.documents.reading.mail import read_mail
from negotiator.documents.reading.registry import WORD, bytes_of, media_type_of
from negotiator.documents.reading.word_markup import Markup, read_marked
from negotiator.errors import BadFile
from negotiator.i18n import _
from negotiator.services.drafts import draft_side, get_draft, list_drafts
from negotiator.services.party_names import Names, Party, party_of
from negotiator.services.received_files import MAIL_ENDINGS
from negotiator.text.structure import read_structure
from negotiator.workspace import Workspace

KNOWN_FROM = 0.3
"""From this share of the same provisions on, a draft counts as the one on which a file was made."""


@dataclass(frozen=True, slots=True)
class PlannedProposal:
    """One proposal of a returned file, with who is suggested as its party."""

    number: int
    """Its place in the plan, from 1."""
    item: Item
    """What is proposed, where, by whom as the file says, and whether it still applies."""
    party: Party
    """Who is suggested."""


@dataclass(frozen=True, slots=True)
class Base:
    """A draft beside the text that a returned file had before its changes."""

    address: str
    """The draft's address, such as `zero-plus`."""
    share: float
    """Which share of the provisions is word for word the same, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a returned file proposes for a draft."""

    file: str
    """The file's name."""
    sha256: str
    """The hash of its bytes, in hexadecimal."""
    draft: str
    """The address of the draft for which the proposals are."""
    draft_text: str
    """The identifier of the row of that draft's text."""
    base: Base | None
    """The draft on which the file was made; None where it resembles none."""
    candidates: tuple[Base, ...]
    """Every draft in that language, the likeliest first."""
    items: tuple[PlannedProposal, ...]
    """What is proposed, in the order of the file."""
    left: int = 0
    """How many tracked changes change no words of a paragraph, such as an empty line."""

    @property
    def stale(self) -> bool:
        """Whether it was made on another draft than the one that it is for."""
        return self.base is None or self.base.address != self.draft

    def fits(self) -> dict[Fit, int]:
        """Count the items by whether they still apply."""
        found = Counter(each.item.fit for each in self.items)
        return {fit: found[fit] for fit in Fit}


def plan_returned_file(workspace: Workspace, path: "str | PathLike[str]", draft: str, *, sender: str = "") -> Plan:
    """Return what a Word file, or the one in an e-mail, proposes for a draft, and on which it was made; stores nothing.

    `sender` is who sent it, such as the sender of an e-mail, if that is known. Raises `BadFile` and `NotFound`.
    """
    data, name = bytes_of(path), PurePath(path).name
    if name.lower().endswith(MAIL_ENDINGS):
        data, name, sent_by = _from_mail(data, name)
        sender = sender or sent_by
    if media_type_of(data, name) != WORD:
        raise BadFile(_("{name} is no Word file, and only these carry tracked changes and comments.", name=name))
    marked = read_marked(data, name)
    _draft, text = get_draft(workspace, draft)
    wanted = draft_side(workspace, text.address)
    digest = sha256(data).hexdigest()
    new, old = (
        Side(name, text.language, digest, read_structure(lines, text.language, doubts=False).provisions)
        for lines in (marked.new, marked.old)
    )
    gone = (Markup.DELETED, Markup.MOVED_FROM)
    marks = [Mark(each.author, each.date, each.line, each.kind in gone) for each in marked.changes]
    starts_old, starts_new = ({each.line for each in text.provisions} for text in (old, new))
    remarks = [
        Remark(
            each.author,
            each.date,
            each.line,
            each.words,
            each.anchor,
            each.line in starts_old and each.line not in starts_new,
        )
        for each in marked.comments
    ]
    candidates = _candidates(workspace, old, text.language)
    base = _base(candidates, text.address)
    names = Names(workspace)
    items, left = plan_items(old, new, wanted, marks, remarks)
    planned = tuple(
        PlannedProposal(number, item, _party(names, item, sender, name)) for number, item in enumerate(items, 1)
    )
    return Plan(name, digest, text.address, text.id, base, candidates, planned, left)


def _from_mail(data: bytes, name: str) -> tuple[bytes, str, str]:
    """Return the one Word file that came with an e-mail, its name, and who sent it."""
    mail = read_mail(data, name)
    found = [each for each in mail.attachments if each.name.lower().endswith((".docx", ".docm"))]
    if len(found) != 1:
        raise BadFile(_("{name} brings {n} Word files, where one is looked for.", name=name, n=len(found)))
    who = mail.sender
    return found[0].data, found[0].name, (who.name or who.address) if who else ""


def _party(names: Names, item: Item, sender: str, file_name: str) -> Party:
    said = tuple(who for who in (said_in(remark).who for remark in item.remarks) if who)
    return party_of(names, comments=said, authors=item.authors, sender=sender, file_name=file_name)


def _candidates(workspace: Workspace, old: Side, language: str) -> tuple[Base, ...]:
    found = []
    for draft in list_drafts(workspace):
        text = draft.text(language)
        if text is not None:
            found.append(Base(text.address, alike(old, draft_side(workspace, text.address))))
    return tuple(sorted(found, key=lambda each: -each.share))


def _base(candidates: tuple[Base, ...], wanted: str) -> Base | None:
    """Return the likeliest draft, the wanted one where no other is likelier."""
    if not candidates or candidates[0].share < KNOWN_FROM:
        return None
    best = candidates[0].share
    return next((each for each in candidates if each.share == best and each.address == wanted), candidates[0])
