"""What is said of the reading of an e-mail, in words."""

from negotiator.documents.reading.notes import told
from negotiator.domain.notes import Note
from negotiator.i18n import _


def told_of_mail(note: Note) -> str:
    """Say in one sentence what a reader of e-mails did, left out or did not find."""
    match note.code:
        case "mail-no-date":
            return _("The e-mail names no date, or none that can be meant.")
        case "mail-no-sender":
            return _("The e-mail does not say who wrote it.")
        case "mail-no-words":
            return _("The e-mail itself has no words that can be read.")
        case "mail-from-html":
            return _("The words are those of a web page, without its layout.")
        case "mail-name-changed":
            return _("An attached file had a name that is not safe; it is called {name} here.", name=note.detail)
        case "mail-attachment-empty":
            return _("The attached file {name} is empty.", name=note.detail)
        case "mail-attachment-skipped":
            return _("The attached file {name} is not in the e-mail itself and was left out.", name=note.detail)
        case "mail-many-parts":
            return _("The e-mail has more than {n} parts; the rest was left out.", n=note.count)
        case _:
            return told(note)
