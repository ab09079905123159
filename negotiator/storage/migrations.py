"""The tables, as a list of changes that is only ever added to."""

from sqlite_utils import Database, Migrations

from negotiator.storage.tables import instant as _instant
from negotiator.storage.tables import living_unique as _living_unique
from negotiator.storage.tables import table as _table
from negotiator.storage.tables_accreditation import accreditations
from negotiator.storage.tables_asking import ASKING
from negotiator.storage.tables_chasing import reminders
from negotiator.storage.tables_extensions import extension_sources
from negotiator.storage.tables_floor import the_speakers
from negotiator.storage.tables_fund import fund_and_contacts
from negotiator.storage.tables_letters import letters
from negotiator.storage.tables_proposals import proposals
from negotiator.storage.tables_topics import topic_tags
from negotiator.storage.version import VERSION as VERSION

migrations = Migrations("negotiator")


@migrations()
def acts_and_events(db: Database) -> None:
    """What was done, by whom, and what it changed: the source of undo, audit and merge."""
    db.execute("create table meta (key text primary key not null, value text not null) strict")
    db.execute(
        """create table act (
            id text primary key not null,
            at text not null,
            by text not null,
            label text not null,
            details text not null,
            undoes text references act (id)
        ) strict"""
    )
    db.execute(
        """create table event (
            id text primary key not null,
            act text not null references act (id),
            origin text not null,
            seq integer not null,
            entity text not null,
            row text not null,
            before text,
            after text,
            content text not null,
            prev text not null,
            hash text not null,
            unique (origin, seq)
        ) strict"""
    )
    db.execute("create index event_act on event (act)")
    db.execute("create index event_row on event (entity, row)")
    db.execute(
        """create table scratch (
            key text not null, by text not null, text text not null, at text not null, primary key (key, by)
        ) strict"""
    )


@migrations()
def the_process(db: Database) -> None:
    """The process, its phases, its calendar, and the figures on which sources differ."""
    _table(
        db,
        "process",
        """code text not null, title_en text not null, title_zh text not null, mode text not null, zone text not null,
        mandate text not null, template_name text not null, template_sha256 text not null, template text not null""",
    )
    _table(
        db,
        "phase",
        """code text not null, title_en text not null, title_zh text not null, starts text not null,
        ends text not null, kind text not null""",
    )
    _living_unique(db, "phase", "code")
    _table(
        db,
        "role",
        """role text not null, title_en text not null, title_zh text not null, holder text not null,
        state text not null, since text, until text, certainty text not null, sources text not null""",
    )
    _table(
        db,
        "session",
        """code text not null, kind text not null, phases text not null, title_en text not null,
        title_zh text not null, place_en text not null, place_zh text not null, venue_en text not null,
        venue_zh text not null, country text not null, zone text not null, opens text not null, closes text not null,
        planned integer not null, plan_en text not null, plan_zh text not null, plan_from text, plan_until text,
        plan_days real not null, plan_place_en text not null, plan_place_zh text not null, announced text,
        additional integer not null, draft text not null, certainty text not null, sources text not null,
        note_en text not null, note_zh text not null, outcome_en text not null, outcome_zh text not null""",
    )
    _living_unique(db, "session", "code")
    _table(
        db,
        "session_day",
        """session text not null references session (id), date text not null, length real not null,
        scheduled integer not null, met integer not null""",
    )
    _living_unique(db, "session_day", "session", "date")
    _table(
        db,
        "session_move",
        """session text not null references session (id), decided text not null, reason text not null,
        source text not null, before text not null, after text not null""",
    )
    _table(
        db,
        "panel",
        """session text not null references session (id), number integer not null, title_en text not null,
        title_zh text not null, moderators text not null, certainty text not null, sources text not null""",
    )
    _table(
        db,
        "milestone",
        """code text not null, date text not null, until text not null, time text, zone text not null,
        title_en text not null, title_zh text not null, kind text not null, symbol text not null, draft text not null,
        announced text, certainty text not null, sources text not null, note_en text not null,
        note_zh text not null""",
    )
    _living_unique(db, "milestone", "code")
    _table(
        db,
        "claim",
        """subject text not null, what text not null, value_en text not null, value_zh text not null,
        source text not null, certainty text not null""",
    )


@migrations()
def stakeholders_and_inputs(db: Database) -> None:
    """Delegations and stakeholders, the inputs they owe and send, and the steps in the life of each input."""
    _table(
        db,
        "stakeholder",
        """code text not null, iso2 text, m49 text, category text not null, region text,
        name_en text not null, name_zh text not null, formal_en text not null, pinyin text not null,
        aliases text not null, propose text, note_en text not null, note_zh text not null""",
        written=True,
    )
    _living_unique(db, "stakeholder", "code")
    _table(
        db,
        "stakeholder_name",
        """stakeholder text not null references stakeholder (id), name_en text not null, name_zh text not null,
        formal_en text not null, since text, until text not null""",
    )
    _table(
        db,
        "input",
        f"""number integer not null, stakeholder text not null references stakeholder (id), kind text not null,
        title text not null, owed_by text not null, session text references session (id), phase text,
        state text not null, reason text not null, announced integer not null, {_instant("asked")}, {_instant("due")},
        {_instant("received")}, presented integer not null, clarification integer not null,
        translation integer not null, language text, officer text, topics text not null, note text not null""",
        written=True,
    )
    _living_unique(db, "input", "number")
    db.execute("create index input_due on input (due_utc) where deleted_at is null")
    db.execute("create index input_state on input (state, due_utc) where deleted_at is null")
    _table(
        db,
        "input_step",
        f"""input text not null references input (id), what text not null, {_instant("at")}, why text not null""",
    )
    db.execute("create index input_step_input on input_step (input)")
    _table(
        db,
        "input_extension",
        f"""input text not null references input (id), {_instant("decided")}, {_instant("before")},
        {_instant("after")}, why text not null""",
    )
    db.execute("create index input_extension_input on input_extension (input)")
    _table(
        db,
        "input_file",
        """input text not null references input (id), name text not null, media_type text not null,
        size integer not null, sha256 text not null, bytes blob not null, text text not null""",
    )
    db.execute("create index input_file_sha256 on input_file (sha256)")
    db.execute(
        """create trigger input_file_never_changes before update of name, bytes, sha256, size on input_file
        begin select raise(abort, 'a file that was received never changes'); end"""
    )


