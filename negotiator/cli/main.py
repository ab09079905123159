"""The door to the command line: finds the command, runs it, turns trouble into one sentence and an exit code."""

import gc
import gettext
import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from io import TextIOWrapper

import click

from negotiator import __version__, i18n
from negotiator.cli.options import Command, Context, Group, with_context
from negotiator.errors import NegotiatorError, WrongUsage
from negotiator.i18n import N_, _

COMMANDS: dict[str, tuple[str, str]] = {
    "demo": ("negotiator.cli.demo:demo", N_("Open a ready-made sample workspace, thrown away afterwards.")),
    "init": ("negotiator.cli.init:init", N_("Make a workspace.")),
    "status": ("negotiator.cli.status:status", N_("Show where the process stands.")),
    "mandate": ("negotiator.cli.mandate:mandate", N_("The mandate: each action, its figures, its status and why.")),
    "session": ("negotiator.cli.session:session", N_("Sessions, their meetings and who was in the room.")),
    "calendar": ("negotiator.cli.calendar:calendar", N_("The calendar for other programs, and dates that change.")),
    "log": ("negotiator.cli.log:log", N_("Log one intervention.")),
    "speakers": ("negotiator.cli.speakers:speakers", N_("The speakers' list of a session.")),
    "stakeholder": ("negotiator.cli.stakeholder:stakeholder", N_("Delegations and stakeholders.")),
    "group": ("negotiator.cli.group:group_", N_("Groups in whose name somebody speaks, and their members.")),
    "accreditation": (
        "negotiator.cli.accreditation:accreditation",
        N_("Accreditation: who asks to be admitted, and to what."),
    ),
    "call": ("negotiator.cli.call:call", N_("Calls for inputs: what many are asked for.")),
    "input": ("negotiator.cli.input:input_", N_("Inputs: what is expected, pending and received.")),
    "letter": ("negotiator.cli.letter:letter", N_("Letters, notes and statements of the process.")),
    "draft": ("negotiator.cli.draft:draft", N_("Drafts: the versions of the text.")),
    "proposal": (
        "negotiator.cli.proposal:proposal",
        N_("Proposals: what is asked of a provision, and what became of it."),
    ),
    "compare": ("negotiator.cli.compare:compare", N_("Compare two drafts or two files.")),
    "fund": ("negotiator.cli.fund:fund", N_("The voluntary fund for taking part: who paid what.")),
    "report": ("negotiator.cli.report:report", N_("Reports on the process as a whole.")),
    "search": ("negotiator.cli.search:search", N_("Find words in everything.")),
    "undo": ("negotiator.cli.history:undo", N_("Take back the latest act.")),
    "redo": ("negotiator.cli.history:redo", N_("Do again what was taken back.")),
    "purge": ("negotiator.cli.purge:purge", N_("Remove for good what must not be kept.")),
    "history": ("negotiator.cli.history:history", N_("List the acts, the latest first.")),
    "backup": ("negotiator.cli.backups:backup", N_("Copy the database into the workspace's backups.")),
    "restore": ("negotiator.cli.backups:restore", N_("Go back to a backup.")),
    "check": ("negotiator.cli.backups:check", N_("Check the database, its history and its files.")),
}
"""Every command: where it is defined, imported only when it is called, and one line for the list."""

INTERRUPTED = 130
"""What the shell sees after ctrl+c."""
INTERNAL = 70
"""What the shell sees after an error of the program itself."""


