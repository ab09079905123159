"""What must not be kept is gone from rows, history and the bytes of the files, and the history still verifies."""

import pytest

from negotiator.domain.proposal import Action
from negotiator.errors import NotFound, Refused, WrongUsage
from negotiator.services.backups import back_up, check, restore
from negotiator.services.history import history, redo, undo
from negotiator.services.input_acts import receive_unannounced
from negotiator.services.inputs import get_input
from negotiator.services.proposal_lists import get_proposal
from negotiator.services.proposals import Said, propose
from negotiator.services.purging import purge
from negotiator.services.search import search
from negotiator.services.sessions import floor, half_typed, keep_half_typed, log
from tests.running import negotiator
from tests.samples import looking_back

SECRET = "xylophonic-misquote"


def anywhere(workspace, *, backups=False):
    """Whether the words stand in any byte of the database's files."""
    files = list((workspace.root / "data").glob("negotiator.db*"))
    files += list(workspace.backups_folder.glob("*.db")) if backups else []
    return any(SECRET.encode() in path.read_bytes() for path in files)


def test_an_entry_leaves_a_tombstone_and_no_byte_of_its_words(workspace):
    entry = log(workspace, "R3", f"del-a 7 o {SECRET}").entry
    keep_half_typed(workspace, "log:R3", f"del-a 7 o {SECRET}")
    assert anywhere(workspace)
    done = purge(workspace, "entry", entry, why="said by somebody else")
    assert done.rewritten
    assert not anywhere(workspace)
    assert search(workspace, [SECRET]) == ()
    (left,) = [each for each in floor(workspace, "R3").entries if each.code == entry]
    assert (left.words, left.speaker) == ("[purged]", "DEL-A")
    assert check(workspace) == []


def test_undo_neither_brings_it_back_nor_stops_at_it(workspace):
    before = log(workspace, "R3", "del-b 7 s an earlier line").entry
    entry = log(workspace, "R3", f"del-a 7 o {SECRET}").entry
    done = purge(workspace, "entry", entry, why="wrong speaker")
    with pytest.raises(Refused, match="cannot be brought back"):
        undo(workspace, act=done.act)
    with pytest.raises(Refused, match="changed the same thing since"):
        undo(workspace)
    assert not anywhere(workspace)
    assert before in [each.code for each in floor(workspace, "R3").entries]
    with pytest.raises(NotFound):
        redo(workspace)


def test_proposals_and_inputs_with_their_files_go_the_same_way(workspace, tmp_path):
    paper = tmp_path / "paper.txt"
    paper.write_text(f"a {SECRET} in a file", "utf-8")
    came = receive_unannounced(workspace, "DEL-A", "WS", f"Title {SECRET}", file=paper).code
    made = propose(workspace, Said("rev1", "7", "DEL-A", Action.ADD, new=f"new {SECRET}")).code
    purge(workspace, "input", came, why="not theirs")
    purge(workspace, "proposal", made, why="not theirs")
    assert not anywhere(workspace)
    assert get_input(workspace, came).files == ()
    assert get_proposal(workspace, made).new == "[purged]"
    assert check(workspace) == []


def test_backups_that_have_it_are_named_and_when_asked_lose_it_and_nothing_else(workspace):
    spared = log(workspace, "R3", "del-b 7 s a line that is to stay").entry
    entry = log(workspace, "R3", f"del-a 7 o {SECRET}").entry
    kept = back_up(workspace)
    done = purge(workspace, "entry", entry, why="wrong")
    assert kept in done.still_held
    assert anywhere(workspace, backups=True)
    again = purge(workspace, "entry", entry, why="wrong", with_backups=True)
    assert kept in again.cleaned
    assert (again.still_held, again.failed) == ((), {})
    assert not anywhere(workspace, backups=True)
    restore(workspace, kept.name)
    assert check(workspace) == []
    words = {each.code: each.words for each in floor(workspace, "R3").entries}
    assert (words[spared], words[entry]) == ("a line that is to stay", "[purged]")


def test_a_backup_from_before_the_entry_loses_what_was_half_typed_of_it(workspace):
    keep_half_typed(workspace, "log:R3", f"del-a 7 o {SECRET}")
    kept = back_up(workspace)
    entry = log(workspace, "R3", f"del-a 7 o {SECRET}").entry
    assert purge(workspace, "entry", entry, why="wrong", with_backups=True).cleaned
    assert not anywhere(workspace, backups=True)
    assert kept.is_file()


