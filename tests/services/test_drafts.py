import os
from pathlib import Path

import pytest

from negotiator.domain.audience import Audience
from negotiator.errors import BadFile, DatabaseTrouble, NotFound, Refused, WrongUsage
from negotiator.services import drafts
from negotiator.services.draft_acts import Said, add_draft, plan_draft, read_again
from negotiator.services.history import redo, undo
from negotiator.storage.database import told_plainly
from negotiator.storage.opened import Database
from negotiator.workspace import Workspace
from tests.samples import bare_workspace, looking_back, workspace_of_the_process

ZERO = "Draft\n\nThe Assembly,\n\n1. States shall [act].\n\n2. They meet again.\n\n   (a) at once;\n"
REV1 = "Draft\n\nThe Assembly,\n\n1. States should act.\n\n2. They meet again.\n"
CHINESE = "草案\n\n大会，\n\n1. 各国应当采取行动。\n\n2. 各国再次举行会议。\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return bare_workspace(tmp_path / "workspace")


def a_file(workspace: Workspace, name: str, text: str = ZERO) -> Path:
    path = workspace.drafts_folder / name
    path.write_text(text, "utf-8")
    return path


def register(workspace: Workspace, name: str, text: str = ZERO, **said: str) -> str:
    path = a_file(workspace, name, text)
    return add_draft(workspace, plan_draft(workspace, path, Said(**said))).address  # type: ignore[arg-type]  # words only


def counts(workspace: Workspace) -> list[int]:
    with workspace.reading() as db:
        return [db.table(name).count for name in ("act", "event", "draft", "draft_text", "reading", "provision")]


def test_a_plan_stores_nothing_and_shows_everything(workspace: Workspace) -> None:
    before = counts(workspace)
    plan = plan_draft(workspace, a_file(workspace, "180205_zero_draft.txt"))
    assert counts(workspace) == before
    assert (plan.address, plan.language, plan.draft.name) == ("zero", "en", "Zero draft")
    assert plan.draft.released.isoformat() == "2018-02-05"
    assert plan.reading.counts()["paragraph"] == 2
    assert set(plan.guessed) == {"code", "name", "language", "released"}
    assert plan.draft.visibility is Audience.MEMBER_STATES


def test_a_registered_draft_is_listed_with_its_text_its_reading_and_its_hash(workspace: Workspace) -> None:
    assert register(workspace, "zero.txt", released="2018-02-05") == "zero"
    assert register(workspace, "rev1.txt", REV1, released="2018-03-26", symbol="A/71/L.58") == "rev1"
    zero, rev1 = drafts.list_drafts(workspace)
    assert (zero.code, rev1.code, rev1.based_on, rev1.symbol) == ("zero", "rev1", ("zero",), "A/71/L.58")
    assert rev1.visibility is Audience.PUBLIC
    assert drafts.draft_text(workspace, "zero") == ZERO.rstrip("\n")
    reading = drafts.draft_reading(workspace, "zero")
    assert [(each.label, each.text) for each in reading.provisions][-1] == ("(a)", "at once;")
    side = drafts.draft_side(workspace, "zero")
    assert (side.name, side.language, side.provisions) == ("zero", "en", reading.provisions)
    assert side.sha256 == zero.texts[0].sha256
    assert drafts.latest_two(workspace) == ("zero", "rev1")


def test_what_is_stored_is_what_was_planned(workspace: Workspace) -> None:
    plan = plan_draft(workspace, a_file(workspace, "zero.txt"))
    add_draft(workspace, plan)
    assert drafts.draft_reading(workspace, "zero") == plan.reading


def test_a_name_that_is_not_utf_8_is_stored_all_the_same(workspace: Workspace) -> None:
    path = workspace.drafts_folder / os.fsdecode(b"zero \xff.txt")
    try:
        path.write_text(ZERO, "utf-8")
    except OSError:
        pytest.skip("this system has no such names")
    add_draft(workspace, plan_draft(workspace, path))
    assert drafts.get_draft(workspace, "zero")[1].file_name == "zero ?.txt"


