import json

import pytest

from negotiator.domain.mandate import EvidenceKind
from negotiator.errors import DatabaseTrouble, NotFound, Refused, WrongUsage
from negotiator.services.history import redo, undo
from negotiator.services.letters import (
    Said,
    Wanted,
    add_letter,
    edit_letter,
    get_letter,
    link_letter,
    list_letters,
    remove_letter,
    save_files,
    words_of,
)
from negotiator.services.mandate import get_action
from negotiator.services.mandate_acts import attach
from tests.documents.test_mail import message
from tests.inputs_desk import copy, expect, with_delegations
from tests.running import negotiator
from tests.samples import looking_back


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    workspace = with_delegations(tmp_path_factory.mktemp("made"))
    expect(workspace)
    return workspace


@pytest.fixture
def workspace(made, tmp_path):
    return copy(made, tmp_path)


def a_mail(tmp_path, **heads):
    made = message(**heads)
    made.add_attachment(b"1. The wells stay open.\n", maintype="text", subtype="plain", filename="../views.txt")
    path = tmp_path / "a.eml"
    path.write_bytes(made.as_bytes())
    return path


def test_an_email_gives_its_day_sender_subject_and_files(workspace, tmp_path):
    kept = add_letter(workspace, Said(), [a_mail(tmp_path)])
    letter = get_letter(workspace, "l-1")
    assert (letter.code, letter.kind.value, letter.title) == ("L-001", "email", "Views on the draft")
    assert letter.sender == "Mission, Delegation A <mission@a.example>"
    assert letter.to == "desk@un.example, Ben <ben@un.example>"
    assert letter.dated.isoformat() == "2018-02-05"  # 23:30 in New York, where the process has its seat
    assert [file.name for file in letter.files] == ["a.eml", "views.txt"]
    assert "views.txt" in " ".join(kept.told)


def test_what_is_said_wins_over_what_the_email_says(workspace, tmp_path):
    add_letter(
        workspace, Said(title="Other", dated="2018-02-06", sender="The President", kind="letter"), [a_mail(tmp_path)]
    )
    letter = get_letter(workspace, "L-001")
    assert (letter.title, letter.dated.isoformat(), letter.sender) == ("Other", "2018-02-06", "The President")


def test_letters_are_found_by_kind_sender_days_what_they_belong_to_and_words(workspace, tmp_path):
    add_letter(workspace, Said(title="Programme of R3", dated="2018-03-01", sender="Co-facilitators"), links=["R3"])
    add_letter(workspace, Said(), [a_mail(tmp_path)], ["input:I-001"])

    def codes(**wanted):
        return [each.code for each in list_letters(workspace, Wanted(**wanted))]

    assert codes() == ["L-002", "L-001"]
    assert codes(kind="letter") == codes(sender="co facilitators") == codes(since="2018-02-10") == ["L-001"]
    assert codes(link="r3") == ["L-001"]
    assert codes(link="I-001") == codes(text="wells STAY") == codes(until="2018-02-10") == ["L-002"]
    assert codes(text="100%") == []
    assert [each.code for each in list_letters(looking_back(workspace, "2018-02-20"))] == ["L-002"]


def test_a_letter_is_changed_linked_and_removed_and_each_act_undone(workspace):
    add_letter(workspace, Said(title="About R3", dated="2018-03-01"))
    edit_letter(workspace, "L-001", Said(title="About R4", symbol="A/72/L.1"))
    assert get_letter(workspace, "L-001").title == "About R4"
    undo(workspace)
    assert (get_letter(workspace, "L-001").title, get_letter(workspace, "L-001").symbol) == ("About R3", "")
    link_letter(workspace, "L-001", "session:R3")
    with pytest.raises(Refused):
        link_letter(workspace, "L-001", "R3")
    undo(workspace)
    assert get_letter(workspace, "L-001").links == ()
    remove_letter(workspace, "L-001")
    with pytest.raises(NotFound):
        get_letter(workspace, "L-001")
    undo(workspace)
    assert get_letter(workspace, "L-001").title == "About R3"
    redo(workspace)
    assert list_letters(workspace) == ()


