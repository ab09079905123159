"""The Word redline: all accepted is the new text, all rejected the old one, whatever happened between the two."""

import re
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiator.comparing.compare import compare
from negotiator.comparing.comparison import Change, ChangeKind, Comparison, Op, Segment, Side
from negotiator.documents.reading.registry import Mode, read
from negotiator.documents.writing.redline import printed, redline, side_of
from negotiator.documents.writing.redline_docx import comparison_docx
from negotiator.services.comparisons import compare_named
from negotiator.services.terms import load_terms
from negotiator.text.provision import Kind, Provision
from tests.comparing.sides import side
from tests.shared import shared

AT = datetime(2018, 2, 5, 9, 30, tzinfo=UTC)

PARAGRAPHS = [
    "The harbour master keeps a log of every vessel that calls. It is open to all who trade at the outer pier.",
    "Each orchard keeper reports the number of frost nights. The valley office counts them before the spring fair.",
    "No wagon heavier than four oxen may cross the bridge. The river decides when the northern road is closed.",
    "Village schools open their reading rooms on market days. Travellers may borrow maps of the hills.",
    "渡口的船夫每天清晨检查缆绳。冬季结束以前，信使可以免费停靠内侧台阶。",
]
WORDS = ["shall", "should", "may", "“quoted”", '"quoted"', "–", "-", "全", "球"]


def docx(comparison: Comparison) -> bytes:
    return comparison_docx(comparison, author="A. Drafter", at=AT)


def lines(data: bytes, mode: Mode) -> list[str]:
    return [line.text for line in read(data, "redline.docx", mode=mode).lines]


def texts(provisions: tuple[Provision, ...]) -> list[str]:
    return [words for each in provisions if (words := printed(each)).strip()]


def xml(data: bytes, part: str = "document") -> str:
    return ZipFile(BytesIO(data)).read(f"word/{part}.xml").decode()


def holds(comparison: Comparison) -> None:
    """Assert what every redline must hold, in our own terms and as read out of the Word file."""
    laid = redline(comparison)
    old, new = comparison.old.provisions, comparison.new.provisions
    assert list(side_of(laid, old=True)) == [printed(each) for each in old]
    assert list(side_of(laid, old=False)) == [printed(each) for each in new]
    if texts(old) and texts(new):
        data = docx(comparison)
        assert lines(data, Mode.REJECTED) == texts(old)
        assert lines(data, Mode.ACCEPTED) == texts(new)
        whole = xml(data)
        identifiers = re.findall(r'<w:(?:ins|del|moveFrom|moveTo) w:id="(\d+)"', whole)
        assert len(set(identifiers)) == len(identifiers)
        for end in ("From", "To"):
            names = re.findall(rf'<w:move{end}RangeStart [^>]*w:name="([^"]+)"', whole)
            assert len(set(names)) == len(names) == whole.count(f"<w:move{end}RangeEnd ")
        assert set(re.findall(r'moveFromRangeStart [^>]*w:name="([^"]+)"', whole)) == set(
            re.findall(r'moveToRangeStart [^>]*w:name="([^"]+)"', whole)
        )


@st.composite
def drafts(draw: st.DrawFn) -> tuple[Side, Side]:
    """Two texts, the second made from the first by shuffling, splitting, merging, editing, dropping and adding."""
    old = draw(st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=7))
    new = list(draw(st.permutations(old))) if draw(st.booleans()) else list(old)
    for _ in range(draw(st.integers(0, 5))):
        at = draw(st.integers(0, len(new) - 1))
        match draw(st.sampled_from(["split", "merge", "edit", "drop", "add", "spell"])):
            case "split" if re.search(r"(?<=[.。]) ?(?=\w)", new[at]):
                new[at : at + 1] = re.split(r"(?<=[.。]) ?(?=\w)", new[at], maxsplit=1)
            case "merge" if at + 1 < len(new):
                new[at : at + 2] = [f"{new[at]} {new[at + 1]}"]
            case "edit":
                words = new[at].split(" ")
                words.insert(draw(st.integers(0, len(words))), draw(st.sampled_from(WORDS)))
                new[at] = " ".join(words)
            case "drop" if len(new) > 1:
                del new[at]
            case "add":
                new.insert(at, f"An added rule of {draw(st.sampled_from(WORDS))} things.")
            case "spell":
                new[at] = new[at].replace(" the ", " the\u00a0").replace(".", "．")
    first = draw(st.integers(1, 3))
    numbered = [f"{n}. {words.strip()}" for n, words in enumerate(new, first)]
    return side("\n".join(f"{n}. {words}" for n, words in enumerate(old, 1))), side("\n".join(numbered))


@given(drafts())
@settings(deadline=None, max_examples=150)
def test_accepted_it_is_the_new_text_and_rejected_the_old_one(pair: tuple[Side, Side]) -> None:
    holds(compare(*pair))


