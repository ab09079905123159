"""Which provision became which, case by case; every text here was invented for these tests."""

import pytest

from negotiator.comparing.compare import compare
from negotiator.comparing.comparison import ChangeKind, Side
from negotiator.text.provision import Kind, Provision
from tests.comparing.sides import complete, marked, moved, pairs, rebuilt, side

HARBOUR = "The harbour master keeps a log of every vessel that calls at the outer pier after sunset"
ORCHARD = "Each orchard keeper reports the number of frost nights to the valley office before the spring fair"
BRIDGE = "No wagon heavier than four oxen may cross the northern bridge while the river stands above the second mark"
SCHOOL = "Village schools open their reading rooms to travellers on market days and lend them maps of the hills"
WELL = "The council repairs the public wells of the upper quarter within ten days of a complaint by two households"


def text(*lines: str) -> Side:
    return side("\n".join(lines))


def test_a_paragraph_that_changed_places_is_moved_and_renumbering_is_no_edit() -> None:
    old = text(f"1. {HARBOUR}", f"2. {ORCHARD}", f"3. {BRIDGE}", f"4. {SCHOOL}", f"5. {WELL}")
    new = text(f"1. {ORCHARD}", f"2. {BRIDGE}", f"3. {SCHOOL}", f"4. {WELL}", f"5. {HARBOUR}")
    found = compare(old, new)
    assert moved(found) == {(0, 4)}
    assert found.summary()["renumbered"] == 4
    assert found.summary()["edited"] == 0


def test_a_moved_paragraph_may_be_edited_too() -> None:
    edited = HARBOUR.replace("every vessel", "all ships").replace("sunset", "dusk")
    found = compare(text(HARBOUR, ORCHARD, BRIDGE, SCHOOL, WELL), text(ORCHARD, BRIDGE, SCHOOL, WELL, edited))
    assert moved(found) == {(0, 4)}
    assert [change.kind for change in found.changes if change.moved] == [ChangeKind.EDITED]


STOCK = ", as set out in the annex to the charter of the ferry;"
KEPT = [
    f"The {place} {body} lends {number} of its {thing} to travellers{STOCK}"
    for number, (place, thing) in enumerate(
        (("upper", "boats"), ("lower", "maps"), ("outer", "lamps"), ("old", "keys"))
    )
    for body in ("council", "guild", "school", "office")
]


def test_a_stock_phrase_found_all_over_the_texts_moves_nothing() -> None:
    gone = f"Ferrymen open the toll of the inner steps before winter{STOCK}"
    come = f"Every orchard warden counts frozen seed stores on both banks{STOCK}"
    found = compare(text(gone, *KEPT), text(*KEPT, come))
    assert moved(found) == set()
    assert (found.summary()["deleted"], found.summary()["inserted"]) == (1, 1)


def test_a_clause_that_only_two_provisions_share_still_tells_that_one_moved() -> None:
    gone = "Ferrymen open the toll, having weighed every sack of barley that the miller of Ostrel could not sell"
    come = "Wardens close the gate, having weighed every sack of barley that the miller of Ostrel could not sell"
    assert moved(compare(text(gone, *KEPT), text(*KEPT, come))) == {(0, len(KEPT))}


def test_a_move_backwards_is_a_move_forwards_seen_from_the_other_text() -> None:
    old, new = text(HARBOUR, ORCHARD, BRIDGE, SCHOOL, WELL), text(ORCHARD, BRIDGE, SCHOOL, WELL, HARBOUR)
    assert moved(compare(new, old)) == {(j, i) for i, j in moved(compare(old, new))}


def test_of_two_that_swap_the_shorter_moves_whichever_text_is_the_older() -> None:
    old, new = text(HARBOUR, f"{ORCHARD} {BRIDGE}", SCHOOL), text(f"{ORCHARD} {BRIDGE}", HARBOUR, SCHOOL)
    assert moved(compare(old, new)) == {(0, 1)}
    assert moved(compare(new, old)) == {(1, 0)}


def test_one_paragraph_split_in_two_and_two_merged_in_one() -> None:
    whole = text(ORCHARD, f"{HARBOUR}. {SCHOOL}", BRIDGE)
    parts = text(ORCHARD, f"{HARBOUR}.", SCHOOL, BRIDGE)
    split, merged = compare(whole, parts), compare(parts, whole)
    assert [change.kind for change in split.changes] == [ChangeKind.SAME, ChangeKind.SPLIT, ChangeKind.SAME]
    assert [change.kind for change in merged.changes] == [ChangeKind.SAME, ChangeKind.MERGED, ChangeKind.SAME]
    assert rebuilt(split)
    assert rebuilt(merged)


