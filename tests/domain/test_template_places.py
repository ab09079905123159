"""A mistake in a template is told with the line on which it stands."""

import tomllib
from collections.abc import Iterator
from random import Random

import pytest

from negotiator.domain.template import read_template
from negotiator.domain.template_places import line_of, parts_of
from negotiator.errors import BadFile
from negotiator.resources import shipped

NAMES = ("gcm", "gcr", "gcr-follow-up", "emergency")
TEXTS = {name: shipped("data", "processes", f"{name}.toml").read_text("utf-8") for name in NAMES}


def leaves(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Give every text of a file with its path."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from leaves(inner, f"{path}[{number}]")
    elif isinstance(value, str):
        yield path, value


@pytest.mark.parametrize("name", NAMES)
def test_every_text_of_the_shipped_files_is_on_the_line_that_is_told(name: str) -> None:
    text = TEXTS[name]
    lines = text.splitlines()
    for path, value in Random(7).sample(list(leaves(tomllib.loads(text))), 60):
        line = line_of(text, path)
        assert line is not None
        assert value in lines[line - 1], path


def test_a_path_is_split_into_its_parts() -> None:
    assert parts_of("actions[3].checks[0].of") == ("actions", 3, "checks", 0, "of")
    assert parts_of("process.zone") == ("process", "zone")


def test_what_is_missing_is_told_where_its_table_begins() -> None:
    text = TEXTS["gcm"].replace('paragraph = "1(b)"\n', "", 1)
    with pytest.raises(BadFile) as trouble:
        read_template(text, "mine.toml")
    line = text.splitlines().index('code = "M01b"')
    assert f"line {line}: actions[1].paragraph (M01b): expected a text, found nothing" in trouble.value.message


def test_a_list_over_several_lines_is_gone_into() -> None:
    text = TEXTS["gcm"].replace("{ date = 2018-07-13 },", "{ date = 2018-07-15 },", 1)
    with pytest.raises(BadFile) as trouble:
        read_template(text, "mine.toml")
    line = text.splitlines().index("  { date = 2018-07-15 },") + 1
    assert f"line {line}: sessions[" in trouble.value.message
    assert "].days[4].date (R6)" in trouble.value.message


def test_what_stands_nowhere_has_no_line() -> None:
    assert line_of("", "process.zone") is None
    assert line_of('schema = "x"\n', "process") is None
