import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator.domain.entry import KIND_WORDS, LETTERS, EntryKind, Position
from negotiator.domain.entry_labels import house_form
from negotiator.domain.entry_line import Known, parse_entry

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
KNOWN = {"27", "27(b)", "27(d)", "28", "31", "33", "PP3", "OP12 bis", "obj 5", "3.1"}


def named(words):
    return NAMES.get(words.casefold())


def like(prefix):
    return sorted({code for name, code in NAMES.items() if name.startswith(prefix.casefold())})


GROUPS = {"group-x": "GROUP-X", "group x": "GROUP-X", "x集团": "GROUP-X", "eu": "EU"}


def group(words):
    return GROUPS.get(words.casefold())


def groups_like(word):
    return sorted({code for name, code in GROUPS.items() if name.startswith(word.casefold()[:5])})


def parse(line, chair="DEL-B", recorder="SEC"):
    return parse_entry(line, Known(named, like, KNOWN.__contains__, group, groups_like, chair, recorder))


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
        ("27(b)-(d)", ("27(b)-27(d)",)),
        ("27(b) – (D), 28", ("27(b)-27(d)", "28")),
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


@pytest.mark.parametrize("word", KIND_WORDS)
def test_every_kind_has_its_word_after_the_paragraphs_or_the_speaker(word):
    entry = parse(f"del-a 27 {word} words")
    assert (entry.kind, entry.paragraphs, entry.words) == (KIND_WORDS[word], ("27",), "words")
    assert parse(f"del-a {word} words").kind is KIND_WORDS[word]


def test_what_whoever_presides_does_needs_no_speaker():
    entry = parse("dec 27 agreed ad ref")
    assert (entry.speaker, entry.kind, entry.paragraphs, entry.words) == (
        "DEL-B",
        EntryKind.DECISION,
        ("27",),
        "agreed ad ref",
    )
    assert parse("adj until 15:00").words == "until 15:00"
    assert parse("rul the amendment is in order").kind is EntryKind.RULING
    assert parse("nb fire alarm").speaker == "SEC"
    assert parse("chair 27 q any objection?").speaker == "DEL-B"
    assert parse("po where is the text?").speaker is None


def test_a_letter_that_is_no_position_and_a_missing_space_are_marked():
    entry = parse("del-a 27 x words")
    assert entry.words == "x words"
    assert entry.doubts[0].code == "position-unknown"
    slip = parse("del-a 27s words")
    assert slip.words == "27s words"
    assert (slip.doubts[0].code, slip.doubts[0].suggestions) == ("space-missing", ("27 s",))


PIECES = st.sampled_from(
    [*NAMES, *GROUPS, *LETTERS, *KIND_WORDS, "for", "al", "dis", "27", "of", "minus", "plus", "-", "+", ",", ":", "99"]
)


@given(st.lists(PIECES | st.text(max_size=6), max_size=12).map(" ".join))
def test_the_words_are_the_end_of_the_line_exactly_as_typed(rest):
    line = f"del-a {rest}"
    entry = parse(line)
    assert line.strip().endswith(entry.words)
    assert entry.speaker is not None


@given(st.lists(PIECES, max_size=12).map(" ".join))
def test_a_line_means_the_same_when_it_is_read_again(line):
    assert parse(line) == parse(line.strip()) == parse(f"  {line} ")


@given(st.text(), st.sampled_from(["and", "are", "can", "nor", "per"]))
def test_after_a_colon_nothing_is_a_code(words, word):
    entry = parse(f"del-a : {word} {words}")
    assert (entry.behalf, entry.paragraphs, entry.position, entry.kind) == (None, (), None, EntryKind.STATEMENT)


@given(st.text())
def test_any_line_ends_in_an_answer_and_loses_no_character(words):
    entry = parse(f"del-a : {words}")
    assert entry.speaker == "DEL-A"
    assert entry.words.strip() == words.strip()


@given(st.text(alphabet="27 ()ab,-¶.:；，第段目标objOP PPbister", max_size=40))
def test_every_label_that_is_read_is_already_in_the_form_of_the_house(text):
    for label in parse(f"del-a {text}").paragraphs:
        assert all(house_form(end) == end for end in label.split("-"))