def test_a_split_paragraph_may_be_edited_too() -> None:
    found = compare(
        text(ORCHARD, f"{HARBOUR}. {SCHOOL}", BRIDGE),
        text(ORCHARD, f"{HARBOUR.replace('outer', 'inner')}.", SCHOOL.replace("maps", "charts"), BRIDGE),
    )
    assert pairs(found) == {(0, 0), (1, 1), (1, 2), (2, 3)}


def test_repeated_boilerplate_is_paired_with_the_copy_in_its_own_place() -> None:
    again = "The council decides to remain seized of the matter."
    old = text(HARBOUR, again, ORCHARD, again, BRIDGE, again)
    new = text(HARBOUR, again, SCHOOL, ORCHARD, again, BRIDGE, again)
    assert pairs(compare(old, new)) == {(0, 0), (1, 1), (2, 3), (3, 4), (4, 5), (5, 6)}
    assert not moved(compare(old, new))


def test_a_short_structural_line_follows_what_stands_under_it() -> None:
    old = text("Option 1:", HARBOUR, "Option 2:", ORCHARD, "Option 1:", BRIDGE, "Option 2:", SCHOOL)
    new = text("Option 1:", BRIDGE, "Option 2:", SCHOOL)
    found = compare(old, new)
    assert pairs(found) == {(4, 0), (5, 1), (6, 2), (7, 3)}
    assert not moved(found)


def test_a_paragraph_rewritten_in_its_slot_is_found() -> None:
    old = text(
        HARBOUR, "Noting the needs and the dignity of hill farmers and of the people who mend their walls", ORCHARD
    )
    new = text(HARBOUR, "Noting how much it matters to respect the dignity of all hill farmers", ORCHARD)
    assert (1, 1) in pairs(compare(old, new))


def test_unlike_paragraphs_in_one_slot_are_no_pair() -> None:
    assert pairs(compare(text(HARBOUR, ORCHARD, BRIDGE), text(HARBOUR, WELL, BRIDGE))) == {(0, 0), (2, 2)}


def test_an_item_alone_between_two_pairs_of_its_list_is_written_anew_rather_than_replaced() -> None:
    before, after = "(a) The wells near each market;", ("(c) The lamps on each quay;", "(d) The maps of the town.")
    old = text(before, "(b) Lodging for travellers and their animals in winter;", *after)
    rewritten = "(b) Shelter in winter for whoever travels, with stables;"
    assert (1, 1) in pairs(compare(old, text(before, rewritten, *after)))
    assert (1, 1) not in pairs(compare(old, text(before, rewritten, f"(c) {SCHOOL};", *after)))


def test_a_heading_run_into_its_paragraph_goes_with_it() -> None:
    found = compare(text(ORCHARD, f"Harbours {HARBOUR}", BRIDGE), text(ORCHARD, "Harbours", HARBOUR, BRIDGE))
    assert pairs(found) == {(0, 0), (1, 1), (1, 2), (2, 3)}


def test_a_list_folded_into_one_sentence_is_merged() -> None:
    lines = [
        ("A town that joins the league shall send to the office", None),
        ("a yearly count of its wells and of the households that share them;", 0),
        ("the names of the wardens whom it has chosen for the winter;", 0),
        (BRIDGE, None),
    ]
    old = Side(
        "old",
        "en",
        "",
        tuple(Provision(n, Kind.PARAGRAPH, str(n), "", words, parent=up) for n, (words, up) in enumerate(lines)),
    )
    folded = "A town that joins the league shall send to the office a yearly count of its wells, and its wardens' names"
    assert {(0, 0), (1, 0), (2, 0), (3, 1)} == pairs(compare(old, text(folded, BRIDGE)))


def test_children_move_with_their_parent() -> None:
    def provisions(order: list[tuple[str, int | None]]) -> Side:
        return Side(
            "x",
            "en",
            "",
            tuple(Provision(n, Kind.PARAGRAPH, str(n), "", t, parent=up) for n, (t, up) in enumerate(order)),
        )

    old = provisions([(HARBOUR, None), ("first of all", 0), (ORCHARD, None), (BRIDGE, None), (SCHOOL, None)])
    new = provisions([(ORCHARD, None), (BRIDGE, None), (SCHOOL, None), (HARBOUR, None), ("first of all", 3)])
    assert moved(compare(old, new)) == {(0, 3), (1, 4)}


def test_a_deletion_stands_at_its_old_place() -> None:
    found = compare(text(HARBOUR, ORCHARD, BRIDGE), text(HARBOUR, BRIDGE))
    assert [change.kind for change in found.changes] == [ChangeKind.SAME, ChangeKind.DELETED, ChangeKind.SAME]