class Door(Group):
    """The command `negotiator`, whose commands are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order in which the work is done."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of a command and return it."""
        if cmd_name not in COMMANDS:
            return None
        module, attribute = COMMANDS[cmd_name][0].split(":")
        found = getattr(import_module(module), attribute)
        return found if isinstance(found, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing any of them."""
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, _(line).rstrip(".。")) for name, (_where, line) in COMMANDS.items()])


@click.group(cls=Door, name="negotiator", invoke_without_command=True)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=lambda context, _parameter, asked: _tell_version(context) if asked else None,
    help=N_("Show the version and exit."),
)
@with_context
def cli(context: Context) -> None:
    """Log sessions, list pending inputs and compare successive drafts of a negotiated text.

    Without a command it opens the interface on the workspace.
    """
    if click.get_current_context().invoked_subcommand is None:
        open_interface(context)


def _tell_version(context: click.Context) -> None:
    sys.stdout.write(f"negotiator {__version__}\n")
    context.exit()


def open_interface(context: Context) -> None:
    """Open the terminal interface on the workspace."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise WrongUsage(_("The interface needs a terminal; name a command, or see negotiator --help."))
    workspace = context.workspace()
    from negotiator.tui.app import run

    run(workspace)


YOUNG = 50_000
"""How many new objects a command may make before memory is tidied; a short one ends before, a long list ends sooner."""


def main() -> None:
    """Run the command line and leave with its exit code."""
    gc.set_threshold(YOUNG, 20, 1_000)
    code = run(sys.argv[1:], os.environ)
    # The interpreter ends with a search for cycles through every module: a tenth of the time of a short command, for
    # memory that the system takes back anyway.
    gc.freeze()
    sys.exit(code)


def run(arguments: Sequence[str], environ: Mapping[str, str]) -> int:
    """Run one command and return its exit code; every error is one sentence on stderr."""
    _speak_utf8()
    usual = usual_language(environ)
    _speak(_language_on(arguments) or usual)
    if "_NEGOTIATOR_COMPLETE" in environ:
        cli.main(prog_name="negotiator")
    try:
        code = _called(list(arguments), usual)
        sys.stdout.flush()
    except NegotiatorError as trouble:
        return _failed(trouble.message, trouble.exit_code)
    except click.exceptions.NoArgsIsHelpError as misuse:
        return _failed(_verbs(misuse.ctx), WrongUsage.exit_code)
    except click.UsageError as misuse:
        return _failed(_sentence(misuse), WrongUsage.exit_code)
    except click.ClickException as trouble:
        return _failed(trouble.format_message(), WrongUsage.exit_code)
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        _forget_output()
        return 0
    except OSError as trouble:
        return _failed(_told(trouble), 5)
    except Exception as trouble:
        from negotiator.cli.trouble import report

        return _failed(report(trouble, environ), INTERNAL)
    return code


def _called(arguments: list[str], usual: str) -> int:
    """Parse and run; a command's own exit code is what it returns or exits with, else 0."""
    try:
        with cli.make_context("negotiator", arguments, obj=Context(usual_language=usual)) as context:
            result = cli.invoke(context)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    return result if isinstance(result, int) else 0


def usual_language(environ: Mapping[str, str]) -> str:
    """Return the language of this desk: NEGOTIATOR_LANG, else the settings, else the locale."""
    asked = environ.get("NEGOTIATOR_LANG") or _language_in_settings(environ)
    if not asked:
        asked = environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANG") or ""
    code = asked[:2].lower()
    return code if code in i18n.LANGUAGES else i18n.LANGUAGES[0]


def _language_in_settings(environ: Mapping[str, str]) -> str:
    """Return the language that this person chose; settings that cannot be read are complained of elsewhere."""
    if sys.platform == "linux":  # where they would be, found without the 10 ms that reading them costs
        home = environ.get("XDG_CONFIG_HOME", "").strip() or os.path.expanduser("~/.config")  # noqa: PTH111
        if not os.access(f"{home}/negotiator/settings.toml", os.F_OK):
            return ""
    from negotiator.settings import load_settings, settings_path

    try:
        return load_settings(settings_path()).language
    except NegotiatorError:
        return ""


def _language_on(arguments: Sequence[str]) -> str | None:
    """Look for `--lang` anywhere on the line, because `--help` is shown before the options after it are parsed."""
    for place, argument in enumerate(arguments):
        if argument == "--":
            return None
        value = argument.removeprefix("--lang=")
        if argument == "--lang" and place + 1 < len(arguments):
            value = arguments[place + 1]
        if value in i18n.LANGUAGES and argument.startswith("--lang"):
            return value
    return None


def _speak(language: str) -> None:
    """Show our own words and those of click in a language; click asks the standard library, which asks LANGUAGE."""
    i18n.use(language)
    gettext.bindtextdomain("negotiator", i18n.LOCALE)
    gettext.textdomain("messages" if language == i18n.LANGUAGES[0] else "negotiator")
    os.environ["LANGUAGE"] = language


def _speak_utf8() -> None:
    """Write UTF-8 with plain line ends on any desk, and never fail on a character that cannot be encoded.

    What was closed before the program began is taken for a place where nobody listens.
    """
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123  # kept to the end
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123  # kept to the end
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _sentence(misuse: click.UsageError) -> str:
    """Say in one sentence what was wrong on the command line and where its help is."""
    words = misuse.format_message().strip().rstrip(".。")
    where = misuse.ctx.command_path if misuse.ctx else "negotiator"
    return _("{problem}; see {command} --help.", problem=" ".join(words.split()), command=where)


def _verbs(context: click.Context | None) -> str:
    """Say which verbs a noun takes, where none was given."""
    noun = context.command if context else cli
    verbs = noun.list_commands(context) if context and isinstance(noun, click.Group) else []
    where = context.command_path if context else "negotiator"
    return _("“{command}” needs one of: {verbs}; see {command} --help.", command=where, verbs=", ".join(verbs))


def _told(trouble: OSError) -> str:
    reason = trouble.strerror or str(trouble)
    return f"{trouble.filename}: {reason}" if trouble.filename else reason


def _failed(sentence: str, code: int) -> int:
    """Print one sentence on stderr after what is already on stdout."""
    from negotiator.cli.output import say

    try:
        say(f"negotiator: {sentence}")
    except BrokenPipeError:
        _forget_output()
    return code


def _forget_output() -> None:
    """Let go of a pipe whose reader has left, so that nothing complains at the end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BrokenPipeError:
            os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


__all__ = ["COMMANDS", "Command", "cli", "main", "run"]
