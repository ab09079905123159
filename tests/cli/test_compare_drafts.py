import json
from collections.abc import Callable
from pathlib import Path

import pytest

from negotiator.resources import shipped
from tests.running import Ran, negotiator

FILES = ("zero.en.txt", "zero-plus.en.txt", "rev1.en.md", "zero.zh.txt", "rev1.zh.txt")


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the sample drafts up to Rev.1."""
    root = tmp_path_factory.mktemp("compare") / "workspace"
    assert negotiator("init", root).code == 0
    for name in FILES:
        added = negotiator("draft", "add", shipped("drafts", name), workspace=root)
        assert added.code == 0, added.err
    return root


Compare = Callable[..., Ran]


@pytest.fixture
def compare(workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Compare:
    """Runs `compare` in the workspace, from an empty folder."""
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: negotiator("compare", *arguments, workspace=workspace)


def sides(ran: Ran) -> tuple[dict[str, str], dict[str, str]]:
    """Return what the JSON of a comparison says of its two texts."""
    assert ran.code == 0, ran.err
    document = json.loads(ran.out)
    return document["old"], document["new"]


def names(compare: Compare, *arguments: str) -> tuple[str, str]:
    old, new = sides(compare(*arguments, "--json"))
    return old["name"], new["name"]


def test_without_arguments_the_latest_two_drafts_are_compared(compare: Compare) -> None:
    old, new = names(compare)
    assert (old.partition("/")[0], new.partition("/")[0]) == ("zero-plus", "rev1")


def test_under_as_of_the_latest_two_are_those_released_by_then(compare: Compare) -> None:
    old, new = names(compare, "--as-of", "2018-03-10")
    assert (old.partition("/")[0], new.partition("/")[0]) == ("zero", "zero-plus")


def test_any_two_drafts_in_any_language(compare: Compare) -> None:
    assert names(compare, "zero/zh", "rev1/zh") == ("zero/zh", "rev1/zh")
    old, new = sides(compare("zero", "rev1", "--json"))
    assert (old["language"], new["language"]) == ("en", "en")


def test_a_draft_and_a_file_stand_side_by_side(compare: Compare) -> None:
    path = shipped("drafts", "rev2.en.txt")
    old, new = sides(compare("rev1", str(path), "--json"))
    assert old["name"].startswith("rev1")
    assert new["name"] == "rev2.en.txt"


def test_an_address_wins_over_a_file_of_that_name(compare: Compare) -> None:
    Path("rev1").write_text("1. Something else altogether.\n", "utf-8")
    assert names(compare, "zero", "rev1")[1].startswith("rev1")
    assert "Something else" not in compare("zero", "rev1").out
    assert "Something else" in compare("zero", "./rev1").out


def test_a_draft_gives_the_same_changes_as_its_file(compare: Compare) -> None:
    by_address = json.loads(compare("zero-plus/en", "rev1/en", "--json").out)
    files = [str(shipped("drafts", name)) for name in ("zero-plus.en.txt", "rev1.en.md")]
    by_file = json.loads(compare(*files, "--json").out)
    assert by_address["changes"] == by_file["changes"]
    assert by_address["old"]["sha256"] == by_file["old"]["sha256"]


def test_a_language_that_a_draft_does_not_have_is_told(compare: Compare) -> None:
    ran = compare("zero-plus/zh", "rev1/zh")
    assert (ran.code, ran.out) == (3, "")
    assert "zero-plus" in ran.err
