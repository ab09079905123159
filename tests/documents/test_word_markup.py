import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from negotiator.comparing.compare import compare
from negotiator.documents.reading.word_markup import Comment, Markup, TrackedChange, read_marked
from negotiator.documents.writing.redline_docx import comparison_docx
from negotiator.services.marked_files import marks_of
from tests.comparing.sides import side
from tests.running import negotiator
from tests.word_files import paragraph, part, word_file

RUN = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
BY = 'w:id="1" w:author="Ana" w:date="2018-02-05T09:00:00Z"'
BODY = (
    paragraph("1. States act.")
    + paragraph(
        RUN.format("2. The Parties ")
        + f"<w:del {BY}><w:r><w:delText>should</w:delText></w:r></w:del>"
        + f"<w:ins {BY}>{RUN.format('sh')}{RUN.format('all')}</w:ins>"
        + f'<w:commentRangeStart w:id="7"/>{RUN.format(" meet")}<w:commentRangeEnd w:id="7"/>'
        + '<w:r><w:commentReference w:id="7"/></w:r>'
    )
    + paragraph(
        f"<w:del {BY}><w:r><w:delText>3. This goes.</w:delText></w:r></w:del>",
        properties=f"<w:rPr><w:del {BY}/></w:rPr>",
    )
    + paragraph("4. End.")
)
COMMENTS = part(
    "comments",
    '<w:comment w:id="7" w:author="Ben" w:date="2018-02-06T10:00:00Z"><w:p><w:r><w:t>Delegation A:</w:t></w:r></w:p>'
    "<w:p><w:r><w:t>delete</w:t></w:r></w:p></w:comment>",
)


def test_every_change_says_who_and_when_and_every_comment_what_it_is_on() -> None:
    marked = read_marked(word_file(BODY, comments=COMMENTS), "a.docx")
    when = "2018-02-05T09:00:00Z"
    assert marked.changes == (
        TrackedChange(Markup.DELETED, "Ana", when, "should", 2),
        TrackedChange(Markup.INSERTED, "Ana", when, "shall", 2),
        TrackedChange(Markup.DELETED, "Ana", when, "3. This goes.\n", 3),
    )
    assert marked.comments == (Comment("Ben", "2018-02-06T10:00:00Z", "Delegation A:\ndelete", "meet", 2),)


def test_each_mark_is_found_at_its_paragraph(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(word_file(BODY, comments=COMMENTS))
    changes, comments = marks_of(path)
    assert [each.provision and each.provision.label for each in (*changes, *comments)] == ["2.", "2.", "3.", "2."]


def test_the_marks_are_listed_and_written_as_json(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(word_file(BODY, comments=COMMENTS))
    ran = negotiator("draft", "changes", path)
    assert ran.code == 0, ran.err
    assert "3. This goes.¶" in ran.out
    assert "Delegation A: delete" in ran.out
    document = json.loads(negotiator("draft", "changes", path, "--json").out)
    assert document["schema"] == "negotiator.marks/1"
    assert document["changes"][2] == {
        "path": "3",
        "label": "3.",
        "kind": "deleted",
        "author": "Ana",
        "date": "2018-02-05T09:00:00Z",
        "text": "3. This goes.\n",
    }
    assert document["comments"][0]["anchor"] == "meet"


def test_our_own_redline_says_what_it_changed() -> None:
    old = "1. The keepers meet at noon.\n2. Nobody pays for the wells of the upper quarter.\n3. The bridge is closed."
    new = "1. The keepers meet at dawn.\n2. Nobody pays for the wells of the upper quarter."
    data = comparison_docx(compare(side(old), side(new)), author="Ana", at=datetime(2018, 2, 5, tzinfo=UTC))
    marked = read_marked(data, "a.docx")
    assert [(each.kind.value, each.words) for each in marked.changes] == [
        ("deleted", "noon"),
        ("inserted", "dawn"),
        ("deleted", "3. The bridge is closed.\n"),
    ]


@pytest.mark.parametrize(("name", "content"), [("a.txt", b"1. Words."), ("a.docx", b"no archive")])
def test_what_carries_no_marks_is_refused(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    ran = negotiator("draft", "changes", tmp_path / name)
    assert ran.code == 5
    assert "Traceback" not in ran.err
