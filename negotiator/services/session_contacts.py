"""Who serves a session: whom the Secretariat and its partners name for it (paragraph 11)."""

from negotiator.domain.session import Contact
from negotiator.errors import NotFound, WrongUsage
from negotiator.i18n import N_, _
from negotiator.services.processes import session_named, sessions_as_known
from negotiator.storage.calendar import session_id
from negotiator.storage.people import set_contact
from negotiator.workspace import Workspace


def note_contact(workspace: Workspace, session: str, organization: str, name: str) -> tuple[str, str]:
    """Note whom an organization names for a session, or with an empty name that it names nobody; returns code and act.

    Raises `NotFound` for a session that there is not, `WrongUsage` where nothing would change.
    """
    if not organization.strip():
        raise WrongUsage(_("Say which organization names the contact."))
    with workspace.acting(N_("note a contact for {session}"), session=session) as act:
        found = session_named(sessions_as_known(act.db, workspace.now()), session)
        act.tell(session=found.code)
        identifier = session_id(act.db, found.code)
        if identifier is None:
            raise NotFound(_("There is no session {session}.", session=session))
        contact = Contact(organization.strip(), " ".join(name.split()))
        if not set_contact(act, identifier, contact):
            raise WrongUsage(_("Nothing changes for {session}.", session=found.code))
    return found.code, act.id
