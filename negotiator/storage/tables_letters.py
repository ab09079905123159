"""The tables of letters."""

from sqlite_utils import Database

from negotiator.storage.tables import living_unique, table


def letters(db: Database) -> None:
    """Letters and other documents of the process, their files, and what they belong to."""
    table(
        db,
        "letter",
        """number integer not null, kind text not null, title text not null, dated text not null,
        sender text not null, addressee text not null, symbol text not null, lang text not null, note text not null""",
        written=True,
    )
    living_unique(db, "letter", "number")
    of = "letter text not null references letter (id)"
    table(
        db,
        "letter_file",
        f"""{of}, name text not null, media_type text not null, size integer not null, sha256 text not null,
        bytes blob not null, text text not null""",
    )
    db.execute("create index letter_file_of on letter_file (letter)")
    db.execute("create index letter_file_sha256 on letter_file (sha256)")
    db.execute(
        """create trigger letter_file_never_changes before update of name, bytes, sha256, size, text on letter_file
        begin select raise(abort, 'a file of a letter never changes'); end"""
    )
    table(db, "letter_link", f"{of}, kind text not null, code text not null")
    living_unique(db, "letter_link", "letter", "kind", "code")
