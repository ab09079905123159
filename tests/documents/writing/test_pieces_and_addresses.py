from negotiator.comparing.comparison import Op, Segment
from negotiator.documents.writing.addresses import addresses
from negotiator.documents.writing.pieces import Piece, inline_lines, side_lines
from tests.comparisons import comparison_of

KEPT, GONE, CAME = Op.KEPT, Op.DELETED, Op.INSERTED


def kept(words: str) -> Segment:
    return Segment(KEPT, words, words)


def test_the_space_behind_a_word_stands_outside_its_mark() -> None:
    segments = (kept("to "), Segment(GONE, "", "enhance "), Segment(CAME, "improve ", ""), kept("access"))
    assert inline_lines(segments) == [
        [Piece(KEPT, "to "), Piece(GONE, "enhance"), Piece(CAME, "improve"), Piece(KEPT, " access")]
    ]


def test_a_space_that_became_a_bracket_and_a_space_is_only_a_bracket() -> None:
    segments = (kept("at least"), Segment(GONE, "", " "), Segment(CAME, "] ", ""), kept("two"))
    assert inline_lines(segments) == [[Piece(KEPT, "at least"), Piece(CAME, "]"), Piece(KEPT, " two")]]


def test_a_change_of_spaces_alone_is_not_marked() -> None:
    segments = (kept("best"), Segment(CAME, " ", ""), kept("available"))
    assert inline_lines(segments) == [[Piece(KEPT, "best available")]]


def test_a_new_paragraph_break_ends_the_line_and_a_lost_one_does_not() -> None:
    split = (kept("one"), Segment(GONE, "", ", "), Segment(CAME, ".\nTwo ", ""), kept("three"))
    assert [len(line) for line in inline_lines(split)] == [3, 2]
    merged = (kept("one"), Segment(GONE, "", ".\n"), Segment(CAME, ", ", ""), kept("two"))
    assert [piece.words for piece in inline_lines(merged)[0]] == ["one", ".¶", ",", " two"]


def test_a_side_is_its_text_exactly() -> None:
    segments = (kept("a "), Segment(GONE, "", "b\nc "), Segment(CAME, " d  e ", ""), kept("f"))
    assert ["".join(piece.words for piece in line) for line in side_lines(segments, GONE)] == ["a b", "c f"]


def names(text: str) -> list[str]:
    return [each.full for each in addresses(comparison_of(text, "x").old.provisions)]


def test_a_sub_paragraph_is_called_with_its_paragraph() -> None:
    assert names("1. We will:\n\n(a) act;\n\n(b) act:\n\n(i) soon;\n\n(ii) well.\n\n2. End.") == [
        *("¶1", "¶1(a)", "¶1(b)", "¶1(b)(i)", "¶1(b)(ii)", "¶2")
    ]


def test_the_body_keeps_the_bare_number_before_an_annex() -> None:
    found = names("1. One.\n\n2. Two:\n\n(a) part.\n\nAnnex\n\n1. First.\n\n2. Second:\n\n(a) part.\n")
    assert found[:3] == ["¶1", "¶2", "¶2(a)"]
    assert found[-3:] == ["Annex ¶1", "Annex ¶2", "Annex ¶2(a)"]


def test_articles_that_count_anew_are_named() -> None:
    found = names("Article 1\n\n1. One.\n\n2. Two.\n\nArticle 2\n\n1. One.\n\n2. Two.\n")
    assert [each for each in found if "¶" in each] == [
        *("Article 1 ¶1", "Article 1 ¶2", "Article 2 ¶1", "Article 2 ¶2")
    ]


def test_preambular_paragraphs_are_counted() -> None:
    found = names("The Conference,\n\nRecalling the past,\n\nNoting the present,\n\n1. Decides to go on.\n")
    assert found[-3:] == ["PP1", "PP2", "¶1"]


def test_a_paragraph_without_a_number_is_counted_in_its_article() -> None:
    text = "Article 1\n\nOne thing is so.\n\nAnother thing is so.\n\nArticle 2\n\nA third thing is so.\n"
    assert names(text)[1:] == ["Article 1 para. 1", "Article 1 para. 2", "Article 2", "Article 2 para. 1"]


def test_a_space_between_two_insertions_is_no_island() -> None:
    segments = (kept("keep"), Segment(CAME, ",", ""), kept(" "), Segment(CAME, "as appropriate, ", ""), kept("a list"))
    assert [piece.words for piece in inline_lines(segments)[0]] == ["keep", ", as appropriate,", " a list"]
