import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from negotiator.documents.reading.notes import told
from negotiator.documents.reading.registry import HTML, LIMIT, MARKDOWN, PLAIN, WORD, Mode, Note, read, read_file
from negotiator.errors import BadFile, NotFound
from tests.shared import shared
from tests.word_files import paragraph, word_file

TEXT = b"1. States shall act.\n"


@pytest.mark.parametrize(
    ("name", "media_type"),
    [("a.txt", PLAIN), ("a", PLAIN), ("A-73-L.66", PLAIN), ("a.MD", MARKDOWN), ("a.htm", HTML), ("rev1.text", PLAIN)],
)
def test_the_ending_tells_the_format(name: str, media_type: str) -> None:
    document = read(TEXT, name)
    assert (document.media_type, document.sha256) == (media_type, sha256(TEXT).hexdigest())
    assert [line.text for line in document.lines] == ["1. States shall act."]


def test_a_word_file_under_another_name_is_read_and_noted() -> None:
    document = read(word_file(paragraph("Act.")), "draft.txt")
    assert (document.media_type, [note.code for note in document.notes]) == (WORD, ["named-otherwise"])


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"", "a.txt", "is empty"),
        (b" \n\t\n", "a.txt", "no words"),
        (TEXT, "a.xyz", "kind that is not read"),
        (TEXT, "a.docx", "does not begin like one"),
        (b"%PDF-1.7\n", "a.pdf", "PDF"),
        (TEXT, "a.odt", "does not begin like one"),
        (TEXT, "a.doc", "does not begin like one"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "a.docx", "password"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a.txt", "not a text"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(data: bytes, name: str, reason: str) -> None:
    with pytest.raises(BadFile, match=reason) as refused:
        read(data, name)
    assert refused.value.message.startswith(name)


def test_a_huge_file_is_refused_without_being_read_whole(tmp_path: Path) -> None:
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(LIMIT * 4)
    with pytest.raises(BadFile, match="larger than 64 MB"):
        read_file(huge)


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="There is no file"):
        read_file(tmp_path / "none.txt")
    with pytest.raises(BadFile, match="folder"):
        read_file(tmp_path)


CODES = (
    "encoding-guessed language-otherwise named-otherwise control-characters front-matter markup-left-out tables "
    "pictures tracked-accepted tracked-rejected automatic-numbers numbers-not-rendered empty-numbered "
    "number-format-unknown text-boxes comments hidden macros embedded missing-part"
)


@pytest.mark.parametrize("code", CODES.split())
def test_every_note_is_a_sentence(code: str) -> None:
    for count in (1, 2):
        sentence = told(Note(code, count, "x"))
        assert sentence.endswith(".")
        assert not sentence.startswith(code)


def test_reading_plain_text_loads_nothing_that_it_does_not_need(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT)
    code = (
        "import sys; from negotiator.documents.reading.registry import read_file; read_file(sys.argv[1]);"
        "print({'lxml', 'charset_normalizer', 'zipfile', 'sqlite3', 'textual', 'pendulum', 'html'} & set(sys.modules))"
    )
    ran = subprocess.run([sys.executable, "-c", code, tmp_path / "a.txt"], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "set()"


@pytest.mark.parametrize("mode", list(Mode))
def test_tracked_changes_are_read_as_word_accepts_and_rejects_them(mode: Mode) -> None:
    folder = shared("texts", "tracked")
    compared = 0
    for path in sorted(folder.glob("RP*.docx")):
        oracle = folder / f"{path.stem}-{mode.capitalize()}.docx"
        if oracle.exists():
            read_here, expected = read_file(path, mode=mode), read_file(oracle)
            assert [line.text for line in read_here.lines] == [line.text for line in expected.lines], path.name
            compared += 1
    assert compared >= 27


def test_the_automatic_numbers_of_a_real_draft_run_without_a_gap() -> None:
    document = read_file(shared("texts", "docx", "unfccc-art-6.2-draft-2024-11-14.docx"))
    starts = [line.text.split(" ", 1)[0] for line in document.lines if not line.note]
    paragraphs = [int(start[:-1]) for start in starts if start.endswith(".") and start[:-1].isdigit()]
    assert paragraphs == list(range(1, 170))
    assert [start for start in starts if start.rstrip(".").isupper() and start[0] in "IVX" and start.endswith(".")] == (
        ["I.", "II.", "III.", "IV.", "V.", "VI.", "VII.", "VIII.", "IX.", "X.", "XI.", "XII.", "XIII.", "XIV."]
    )
    assert [line.note for line in document.lines if line.note][:14] == [str(number) for number in range(1, 15)]
