import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator.domain.entry_line import house_form, parse_entry
from negotiator.domain.meeting import LETTERS, Position

NAMES = {
    "del-a": "DEL-A",
    "delegation a": "DEL-A",
    "del-b": "DEL-B",
    "and": "AND",
    "can": "CAN",
    "are": "ARE",
    "nor": "NOR",
    "per": "PER",
    "guinea": "GIN",
    "guinea bissau": "GNB",
    "瑞士": "CHE",
    "switzerland": "CHE",
    "swaziland": "SWZ",
}
KNOWN = {"27", "27(b)", "28", "31", "33", "PP3", "OP12 bis", "obj 5", "3.1"}


def named(words):
    return NAMES.get(words.casefold())


def like(prefix):
    return sorted({code for name, code in NAMES.items() if name.startswith(prefix.casefold())})


def parse(line):
    return parse_entry(line, named, like, KNOWN.__contains__)


def test_speaker_paragraph_position_and_words_come_in_a_fixed_order():
    entry = parse("del-a 27 o 'voluntary' weakens it")
    assert (entry.speaker, entry.paragraphs, entry.position, entry.words) == (
        "DEL-A",
        ("27",),
        Position.OPPOSE,
        "'voluntary' weakens it",
    )
    assert entry.doubts == ()


@pytest.mark.parametrize("word", ["and", "are", "can", "nor", "per"])
def test_a_word_that_is_also_a_country_code_stays_a_word(word):
    entry = parse(f"del-a 27 s {word} del-b agrees")
    assert entry.speaker == "DEL-A"
    assert entry.words == f"{word} del-b agrees"


def test_a_country_code_that_is_also_a_word_is_a_speaker_in_the_first_place():
    assert parse("and 27 s").speaker == "AND"


@pytest.mark.parametrize(
    ("typed", "labels"),
    [
        ("27", ("27",)),
        ("27(b)", ("27(b)",)),
        ("27 (b)", ("27(b)",)),
        ("27b", ("27(b)",)),
        ("¶27", ("27",)),
        ("para 27", ("27",)),
        ("paras. 27, 28", ("27", "28")),
        ("27,28", ("27", "28")),
        ("27(b), 31-33", ("27(b)", "31-33")),
        ("31 – 33", ("31-33",)),
        ("pp3", ("PP3",)),
        ("OP12 bis", ("OP12 bis",)),
        ("obj 5", ("obj 5",)),
        ("Objective 5", ("obj 5",)),
        ("目标 5", ("obj 5",)),
        ("第27段", ("27",)),
        ("3.1", ("3.1",)),
    ],
)
def test_paragraphs_are_read_as_people_write_them(typed, labels):
    entry = parse(f"del-a {typed} a add a deadline")
    assert entry.paragraphs == labels
    assert entry.position is Position.AMEND
    assert entry.words == "add a deadline"
    assert entry.doubts == ()


def test_a_second_number_without_a_comma_is_a_word():
    entry = parse("del-a 27 o 3 delegations had asked")
    assert (entry.paragraphs, entry.words) == (("27",), "3 delegations had asked")


def test_a_number_glued_to_letters_is_no_paragraph():
    assert parse("del-a 3rd time that we ask").paragraphs == ()
    assert parse("del-a 1000s of people").words == "1000s of people"


def test_a_paragraph_that_is_not_in_the_text_is_kept_and_marked():
    entry = parse("del-a 99 o never")
    assert entry.paragraphs == ("99",)
    assert [(doubt.code, doubt.words) for doubt in entry.doubts] == [("paragraph-unknown", "99")]


def test_both_ends_of_a_range_must_be_in_the_text():
    assert parse("del-a 31-33 s").doubts == ()
    assert [doubt.words for doubt in parse("del-a 31-99 s").doubts] == ["31-99"]


def test_no_paragraph_and_no_position_is_all_words():
    entry = parse("del-a thanks the co-facilitators")
    assert (entry.paragraphs, entry.position, entry.words) == ((), None, "thanks the co-facilitators")


def test_a_capital_letter_is_a_word_and_a_colon_ends_the_codes():
    assert parse("del-a 27 I agree").words == "I agree"
    entry = parse("del-a 27 : a word of thanks")
    assert (entry.position, entry.words) == (None, "a word of thanks")


def test_a_full_width_letter_from_an_input_method_is_a_position():
    assert parse("瑞士 27 ｓ 同意").position is Position.SUPPORT


@pytest.mark.parametrize("typed", ["delegation a", "Delegation A", "DEL-A"])
def test_a_speaker_is_found_by_code_or_name(typed):
    assert parse(f"{typed} 27 s").speaker == "DEL-A"


def test_the_longest_name_wins():
    assert parse("Guinea Bissau 27 s").speaker == "GNB"
    assert parse("Guinea 27 s").speaker == "GIN"


def test_a_telling_beginning_is_enough_where_only_one_speaker_has_it():
    assert parse("swi 27 s").speaker == "CHE"


def test_a_beginning_of_two_names_is_a_suggestion_and_not_a_wrong_state():
    entry = parse("sw 27 s words")
    assert entry.speaker is None
    assert entry.doubts[0].code == "speaker-unclear"
    assert entry.doubts[0].suggestions == ("CHE", "SWZ")


def test_an_unknown_speaker_is_said_to_be_unknown():
    entry = parse("xyz 27 s words")
    assert (entry.speaker, entry.doubts[0].code) == (None, "speaker-unknown")


def test_an_empty_line_lacks_a_speaker():
    assert parse("   ").doubts[0].code == "speaker-missing"


def test_brackets_in_the_words_stay_as_they_are():
    assert parse("del-a 27 a [shall][should] [/]").words == "[shall][should] [/]"


@pytest.mark.parametrize("letter", LETTERS)
def test_every_position_has_its_letter(letter):
    assert parse(f"del-a 27 {letter} words").position is LETTERS[letter]


@given(st.text())
def test_any_line_ends_in_an_answer_and_loses_no_character(words):
    entry = parse(f"del-a : {words}")
    assert entry.speaker == "DEL-A"
    assert entry.words.strip() == words.strip()


@given(st.text(alphabet="27 ()ab,-¶.:；，第段目标objOP PPbister", max_size=40))
def test_every_label_that_is_read_is_already_in_the_form_of_the_house(text):
    for label in parse(f"del-a {text}").paragraphs:
        assert all(house_form(end) == end for end in label.split("-"))
