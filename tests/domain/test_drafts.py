from dataclasses import replace
from datetime import date

import pytest

from negotiator.domain.audience import Audience
from negotiator.domain.dates import parse_instant
from negotiator.domain.draft import Draft, DraftKind, DraftStatus, DraftText, ancestors, check_parents, in_order
from negotiator.domain.draft_names import guess_from_name
from negotiator.domain.symbol import parse_symbol
from negotiator.errors import WrongUsage


def a_draft(code: str, day: int, *based_on: str) -> Draft:
    return Draft(
        id=code,
        code=code,
        name=code,
        kind=DraftKind.REVISED,
        symbol="",
        based_on=based_on,
        released=date(2018, 3, day),
        zone="America/New_York",
        audience=Audience.MEMBER_STATES,
        visibility=Audience.MEMBER_STATES,
        embargo=None,
        status=DraftStatus.CIRCULATED,
    )


@pytest.mark.parametrize(
    "symbol",
    [
        *("A/71/L.58", "A/RES/71/280", "A/CONF.231/3", "A/72/643", "A/72/271**", "A/C.3/73/L.5/Rev.1"),
        *("E/ESCAP/GCM/PREP/6", "E/ESCAP/GCM/PREP/1/Corr.1", "S/RES/2532(2020)", "HRI/GEN/1/Rev.9/Add.2"),
        *("FCCC/PA/CMA/2024/L.15", "A/AC.109/2018/L.2*", "A/73/12 (Part II)", "A/73/12/Add.1 (Part II)*"),
    ],
)
def test_a_symbol_is_written_as_it_was_read(symbol: str) -> None:
    assert str(parse_symbol(symbol)) == symbol


def test_a_symbol_tells_its_parts() -> None:
    revised = parse_symbol("A/C.3/73/L.5/Rev.1/Corr.2**")
    assert (revised.organ, revised.body, revised.number) == ("A", ("C.3", "73"), "L.5")
    assert (revised.changes, revised.reissued, revised.series, revised.session) == (("Rev.1", "Corr.2"), 2, "L", 73)
    assert str(revised.base) == "A/C.3/73/L.5"
    divided = parse_symbol("A/73/12  (Part II)")
    assert (divided.part, str(divided)) == ("Part II", "A/73/12 (Part II)")
    assert parse_symbol("A/RES/71/280").series == "RES"


@pytest.mark.parametrize("text", ["", "rev1", "A", "71/280", "a/71/280", "A//3", "A/71/L.58 and more", "A/71/"])
def test_what_is_no_symbol_is_refused(text: str) -> None:
    with pytest.raises(WrongUsage, match="document symbol"):
        parse_symbol(text)


@pytest.mark.parametrize(
    ("name", "code", "kind", "day"),
    [
        ("180205_gcm_zero_draft_final.docx", "zero", DraftKind.ZERO, date(2018, 2, 5)),
        ("zero-plus.en.md", "zero-plus", DraftKind.ZERO, None),
        ("rev1.zh.txt", "rev1", DraftKind.REVISED, None),
        ("Draft Rev. 2 (28 May).docx", "rev2", DraftKind.REVISED, None),
        ("GCR draft 3.docx", "draft3", DraftKind.REVISED, None),
        ("draft-2024-11-14.docx", "draft-2024-11-14", DraftKind.OTHER, date(2024, 11, 14)),
        ("零草案.docx", "zero", DraftKind.ZERO, None),
        ("final_draft_20180711.txt", "final", DraftKind.FINAL, date(2018, 7, 11)),
        ("Letter of co-facilitators.docx", "letter-of-co-facilitators", DraftKind.OTHER, None),
        ("991399 x.txt", "991399-x", DraftKind.OTHER, None),
        ("….txt", "draft", DraftKind.OTHER, None),
    ],
)
def test_the_name_of_a_file_tells_what_is_in_it(name: str, code: str, kind: DraftKind, day: date | None) -> None:
    guess = guess_from_name(name)
    assert (guess.code, guess.kind, guess.released) == (code, kind, day)


def test_drafts_come_by_day_and_then_after_those_they_are_based_on() -> None:
    chain = [a_draft("b", 5, "c"), a_draft("a", 5, "b"), a_draft("c", 5), a_draft("z", 1)]
    assert [draft.code for draft in in_order(chain)] == ["z", "c", "b", "a"]


def test_a_ring_of_drafts_is_put_in_some_order_all_the_same() -> None:
    ring = [a_draft("a", 5, "b"), a_draft("b", 5, "a")]
    assert sorted(draft.code for draft in in_order(ring)) == ["a", "b"]
    assert ancestors("a", ring) == ["b"]


def test_a_draft_goes_back_to_all_its_parents() -> None:
    graph = [a_draft("zero", 1), a_draft("side", 2), a_draft("rev1", 3, "zero", "side"), a_draft("rev2", 4, "rev1")]
    assert ancestors("rev2", graph) == ["rev1", "zero", "side"]
    assert ancestors("zero", graph) == []


@pytest.mark.parametrize(
    ("parents", "reason"), [(("new",), "itself"), (("none",), "no such draft"), (("late",), "released later")]
)
def test_a_draft_cannot_be_based_on_anything(parents: tuple[str, ...], reason: str) -> None:
    with pytest.raises(WrongUsage, match=reason):
        check_parents("new", date(2018, 3, 10), parents, [a_draft("late", 20), a_draft("early", 1)])


def test_the_first_language_bears_the_bare_code() -> None:
    english = DraftText("1", "rev1", "en", "a.txt", "text/plain", "utf-8", "x")
    chinese = replace(english, language="zh", first=False)
    draft = replace(a_draft("rev1", 1), texts=(english, chinese))
    assert [text.address for text in draft.texts] == ["rev1", "rev1/zh"]
    assert draft.text() is english
    assert draft.text("fr") is None


def test_an_embargo_narrows_who_may_see_a_draft_until_it_ends() -> None:
    draft = replace(a_draft("rev1", 1), embargo=parse_instant("2018-03-02T09:00", "America/New_York"))
    before, after = (parse_instant(f"2018-03-02T{hour}", "America/New_York") for hour in ("08:59", "09:00"))
    assert draft.seen_by(before) is Audience.CO_FACILITATORS_AND_SECRETARIAT
    assert draft.seen_by(after) is Audience.MEMBER_STATES
    assert replace(draft, visibility=Audience.PRIVATE).seen_by(before) is Audience.PRIVATE