def test_a_date_in_its_slot_is_paired_with_the_new_date() -> None:
    assert (1, 1) in pairs(compare(text(HARBOUR, "15 December 2022"), text(HARBOUR, "17 December 2024")))


def test_chance_words_within_a_replacement_are_replaced_with_it() -> None:
    found = compare(
        text("The office sends the report of the valley to the towns and asks for advice."),
        text("The office sends a short letter on the floods of the spring to all and asks for advice."),
    )
    assert marked(found).count("[-") == 1


def test_a_word_kept_between_two_deletions_is_kept() -> None:
    found = compare(
        text("The towns of the hills keep the old ferry of the northern bank, the bridge, and the toll house open."),
        text("The towns of the hills keep the bridge open."),
    )
    assert "[-bridge" not in marked(found)
    assert "{+" not in marked(found)


def test_a_long_passage_is_kept_however_long_the_edits_beside_it() -> None:
    kept = "ask the elders of the upper valley to lend a hand with"
    found = compare(
        text(f"The towns keep their wells clean in summer and mend each wall. They {kept} all the carts they have."),
        text(
            "When the roads are dry again after the rains of autumn, and when wagons may pass the bridge, they "
            f"{kept} the harvest of apples, pears and plums in the orchards beyond the second mark of the river, as "
            "they did in their youth, before the war of the mills and the floods that it left behind."
        ),
    )
    assert f"}}{kept} [" in marked(found)


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        (
            "wells clean[, and safe] [and open] to all",
            "wells clean to all",
            "wells clean[-[, and safe] [and open]-] to all",
        ),
        ("wells clean [and safe] to all", "wells clean to all", "wells clean [-[and safe] -]to all"),
    ],
)
def test_a_deletion_is_struck_in_one(old: str, new: str, shown: str) -> None:
    assert marked(compare(text(old), text(new))) == shown


def test_a_bracket_lifted_around_one_word_shows_the_word_kept() -> None:
    found = compare(
        text("The towns [shall] [should] send a yearly report."), text("The towns shall send a yearly report.")
    )
    assert "shall" in [part.new.strip() for part in found.changes[0].segments]


def test_an_inserted_clause_is_marked_with_its_own_comma() -> None:
    found = compare(text("They send grain, salt and wood."), text("They send grain, wool, salt and wood."))
    assert marked(found) == "They send grain, {+wool, +}salt and wood."


def test_two_texts_with_nothing_in_common_share_nothing() -> None:
    found = compare(text(HARBOUR, ORCHARD), text("全球契约不具法律约束力", "目标 5"))
    assert pairs(found) == set()
    assert complete(found)


def test_a_merged_pair_weighs_as_much_as_all_its_text() -> None:
    first = "1. Every harbour of the northern coast keeps a register of small boats and lamps."
    second = "2. Each spring the harbour master reads that register aloud before the fishers."
    longer = "3. Teachers in mountain villages receive a stove, two blankets, a lantern and dry wood before winter."
    old = side(f"{first}\n{second}\n{longer}")
    new = side(f"{longer}\n{first} {second[3:]}")
    assert max(len(first), len(second)) < len(longer) < len(first + second)
    assert moved(compare(old, new)) == {(2, 0)}
    assert moved(compare(new, old)) == {(0, 2)}


def test_a_paragraph_written_anew_around_a_name_that_each_text_says_once_is_the_same_paragraph() -> None:
    old = (
        "1. Notes the themes of Harbour Pilots Day of the last two years.",
        "2. Requests a report on light dues, on who pays them and on what they are spent.",
        "3. Encourages ports to publish their tide tables and to keep them up to date.",
    )
    new = (
        "1. Requests a report on light dues, on who pays them and on what they are spent.",
        "2. Encourages ports to publish their tide tables and to keep them up to date.",
        "3. Welcomes that Harbour Pilots Day was kept once more.",
        "4. Welcomes the training of pilots in harbour towns.",
    )
    found = compare(text(*old), text(*new))
    pairs = {
        (change.old[0].label, change.new[0].label): change for change in found.changes if change.old and change.new
    }
    assert set(pairs) == {("1.", "3."), ("2.", "1."), ("3.", "2.")}
    assert pairs["1.", "3."].moved


def test_a_name_that_is_said_twice_points_at_nobody() -> None:
    old = ("1. Notes Harbour Pilots Day and its theme of the year.", "2. Requests a report on light dues.")
    new = (
        "1. Requests a report on light dues.",
        "2. Welcomes how towns kept Harbour Pilots Day.",
        "3. Invites all to keep Harbour Pilots Day with dignity.",
    )
    assert [
        change.kind.value for change in compare(text(*old), text(*new)).changes if not (change.old and change.new)
    ] == [
        "deleted",
        "inserted",
        "inserted",
    ]
