"""Chapters, their lines in a table of contents, and what stands under them."""

from negotiator.comparing.compare import compare
from negotiator.comparing.comparison import Comparison, Side
from negotiator.text.lines import plain_lines
from negotiator.text.structure import read_structure
from tests.comparing.sides import moved, pairs

FERRIES = (
    "Each ferry carries a lamp of its own and a rope of forty fathoms from the first frost to the last",
    "No ferryman asks a fare of a child, a midwife or a bearer of letters from the valley office",
)
ORCHARDS = (
    "Every orchard keeper counts the nights of frost and writes them on the board beside the gate",
    "Barley that stands under snow belongs to whoever cuts it after the second market of spring",
    "A wall between two orchards is mended by both, in the week after the river falls below its mark",
    "Bees may be driven across the bridge at night, if the bridge keeper was told before noon",
)
WELLS = (
    "The council mends the public wells of the upper quarter within ten days of a complaint",
    "Water is drawn for beasts after sunset only, in the months between the fair and the harvest",
)


def read(*lines: str) -> Side:
    reading = read_structure(plain_lines("\n".join(lines)), "en")
    return Side("x", "en", "", reading.provisions)


def named(found: Comparison, links: set[tuple[int, int]]) -> set[tuple[str, str]]:
    return {(found.old.provisions[i].text, found.new.provisions[j].text) for i, j in links}


def test_what_stands_under_a_chapter_and_kept_its_order_has_not_moved_though_the_heading_did() -> None:
    """The longest paragraph of a chapter went before it, so that the short heading is the lighter of the two."""
    bees = "Orchards, walls and bees"
    long = "; ".join(ORCHARDS[:3])
    old = read(
        "Chapter I. Ferries",
        f"1. {FERRIES[0]}.",
        "Chapter II. Orchards, walls and bees",
        f"2. {long}.",
        f"3. {WELLS[0]}.",
    )
    new = read(
        "Chapter I. Ferries",
        f"1. {FERRIES[0]}.",
        f"2. {long}.",
        "Chapter II. Orchards, walls and bees",
        f"3. {WELLS[0]}.",
    )
    found = compare(old, new)
    assert named(found, pairs(found)) >= {(bees, bees), (f"{WELLS[0]}.", f"{WELLS[0]}.")}
    assert named(found, moved(found)) == {(bees, bees)}


CONTENTS = ("Chapter I Ferries", "Chapter II Wells", "Chapter III Orchards")


def chapter(number: str, title: str, paragraphs: tuple[str, ...], first: int) -> list[str]:
    return [
        f"Chapter {number} {title}",
        *(f"{place}. {paragraph}." for place, paragraph in enumerate(paragraphs, first)),
    ]


def test_a_line_of_the_contents_keeps_its_place_where_the_chapter_below_it_went_elsewhere() -> None:
    old = read(
        *("Contents", "Chapter I Ferries", "Chapter II Wells", "Chapter III Orchards"),
        *(*chapter("I", "Ferries", FERRIES, 1), *chapter("II", "Wells", WELLS, 3)),
        *chapter("III", "Orchards", ORCHARDS, 5),
    )
    new = read(
        *("Contents", "Chapter I Ferries", "Chapter II Orchards", "Chapter III Wells"),
        *(*chapter("I", "Ferries", FERRIES, 1), *chapter("II", "Orchards", ORCHARDS, 3)),
        *chapter("III", "Wells", WELLS, 7),
    )
    found = compare(old, new)
    assert found.summary()["inserted"] == found.summary()["deleted"] == 0
    assert all(before == after for before, after in named(found, pairs(found)))


def test_a_renamed_chapter_has_its_line_in_the_contents_renamed_too() -> None:
    old = read(
        *("Contents", "Chapter I Ferries", "Chapter II Wells", "Chapter III Orchards"),
        *(*chapter("I", "Ferries", FERRIES, 1), *chapter("II", "Wells", WELLS, 3)),
        *chapter("III", "Orchards", ORCHARDS, 5),
    )
    new = read(
        *("Contents", "Chapter I Orchards, fields and bees", "Chapter II Ferries", "Chapter III Wells"),
        *chapter("I", "Orchards, fields and bees", ORCHARDS, 1),
        *(*chapter("II", "Ferries", FERRIES, 5), *chapter("III", "Wells", WELLS, 7)),
    )
    found = compare(old, new)
    orchards = [i for i, provision in enumerate(old.provisions) if provision.text == "Orchards"]
    gardens = [j for j, provision in enumerate(new.provisions) if provision.text.startswith("Orchards")]
    assert set(zip(orchards, gardens, strict=True)) <= pairs(found)


def test_a_line_taken_for_the_same_line_far_away_finds_its_own_successor() -> None:
    """The sentence recurs; in the last article it was reworded, and an article that is new has it as it was."""
    rule = "A law of the league says how this article is applied."
    ours = rule.replace("A law", "The law")
    old = read(f"1. {FERRIES[0]}.", rule, f"2. {ORCHARDS[0]}.", f"3. {WELLS[0]}.", f"4. {WELLS[1]}.", rule)
    new = read(
        *(f"1. {FERRIES[0]}.", rule, f"2. {ORCHARDS[1]}.", rule, f"3. {ORCHARDS[0]}.", f"4. {WELLS[0]}."),
        *(f"5. {WELLS[1]}.", ours),
    )
    found = compare(old, new)
    assert (5, 7) in pairs(found)
    assert moved(found) == set()
