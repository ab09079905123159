"""Reminders as files: a table for mail merge, e-mails to look at and send, or one text to copy from."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO

from negotiator.display import safe

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a cell for a formula."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One reminder, ready to be written."""

    input: str
    """What people call the input."""
    code: str
    """Code of whoever is written to."""
    name: str
    """Their name, in the language of the letter."""
    due: str
    """When it is due, for people."""
    days: int
    """Days until then; negative afterwards."""
    tone: str
    """How they are written to."""
    language: str
    """The language."""
    subject: str
    """The subject."""
    words: str
    """The text."""
    to: tuple[tuple[str, str], ...] = ()
    """Name and e-mail address of each of those it goes to."""


def as_csv(letters: Sequence[Letter]) -> str:
    """Write a table for mail merge; what a spreadsheet would take for a formula is text."""
    out = StringIO(newline="")
    table = csv.writer(out, lineterminator="\n")
    table.writerow(["input", "code", "name", "due", "days", "tone", "language", "subject", "text", "to"])
    for each in letters:
        row = [
            each.input,
            each.code,
            each.name,
            each.due,
            each.days,
            each.tone,
            each.language,
            each.subject,
            each.words,
            "; ".join(email for _name, email in each.to),
        ]
        table.writerow([as_cell(cell) for cell in row])
    return out.getvalue()


def as_cell(value: object) -> object:
    """Return what a cell may hold: numbers as they are, text that begins like a formula behind an apostrophe."""
    if not isinstance(value, str):
        return value
    return f"'{value}" if value.startswith(_FORMULA) else value


def as_markdown(letters: Sequence[Letter]) -> str:
    """Write one text with a heading for each."""
    return "\n".join(_in_markdown(each) for each in letters)


def _in_markdown(letter: Letter) -> str:
    to = f"<{'>, <'.join(safe(email) for _name, email in letter.to)}>\n\n" if letter.to else ""
    return f"## {safe(letter.code)} · {safe(letter.subject)}\n\n{to}{letter.words}"


def as_email(letter: Letter) -> bytes:
    """Write an unsent e-mail; where the register holds no address, whoever sends it fills it in."""
    from email.headerregistry import Address
    from email.message import EmailMessage
    from email.policy import SMTP

    message = EmailMessage(policy=SMTP)
    message["Subject"] = " ".join(safe(letter.subject).split())
    if letter.to:
        message["To"] = [Address(" ".join(safe(name).split()), *email.rsplit("@", 1)) for name, email in letter.to]
    message["X-Unsent"] = "1"
    message.set_content(letter.words)
    message["Content-Language"] = letter.language
    return message.as_bytes()
