"""Another program agrees: LibreOffice accepts and rejects every change of a redline, and the texts come out whole."""

import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from negotiator.comparing.compare import compare
from negotiator.comparing.comparison import Comparison
from negotiator.documents.writing.redline import printed
from negotiator.documents.writing.redline_docx import comparison_docx
from negotiator.resources import shipped
from negotiator.services.comparisons import compare_named
from tests.comparing.sides import side
from tests.documents.writing.test_redline_base import SENTENCES, draft
from tests.documents.writing.test_redline_base import holds as holds_in_word
from tests.documents.writing.test_redline_base import lines as lines_of
from tests.shared import shared
from tests.word_files import paragraph, word_file

MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Changes" script:language="StarBasic">
Sub Settle(source, target, what)
  Dim loading(0) As New com.sun.star.beans.PropertyValue
  loading(0).Name = "Hidden" : loading(0).Value = True
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, loading())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  frame = document.CurrentController.Frame
  dispatcher.executeDispatch(frame, ".uno:" &amp; what &amp; "AllTrackedChanges", "", 0, Array())
  Dim storing(1) As New com.sun.star.beans.PropertyValue
  storing(0).Name = "FilterName" : storing(0).Value = "Text (encoded)"
  storing(1).Name = "FilterOptions" : storing(1).Value = "UTF8,LF"
  document.storeToURL(target, storing())
  document.close(True)
  StarDesktop.terminate()
End Sub
</script:module>
"""
LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Changes"/></library:library>
"""
OLD = [
    "1. The harbour master keeps a log of every vessel that calls. It is open to all who trade at the pier.",
    "2. Each orchard keeper should report the number of frost nights to the valley office.",
    "3. No wagon heavier than four oxen may cross the northern bridge while the river stands high.",
    "4. Village schools open their reading rooms to travellers on market days.",
    "5. Ferrymen who carry letters may moor free of toll.",
    "6. 渡口的船夫每天清晨检查缆绳。",
]
NEW = [
    "1. No wagon heavier than six oxen may cross the northern bridge while the river stands high.",
    "2. The harbour master keeps a log of every vessel that calls.",
    "3. It is open to all who trade at the pier.",
    "4. Each orchard keeper shall report the number of frost nights to the valley office.",
    "5. Village schools open their reading rooms to travellers on market days. Ferrymen who carry letters may moor "
    "free of toll.",
    "6. 渡口的船夫每天傍晚检查缆绳。",
    "7. Something else is said at the end.",
]


def settled(data: bytes, what: str, folder: Path) -> list[str]:
    """Return the paragraphs that LibreOffice finds after it accepted or rejected everything."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice (soffice) is not installed here")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    basic = folder / "profile" / "user" / "basic" / "Standard"
    if not (basic / "Changes.xba").exists():
        # A first start lays out the profile; a macro put there before would be written over.
        subprocess.run([office, profile, "--headless", "--terminate_after_init"], timeout=120, capture_output=True)
        basic.mkdir(parents=True, exist_ok=True)
        (basic / "Changes.xba").write_text(MODULE, "utf-8")
        (basic / "script.xlb").write_text(LIBRARY, "utf-8")
    source, target = folder / "redline.docx", folder / f"{what}.txt"
    source.write_bytes(data)
    macro = f'macro:///Standard.Changes.Settle("{source.as_uri()}","{target.as_uri()}","{what}")'
    subprocess.run([office, profile, "--headless", "--norestore", macro], check=True, timeout=120, capture_output=True)
    return [line.strip() for line in target.read_text("utf-8-sig").split("\n") if line.strip()]


def holds(comparison: Comparison, folder: Path) -> None:
    data = comparison_docx(comparison, author="A. Drafter", at=datetime(2018, 2, 5, tzinfo=UTC))
    for what, provisions in (("Accept", comparison.new.provisions), ("Reject", comparison.old.provisions)):
        assert settled(data, what, folder) == [printed(each) for each in provisions if printed(each)]


def test_moves_splits_merges_and_edits_are_settled_as_they_should(tmp_path: Path) -> None:
    comparison = compare(side("\n".join(OLD)), side("\n".join(NEW)))
    assert comparison.summary()["moved"]
    assert comparison.summary()["split"]
    assert comparison.summary()["merged"]
    holds(comparison, tmp_path)


def test_two_real_drafts_are_settled_letter_by_letter(tmp_path: Path) -> None:
    names = [str(shared("texts", "en", f"paris-2015-12-{day}.md")) for day in ("04", "09")]
    holds(compare_named(names[0], names[1], lambda: pytest.fail("no workspace is needed"), bytes), tmp_path)


@pytest.mark.parametrize(
    ("old", "new"),
    [("zero.en.txt", "zero-plus.en.txt"), ("zero-plus.en.txt", "rev1.en.md"), ("rev1.en.md", "rev2.en.txt")],
)
def test_the_drafts_that_come_with_the_program_are_settled_letter_by_letter(old: str, new: str, tmp_path: Path) -> None:
    names = [str(shipped("drafts") / name) for name in (old, new)]
    holds(compare_named(names[0], names[1], lambda: pytest.fail("no workspace is needed"), bytes), tmp_path)


def test_numbers_stay_where_paragraphs_join_part_and_move(tmp_path: Path) -> None:
    one, two, three, four, five, six = SENTENCES
    old = draft(
        [
            ("plain", "Option 1:", ""),
            ("number", one, ""),
            ("number", f"{two} {three}", ""),
            ("number", four, ""),
            ("number", five, ""),
            ("plain", six, ""),
        ]
    )
    new = draft(
        [
            ("plain", "Option 1:", ""),
            ("number", five, ""),
            ("number", f"{one} {four}", ""),
            ("number", two, ""),
            ("number", three, ""),
            ("plain", six, ""),
        ]
    )
    data = holds_in_word(old, new)
    for what, file in (("Accept", new), ("Reject", old)):
        assert settled(data, what, tmp_path) == lines_of(file)


def test_labels_with_a_wide_space_or_none_are_settled_as_they_stand(tmp_path: Path) -> None:
    said = [
        "第一条\u3000章程由股东制定。",
        "（一）股东的姓名；",
        "（二）公司的名称。",
        "第二条\u3000自公布之日起施行。",
    ]
    old = word_file("".join(paragraph(each) for each in said))
    new = word_file("".join(paragraph(each.replace("股东制定", "全体股东制定")) for each in said))
    data = holds_in_word(old, new)
    for what, file in (("Accept", new), ("Reject", old)):
        assert settled(data, what, tmp_path) == lines_of(file)


def test_the_look_of_a_word_file_is_kept_and_settled_as_it_should(tmp_path: Path) -> None:
    kept = ("table", SENTENCES[1], "")
    old = draft([("number", SENTENCES[0], ""), ("letter", SENTENCES[5], ""), kept, ("number", SENTENCES[2], "")])
    changed = SENTENCES[0].replace("should", "shall")
    new = draft([("number", changed, ""), ("number", SENTENCES[4], ""), kept, ("number", SENTENCES[3], "")])
    data = holds_in_word(old, new)
    cells = [SENTENCES[1], "On time"]
    first = [f"1. {changed}", f"2. {SENTENCES[4]}", *cells, f"3. {SENTENCES[3]}"]
    assert settled(data, "Accept", tmp_path) == first
    second = [f"1. {SENTENCES[0]}", f"(a) {SENTENCES[5]}", *cells, f"2. {SENTENCES[2]}"]
    assert settled(data, "Reject", tmp_path) == second
