"""The register of letters: listed, shown, added from files and e-mails, changed, linked, removed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from negotiator.domain.audience import Audience
from negotiator.domain.codes import number_in
from negotiator.domain.dates import parse_date
from negotiator.domain.letters import USUALLY_SEEN_BY, Letter, LetterKind, Link, LinkKind, letter_code
from negotiator.domain.names import folded
from negotiator.errors import NotFound, Refused, WrongUsage
from negotiator.i18n import N_, _
from negotiator.services.drafts import get_draft
from negotiator.services.inputs import get_input
from negotiator.services.letter_files import Found, read_letter_files
from negotiator.services.processes import get_session
from negotiator.storage import letters as rows
from negotiator.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody says of a letter; None where nothing is said."""

    kind: str | None = None
    """What it is, such as `letter`."""
    title: str | None = None
    """What it is about."""
    dated: str | None = None
    """The day that it bears, such as `2018-02-05`."""
    sender: str | None = None
    """Who wrote it."""
    to: str | None = None
    """To whom."""
    symbol: str | None = None
    """Its document symbol."""
    language: str | None = None
    """Two-letter code."""
    visibility: str | None = None
    """Who may see it."""
    note: str | None = None
    """What else there is to say."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which letters to list; what is empty does not matter, and everything given must hold."""

    kind: str = ""
    """Of this kind."""
    sender: str = ""
    """From somebody whose name has these words in it."""
    since: str = ""
    """Of this day or later."""
    until: str = ""
    """Of this day or earlier."""
    link: str = ""
    """That belong to this session, draft or input, by its code."""
    text: str = ""
    """With these words in what is said of it or in its files."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A letter that an act made or changed."""

    letter: Letter
    """The letter."""
    act: str
    """The act."""
    told: tuple[str, ...] = ()
    """Sentences about the reading of its files."""


@dataclass(frozen=True, slots=True)
class LetterPlan:
    """What the files of a letter say of it, before anything is stored."""

    kind: LetterKind
    """An e-mail, or a letter."""
    title: str
    """The subject of the e-mail, or the name of the first file."""
    dated: date | None
    """The day of the e-mail; None where nothing says it."""
    sender: str
    """Who wrote it; may be empty."""
    to: str
    """To whom; may be empty."""
    symbol: str
    """Its document symbol; may be empty."""
    language: str
    """Two-letter code; may be empty."""
    visibility: Audience
    """Who may see it where nobody says."""
    found: Found
    """The files as they were read."""


def plan_letter(workspace: Workspace, files: Sequence[Path]) -> LetterPlan:
    """Read the files of a letter and say what they tell of it; stores nothing."""
    found = read_letter_files(files)
    kind = LetterKind.EMAIL if found.mail else LetterKind.LETTER
    first = found.files[0].file.name if found.files else ""
    title = ((found.mail.subject if found.mail else "") or first).strip()
    visibility = USUALLY_SEEN_BY.get(kind, Audience.CO_FACILITATORS_AND_SECRETARIAT)
    dated = _day_of(workspace, found)
    return LetterPlan(kind, title, dated, found.sender, found.to, "", found.language, visibility, found)


def list_letters(
    workspace: Workspace, wanted: Wanted | None = None, audience: Audience = Audience.PRIVATE
) -> tuple[Letter, ...]:
    """Return the letters that an audience may see, by date; while the clock is frozen, those of that day or before."""
    want = wanted or Wanted()
    kind = _kind(want.kind) if want.kind else None
    since = parse_date(want.since) if want.since else date.min
    until = parse_date(want.until) if want.until else date.max
    if workspace.as_of is not None:
        until = min(until, workspace.as_of.date)
    with workspace.reading() as db:
        found = rows.letters(db, want.text)
    return tuple(
        each
        for each in found
        if audience.sees(each.visibility)
        and (kind is None or each.kind is kind)
        and folded(want.sender) in folded(each.sender)
        and since <= each.dated <= until
        and (not want.link or any(folded(link.code) == folded(want.link) for link in each.links))
    )


