"""The words of every record that people may look for."""

from collections.abc import Iterator

from negotiator.domain.audience import Audience
from negotiator.domain.inputs import input_code
from negotiator.domain.letters import letter_code
from negotiator.domain.proposal import proposal_code
from negotiator.domain.search import Found, Room
from negotiator.storage.opened import Database
from negotiator.storage.rows import Row, query, text, whole


def records(db: Database, room: Room) -> Iterator[Found]:
    """Give the records of one room, the newest first; of drafts each provision of the newest reading."""
    yield from _READERS[room](db)


def _drafts(db: Database) -> Iterator[Found]:
    for row in query(
        db,
        """select d.code, d.visibility, t.lang, p.label, p.path, p.text,
        (select count(*) from draft_text o where o.draft = d.id and o.deleted_at is null and o.id < t.id) as earlier
        from provision p join reading r on r.id = p.reading join draft_text t on t.id = r.draft_text
        join draft d on d.id = t.draft
        where d.deleted_at is null and t.deleted_at is null
        and r.reader_version = (select max(n.reader_version) from reading n where n.draft_text = t.id)
        order by d.released desc, t.id, p.place""",
    ):
        address = text(row, "code") if not row["earlier"] else f"{text(row, 'code')}/{text(row, 'lang')}"
        place = text(row, "label") or text(row, "path")
        yield Found(Room.DRAFTS, address, place, "", text(row, "text"), Audience(text(row, "visibility")))


def _inputs(db: Database) -> Iterator[Found]:
    for row in query(
        db,
        """select i.number, i.title, i.note, i.visibility, s.code as sender from input i
        join stakeholder s on s.id = i.stakeholder where i.deleted_at is null order by i.number desc""",
    ):
        said = "\n".join(part for part in (text(row, "title"), text(row, "note")) if part)
        yield _input(row, "", said)
    for row in query(
        db,
        """select i.number, i.visibility, s.code as sender, f.name, f.text from input_file f
        join input i on i.id = f.input join stakeholder s on s.id = i.stakeholder
        where i.deleted_at is null and f.deleted_at is null order by i.number desc""",
    ):
        yield _input(row, text(row, "name"), f"{text(row, 'name')}\n{text(row, 'text')}")


def _input(row: Row, place: str, words: str) -> Found:
    code = input_code(whole(row, "number"))
    return Found(Room.INPUTS, code, place, text(row, "sender"), words, Audience(text(row, "visibility")))


def _log(db: Database) -> Iterator[Found]:
    for row in query(
        db,
        """select e.number, e.words, e.visibility, s.code as session, k.code as speaker from entry e
        join session s on s.id = e.session join stakeholder k on k.id = e.stakeholder
        where e.deleted_at is null order by e.said_utc desc""",
    ):
        code = f"{text(row, 'session')}-{whole(row, 'number')}"
        yield Found(Room.LOG, code, "", text(row, "speaker"), text(row, "words"), Audience(text(row, "visibility")))


def _proposals(db: Database) -> Iterator[Found]:
    for row in query(
        db,
        """select p.number, p.label, p.draft, p.old, p.new, p.note, p.visibility, s.code as by_code from proposal p
        join stakeholder s on s.id = p.stakeholder where p.deleted_at is null order by p.number desc""",
    ):
        said = "\n".join(part for part in (text(row, "old"), text(row, "new"), text(row, "note")) if part)
        place = f"{text(row, 'draft')} ¶{text(row, 'label')}"
        code = proposal_code(whole(row, "number"))
        yield Found(Room.PROPOSALS, code, place, text(row, "by_code"), said, Audience(text(row, "visibility")))


def _letters(db: Database) -> Iterator[Found]:
    for row in query(
        db,
        """select l.number, l.title, l.sender, l.symbol, l.note, l.visibility,
        (select group_concat(f.name || char(10) || f.text, char(10)) from letter_file f
         where f.letter = l.id and f.deleted_at is null) as files
        from letter l where l.deleted_at is null order by l.number desc""",
    ):
        parts = (text(row, "title"), text(row, "symbol"), text(row, "note"), text(row, "files"))
        said = "\n".join(part for part in parts if part)
        code = letter_code(whole(row, "number"))
        yield Found(Room.LETTERS, code, "", text(row, "sender"), said, Audience(text(row, "visibility")))


_READERS = {
    Room.DRAFTS: _drafts,
    Room.INPUTS: _inputs,
    Room.LOG: _log,
    Room.PROPOSALS: _proposals,
    Room.LETTERS: _letters,
}
