"""Chasing: whom to remind today, in words to edit; it sends nothing and keeps what was chased when."""

from collections.abc import Sequence
from dataclasses import dataclass
from string import Template

from negotiator import i18n
from negotiator.domain.audience import Audience
from negotiator.domain.chasing import Reminder, reminder_for
from negotiator.domain.contacts import Contact
from negotiator.domain.dates import in_words
from negotiator.domain.stakeholder import Stakeholder
from negotiator.errors import BadFile, Refused
from negotiator.i18n import N_, _
from negotiator.resources import shipped
from negotiator.services.contacts import list_contacts
from negotiator.services.input_filter import EVERYTHING, Filter
from negotiator.services.inputs import list_inputs
from negotiator.storage import chasing as rows
from negotiator.storage.stakeholders import stakeholders
from negotiator.workspace import Workspace

LANGUAGES = ("en", "zh")
"""The languages for which there are templates."""


@dataclass(frozen=True, slots=True)
class Written:
    """A reminder in words."""

    reminder: Reminder
    """What is awaited from whom."""
    stakeholder: Stakeholder
    """Who is written to."""
    language: str
    """The language it is written in."""
    subject: str
    """Its subject."""
    words: str
    """What it says."""
    to: tuple[Contact, ...] = ()
    """The addresses it goes to; empty where none is known that the audience may see."""


def reminders(workspace: Workspace, wanted: Filter = EVERYTHING) -> tuple[Reminder, ...]:
    """Return whom to remind today, by due date."""
    now = workspace.now()
    found = list_inputs(workspace, wanted)
    with workspace.reading() as db:
        before = rows.chased(db, workspace.as_of)
    due = (reminder_for(each, now, before.get(each.id, ())) for each in found)
    return tuple(each for each in due if each is not None)


def written(
    workspace: Workspace, found: Sequence[Reminder], language: str = "", audience: Audience = Audience.PRIVATE
) -> tuple[Written, ...]:
    """Put reminders in words: in the language asked for, else that of who is written to or of what is awaited.

    Where neither is known they are in English. Addresses that the audience may not see are left out.

    The words come from `data/templates/chase-TONE.LANGUAGE.txt` of the workspace, else from the shipped ones: a line
    with the subject, an empty line, the text, with $fields. Raises `BadFile` with the line where a field is unknown.
    """
    with workspace.reading() as db:
        known = {each.code: each for each in stakeholders(db)}
    day = workspace.now().date
    addresses = list_contacts(workspace, audience)
    made = []
    for reminder in found:
        each, who = reminder.input, known[reminder.input.stakeholder]
        to = addresses.get(who.code, ())
        spoken = language or _language(each.language, to)
        name = who.name_at(day)
        with i18n.speaking(spoken):
            fields = {
                "name": name.zh if spoken == "zh" and name.zh else name.en,
                "code": who.code,
                "input": each.code,
                "title": each.title,
                "kind": each.kind.title.said,
                "due": in_words(each.due) if each.due else "",
                "days": str(abs(reminder.days)),
                "session": each.session,
                "reminders": str(len(reminder.before)),
            }
        subject, text = _filled(workspace, f"chase-{reminder.tone.value}.{spoken}.txt", fields)
        made.append(Written(reminder, who, spoken, subject, text, to))
    return tuple(made)


def _language(of_input: str, to: Sequence[Contact]) -> str:
    known = (*(each.language for each in to), of_input)
    return next((spoken for spoken in known if spoken in LANGUAGES), "en")


def without_address(
    workspace: Workspace, found: Sequence[Reminder], audience: Audience = Audience.PRIVATE
) -> tuple[str, ...]:
    """Return the codes of those to be reminded of whom no address is known that the audience may see."""
    known = list_contacts(workspace, audience)
    return tuple(dict.fromkeys(each.input.stakeholder for each in found if each.input.stakeholder not in known))


def _filled(workspace: Workspace, name: str, fields: dict[str, str]) -> tuple[str, str]:
    own = workspace.root / "data" / "templates" / name
    path = own if own.is_file() else shipped("data", "templates", name)
    try:
        template = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise BadFile(_("{path} cannot be read: {problem}.", path=path, problem=problem)) from problem
    for number, line in enumerate(template.splitlines(), 1):
        if not Template(line).is_valid() or set(Template(line).get_identifiers()) - fields.keys():
            choices = ", ".join(f"${field}" for field in fields)
            raise BadFile(
                _(
                    "{path}, line {line}: there is no such field; choose of {choices}.",
                    path=path,
                    line=number,
                    choices=choices,
                )
            )
    subject, _line, text = Template(template).substitute(fields).partition("\n")
    return " ".join(subject.split()), text.strip() + "\n"


def record(workspace: Workspace, found: Sequence[Reminder]) -> str:
    """Keep that these were reminded, now, in one act; returns the act. Raises `Refused` where there are none."""
    if not found:
        raise Refused(_("Nobody is to be reminded today."))
    with workspace.acting(N_("remind of {count} inputs"), count=len(found)) as act:
        now = workspace.now()
        for each in found:
            rows.add_chase(act, each.input.id, each.tone, now)
        return act.id


def seen_by(found: Sequence[Reminder], audience: Audience) -> tuple[Reminder, ...]:
    """Leave out what is not meant for an audience."""
    return tuple(each for each in found if audience.sees(each.input.visibility))
