"""What registering a file would store, decided before anything is stored."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from os import PathLike

from negotiator.documents.reading.registry import Document, read
from negotiator.domain.audience import Audience
from negotiator.domain.dates import Instant, parse_date, parse_instant
from negotiator.domain.draft import LANGUAGES, Draft, DraftKind, DraftStatus, DraftText, check_parents, in_order
from negotiator.domain.draft_names import Guess, code_from, guess_from_name
from negotiator.domain.notes import Note
from negotiator.domain.process import MilestoneKind
from negotiator.domain.symbol import parse_symbol
from negotiator.errors import Refused, WrongUsage
from negotiator.i18n import _
from negotiator.services.draft_attachments import bytes_and_name
from negotiator.storage import drafts as rows
from negotiator.storage import processes
from negotiator.text.language import guess_language
from negotiator.text.provision import Reading
from negotiator.text.structure import read_structure
from negotiator.workspace import Workspace


@dataclass(frozen=True, slots=True)
class DraftPlan:
    """A file as it would be registered, with everything that a person should look at first."""

    draft: Draft
    """The draft as it would be, without the new text."""
    language: str
    """The language of the text."""
    document: Document
    """The file as it was read."""
    reading: Reading
    """Its provisions, its doubts, and what was left out."""
    data: bytes = field(repr=False)
    """The bytes of the file."""
    guessed: tuple[str, ...] = ()
    """Which of code, name, language, released and based-on nobody said: they were taken from the file or the rest."""
    new: bool = True
    """Whether the draft is new; otherwise a language is added to one that is there."""

    @property
    def address(self) -> str:
        """What people will call it."""
        return self.draft.code if not self.draft.texts else f"{self.draft.code}/{self.language}"

    @property
    def words(self) -> str:
        """The words of the file, line by line."""
        return "\n".join(line.text for line in self.document.lines)


@dataclass(frozen=True, slots=True)
class Said:
    """What a person said of a file; None where the file or the workspace may answer."""

    code: str | None = None
    """What to call the draft, such as `rev1`."""
    name: str | None = None
    """Its name in full."""
    kind: DraftKind | None = None
    """What it is in the chain."""
    symbol: str | None = None
    """Its document symbol."""
    language: str | None = None
    """The language of the text."""
    released: str | None = None
    """The day of its release, such as `2018-03-26`."""
    based_on: Sequence[str] | None = None
    """The codes of the texts it was made from."""
    audience: Audience | None = None
    """To whom it was released."""
    embargo: str | None = None
    """Until when it is for the co-facilitators and the Secretariat only."""
    note: str | None = None
    """What else is to be known."""
    attachment: str | None = None
    """Which file of an e-mail it is, by its name or its number."""

    def of_the_draft(self) -> list[str]:
        """Return the names of what was said that belongs to a draft and not to a text of it."""
        told = {
            "--name": self.name,
            "--kind": self.kind,
            "--symbol": self.symbol,
            "--date": self.released,
            "--based-on": self.based_on,
            "--audience": self.audience,
            "--embargo": self.embargo,
        }
        return [name for name, value in told.items() if value is not None]


def plan_draft(workspace: Workspace, path: "str | PathLike[str]", said: Said | None = None) -> DraftPlan:
    """Decide how a file, or one attached to an e-mail, would be registered; stores nothing.

    Raises `NotFound` where there is no file, `BadFile` where it cannot be read, `Refused` where the same bytes, or a
    text of this draft in this language, are registered already, and `WrongUsage` for a value that cannot be.
    """
    said = said or Said()
    data, name = bytes_and_name(path, said.attachment)
    # A name that is not UTF-8 comes from the system with stand-ins that no database takes.
    name = name.encode("utf-8", "replace").decode("utf-8")
    with workspace.reading() as db:
        known = rows.drafts(db)
    refuse_again(name, sha256(data).hexdigest(), known)
    if said.language is not None and said.language not in LANGUAGES:
        raise WrongUsage(
            _("“{code}” is no official language; write one of {codes}.", code=said.language, codes=", ".join(LANGUAGES))
        )
    document = read(data, name)
    reading = read_structure(document.lines, said.language or document.language)
    seems = guess_language(document.lines)
    if seems != reading.language:
        document = document._replace(notes=(*document.notes, Note("language-otherwise", detail=seems)))
    guess = _guess(name, said)
    code = guess.code
    existing = next((draft for draft in known if draft.code == code), None)
    guessed = [] if said.language else ["language"]
    guessed += [] if said.code else ["code"]
    if existing is not None:
        refuse_language(existing, reading.language, said)
        return DraftPlan(existing, reading.language, document, reading, data, tuple(guessed), new=False)
    draft, more = _new_draft(workspace, code, said, guess, known)
    return DraftPlan(draft, reading.language, document, reading, data, (*guessed, *more))


def _guess(name: str, said: Said) -> Guess:
    """Guess from the code that was said, such as `rev1`, else from the name of the file; the day only from the file."""
    of_file = guess_from_name(name)
    return (
        replace(guess_from_name(said.code), code=code_from(said.code), released=of_file.released)
        if said.code
        else of_file
    )


def refuse_again(name: str, digest: str, known: Sequence[Draft]) -> None:
    """Raise `Refused` where the same bytes are registered, with their address."""
    for draft in known:
        for text in draft.texts:
            if text.sha256 == digest:
                raise Refused(
                    _(
                        "{name} is registered already: {address} has exactly these bytes (as {file}).",
                        name=name,
                        address=text.address,
                        file=text.file_name,
                    )
                )


def refuse_language(draft: Draft, language: str, said: Said | None = None) -> None:
    """Raise `Refused` where a draft has a text in this language, `WrongUsage` where its own values were said again."""
    text: DraftText | None = draft.text(language)
    if text is not None:
        raise Refused(
            _(
                "{code} has a text in this language ({language}) already, from {file}; give this one another --code.",
                code=draft.code,
                language=language,
                file=text.file_name,
            )
        )
    if said and (told := said.of_the_draft()):
        raise WrongUsage(
            _(
                "{code} is there already and this file adds its {language} text; leave out {options}.",
                code=draft.code,
                language=language,
                options=", ".join(told),
            )
        )


def _new_draft(
    workspace: Workspace, code: str, said: Said, guess: Guess, known: Sequence[Draft]
) -> tuple[Draft, list[str]]:
    """Put together a new draft: what was said, else what the file's name and the calendar of the process tell."""
    guessed = [] if said.name else ["name"]
    released = parse_date(said.released) if said.released else guess.released or _in_calendar(workspace, code)
    if not said.released:
        guessed.append("released")
    released = released or workspace.now().date
    based_on = tuple(said.based_on) if said.based_on is not None else _latest_before(released, known)
    if said.based_on is None and based_on:
        guessed.append("based-on")
    check_parents(code, released, based_on, known)
    symbol = str(parse_symbol(said.symbol)) if said.symbol else ""
    # A text with a symbol is a document of the United Nations; one without is a paper among those who negotiate.
    audience = said.audience or (Audience.PUBLIC if symbol else Audience.MEMBER_STATES)
    return (
        Draft(
            id="",
            code=code,
            name=said.name or guess.name,
            kind=said.kind or guess.kind,
            symbol=symbol,
            based_on=based_on,
            released=released,
            zone=workspace.zone,
            audience=audience,
            visibility=audience,
            embargo=_embargo(said.embargo, workspace),
            status=DraftStatus.CIRCULATED,
            note=said.note or "",
        ),
        guessed,
    )


def _embargo(said: str | None, workspace: Workspace) -> Instant | None:
    return parse_instant(said, workspace.zone, bare_date_ends=False) if said else None


def _in_calendar(workspace: Workspace, code: str) -> date | None:
    """Return the day on which the calendar of the process has this text released."""
    with workspace.reading() as db:
        found = [each for each in processes.milestones(db) if each.draft == code and each.kind is MilestoneKind.DRAFT]
    return found[0].window.first if found else None


def _latest_before(released: date, known: Sequence[Draft]) -> tuple[str, ...]:
    earlier = in_order([draft for draft in known if draft.released <= released])
    return (earlier[-1].code,) if earlier else ()
