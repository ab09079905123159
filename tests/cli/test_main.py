"""The door to the command line: options anywhere, one sentence per error, exit codes, languages."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from negotiator import __version__
from negotiator.cli import main
from negotiator.cli.options import Context, command, group, with_context
from negotiator.cli.output import done, json_document, show
from negotiator.errors import BadFile, DatabaseTrouble, NotFound, Refused, WrongUsage
from tests.running import negotiator

TROUBLES: dict[str, BaseException] = {
    "wrong": WrongUsage("a sentence"),
    "absent": NotFound("a sentence"),
    "refused": Refused("a sentence"),
    "bad-file": BadFile("a sentence"),
    "database": DatabaseTrouble("a sentence"),
    "interrupt": KeyboardInterrupt(),
    "full": OSError(errno.ENOSPC, "No space left on device", "out.docx"),
    "bug": ZeroDivisionError("nobody thought of it"),
}


@command()
@with_context
def asked(context: Context) -> None:
    """Say what was asked for.

    A second paragraph.
    """
    json_document("test/1", {"folder": context.named, "as_of": context.as_of, "json": context.json})


@command()
@click.argument("kind")
def fail(kind: str) -> None:
    """Fail."""
    show("before")
    raise TROUBLES[kind]


@command()
@click.option("--lang", help="The language of the text.")
@with_context
def texts(context: Context, lang: str | None) -> None:
    """Have a language of its own."""
    show(f"{lang} {context.lang} {main.i18n.language()}")


@command()
def act() -> None:
    """Act."""
    done("I-045", "0190")


@command()
def differ() -> int:
    """Differ."""
    return 1


@group()
def noun() -> None:
    """Verbs of a noun."""


@noun.command("asked")
@with_context
def noun_asked(context: Context) -> None:
    """Say what was asked for."""
    json_document("test/1", {"folder": context.named, "as_of": context.as_of, "json": context.json})


@pytest.fixture(autouse=True)
def _commands(monkeypatch: pytest.MonkeyPatch) -> None:
    here = {name: (f"{__name__}:{name}", f"{name}.") for name in ("asked", "fail", "texts", "act", "differ", "noun")}
    monkeypatch.setattr(main, "COMMANDS", here)


@pytest.mark.parametrize(
    "line",
    [
        "--workspace here --as-of 2018-04-03 --json asked",
        "asked --workspace here --as-of 2018-04-03 --json",
        "--workspace elsewhere asked --workspace here --as-of=2018-04-03 --json",
        "--json noun --workspace here asked --as-of 2018-04-03",
        "noun asked --json --workspace here --as-of 2018-04-03",
    ],
)
def test_global_options_are_accepted_anywhere_on_the_line(line: str) -> None:
    ran = negotiator(*line.split())
    assert ran.code == 0, ran.err
    assert ran.out.splitlines()[2:5] == ['  "folder": "here",', '  "as_of": "2018-04-03",', '  "json": true']


@pytest.mark.parametrize(
    ("kind", "code"),
    [("wrong", 2), ("absent", 3), ("refused", 4), ("bad-file", 5), ("database", 6)],
)
def test_an_error_is_one_sentence_on_stderr_and_an_exit_code(kind: str, code: int) -> None:
    ran = negotiator("fail", kind)
    assert (ran.code, ran.out, ran.err) == (code, "before\n", "negotiator: a sentence\n")


def test_an_interruption_leaves_quietly() -> None:
    ran = negotiator("fail", "interrupt")
    assert (ran.code, ran.err.strip()) == (130, "")


def test_trouble_with_a_file_names_the_file() -> None:
    ran = negotiator("fail", "full")
    assert (ran.code, ran.err) == (5, "negotiator: out.docx: No space left on device\n")


def test_an_error_of_the_program_goes_to_a_file_and_not_to_the_terminal(tmp_path: Path) -> None:
    ran = negotiator("fail", "bug", env={"XDG_STATE_HOME": str(tmp_path), "LOCALAPPDATA": str(tmp_path)})
    assert ran.code == main.INTERNAL
    assert ran.err.count("\n") == 1
    assert "Traceback" not in ran.err
    written = next(tmp_path.rglob("error-*.txt"))
    assert str(written) in ran.err
    assert "nobody thought of it" in written.read_text("utf-8")


@pytest.mark.parametrize("line", ["nonsense", "asked --nonsense", "asked extra", "fail", "--lang fr asked", "noun"])
def test_wrong_usage_is_one_sentence_that_names_the_help(line: str) -> None:
    ran = negotiator(*line.split())
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("negotiator: ")
    assert ran.err.endswith("--help.\n")
    assert ran.err.count("\n") == 1


def test_control_characters_in_an_error_do_not_reach_the_terminal() -> None:
    ran = negotiator("asked", "\x1b[2J\x9b\u202e")
    assert ran.code == 2
    assert not set(ran.err) & set("\x1b\x9b\u202e")


def test_a_command_exits_with_what_it_returns() -> None:
    assert negotiator("differ").code == 1


def test_an_act_prints_the_id_and_nothing_else() -> None:
    assert negotiator("act").out == "I-045\n"
    assert negotiator("act", "--json").out == '{\n  "id": "I-045",\n  "act": "0190"\n}\n'


def test_help_is_there_for_everything() -> None:
    for line in ("", "asked", "noun", "noun asked"):
        ran = negotiator(*line.split(), "--help")
        assert ran.code == 0
        assert "--workspace DIR" in ran.out
    assert "A second paragraph." in negotiator("asked", "--help").out
    assert negotiator("--version").out == f"negotiator {__version__}\n"


def test_a_language_of_a_text_does_not_turn_the_interface() -> None:
    assert negotiator("texts", "--lang", "zh").out == "zh None en\n"
    assert negotiator("--lang", "zh", "texts", "--lang", "en").out == "en zh zh\n"


@pytest.mark.parametrize("line", ["--lang zh log --help", "log --lang zh --help", "log --help --lang=zh"])
def test_help_is_translated_wherever_the_language_stands(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    ran = negotiator(*line.split())
    assert "记录一次发言" in ran.out
    assert "使用这种语言" in ran.out


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "fr_CH.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_GB.UTF-8", "NEGOTIATOR_LANG": "zh"}, "zh"),
    ],
)
def test_the_language_is_that_of_the_desk(environ: dict[str, str], language: str, tmp_path: Path) -> None:
    assert main.usual_language({**environ, "XDG_CONFIG_HOME": str(tmp_path)}) == language


def test_settings_choose_the_language_over_the_locale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from negotiator.settings import Settings, save_settings, settings_path

    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    save_settings(settings_path(), Settings(language="zh"))
    assert main.usual_language({"LANG": "en_GB.UTF-8", "XDG_CONFIG_HOME": str(tmp_path)}) == "zh"


def test_without_a_terminal_the_interface_says_so() -> None:
    ran = negotiator()
    assert ran.code == 2
    assert "terminal" in ran.err


def test_a_reader_that_leaves_early_is_no_error() -> None:
    program = f"{sys.executable} -m negotiator --help"
    ran = subprocess.run(["sh", "-c", f"{program} | true"], capture_output=True, text=True, check=False, timeout=60)
    assert ran.stderr == ""


@pytest.mark.skipif(os.name == "nt", reason="written for a POSIX shell")
@pytest.mark.parametrize(
    ("line", "code"), [("--help >&-", 0), ("nonsense 2>&-", 2), ("--help >&- 2>&- <&-", 0), ("nonsense <&-", 2)]
)
def test_closed_streams_are_no_error(line: str, code: int) -> None:
    program = f"{sys.executable} -m negotiator {line}"
    ran = subprocess.run(["sh", "-c", program], capture_output=True, text=True, check=False, timeout=60)
    assert (ran.returncode, "Traceback" in ran.stderr) == (code, False)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_behind_the_output_is_one_sentence() -> None:
    program = f"{sys.executable} -m negotiator --help > /dev/full"
    ran = subprocess.run(["sh", "-c", program], capture_output=True, text=True, check=False, timeout=60)
    assert (ran.returncode, ran.stderr.count("\n")) == (5, 1)


@pytest.mark.parametrize("locale", [{"LC_ALL": "C"}, {"PYTHONIOENCODING": "latin-1"}, {"LANG": "POSIX"}])
def test_output_is_utf8_on_any_desk(locale: dict[str, str]) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "negotiator", "移民"],
        env={**os.environ, **locale},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert "移民".encode() in ran.stderr