def test_a_language_that_the_words_do_not_bear_out_is_noted(workspace: Workspace) -> None:
    plan = plan_draft(workspace, a_file(workspace, "zero.txt", CHINESE), Said(language="en"))
    assert plan.language == "en"
    assert [(note.code, note.detail) for note in plan.document.notes] == [("language-otherwise", "zh")]


def test_the_same_bytes_are_refused_with_the_place_where_they_are(workspace: Workspace) -> None:
    register(workspace, "zero.txt")
    before = counts(workspace)
    with pytest.raises(Refused, match=r"copy\.txt is registered already: zero has exactly these bytes \(as zero"):
        plan_draft(workspace, a_file(workspace, "copy.txt"))
    assert counts(workspace) == before


def test_a_second_language_joins_the_draft_and_bears_its_language(workspace: Workspace) -> None:
    register(workspace, "zero.txt", released="2018-02-05")
    assert register(workspace, "zero.zh.txt", CHINESE) == "zero/zh"
    (draft,) = drafts.list_drafts(workspace)
    assert draft.languages == ("en", "zh")
    assert drafts.draft_side(workspace, "zero/zh").language == "zh"
    assert drafts.get_draft(workspace, "zero/en")[1].address == "zero"
    with pytest.raises(NotFound, match="no text in fr; it has: en, zh"):
        drafts.get_draft(workspace, "zero/fr")


def test_a_second_text_in_one_language_and_new_values_for_an_old_draft_are_refused(workspace: Workspace) -> None:
    register(workspace, "zero.txt")
    with pytest.raises(Refused, match=r"zero has a text in this language \(en\) already, from zero\.txt"):
        plan_draft(workspace, a_file(workspace, "other.txt", REV1), Said(code="zero"))
    with pytest.raises(WrongUsage, match="leave out --name, --date"):
        plan_draft(workspace, a_file(workspace, "zero.zh.txt", CHINESE), Said(name="x", released="2018-02-06"))


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (Said(released="2018-02-30"), "no day 2018-02-30"),
        (Said(symbol="rev1"), "not a document symbol"),
        (Said(language="de"), "no official language"),
        (Said(based_on=("none-such",)), "no such draft"),
    ],
)
def test_what_cannot_be_is_refused_and_leaves_nothing(workspace: Workspace, said: Said, reason: str) -> None:
    before = counts(workspace)
    with pytest.raises(WrongUsage, match=reason):
        plan_draft(workspace, a_file(workspace, "zero.txt"), said)
    assert counts(workspace) == before


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"ab\0cd", b"PK\x03\x04 broken"])
def test_an_unreadable_file_leaves_nothing_stored(workspace: Workspace, data: bytes) -> None:
    path = workspace.drafts_folder / "zero.txt"
    path.write_bytes(data)
    before = counts(workspace)
    with pytest.raises(BadFile, match=r"zero\.txt"):
        plan_draft(workspace, path)
    assert counts(workspace) == before


def test_bytes_and_words_never_change_whoever_tries(workspace: Workspace) -> None:
    register(workspace, "zero.txt")
    for column, value in (("bytes", b"other"), ("text", "other"), ("sha256", "0"), ("text_sha256", "0")):
        with pytest.raises(DatabaseTrouble, match="never change"), workspace.reading() as db:
            _change(workspace, db, column, value)
    assert drafts.draft_text(workspace, "zero") == ZERO.rstrip("\n")


def _change(workspace: Workspace, db: Database, column: str, value: str | bytes) -> None:
    with told_plainly(workspace.database_path):
        db.execute(f"update draft_text set {column} = ?", [value])