def test_a_damaged_backup_stays_as_it_is_and_is_told(workspace):
    entry = log(workspace, "R3", f"del-a 7 o {SECRET}").entry
    kept = back_up(workspace)
    whole = kept.read_bytes()
    broken = whole[:5000] + b"x" * 5000 + whole[10000:]
    kept.write_bytes(broken)
    done = purge(workspace, "entry", entry, why="wrong", with_backups=True)
    assert kept in done.failed
    assert kept.read_bytes() == broken
    assert sorted(workspace.backups_folder.glob(".*")) == []


def test_before_the_yes_it_is_told_which_backups_have_it_and_what_becomes_of_them(workspace):
    entry = log(workspace, "R3", f"del-a 7 o {SECRET}").entry
    kept = back_up(workspace)
    for more, told in (((), "unless you add --backups"), (("--backups",), "which keep everything else")):
        ran = negotiator("purge", "entry", entry, "--why", "x", *more, workspace=workspace.root)
        assert ran.code == 2
        assert told in ran.err
        assert kept.name in ran.err


def test_an_event_emptied_by_hand_is_still_found_out(workspace):
    log(workspace, "R3", f"del-a 7 o {SECRET}")
    with workspace.reading() as db:
        db.execute("""update event set after = '{"purged":"nobody"}' where entity = 'entry'""")
    assert any("does not fit the chain" in sentence for sentence in check(workspace))


def test_a_purge_of_one_row_excuses_no_other(workspace):
    purged = log(workspace, "R3", f"del-a 7 o {SECRET}").entry
    spared = log(workspace, "R3", "del-b 7 s a line that is to stay").entry
    done = purge(workspace, "entry", purged, why="wrong speaker")
    assert check(workspace) == []
    with workspace.reading() as db:
        number = int(spared.rpartition("-")[2])
        mark = '{"purged":"' + done.act + '"}'
        sql = "update event set after = ? where entity = 'entry' and row in (select id from entry where number = ?)"
        db.execute(sql, [mark, number])
    assert any("does not fit the chain" in sentence for sentence in check(workspace))


def test_half_typed_lines_that_are_no_copy_stay(workspace):
    entry = log(workspace, "R3", f"del-a 7 o {SECRET}").entry
    keep_half_typed(workspace, "log:R2", "del-b 9 s something else altogether")
    keep_half_typed(workspace, "log:R3", f"del-a 7 o {SECRET[:14]}")
    purge(workspace, "entry", entry, why="wrong speaker")
    assert half_typed(workspace, "log:R2") == "del-b 9 s something else altogether"
    assert half_typed(workspace, "log:R3") == ""


def test_while_somebody_reads_the_file_cannot_be_said_to_be_rewritten(workspace):
    entry = log(workspace, "R3", f"del-a 7 o {SECRET}").entry
    with workspace.reading() as other:
        other.execute("begin")
        other.execute("select count(*) from entry").fetchone()
        assert not purge(workspace, "entry", entry, why="wrong speaker").rewritten
    assert purge(workspace, "entry", entry, why="wrong speaker").rewritten
    assert not anywhere(workspace)


def test_the_reason_is_kept_and_what_was_made_of_the_entry_is_named(workspace):
    entry = log(workspace, "R3", f"del-a 7 o {SECRET}").entry
    made = propose(workspace, Said("rev1", "7", "DEL-A", Action.ADD, new=f"new {SECRET}", entry=entry)).code
    done = purge(workspace, "entry", entry, why="said by the neighbour")
    assert done.proposals == (made,)
    assert "said by the neighbour" in history(workspace)[0].told


def test_a_purge_needs_a_reason_a_record_and_the_present(workspace):
    entry = log(workspace, "R3", f"del-a 7 o {SECRET}").entry
    with pytest.raises(WrongUsage, match="Say why"):
        purge(workspace, "entry", entry, why=" ")
    with pytest.raises(NotFound):
        purge(workspace, "entry", "R3-99999", why="x")
    with pytest.raises(Refused):
        purge(looking_back(workspace, "2018-04-04"), "entry", entry, why="x")
    assert anywhere(workspace)


def test_the_command_line_asks_for_a_clear_yes(workspace):
    entry = log(workspace, "R3", f"del-a 7 o {SECRET}").entry
    refused = negotiator("purge", "entry", entry, "--why", "x", workspace=workspace.root)
    assert (refused.code, "say --yes" in refused.err) == (2, True)
    ran = negotiator("purge", "entry", entry, "--why", "x", "--yes", workspace=workspace.root)
    assert (ran.code, ran.out.strip()) == (0, entry)
    assert not anywhere(workspace)
