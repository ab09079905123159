"""What the compare screen shows, as values: blocks, folds, both ends of moves, and the lines they become."""

from time import perf_counter

from negotiator.comparing.compare import compare
from negotiator.comparing.comparison import COUNTED, Comparison, Side
from negotiator.documents.writing.wording import Names
from negotiator.text.lines import Line as SourceLine
from negotiator.text.structure import read_structure
from negotiator.tui.compare.blocks import USUAL, Part, blocks_of
from negotiator.tui.compare.layout import Laid, laid_out
from negotiator.tui.compare.map import share
from negotiator.tui.text import width

OLD = [
    "1. The library opens at nine o'clock in the morning on every working day.",
    "2. Readers shall return every book within three weeks of taking it home.",
    "3. The reading room closes when the last reader has left the building.",
    "4. Maps and newspapers stay in the building and are never lent to anyone.",
    "5. Children under twelve need the signature of a parent to become readers.",
]
NEW = [
    "1. The library opens at nine o'clock in the morning on every working day.",
    "2. Maps and newspapers stay in the building and are never lent to anyone.",
    "3. Readers should return every book within four weeks of taking it home.",
    "4. The reading room closes when the last reader has left the building.",
    "5. A lost card is replaced on payment of a small fee set by the council.",
]


def side(name: str, lines: list[str]) -> Side:
    reading = read_structure([SourceLine(text, number) for number, text in enumerate(lines, 1)], "en")
    return Side(name, "en", "0" * 64, reading.provisions)


def comparison() -> Comparison:
    return compare(side("old", OLD), side("new", NEW))


def text(laid: Laid) -> str:
    return "\n".join("".join(words for words, _style in line) for line in laid.lines)


def laid(columns: int, *, side_by_side: bool, headings: frozenset[str] = USUAL) -> Laid:
    made = comparison()
    return laid_out(made, Names(made), blocks_of(made, headings), columns, side=side_by_side)


def test_what_stayed_the_same_is_folded_and_can_be_shown() -> None:
    made = comparison()
    usual = blocks_of(made, USUAL)
    assert [block for block in usual if block.part is Part.FOLD]
    everything = blocks_of(made, frozenset(COUNTED))
    assert not [block for block in everything if block.part is Part.FOLD]
    assert sum(block.count for block in everything if block.part is not Part.LEFT) == len(made.changes)


def test_one_fold_can_be_opened_alone() -> None:
    made = comparison()
    fold = next(block for block in blocks_of(made, USUAL) if block.part is Part.FOLD)
    opened = blocks_of(made, USUAL, {fold.first})
    assert fold not in opened
    assert any(block.part is Part.CHANGE and block.first == fold.first for block in opened)


def test_a_move_shows_both_ends() -> None:
    made = comparison()
    blocks = blocks_of(made, USUAL)
    moved = next(place for place, change in enumerate(made.changes) if change.moved)
    assert [block.part for block in blocks if block.first == moved and block.part is not Part.FOLD] in (
        [Part.CHANGE, Part.LEFT],
        [Part.LEFT, Part.CHANGE],
    )
    drawn = text(laid(120, side_by_side=True))
    assert "moved to" in drawn
    assert "moved from" in drawn


def test_every_line_fits_and_no_word_is_lost() -> None:
    for columns in (60, 80, 133):
        for side_by_side in (True, False):
            drawn = laid(columns, side_by_side=side_by_side, headings=frozenset(COUNTED))
            assert all(sum(width(words) for words, _style in line) <= columns for line in drawn.lines)
            assert len(drawn.lines) == len(drawn.owner)
            for word in ("replaced", "signature", "newspapers"):
                assert word in text(drawn)


def test_deleted_and_inserted_words_are_marked_and_signs_stand_before_them() -> None:
    drawn = laid(80, side_by_side=False)
    spans = [span for line in drawn.lines for span in line]
    assert ("shall ", "deleted") in [(words.rstrip() + " ", style) for words, style in spans if style == "deleted"]
    assert any(style == "inserted" and "should" in words for words, style in spans)
    signs = {words.strip() for words, style in spans if style == "sign"}
    assert {"~", "+", "−", ">"} <= signs


def test_brackets_stay_in_every_view() -> None:
    old, new = ["1. States shall adopt targets."], ["1. States [shall][should] adopt [/]."]
    made = compare(side("old", old), side("new", new))
    for side_by_side, wanted in ((True, "States [shall][should] adopt [/]."), (False, "][should] adopt [/]")):
        drawn = laid_out(made, Names(made), blocks_of(made, USUAL), 160, side=side_by_side)
        assert wanted in text(drawn)


def test_the_map_gives_every_change_a_line_and_every_line_a_change() -> None:
    for count, height in ((3, 10), (10, 10), (500, 20), (7, 3)):
        lines = [share(count, height, line) for line in range(height)]
        covered = {place for first, last in lines for place in range(first, last)}
        assert covered == set(range(count))


def test_a_long_draft_is_laid_out_while_one_blinks() -> None:
    words = "States shall adopt measures for the protection of seasonal workers in every region of departure "
    old = [f"{number}. {words}{number} and report on them [every year]." for number in range(1, 901)]
    new = [line.replace("shall", "should") if number % 3 else line for number, line in enumerate(old)]
    made = compare(side("old", old), side("new", new))
    started = perf_counter()
    drawn = laid_out(made, Names(made), blocks_of(made, frozenset(COUNTED)), 120, side=True)
    assert len(drawn.lines) > 900
    assert perf_counter() - started < 2.0
