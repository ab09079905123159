"""Each State is counted once, and the tally says whose word it is."""

from datetime import UTC, datetime

from negotiator.domain.behalf import Behalf
from negotiator.domain.dates import Instant
from negotiator.domain.entry import Entry, Place, Position, in_order
from negotiator.domain.tally import Basis, tally

MEMBERS = tuple(f"M{number:02d}" for number in range(1, 29))
HERE = Place("27", "B/27")


def entry(number, speaker, position=None, *, places=(HERE,), minute=0, live=True, **more):
    said = Instant(datetime(2018, 4, 3, 14, minute, tzinfo=UTC), "America/New_York")
    return Entry(
        f"id{number}", f"R3-{number}", "R3", 1, speaker, places, position, "", "", "rev1", said, "ana", "public",
        number=number, live=live, **more,
    )  # fmt: skip


def for_group(states=MEMBERS, **more):
    return Behalf(("GROUP-X",), states, **more)


def figures(entries, is_state=lambda code: code.startswith(("M", "DEL"))):
    return {count.position.value: count.figure for count in tally(entries, "B/27", is_state)}


def test_a_statement_for_a_group_counts_each_member_once():
    assert figures([entry(1, "M01", Position.OPPOSE, behalf=for_group())]) == {"oppose": "28"}
    twice = [entry(number, "M01", Position.OPPOSE, behalf=for_group()) for number in (1, 2)]
    assert figures(twice) == {"oppose": "28"}


def test_whoever_speaks_for_a_group_without_being_a_member_is_counted_with_it():
    assert figures([entry(1, "DEL-Z", Position.OPPOSE, behalf=for_group())]) == {"oppose": "29"}
    assert figures([entry(1, "EU", Position.OPPOSE, behalf=for_group())]) == {"oppose": "28"}


def test_the_own_word_of_a_member_beats_that_of_its_group_before_and_after():
    group, own = entry(1, "M01", Position.OPPOSE, behalf=for_group()), entry(2, "M05", Position.SUPPORT)
    assert figures([group, own]) == {"support": "1", "oppose": "27"}
    assert figures([entry(1, "M05", Position.SUPPORT), entry(2, "M01", Position.OPPOSE, behalf=for_group())]) == {
        "support": "1",
        "oppose": "27",
    }


def test_of_two_own_words_the_later_one_holds():
    assert figures([entry(1, "DEL-A", Position.OPPOSE), entry(2, "DEL-A", Position.SUPPORT)]) == {"support": "1"}


def test_twenty_seven_of_twenty_eight_are_twenty_seven_whoever_the_missing_one_is():
    assert figures([entry(1, "M01", Position.OPPOSE, behalf=for_group(count=27))]) == {"oppose": "27"}


def test_one_of_the_twenty_eight_who_spoke_for_itself_may_be_the_missing_one_or_not():
    entries = [entry(1, "M01", Position.OPPOSE, behalf=for_group(count=27)), entry(2, "M09", Position.SUPPORT)]
    assert figures(entries) == {"support": "1", "oppose": "26–27"}


def test_once_the_missing_one_dissociates_itself_nothing_is_open():
    entries = [
        entry(1, "M01", Position.OPPOSE, behalf=for_group(count=27)),
        entry(2, "M09", apart=("GROUP-X",)),
    ]
    assert figures(entries) == {"oppose": "27"}
    entries[1] = entry(2, "M09", Position.SUPPORT, apart=("GROUP-X",))
    assert figures(entries) == {"support": "1", "oppose": "27"}


def test_a_group_whose_members_are_not_stored_counts_by_its_number():
    only_a_number = Behalf(("EU",), count=27)
    assert figures([entry(1, "EU", Position.OPPOSE, behalf=only_a_number)]) == {"oppose": "27"}
    twice = [entry(number, "EU", Position.OPPOSE, behalf=only_a_number) for number in (1, 2)]
    assert figures(twice) == {"oppose": "27"}
    own = entry(3, "DEL-A", Position.SUPPORT)
    assert figures([*twice, own]) == {"support": "1", "oppose": "26–27"}


def test_members_that_were_named_as_standing_apart_are_not_counted():
    states = tuple(code for code in MEMBERS if code != "M09")
    assert figures([entry(1, "M01", Position.OPPOSE, behalf=for_group(states, without=("M09",)))]) == {"oppose": "27"}


def test_who_is_aligned_holds_what_the_group_said_and_says_so():
    entries = [
        entry(1, "M01", Position.OPPOSE, behalf=for_group(("M01", "M02"))),
        entry(2, "DEL-A", aligned=("GROUP-X",)),
        entry(3, "DEL-B", aligned=("GROUP-X",), places=()),
    ]
    (count,) = tally(entries, "B/27", lambda code: True)
    assert count.figure == "4"
    assert [(each.stakeholder, each.basis) for each in count.stands] == [
        ("DEL-A", Basis.ALIGNED),
        ("DEL-B", Basis.ALIGNED),
        ("M01", Basis.GROUP),
        ("M02", Basis.GROUP),
    ]
    assert (count.by(Basis.OWN), count.by(Basis.GROUP)) == (0, 2)


def test_those_who_are_no_states_stand_beside_the_count():
    (count,) = tally([entry(1, "ORG-A", Position.SUPPORT)], "B/27", lambda code: False)
    assert (count.figure, count.others) == ("0", ("ORG-A",))


def test_a_range_counts_for_every_paragraph_in_it_and_another_paragraph_for_none():
    within = Place("26-28", "B/26", ("B/26", "B/27", "B/28"))
    assert figures([entry(1, "DEL-A", Position.SUPPORT, places=(within,))]) == {"support": "1"}
    assert figures([entry(1, "DEL-A", Position.SUPPORT, places=(Place("28", "B/28"),))]) == {}


def test_a_clock_that_is_set_back_does_not_reorder_what_was_typed_live():
    entries = [entry(1, "DEL-A", minute=40), entry(2, "DEL-B", minute=5), entry(3, "DEL-C", minute=41)]
    assert [each.number for each in in_order(reversed(entries))] == [1, 2, 3]


def test_what_is_noted_later_has_its_place_by_its_hour():
    live = [entry(1, "DEL-A", minute=10), entry(2, "DEL-B", minute=20)]
    noted = [entry(3, "DEL-C", minute=15, live=False), entry(4, "DEL-D", minute=1, live=False)]
    assert [each.number for each in in_order(live + noted)] == [4, 1, 3, 2]


def test_it_is_said_as_people_say_it():
    assert for_group().said() == "for GROUP-X (28 States)"
    assert for_group(count=27).said(lambda code: "Group X") == "for 27 States of Group X (1 not, unnamed)"
    without = for_group(tuple(code for code in MEMBERS if code != "M09"), without=("M09",))
    assert without.said() == "for 27 States of GROUP-X without M09"
    assert Behalf(states=("DEL-A", "DEL-B")).said() == "for DEL-A, DEL-B"
    assert Behalf(states=MEMBERS).said() == "for 28 States"
    assert Behalf(("EU",)).said() == "for EU"
    assert Behalf(("EU",), count=27).said() == "for 27 States of EU"
