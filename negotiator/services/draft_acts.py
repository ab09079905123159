"""What is done to drafts: a file registered, texts read again by a better reader."""

from dataclasses import dataclass

from negotiator.errors import Refused
from negotiator.i18n import N_, _
from negotiator.services.draft_plans import DraftPlan, Said, plan_draft, refuse_again, refuse_language
from negotiator.services.drafts import READER_VERSION, read_bytes
from negotiator.storage import drafts as rows
from negotiator.storage.rows import Value
from negotiator.workspace import Workspace

__all__ = ["DraftPlan", "Registered", "Said", "add_draft", "plan_draft", "read_again"]


@dataclass(frozen=True, slots=True)
class Registered:
    """What registering a file made."""

    address: str
    """What people call the text, such as `rev1` or `rev1/zh`."""
    act: str
    """The act that stored it."""


def add_draft(workspace: Workspace, plan: DraftPlan) -> Registered:
    """Store what was planned: the bytes, the words and the reading, in one act.

    Raises `Refused` where somebody else registered the same bytes, draft or language since the plan was made.
    """
    document = plan.document
    with workspace.acting(N_("register {draft}"), draft=plan.address) as act:
        known = rows.drafts(act.db)
        refuse_again(document.name, document.sha256, known)
        existing = next((draft for draft in known if draft.code == plan.draft.code), None)
        if existing is None:
            draft_id = act.insert("draft", rows.draft_columns(plan.draft))
        else:
            if plan.new:
                raise Refused(_("{code} was registered in the meantime; look at it first.", code=existing.code))
            refuse_language(existing, plan.language)
            draft_id = existing.id
        file: dict[str, Value] = {
            "file_name": document.name,
            "media_type": document.media_type,
            "encoding": document.encoding or None,
            "bytes": plan.data,
            "sha256": document.sha256,
        }
        text_id = rows.add_text(act, draft_id, plan.language, file, plan.words, document.notes)
        rows.add_reading(act, text_id, plan.reading, READER_VERSION)
    return Registered(plan.address, act.id)


def read_again(workspace: Workspace) -> int:
    """Store the reading that this version of the reader makes of each text it has not read; older readings stay.

    Returns how many texts were read.
    """
    with workspace.reading() as db:
        waiting = rows.unread_texts(db, READER_VERSION)
        languages = {text.id: text.language for draft in rows.drafts(db) for text in draft.texts}
    if not waiting:
        return 0
    with workspace.acting(N_("read {count} texts again"), count=len(waiting)) as act:
        for text_id in rows.unread_texts(act.db, READER_VERSION):
            if text_id in languages:
                rows.add_reading(act, text_id, read_bytes(act.db, text_id, languages[text_id]), READER_VERSION)
    return len(waiting)