@migrations()
def the_floor(db: Database) -> None:
    """Meetings, who was in the room, and what was said."""
    _table(
        db,
        "meeting",
        f"""session text not null references session (id), number integer not null,
        {_instant("opened")}, {_instant("closed")}""",
    )
    _living_unique(db, "meeting", "session", "number")
    _table(
        db,
        "attendance",
        """meeting text not null references meeting (id), stakeholder text not null references stakeholder (id),
        source text not null""",
    )
    _living_unique(db, "attendance", "meeting", "stakeholder")
    _table(
        db,
        "entry",
        f"""number integer not null, session text not null references session (id),
        meeting text references meeting (id), stakeholder text not null references stakeholder (id), line text not null,
        paragraphs text not null, position text, words text not null, doubts text not null,
        draft text, draft_text text, {_instant("said")}, typed_at text not null""",
        written=True,
    )
    _living_unique(db, "entry", "session", "number")
    db.execute("create index entry_said on entry (session, said_utc)")


@migrations()
def drafts_and_readings(db: Database) -> None:
    """Drafts, their bytes and text by language, and what each version of the reader made of them."""
    _table(
        db,
        "draft",
        """code text not null, name text not null, kind text not null, symbol text, based_on text not null,
        released text not null, zone text not null, audience text not null, embargo_utc text, status text not null,
        note text not null""",
        written=True,
    )
    _living_unique(db, "draft", "code")
    _table(
        db,
        "draft_text",
        """draft text not null references draft (id), lang text not null, file_name text not null,
        media_type text not null, encoding text, bytes blob not null, sha256 text not null, text text not null,
        text_sha256 text not null, notes text not null""",
    )
    _living_unique(db, "draft_text", "draft", "lang")
    _table(
        db,
        "reading",
        """draft_text text not null references draft_text (id), reader_version integer not null,
        language text not null, doubts text not null, dropped text not null""",
    )
    _table(
        db,
        "provision",
        """reading text not null references reading (id), place integer not null, kind text not null,
        path text not null, label text not null, text text not null, level integer not null, parent integer,
        line integer not null""",
    )
    db.execute("create unique index provision_place on provision (reading, place)")
    db.execute(
        """create trigger draft_text_never_changes before update of bytes, sha256, text, text_sha256 on draft_text
        begin select raise(abort, 'the bytes and text of a draft never change'); end"""
    )


@migrations()
def the_mandate(db: Database) -> None:
    """What the mandate asks for, what is put forward as evidence, how dates are read, and what took its place."""
    action = "action text not null references mandated_action (id)"
    kept = "paragraph text not null, phase text not null, force text not null, content text not null"
    _table(db, "mandated_action", f"code text not null, place integer not null, {kept}")
    _living_unique(db, "mandated_action", "code")
    shown = "kind text not null, ref text not null, date text not null, session text not null, words text not null"
    _table(db, "mandate_evidence", f"number integer not null, {action}, {shown}, withdrawn text, why text not null")
    _living_unique(db, "mandate_evidence", "number")
    decided = "why text not null, source text not null, decided text not null"
    _table(db, "mandate_reading", f"{action}, reading text not null, until text, {decided}")
    _table(db, "mandate_superseded", f"{action}, by_document text not null, {decided}")
    moved = "decided_by text not null, before text not null, after text not null"
    _table(db, "milestone_move", f"milestone text not null references milestone (id), {decided}, {moved}")
    db.execute("alter table session_move add column decided_by text not null default ''")


@migrations()
def groups_and_calls(db: Database) -> None:
    """Groups and who belongs to them from when until when, what was sent on behalf of a group, and calls for inputs."""
    input_, stakeholder = "input text not null references input (id)", "stakeholder text not null references"
    _table(db, "stakeholder_group", "code text not null, name_en text not null, name_zh text not null")
    _living_unique(db, "stakeholder_group", "code")
    held = f"of_group text not null references stakeholder_group (id), {stakeholder} stakeholder (id)"
    _table(db, "membership", f"{held}, since text, until text")
    _table(db, "input_cover", f"{input_}, group_code text not null, {stakeholder} stakeholder (id), without integer")
    _living_unique(db, "input_cover", "input", "stakeholder")
    told = f"number integer not null, kind text not null, title text not null, {_instant('asked')}, {_instant('due')}"
    _table(db, "call", f"{told}, session text references session (id)")
    _living_unique(db, "call", "number")
    moved = f"{_instant('decided')}, {_instant('before')}, {_instant('after')}, why text not null"
    _table(db, "call_extension", f"call text not null references call (id), {moved}")
    db.execute("alter table input add column call text references call (id)")
    db.execute("create index input_call on input (call) where call is not null")


for change in (
    *(accreditations, the_speakers, proposals, letters, reminders, topic_tags, extension_sources),
    *(fund_and_contacts, *ASKING),
):
    migrations()(change)