def get_letter(workspace: Workspace, code: str) -> Letter:
    """Return a letter by its code, such as `L-001`; raises `NotFound`."""
    number = number_in(code, "L")
    found = [each for each in list_letters(workspace) if each.number == number]
    if not found:
        raise NotFound(
            _("There is no letter {letter}; letters are called like {example}.", letter=code, example=letter_code(1))
        )
    return found[0]


def words_of(workspace: Workspace, code: str) -> tuple[str, ...]:
    """Return the words of each file of a letter."""
    letter = get_letter(workspace, code)
    with workspace.reading() as db:
        return rows.words_of_letter(db, letter.id)


def add_letter(workspace: Workspace, said: Said, files: Sequence[Path] = (), links: Sequence[str] = ()) -> Kept:
    """Register a letter with its files; an e-mail gives its date, sender, addressees, subject and attached files.

    Raises `Refused` for a file that another letter has already, `WrongUsage` where the day or title is missing.
    """
    found = read_letter_files(files)
    belongs = tuple(dict.fromkeys(link_named(workspace, each) for each in links))
    letter = _letter(workspace, said, found)
    with workspace.acting(N_("add {letter}"), letter="") as act:
        letter = replace(letter, number=rows.next_letter(act.db))
        act.tell(letter=letter.code)
        known = {file.sha256: each for each in rows.letters(act.db) for file in each.files}
        for each in found.files[: len(files)]:
            if each.file.sha256 in known:
                other = known[each.file.sha256].code
                raise Refused(_("{file} is kept already, with {letter}.", file=each.file.name, letter=other))
        identifier = act.insert("letter", rows.letter_columns(letter))
        for each in found.files:
            rows.add_letter_file(act, identifier, each.file, each.data, each.words)
        for link in belongs:
            rows.add_link(act, identifier, link)
        kept_files = tuple(each.file for each in found.files)
        return Kept(replace(letter, id=identifier, files=kept_files, links=belongs), act.id, found.told)


def edit_letter(workspace: Workspace, code: str, said: Said) -> Kept:
    """Change what is said of a letter; its files never change."""
    before = get_letter(workspace, code)
    after = _with(before, said)
    if not after.title:
        raise WrongUsage(_("Say what the letter is about, with --title."))
    with workspace.acting(N_("edit {letter}"), letter=before.code) as act:
        act.update("letter", before.id, rows.letter_columns(after))
        return Kept(after, act.id)


def link_letter(workspace: Workspace, code: str, target: str, *, remove: bool = False) -> Kept:
    """Say that a letter belongs to a session, a draft or an input, or that it does not; raises `NotFound`."""
    letter, link = get_letter(workspace, code), link_named(workspace, target)
    label = N_("unlink {letter} from {target}") if remove else N_("link {letter} to {target}")
    with workspace.acting(label, letter=letter.code, target=link.code) as act:
        known = rows.link_id(act.db, letter.id, link)
        if remove and known is None:
            raise NotFound(_("{letter} does not belong to {target}.", letter=letter.code, target=link.code))
        if not remove and known is not None:
            raise Refused(_("{letter} belongs to {target} already.", letter=letter.code, target=link.code))
        if known is not None:
            act.delete("letter_link", known)
            return Kept(replace(letter, links=tuple(each for each in letter.links if each != link)), act.id)
        rows.add_link(act, letter.id, link)
        return Kept(replace(letter, links=(*letter.links, link)), act.id)


def remove_letter(workspace: Workspace, code: str) -> Kept:
    """Set a letter aside; it stays in the database and an undo brings it back."""
    letter = get_letter(workspace, code)
    with workspace.acting(N_("remove {letter}"), letter=letter.code) as act:
        act.delete("letter", letter.id)
        return Kept(letter, act.id)


