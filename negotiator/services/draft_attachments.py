"""A draft that arrives as a file attached to an e-mail: which of the attached files is meant."""

from os import PathLike
from pathlib import PurePath

from negotiator.documents.reading.mail import Attachment, read_mail
from negotiator.documents.reading.registry import ENDINGS, bytes_of
from negotiator.domain.names import folded
from negotiator.errors import BadFile, NotFound, WrongUsage
from negotiator.i18n import _
from negotiator.services.received_files import MAIL_ENDINGS


def is_mail(path: "str | PathLike[str]") -> bool:
    """Say whether a file is an e-mail by its name."""
    return PurePath(path).name.lower().endswith(MAIL_ENDINGS)


def bytes_and_name(path: "str | PathLike[str]", attachment: str | None = None) -> tuple[bytes, str]:
    """Return the bytes of a file and its name; of an e-mail, those of the attached file that is meant.

    `attachment` is the name of an attached file or its number as it is listed. Raises `WrongUsage` where several could
    be meant or the file is no e-mail, `NotFound` where there is no such one, `BadFile` where none can be a draft.
    """
    name, data = PurePath(path).name, bytes_of(path)
    if not is_mail(path):
        if attachment is not None:
            raise WrongUsage(_("{name} is no e-mail, so nothing is attached to it.", name=name))
        return data, name
    attached = read_mail(data, name).attachments
    readable = [each for each in attached if each.name.lower().endswith(ENDINGS)]
    if attachment is not None:
        found = _named(readable, attachment)
        if found is None:
            listed = _listed(readable) or _("none")
            raise NotFound(
                _(
                    "{name} has no attached draft “{attachment}”; what it has: {listed}.",
                    name=name,
                    attachment=attachment,
                    listed=listed,
                )
            )
        return found.data, found.name
    if not readable:
        others = ", ".join(each.name for each in attached)
        raise BadFile(
            _("No draft is attached to {name}, only {files}.", name=name, files=others)
            if others
            else _("No file is attached to {name}.", name=name)
        )
    if len(readable) > 1:
        raise WrongUsage(
            _(
                "Several files are attached to {name}; say which with --attachment NAME or N: {listed}.",
                name=name,
                listed=_listed(readable),
            )
        )
    return readable[0].data, readable[0].name


def _named(readable: list[Attachment], wanted: str) -> Attachment | None:
    """Find an attached file by its name or by its number from 1."""
    named = [each for each in readable if folded(wanted) in (folded(each.name), folded(each.called))]
    if named:
        return named[0]
    place = int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) < 6 else 0
    return readable[place - 1] if 0 < place <= len(readable) else None


def _listed(readable: list[Attachment]) -> str:
    return ", ".join(f"{place} {each.name}" for place, each in enumerate(readable, 1))
