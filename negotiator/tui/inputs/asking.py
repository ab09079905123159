"""What every form about inputs shares: its fields, what it gives, and how its words are read."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from negotiator.domain.inputs import OWED_BY, OwedBy
from negotiator.domain.names import folded
from negotiator.domain.session import Session
from negotiator.domain.stakeholder import Stakeholder
from negotiator.errors import NotFound, WrongUsage
from negotiator.i18n import _
from negotiator.services.input_kinds import input_kinds
from negotiator.services.input_rules import Details
from negotiator.services.processes import list_sessions
from negotiator.tui.widgets.form import Field
from negotiator.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Told:
    """What an act did."""

    code: str
    """The input it was done to."""
    sentence: str
    """What people read."""
    new: bool = False
    """Whether it was not there before."""


@dataclass(frozen=True, slots=True)
class Asked:
    """An act and what is to be filled in for it."""

    name: str
    """The name under which what was typed is kept."""
    title: str
    """What stands above the fields."""
    fields: tuple[Field, ...]
    """What is to be filled in."""
    act: Callable[[Mapping[str, str]], Told]
    """Does it."""


@dataclass(frozen=True, slots=True)
class Known:
    """What may be named while one fills in a form."""

    senders: Mapping[str, Stakeholder]
    """Delegations and stakeholders by code."""
    sessions: Sequence[Session]
    """The sessions of the process."""

    def sender_choices(self) -> dict[str, str]:
        """Return what may be typed for a sender, with its code."""
        found = {code: code for code in self.senders}
        for each in self.senders.values():
            found |= {f"{each.code}  {each.name.said}": each.code, each.name.en: each.code, each.name.zh: each.code}
        return {words: code for words, code in found.items() if words}

    def session_choices(self) -> dict[str, str]:
        """Return what may be typed for a session, with its code."""
        return {f"{each.code}  {each.title.said}": each.code for each in self.sessions}


def known_to(workspace: Workspace, senders: Mapping[str, Stakeholder]) -> Known:
    """Return what may be named: these senders, and the sessions, if there are any yet."""
    try:
        return Known(senders, list_sessions(workspace))
    except NotFound:
        return Known(senders, ())


def kind_choices() -> dict[str, str]:
    """Return what may be typed for a kind, with its code."""
    found = {f"{kind.code}  {kind.title.said}": kind.code for kind in input_kinds().values()}
    return found | {kind.title.said: kind.code for kind in input_kinds().values()}


def code_meant(words: str, choices: Mapping[str, str]) -> str:
    """Return the code of what was chosen; what is not among the choices goes to the services as it is."""
    wanted = folded(words)
    return next((code for name, code in choices.items() if folded(name) == wanted), words)


def owed_by_meant(words: str) -> OwedBy | None:
    """Read who owes it; raises `WrongUsage` with the answers there are."""
    wanted = folded(words)
    for each, name in OWED_BY.items():
        if wanted in (folded(each.value), folded(_(name))):
            return each
    if wanted:
        choices = ", ".join(_(name) for name in OWED_BY.values())
        raise WrongUsage(_("“{word}” does not say who owes it; choose one of {choices}.", word=words, choices=choices))
    return None


def new_fields(known: Known) -> tuple[Field, ...]:
    """Return the fields that every new input needs."""
    return (
        Field(
            "from",
            _("from"),
            hint=_("code or name; → takes what is offered"),
            choices=tuple(known.sender_choices()),
            needed=True,
        ),
        Field("kind", _("kind"), hint=", ".join(input_kinds()), choices=tuple(kind_choices()), needed=True),
        Field("title", _("title"), needed=True),
    )


def more_fields(known: Known, owed: bool = True) -> tuple[Field, ...]:
    """Return the fields that say more of an input; `owed`: also by whom it is owed."""
    owing = tuple(_(name) for name in OWED_BY.values())
    return (
        Field("session", _("session"), choices=tuple(known.session_choices())),
        *(
            (
                Field(
                    "owed",
                    _("owed by"),
                    hint=_("{choices}; empty for what is usual", choices=", ".join(owing)),
                    choices=owing,
                ),
            )
            if owed
            else ()
        ),
        Field("topics", _("topics"), hint=_("with commas between them")),
        Field("officer", _("handled by")),
    )


def details_from(filled: Mapping[str, str], known: Known) -> Details:
    """Read what was said of an input beside its main fields."""
    return Details(
        session=code_meant(filled["session"], known.session_choices()) or None,
        owed_by=owed_by_meant(filled.get("owed", "")),
        officer=filled["officer"] or None,
        topics=split_words(filled["topics"]),
    )


def split_words(words: str) -> tuple[str, ...]:
    """Split words at commas of either script."""
    for comma in "，、;；":
        words = words.replace(comma, ",")
    return tuple(dict.fromkeys(part.strip() for part in words.split(",") if part.strip()))


def when_and_file() -> tuple[Field, ...]:
    """Return the fields for when something came, and the file that came with it."""
    return (
        Field("on", _("received"), hint=_("empty for now; else 2018-04-03 or 2018-04-03 10:12")),
        Field("file", _("file"), hint=_("where it lies, such as ~/Downloads/statement.docx")),
    )


def file_named(words: str) -> Path | None:
    """Return the path that was typed, in quotes or not; None where nothing was."""
    return Path(words.strip("'\"")).expanduser() if words.strip("'\"") else None


def same_file_told(others: Sequence[str]) -> str:
    """Say which other inputs brought exactly the same file; empty where none did."""
    if not others:
        return ""
    return _("; {inputs} brought the same file", inputs=", ".join(others))
