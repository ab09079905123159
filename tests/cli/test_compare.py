import json
import os
import stat
import sys
from pathlib import Path

import pytest

from tests.cli.two_texts import NEW, OLD
from tests.running import negotiator


def test_two_files_need_no_workspace_and_leave_nothing_behind(texts: tuple[str, str]) -> None:
    ran = negotiator("compare", *texts)
    assert (ran.code, ran.err) == (0, "")
    assert "States {-shall-}{+should+} act" in ran.out
    assert sorted(path.name for path in Path().iterdir()) == ["new.txt", "old.txt"]


def test_exit_code_tells_whether_more_than_layout_differs(texts: tuple[str, str]) -> None:
    assert negotiator("compare", *texts, "--exit-code").code == 1
    assert negotiator("compare", "old.txt", "old.txt", "--exit-code").code == 0
    Path("wrapped.txt").write_text(OLD.replace("Nobody pays", "Nobody   pays"), "utf-8")
    assert negotiator("compare", "old.txt", "wrapped.txt", "--exit-code").code == 0


def test_only_shows_the_kinds_asked_for(texts: tuple[str, str]) -> None:
    out = negotiator("compare", *texts, "--only", "deleted,inserted").out
    assert "This one goes" in out
    assert "Something else" in out
    assert "shall" not in out


@pytest.mark.parametrize("kinds", ["nonsense", ",", "edited,moving"])
def test_a_kind_that_is_none_is_refused_with_the_list(texts: tuple[str, str], kinds: str) -> None:
    ran = negotiator("compare", *texts, "--only", kinds)
    assert (ran.code, ran.out) == (2, "")
    assert "renumbered" in ran.err


def test_stat_counts_and_shows_no_words(texts: tuple[str, str]) -> None:
    out = negotiator("compare", *texts, "--stat").out
    assert "1  edited" in out
    assert "1  strength ↓" in out
    assert "{-" not in out


def test_json_is_json_however_it_is_asked_for(texts: tuple[str, str]) -> None:
    by_format = negotiator("compare", *texts, "--format", "json").out
    assert by_format == negotiator("compare", *texts, "--json").out == negotiator("--json", "compare", *texts).out
    document = json.loads(by_format)
    assert document["old"]["name"] == "old.txt"
    assert len(document["old"]["sha256"]) == 64


@pytest.mark.parametrize(
    ("name", "beginning"),
    [
        ("out.html", "<!DOCTYPE html>"),
        ("out.HTM", "<!DOCTYPE html>"),
        ("out.json", '{"schema"'),
        ("out.md", "# old.txt → new.txt"),
        ("out.txt", "old.txt → new.txt"),
    ],
)
def test_the_ending_of_the_output_tells_the_format(texts: tuple[str, str], name: str, beginning: str) -> None:
    ran = negotiator("compare", *texts, "-o", name)
    assert (ran.code, ran.out) == (0, "")
    assert Path(name).read_text("utf-8").startswith(beginning)
    assert sorted(path.name for path in Path().iterdir()) == sorted([*texts, name])


def test_the_format_asked_for_wins_over_the_ending(texts: tuple[str, str]) -> None:
    negotiator("compare", *texts, "--format", "markdown", "-o", "out.html")
    assert Path("out.html").read_text("utf-8").startswith("# ")


def test_an_unknown_ending_is_refused_before_anything_is_written(texts: tuple[str, str]) -> None:
    ran = negotiator("compare", *texts, "-o", "out.pages")
    assert ran.code == 2
    assert not Path("out.pages").exists()


def test_a_file_that_cannot_be_written_is_told_and_nothing_is_left(texts: tuple[str, str]) -> None:
    ran = negotiator("compare", *texts, "-o", "nofolder/out.html")
    assert ran.code == 5
    assert "nofolder" in ran.err
    assert "Traceback" not in ran.err
    Path("folder.html").mkdir()
    assert negotiator("compare", *texts, "-o", "folder.html").code == 5
    assert sorted(path.name for path in Path().iterdir()) == ["folder.html", *sorted(texts)]


@pytest.mark.skipif(sys.platform == "win32", reason="file modes are those of POSIX")
def test_an_existing_file_is_replaced_whole_and_keeps_its_mode(texts: tuple[str, str]) -> None:
    Path("out.md").write_text("x" * 100_000, "utf-8")
    Path("out.md").chmod(0o640)
    Path("link.md").symlink_to("out.md")
    assert negotiator("compare", *texts, "-o", "link.md").code == 0
    assert Path("link.md").is_symlink()
    assert Path("out.md").read_text("utf-8").startswith("# old.txt")
    assert stat.S_IMODE(Path("out.md").stat().st_mode) == 0o640
    assert negotiator("compare", *texts, "--format", "json", "-o", os.devnull).code == 0


def test_a_hyphen_reads_standard_input_once(texts: tuple[str, str]) -> None:
    ran = negotiator("compare", "old.txt", "-", stdin=NEW)
    assert "States {-shall-}{+should+} act" in ran.out
    assert negotiator("compare", "-", "-", stdin=NEW).code == 2


def test_what_is_neither_draft_nor_file_is_not_found(texts: tuple[str, str]) -> None:
    for missing in ("rev9", "rev9/zh", "missing.txt", "./missing"):
        ran = negotiator("compare", "old.txt", missing)
        assert (ran.code, ran.out) == (3, "")
        assert missing.removeprefix("./") in ran.err
        assert len(ran.err.splitlines()) == 1


def test_one_text_is_not_enough(texts: tuple[str, str]) -> None:
    assert negotiator("compare", "old.txt").code == 2


@pytest.mark.parametrize(
    ("content", "code"), [(b"", 5), (bytes(range(256)), 5), (b"%PDF-1.7 nothing", 5), (b"   \n\n", 5)]
)
def test_a_bad_file_is_a_sentence(texts: tuple[str, str], content: bytes, code: int) -> None:
    Path("bad.txt").write_bytes(content)
    ran = negotiator("compare", "old.txt", "bad.txt")
    assert (ran.code, ran.out) == (code, "")
    assert "bad.txt" in ran.err
    assert "Traceback" not in ran.err


def test_texts_in_two_languages_are_told_on_stderr(texts: tuple[str, str]) -> None:
    Path("zh.txt").write_text("大会，\n\n1. 请秘书处提交报告。\n\n2. 决定继续审议此事。\n", "utf-8")
    ran = negotiator("compare", "old.txt", "zh.txt")
    assert ran.code == 0
    assert "en" in ran.err
    assert "zh" in ran.err


def test_stat_and_concordance_exclude_each_other(texts: tuple[str, str]) -> None:
    assert negotiator("compare", *texts, "--stat", "--concordance").code == 2
    assert negotiator("compare", *texts, "--stat", "--format", "html").code == 2


@pytest.mark.parametrize("form", ["text", "side", "markdown", "html"])
def test_the_concordance_comes_in_every_readable_format(texts: tuple[str, str], form: str) -> None:
    out = negotiator("compare", *texts, "--concordance", "--format", form).out
    assert "what happened" in out
    assert "This one goes" not in out


def test_the_width_is_kept(texts: tuple[str, str]) -> None:
    for form in ("text", "side"):
        out = negotiator("compare", *texts, "--format", form, "--width", "44").out
        assert max(map(len, out.splitlines())) <= 44
    assert negotiator("compare", *texts, "--width", "10").code == 2


def test_views_speak_chinese(texts: tuple[str, str]) -> None:
    ran = negotiator("--lang", "zh", "compare", *texts, "--format", "html")
    assert ran.code == 0
    assert '<html lang="zh">' in ran.out