@st.composite
def invented(draw: st.DrawFn) -> Comparison:
    """Any comparison at all: which provisions belong together, and what moved, is thrown by dice."""
    counts = [draw(st.integers(0, 7)), draw(st.integers(0, 7))]
    made = []
    for count in counts:
        texts = [draw(st.sampled_from(["", "one", "one two", "two three", "条款 甲"])) for _ in range(count)]
        labels = [draw(st.sampled_from(["", "1.", "2.", "一、"])) for _ in range(count)]
        made.append(tuple(Provision(n, Kind.PARAGRAPH, str(n), labels[n], texts[n]) for n in range(count)))
    groups: dict[int, tuple[list[Provision], list[Provision]]] = {}
    for which, provisions in enumerate(made):
        for provision in provisions:
            groups.setdefault(draw(st.integers(0, 5)), ([], []))[which].append(provision)
    changes = []
    for old, new in sorted(groups.values(), key=lambda group: group[1][0].index if group[1] else -1):
        was, now = ("\n".join(each.text for each in provisions) for provisions in (old, new))
        segments = [Segment(Op.DELETED, "", was)] if old else []
        segments += [Segment(Op.INSERTED, now, "")] if new else []
        if old and new and draw(st.booleans()):
            segments = [Segment(Op.KEPT, now, was)]
        kind = ChangeKind.EDITED if old and new else ChangeKind.DELETED if old else ChangeKind.INSERTED
        moved = draw(st.booleans()) if old and new else False
        changes.append(Change(kind, tuple(old), tuple(new), tuple(segments), moved=moved))
    sides = [Side(name, "en", "", provisions) for name, provisions in zip(("old", "new"), made, strict=True)]
    return Comparison(sides[0], sides[1], tuple(changes))


@given(invented())
@settings(deadline=None, max_examples=300)
def test_it_holds_for_any_comparison_whatever_its_order(comparison: Comparison) -> None:
    holds(comparison)


def test_only_the_words_that_changed_are_marked() -> None:
    whole = xml(
        docx(compare(side("1. The Parties should act together now."), side("1. The Parties shall act together now.")))
    )
    assert re.findall(r"<w:delText[^>]*>([^<]*)<", whole) == ["should"]
    assert re.findall(
        r'<w:ins [^>]*w:author="A. Drafter" w:date="2018-02-05T09:30:00Z"><w:r><w:t[^>]*>([^<]*)<', whole
    ) == ["shall"]


def test_a_renumbered_paragraph_shows_both_numbers() -> None:
    whole = xml(docx(compare(side(f"1. {PARAGRAPHS[0]}"), side(f"4. {PARAGRAPHS[0]}"))))
    assert re.findall(r"<w:delText[^>]*>([^<]*)<", whole) == ["1. "]
    assert whole.count("<w:ins ") == 1


def test_a_move_is_marked_at_both_ends_with_one_name_and_its_edits_inside() -> None:
    old = side("\n".join(PARAGRAPHS))
    moved = PARAGRAPHS[0].replace("every vessel", "each vessel")
    whole = xml(docx(compare(old, side("\n".join([*PARAGRAPHS[1:], moved])))))
    assert re.findall(r'<w:move\w+RangeStart [^>]*w:name="(\w+)"', whole) == ["move1", "move1"]
    assert whole.index("<w:moveFromRangeEnd") < whole.index("<w:moveToRangeStart")
    left = whole[whole.index("<w:moveFromRangeStart") : whole.index("<w:moveFromRangeEnd")]
    arrived = whole[whole.index("<w:moveToRangeStart") : whole.index("<w:moveToRangeEnd")]
    assert re.findall(r"<w:delText[^>]*>([^<]*)<", left) == ["every"]
    assert re.findall(r"<w:ins [^>]*><w:r><w:t[^>]*>([^<]*)<", arrived) == ["each"]


def test_comments_name_the_flags_in_words() -> None:
    data = docx(compare(side("3. States shall act."), side("3. States should act."), load_terms("en")))
    assert "<w:commentRangeStart" in xml(data)
    assert "¶3 · strength ↓" in xml(data, "comments")


def test_the_same_values_give_the_same_bytes() -> None:
    comparison = compare(side("\n".join(PARAGRAPHS)), side("\n".join(reversed(PARAGRAPHS))))
    assert docx(comparison) == docx(comparison)


def test_nothing_that_no_word_file_may_hold_is_written() -> None:
    data = docx(compare(side("a\x07b <w:p/> & \ud800"), side("c\x1b ]]> \udfff")))
    assert lines(data, Mode.REJECTED) == ["ab <w:p/> &"]
    assert lines(data, Mode.ACCEPTED) == ["c ]]>"]


@pytest.mark.parametrize(
    "names",
    [
        (("texts", "en", "paris-2015-12-04.md"), ("texts", "en", "paris-2015-12-09.md")),
        (("texts", "zh", "A-RES-71-280.txt"), ("texts", "zh", "A-73-12-Part-II.txt")),
    ],
)
def test_real_texts_come_back_letter_by_letter(names: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
    old, new = (str(shared(*parts)) for parts in names)

    def none() -> bytes:
        raise AssertionError

    holds(compare_named(old, new, lambda: pytest.fail("no workspace is needed"), none))