def test_registering_is_undone_and_done_again(workspace: Workspace) -> None:
    register(workspace, "zero.txt")
    undo(workspace)
    assert drafts.list_drafts(workspace) == ()
    assert [loose.path.name for loose in drafts.unregistered_files(workspace)] == ["zero.txt"]
    redo(workspace)
    assert drafts.draft_text(workspace, "zero") == ZERO.rstrip("\n")
    undo(workspace)
    assert register(workspace, "zero.txt") == "zero"


def test_looking_back_goes_by_the_day_of_release(tmp_path: Path) -> None:
    workspace = workspace_of_the_process(tmp_path / "workspace")
    for name, text in (("zero.txt", ZERO), ("rev1.txt", REV1), ("rev2.txt", REV1 + "3. More.\n")):
        register(workspace, name, text)
    assert [draft.released.isoformat() for draft in drafts.list_drafts(workspace)] == [
        "2018-02-05",
        "2018-03-26",
        "2018-05-28",
    ]
    assert drafts.latest_two(workspace) == ("zero", "rev1"), "rev2 is not out yet on 3 April"
    assert drafts.text_for_screen(workspace).address == "rev1"
    back = looking_back(workspace, "2018-03-01")
    assert [draft.code for draft in drafts.list_drafts(back)] == ["zero"]
    with pytest.raises(NotFound, match="There is no draft rev1; there are: zero"):
        drafts.get_draft(back, "rev1")
    with pytest.raises(NotFound, match="not two drafts"):
        drafts.latest_two(back)
    with pytest.raises(Refused):
        add_draft(back, plan_draft(back, a_file(workspace, "rev3.txt", REV1 + "4. Yet more.\n")))


def test_the_older_of_the_latest_two_is_given_in_the_language_of_the_newer(workspace: Workspace) -> None:
    register(workspace, "zero.txt", released="2018-02-05")
    register(workspace, "zero.zh.txt", CHINESE)
    register(workspace, "rev1.txt", CHINESE + "3. 更多。\n", released="2018-03-26")
    assert drafts.latest_two(workspace) == ("zero/zh", "rev1")


def test_files_dropped_into_the_folder_are_offered_until_they_are_registered(workspace: Workspace) -> None:
    register(workspace, "zero.txt")
    a_file(workspace, "rev1.md", REV1)
    a_file(workspace, ".hidden.txt", "x")
    a_file(workspace, "~$rev1.docx", "x")
    a_file(workspace, "notes.xyz", "x")
    assert [loose.path.name for loose in drafts.unregistered_files(workspace)] == ["rev1.md"]


def test_a_better_reader_makes_a_new_reading_beside_the_old_one(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    register(workspace, "zero.txt")
    first, drafts_version = drafts.draft_reading(workspace, "zero"), drafts.READER_VERSION
    assert read_again(workspace) == 0
    for module in ("drafts", "draft_acts"):
        monkeypatch.setattr(f"negotiator.services.{module}.READER_VERSION", 99)
    assert drafts.draft_reading(workspace, "zero") == first, "read from the bytes while nothing is stored"
    assert read_again(workspace) == 1
    assert drafts.draft_reading(workspace, "zero") == first
    with workspace.reading() as db:
        versions = [row["reader_version"] for row in db.writer.query("select reader_version from reading order by id")]
    assert versions == [drafts_version, 99]


def test_a_draft_that_came_in_the_meantime_is_not_written_over(workspace: Workspace) -> None:
    one = plan_draft(workspace, a_file(workspace, "one.txt"), Said(code="zero"))
    other = plan_draft(workspace, a_file(workspace, "other.txt", CHINESE), Said(code="zero"))
    add_draft(workspace, one)
    with pytest.raises(Refused, match="in the meantime"):
        add_draft(workspace, other)
    with pytest.raises(Refused, match="registered already"):
        add_draft(workspace, one)


def test_without_any_draft_the_sentence_says_how_to_register_one(workspace: Workspace) -> None:
    with pytest.raises(NotFound, match="draft add"):
        drafts.text_for_screen(workspace)
    with pytest.raises(NotFound, match="there are: none"):
        drafts.get_draft(workspace, "rev1")