def save_files(workspace: Workspace, code: str, folder: Path) -> tuple[Path, ...]:
    """Write the files of a letter into a folder; raises `Refused` before anything is written where one is there."""
    letter = get_letter(workspace, code)
    targets = [folder / file.name for file in letter.files]
    for target in targets:
        if target.exists():
            raise Refused(_("{path} is there already.", path=target))
    folder.mkdir(parents=True, exist_ok=True)
    with workspace.reading() as db:
        for file, target in zip(letter.files, targets, strict=True):
            target.write_bytes(rows.letter_file_bytes(db, file.id))
    return tuple(targets)


def link_named(workspace: Workspace, words: str) -> Link:
    """Find what a letter is to belong to: `session:R3`, `draft:rev1`, `input:I-004`, or the code alone."""
    kind, _colon, code = words.strip().rpartition(":")
    if kind and kind not in list(LinkKind):
        raise WrongUsage(
            _("A letter belongs to one of {kinds}, such as session:R3; not to “{words}”.", kinds=_kinds(), words=words)
        )
    for each in (LinkKind(kind),) if kind else tuple(LinkKind):
        try:
            match each:
                case LinkKind.SESSION:
                    return Link(each, get_session(workspace, code).code)
                case LinkKind.DRAFT:
                    return Link(each, get_draft(workspace, code)[0].code)
                case LinkKind.INPUT:
                    return Link(each, get_input(workspace, code).code)
        except (NotFound, WrongUsage):
            if kind:
                raise
    raise NotFound(_("There is no session, draft or input {code}.", code=code))


def _kinds() -> str:
    return ", ".join(LinkKind)


def _letter(workspace: Workspace, said: Said, found: Found) -> Letter:
    """Put together what is said and what an e-mail says; what is said wins."""
    mail = found.mail
    kind = _kind(said.kind) if said.kind else LetterKind.EMAIL if mail else LetterKind.LETTER
    dated = _day_of(workspace, found)
    if said.dated is None and dated is None:
        raise WrongUsage(_("Say which day the letter bears, with --date."))
    first = found.files[0].file.name if found.files else ""
    title = (said.title or (mail.subject if mail else "") or first).strip()
    if not title:
        raise WrongUsage(_("Say what the letter is about, with --title."))
    usual = USUALLY_SEEN_BY.get(kind, Audience.CO_FACILITATORS_AND_SECRETARIAT)
    return _with(
        Letter(0, kind, title, dated or date.min, found.sender, found.to, "", found.language, usual),
        replace(said, title=title, kind=kind.value),
    )


def _day_of(workspace: Workspace, found: Found) -> date | None:
    """Return the day of the e-mail among the files, as it was where the process is."""
    mail = found.mail
    return None if mail is None or mail.date is None else mail.date.astimezone(workspace.now().local.tzinfo).date()


def _with(letter: Letter, said: Said) -> Letter:
    return replace(
        letter,
        kind=_kind(said.kind) if said.kind is not None else letter.kind,
        title=letter.title if said.title is None else said.title.strip(),
        dated=letter.dated if said.dated is None else parse_date(said.dated),
        sender=letter.sender if said.sender is None else said.sender.strip(),
        to=letter.to if said.to is None else said.to.strip(),
        symbol=letter.symbol if said.symbol is None else said.symbol.strip(),
        language=letter.language if said.language is None else said.language.strip().lower(),
        visibility=letter.visibility if said.visibility is None else Audience(said.visibility),
        note=letter.note if said.note is None else said.note.strip(),
    )


def _kind(word: str) -> LetterKind:
    try:
        return LetterKind(word.strip().lower())
    except ValueError as problem:
        kinds = ", ".join(LetterKind)
        raise WrongUsage(
            _("There is no kind of letter {kind}; choose one of {kinds}.", kind=word, kinds=kinds)
        ) from problem