def test_a_letter_can_be_put_forward_as_evidence_of_its_own_day(workspace):
    add_letter(workspace, Said(title="About R3", dated="2018-03-01"))
    attach(workspace, "M18", EvidenceKind.DOCUMENT, "l-001")
    (shown,) = get_action(workspace, "M18").action.evidence
    assert (shown.ref, shown.on.isoformat()) == ("L-001", "2018-03-01")
    with pytest.raises(NotFound):
        attach(workspace, "M18", EvidenceKind.DOCUMENT, "L-009")


def test_the_same_file_is_kept_once(workspace, tmp_path):
    add_letter(workspace, Said(), [a_mail(tmp_path)])
    with pytest.raises(Refused, match="L-001"):
        add_letter(workspace, Said(), [tmp_path / "a.eml"])


def test_a_file_that_was_tampered_with_is_found_by_check(workspace, tmp_path):
    add_letter(workspace, Said(), [a_mail(tmp_path)])
    assert negotiator("check", workspace=workspace.root).code == 0
    refused = pytest.raises(DatabaseTrouble, match="never changes")
    with refused, workspace.reading() as db:
        db.execute("update letter_file set bytes = x'00'")
    with workspace.reading() as db:
        db.execute("drop trigger letter_file_never_changes")
        db.execute("update letter_file set bytes = x'00'")
        db.conn.commit()
    ran = negotiator("check", workspace=workspace.root)
    assert (ran.code, "a.eml" in ran.out) == (1, True)


def test_files_come_back_byte_for_byte_and_overwrite_nothing(workspace, tmp_path):
    path = a_mail(tmp_path)
    add_letter(workspace, Said(), [path])
    saved = save_files(workspace, "L-001", tmp_path / "out")
    assert saved[0].read_bytes() == path.read_bytes()
    assert words_of(workspace, "L-001")[1].strip() == "1. The wells stay open."
    with pytest.raises(Refused):
        save_files(workspace, "L-001", tmp_path / "out")


@pytest.mark.parametrize(
    ("said", "links", "error"),
    [
        (Said(title="x"), (), WrongUsage),
        (Said(dated="2018-03-01"), (), WrongUsage),
        (Said(title="x", dated="2018-02-30"), (), WrongUsage),
        (Said(title="x", dated="2018-03-01", kind="poem"), (), WrongUsage),
        (Said(title="x", dated="2018-03-01"), ("nowhere",), NotFound),
        (Said(title="x", dated="2018-03-01"), ("town:R3",), WrongUsage),
    ],
)
def test_what_cannot_be_leaves_nothing(workspace, said, links, error):
    with pytest.raises(error):
        add_letter(workspace, said, links=links)
    assert list_letters(workspace) == ()


def test_the_command_line_adds_lists_and_shows(workspace, tmp_path):
    def run(*words):
        return negotiator("letter", *words, workspace=workspace.root)

    assert "No letter" in run("list").err
    title = "来函 [/] [@click=app.quit]x[/]"
    ran = run("add", "--title", title, "--date", "2018-03-01", "--visibility", "private", "--for", "R3")
    assert (ran.code, ran.out) == (0, "L-001\n"), ran.err
    assert run("add", a_mail(tmp_path)).out == "L-002\n"
    document = json.loads(run("list", "--json").out)
    assert (document["schema"], [each["id"] for each in document["letters"]]) == (
        "negotiator.letters/1",
        ["L-002", "L-001"],
    )
    assert document["letters"][1]["title"] == title
    assert title in run("show", "L-001").out
    assert "wells stay open" in run("show", "L-002", "--text").out
    assert "L-001" not in run("list", "--audience", "member-states").out
    assert run("edit", "L-001").code == 2
    assert run("show", "L-009").code == 3
