"""Reminders written to files: a table for mail merge, one text, or a folder of unsent e-mails."""

from collections.abc import Sequence
from pathlib import Path

from negotiator.documents.writing.files import write_whole
from negotiator.documents.writing.reminders import Letter, as_csv, as_email, as_markdown
from negotiator.services.chasing import Written

ENDINGS = {".csv": "csv", ".md": "markdown"}
"""The form that the ending of a file asks for; anything else is a folder of e-mails."""


def form_of(output: Path) -> str:
    """Return the form that a file or folder asks for."""
    return ENDINGS.get(output.suffix.lower(), "eml")


def text_of(found: Sequence[Written], form: str) -> str:
    """Write reminders as one text, `csv` or `markdown`."""
    letters = [_letter(each) for each in found]
    return as_csv(letters) if form == "csv" else as_markdown(letters)


def write_reminders(found: Sequence[Written], output: Path, form: str = "") -> None:
    """Write reminders to a file, or as e-mails into a folder that is made where it is not there."""
    if (form or form_of(output)) != "eml":
        write_whole(output, text_of(found, form or form_of(output)))
        return
    output.mkdir(parents=True, exist_ok=True)
    for each in map(_letter, found):
        write_whole(output / f"{each.input}-{each.code}.eml", as_email(each))


def _letter(each: Written) -> Letter:
    reminder, name = each.reminder, each.stakeholder.name
    return Letter(
        input=reminder.input.code,
        code=each.stakeholder.code,
        name=name.zh if each.language == "zh" and name.zh else name.en,
        due=reminder.input.due.iso() if reminder.input.due else "",
        days=reminder.days,
        tone=reminder.tone.value,
        language=each.language,
        subject=each.subject,
        words=each.words,
        to=tuple((contact.name, contact.email) for contact in each.to),
    )
