"""A process template that is wrong: each problem with its place and what was expected."""

import pytest

from negotiator.domain.session import SessionKind
from negotiator.domain.template import read_template
from negotiator.errors import BadFile

HEAD = """
schema = "negotiator.process/1"
[process]
code = "x"
title = "A process"
mode = "pen-holder"
zone = "Europe/Zurich"
mandate = "none"
[[phases]]
code = "P1"
title = { en = "First", zh = "第一" }
start = 2020-01-01
end = 2020-06-30
"""

SESSION = """
[[sessions]]
code = "R1"
kind = "negotiation"
title = "Round"
phases = ["P1"]
place = "Geneva"
certainty = "high"
start = 2020-02-03
end = 2020-02-05
"""


def problem(text: str) -> str:
    with pytest.raises(BadFile) as caught:
        read_template(text, "mine.toml")
    return caught.value.message


def test_a_small_template_is_read() -> None:
    read = read_template(HEAD + SESSION, "mine.toml")
    assert read.process.title.en == "A process"
    assert [day.date.day for day in read.sessions[0].days] == [3, 4, 5]
    assert read.sessions[0].kind is SessionKind.NEGOTIATION
    assert read.sessions[0].zone == "Europe/Zurich"


@pytest.mark.parametrize(
    ("found", "instead", "told"),
    [
        ('kind = "negotiation"', 'kind = "negociation"', "sessions[0].kind (R1): expected one of thematic, hearing"),
        ('place = "Geneva"', 'plaec = "Geneva"', "sessions[0].place (R1): expected a name"),
        ('place = "Geneva"', 'place = "Geneva"\nvenu = "x"', "unknown key (did you mean “venue”?), expected one of"),
        ('title = "Round"', "title = 5", "sessions[0].title (R1): expected a name"),
        ('title = "Round"', 'title = { en = "Round" }', "sessions[0].title.zh (R1): expected a text, found nothing"),
        ('title = "Round"', 'title = { en = "R", zh = "轮", fr = "x" }', "sessions[0].title.fr (R1): unknown key"),
        ('code = "R1"', 'code = "R 1"', "sessions[0].code: expected a code of letters, digits, dots and dashes"),
        ('code = "R1"', 'cod = "R1"', "sessions[0].code: expected a text, found nothing"),
        ("start = 2020-02-03", 'start = "2020-02-30"', "sessions[0].start (R1): expected a date of the calendar"),
        ("start = 2020-02-03", "start = 2020-02-03T10:00:00", "sessions[0].start (R1): expected a date"),
        ("end = 2020-02-05", "end = 2020-02-01", "sessions[0].end (R1): expected a date not before 2020-02-03"),
        ('phases = ["P1"]', 'phases = ["P1", "P9"]', "sessions[0].phases[1] (R1): expected one of P1, found “P9”"),
        ('phases = ["P1"]', 'phases = "P1"', "sessions[0].phases (R1): expected a list of texts, found “P1”"),
        ('place = "Geneva"', 'place = "Geneva"\nzone = "Europe/Geneva"', "sessions[0].zone (R1): expected a time zone"),
        ('place = "Geneva"', 'place = "Geneva"\nopens = "25:00"', "sessions[0].opens (R1): expected a time of day"),
        ('place = "Geneva"', 'place = "Geneva"\ncloses = 09:00:00', "sessions[0].closes (R1): expected a time after"),
        ('place = "Geneva"', 'place = "Geneva"\nadditional = 1', "sessions[0].additional (R1): expected true or false"),
        ('place = "Geneva"', 'place = "Geneva"\ndraft = "zero"', "sessions[0].draft (R1): expected a draft of the"),
        ('certainty = "high"', 'certainty = "sure"', "sessions[0].certainty (R1): expected one of high, medium, low"),
        ('zone = "Europe/Zurich"', 'zone = "Zurich"', "process.zone: expected a time zone like America/New_York"),
        ('mode = "pen-holder"', 'mode = "quick"', "process.mode: expected one of pen-holder, bracketed"),
        ("negotiator.process/1", "negotiator.process/9", "schema: expected “negotiator.process/1”"),
        ("end = 2020-06-30", "end = 2019-06-30", "phases[0].end (P1): expected a date not before 2020-01-01"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(found: str, instead: str, told: str) -> None:
    text = HEAD + SESSION
    assert found in text
    message = problem(text.replace(found, instead, 1))
    assert message.startswith("mine.toml is not a process")
    assert told in message


def test_a_day_outside_its_session_is_told() -> None:
    days = "days = [{ date = 2020-02-03 }, { date = 2020-02-07 }]\n"
    message = problem(HEAD + SESSION + days)
    assert "sessions[0].days[1].date (R1): expected a day from 2020-02-03 to 2020-02-05, found 2020-02-07" in message


def test_a_length_that_is_no_half_is_told() -> None:
    assert "sessions[0].days[0].length (R1): expected" in problem(
        HEAD + SESSION + "days = [{ date = 2020-02-03, length = 0.3 }]\n"
    )


def test_a_day_named_twice_is_told() -> None:
    days = "days = [{ date = 2020-02-03 }, { date = 2020-02-03 }]\n"
    assert "sessions[0].days (R1): expected days in their order, each of them once" in problem(HEAD + SESSION + days)


def test_a_code_used_twice_is_told_in_any_case_of_letters() -> None:
    message = problem(HEAD + SESSION + SESSION.replace('"R1"', '"r1"'))
    assert "sessions[1].code: expected a code that is not used before, at sessions[0], found “r1”" in message


def test_a_claim_on_nothing_is_told() -> None:
    claim = '[[claims]]\nsubject = "R7"\nwhat = "x"\nvalue = "y"\nsource = "z"\ncertainty = "low"\n'
    assert "claims[0].subject: expected the code of a session or milestone" in problem(HEAD + SESSION + claim)


def test_a_date_that_does_not_exist_is_told_with_line_and_key() -> None:
    text = HEAD + SESSION + "days = [\n  { date = 2020-02-03 },\n  { date = 2020-02-30 },\n]\n"
    message = problem(text)
    line = text.splitlines().index("  { date = 2020-02-30 },") + 1
    assert message == f"mine.toml, line {line}: sessions[0].days: expected a date of the calendar like 2018-04-03."


def test_a_file_that_is_no_toml_is_told_with_its_line() -> None:
    message = problem('schema = "x"\n\nthis is no toml\n')
    assert message.startswith("mine.toml, line 3: this is not TOML")


def test_all_problems_are_counted_and_the_first_ones_shown() -> None:
    message = problem(HEAD + "\n".join(f"[[sessions]]\ncode = 'S{number}'" for number in range(9)))
    lines = message.splitlines()
    assert lines[0].endswith("problems.")
    assert len(lines) == 7
    assert lines[-1].strip().startswith("and ")


def test_an_empty_file_is_no_process() -> None:
    message = problem("")
    assert "schema: expected a text, found nothing" in message


def test_a_session_without_any_date_is_told() -> None:
    text = HEAD + SESSION.replace("start = 2020-02-03\n", "").replace("end = 2020-02-05\n", "")
    assert "sessions[0].start (R1): expected a date, or a plan with from and until" in problem(text)


def test_a_mandated_action_without_a_code_is_told() -> None:
    assert "actions[0].code: expected a text, found nothing" in problem(HEAD + SESSION + '[[actions]]\nid = "M16a"\n')
