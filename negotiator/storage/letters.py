"""Rows of letters."""

from negotiator.domain.audience import Audience
from negotiator.domain.kept_files import KeptFile
from negotiator.domain.letters import Letter, LetterKind, Link, LinkKind
from negotiator.storage.columns import day_from
from negotiator.storage.events import Act
from negotiator.storage.kept_files import file_columns, file_from
from negotiator.storage.opened import Database
from negotiator.storage.rows import Value, next_in, one, query, text, whole


def letters(db: Database, words: str = "") -> tuple[Letter, ...]:
    """Return the letters by date, those that came last at the end; with `words`, only those that have them."""
    files: dict[str, list[KeptFile]] = {}
    columns = "id, letter, name, media_type, size, sha256"
    for row in query(db, f"select {columns} from letter_file where deleted_at is null order by rowid"):
        files.setdefault(text(row, "letter"), []).append(file_from(row))
    links: dict[str, list[Link]] = {}
    for row in query(db, "select * from letter_link where deleted_at is null order by rowid"):
        links.setdefault(text(row, "letter"), []).append(Link(LinkKind(text(row, "kind")), text(row, "code")))
    like = "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    return tuple(
        Letter(
            number=whole(row, "number"),
            kind=LetterKind(text(row, "kind")),
            title=text(row, "title"),
            dated=day_from(row, "dated"),
            sender=text(row, "sender"),
            to=text(row, "addressee"),
            symbol=text(row, "symbol"),
            language=text(row, "lang"),
            visibility=Audience(text(row, "visibility")),
            note=text(row, "note"),
            files=tuple(files.get(text(row, "id"), ())),
            links=tuple(links.get(text(row, "id"), ())),
            id=text(row, "id"),
        )
        for row in query(
            db,
            """select * from letter l where deleted_at is null and (
            l.title || ' ' || l.sender || ' ' || l.addressee || ' ' || l.symbol || ' ' || l.note like :like escape '\\'
            or exists (select 1 from letter_file f where f.letter = l.id and f.deleted_at is null
                and f.name || ' ' || f.text like :like escape '\\'))
            order by l.dated, l.number""",
            {"like": like},
        )
    )


def next_letter(db: Database) -> int:
    """Return the number of the next letter; numbers of removed letters are not given again."""
    return next_in(db, "letter")


def letter_columns(letter: Letter) -> dict[str, Value]:
    """Spread what is said of a letter over its columns."""
    return {
        "number": letter.number,
        "kind": letter.kind.value,
        "title": letter.title,
        "dated": letter.dated.isoformat(),
        "sender": letter.sender,
        "addressee": letter.to,
        "symbol": letter.symbol,
        "lang": letter.language,
        "note": letter.note,
        "visibility": letter.visibility.value,
    }


def add_letter_file(act: Act, letter: str, file: KeptFile, data: bytes, words: str) -> None:
    """Keep a file of a letter, exactly as it came, with its words."""
    act.insert("letter_file", {"letter": letter, **file_columns(file, data, words)})


def add_link(act: Act, letter: str, link: Link) -> None:
    """Store that a letter belongs to something."""
    act.insert("letter_link", {"letter": letter, "kind": link.kind.value, "code": link.code})


def link_id(db: Database, letter: str, link: Link) -> str | None:
    """Return the identifier of a link of a letter."""
    where = "letter = ? and kind = ? and code = ? and deleted_at is null"
    row = one(db, f"select id from letter_link where {where}", [letter, link.kind.value, link.code])
    return text(row, "id") if row else None


def words_of_letter(db: Database, letter: str) -> tuple[str, ...]:
    """Return the words of each file of a letter."""
    rows = query(db, "select text from letter_file where letter = ? and deleted_at is null order by rowid", [letter])
    return tuple(text(row, "text") for row in rows)


def letter_file_bytes(db: Database, identifier: str) -> bytes:
    """Return the bytes of a file of a letter."""
    row = one(db, "select bytes from letter_file where id = ?", [identifier])
    return bytes(row["bytes"]) if row and isinstance(row["bytes"], bytes) else b""
