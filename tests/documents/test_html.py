from contextlib import suppress

import pytest

from negotiator.documents.reading.registry import Mode, read
from negotiator.errors import BadFile

PAGE = """<!DOCTYPE html><html lang="fr"><head><title>x</title><style>p{}</style></head><body>
<h1>Titre &amp; plus</h1><p>1. Les
États <b>agissent</b>[<i>sans</i> délai].<br>Suite.</p>
<ol type="a" start="3"><li>un<ol type="i"><li>x</li></ol></li><li>deux</li></ol><ul><li>pt</li></ul>
<table><tr><th>A</th><td>[B]</td></tr></table><table><tr><td><p>Mise en page</p></td></tr></table>
<script>alert(1)</script><p>Ils <del>devraient</del><ins>doivent</ins> agir.</p><p hidden>non</p>fin</body></html>"""


def test_a_page_is_read_as_it_is_seen() -> None:
    document = read(PAGE.encode(), "page.html")
    assert [(line.text, line.heading) for line in document.lines] == [
        ("Titre & plus", 1),
        ("1. Les États agissent[sans délai].", 0),
        ("Suite.", 0),
        ("c. un", 0),
        ("    i. x", 0),
        ("d. deux", 0),
        ("• pt", 0),
        ("A | [B]", 0),
        ("Mise en page", 0),
        ("Ils doivent agir.", 0),
        ("fin", 0),
    ]
    assert (document.language, document.encoding) == ("fr", "utf-8")
    assert {note.code: note.count for note in document.notes} == {"tables": 1, "tracked-accepted": 2}


def test_marked_changes_can_be_read_as_rejected() -> None:
    lines = read(PAGE.encode(), "page.html", mode=Mode.REJECTED).lines
    assert "Ils devraient agir." in [line.text for line in lines]


@pytest.mark.parametrize("declared", ["gb2312", "gbk", "utf-8"])
def test_the_encoding_that_a_page_declares_holds(declared: str) -> None:
    data = f'<meta charset="{declared}"><p>各国应当采取行动。</p>'.encode(declared)
    assert [line.text for line in read(data, "page.htm").lines] == ["各国应当采取行动。"]


def test_a_page_fetches_nothing_and_expands_nothing() -> None:
    data = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><p>x &a; y</p><iframe src="file:///etc/passwd">i</iframe>'
    assert [line.text for line in read(data, "page.html").lines][-1].startswith("x")
    assert not any("root:" in line.text for line in read(data, "page.html").lines)


def test_escapes_bring_in_nothing_that_no_text_needs() -> None:
    lines = read(b"<p>a&#7;b&#xD800;c&nbsp;d&#x1b;[31m</p>", "page.html").lines
    assert lines[0].text.encode("utf-8").translate(None, b"\x07\x1b").decode() == lines[0].text


def test_a_page_nested_beyond_reason_is_refused_or_read() -> None:
    data = b"<div>" * 50_000 + b"deep"
    with suppress(BadFile):
        assert read(data, "page.html").lines[-1].text == "deep"
