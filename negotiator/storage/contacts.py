"""Rows of the addresses at which delegations and stakeholders are written to."""

from negotiator.domain.audience import Audience
from negotiator.domain.contacts import Contact
from negotiator.storage.columns import optional_day_from
from negotiator.storage.events import Act
from negotiator.storage.opened import Database
from negotiator.storage.rows import Value, query, text


def contacts(db: Database, only: str | None = None) -> dict[str, tuple[Contact, ...]]:
    """Return every address that ever held, by the code of whose it is, in the order in which they were noted.

    `only` is the identifier of the one whose addresses are wanted.
    """
    found: dict[str, list[Contact]] = {}
    for row in query(
        db,
        """select c.*, k.code from contact c join stakeholder k on k.id = c.stakeholder
        where c.deleted_at is null and k.deleted_at is null and (? is null or c.stakeholder = ?) order by c.rowid""",
        [only, only],
    ):
        contact = Contact(
            text(row, "email"),
            text(row, "name"),
            text(row, "language"),
            optional_day_from(row, "since"),
            optional_day_from(row, "until"),
            Audience(text(row, "visibility")),
            text(row, "id"),
        )
        found.setdefault(text(row, "code"), []).append(contact)
    return {code: tuple(each) for code, each in found.items()}


def add_contact(act: Act, stakeholder: str, contact: Contact) -> None:
    """Store an address; whose it is is given by the identifier."""
    act.insert("contact", {"stakeholder": stakeholder, **_columns(contact)})


def change_contact(act: Act, contact: Contact) -> None:
    """Store an address otherwise than before."""
    act.update("contact", contact.id, _columns(contact))


def drop_contact(act: Act, contact: Contact) -> None:
    """Take an address away that never held."""
    act.delete("contact", contact.id)


def _columns(contact: Contact) -> dict[str, Value]:
    return {
        "name": contact.name,
        "email": contact.email,
        "language": contact.language,
        "since": contact.since.isoformat() if contact.since else None,
        "until": contact.until.isoformat() if contact.until else None,
        "visibility": contact.for_whom.value,
    }
