"""What every command shares: the global options, before and after its name, and help in the language in use."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from inspect import cleandoc
from typing import TYPE_CHECKING

import click

from negotiator import i18n
from negotiator.errors import WrongUsage
from negotiator.i18n import N_, _

if TYPE_CHECKING:
    from pathlib import Path

    from negotiator.workspace import Workspace


class Context:
    """What was asked for on the command line, whatever the command is."""

    __slots__ = ("_opened", "as_of", "json", "lang", "named", "usual_language")

    def __init__(self, usual_language: str = i18n.LANGUAGES[0]) -> None:
        self.named: str | None = None
        """The workspace that was named with `--workspace`."""
        self.as_of: str | None = None
        """The day or instant to judge by, as it was typed."""
        self.lang: str | None = None
        """The language that was asked for with `--lang`."""
        self.json = False
        """Whether data is printed as JSON."""
        self.usual_language = usual_language
        """The language of this desk, where the command line names none."""
        self._opened: Workspace | None = None

    @property
    def folder(self) -> "Path | None":
        """The folder that was named with `--workspace`, a tilde at its beginning read as the home folder."""
        from pathlib import Path

        return Path(self.named).expanduser() if self.named else None

    def workspace(self) -> "Workspace":
        """Open the workspace that this command works on, once; raises `NotFound` where there is none."""
        if self._opened is None:
            from negotiator.settings import load_settings, settings_path
            from negotiator.workspace import find_workspace

            self._opened = find_workspace(self.folder, as_of=self.as_of, settings=load_settings(settings_path()))
        return self._opened

    @property
    def opened(self) -> "Workspace | None":
        """The workspace, if this command has needed one so far."""
        return self._opened


with_context = click.make_pass_decorator(Context, ensure=True)
"""Hands a command its `Context` as the first argument."""


def _keep(name: str) -> Callable[[click.Context, click.Parameter, object], None]:
    """Make the callback that keeps a global option in the `Context`, wherever on the line it stood."""

    def keep(context: click.Context, parameter: click.Parameter, value: object) -> None:
        if value is not None and value is not False:
            setattr(context.ensure_object(Context), name, value)

    return keep


def _everywhere() -> list[click.Option]:
    """Make the options that every command accepts."""
    return [
        click.Option(
            ["--workspace"],
            metavar="DIR",
            expose_value=False,
            callback=_keep("named"),
            help=N_("Work on this workspace instead of the usual one."),
        ),
        click.Option(
            ["--as-of"],
            metavar="DATE",
            expose_value=False,
            callback=_keep("as_of"),
            help=N_("Show how things stood at the end of this day, or at this instant."),
        ),
        click.Option(
            ["--lang"],
            type=click.Choice(i18n.LANGUAGES),
            expose_value=False,
            callback=_keep("lang"),
            help=N_("Speak this language."),
        ),
        click.Option(
            ["--json"],
            is_flag=True,
            expose_value=False,
            callback=_keep("json"),
            help=N_("Print data as JSON."),
        ),
    ]


class Command(click.Command):
    """A command with the global options, whose help is translated when it is shown."""

    def __init__(self, *arguments: object, **settings: object) -> None:
        super().__init__(*arguments, **settings)  # type: ignore[arg-type]  # click's own signature, passed through
        taken = {name for parameter in self.params for name in parameter.opts}
        self.common = [option for option in _everywhere() if not taken.intersection(option.opts)]
        self.params.extend(self.common)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the arguments; where `--lang` is the command's own option it does not turn the interface."""
        if not any("--lang" in option.opts for option in self.common):
            asked = ctx.ensure_object(Context)
            i18n.use(asked.lang or asked.usual_language)
        return super().parse_args(ctx, args)

    def get_short_help_str(self, limit: int = 45) -> str:
        """Return the first sentence of the help in the language in use."""
        first = _(cleandoc(self.short_help or self.help or "")).split("\n\n")[0]
        return first.replace("\n", " ").removesuffix(".").removesuffix("。")

    def get_help(self, ctx: click.Context) -> str:
        """Return the help, laid out by display width where characters are wide."""
        if i18n.language() == i18n.LANGUAGES[0]:
            return super().get_help(ctx)
        from negotiator.cli.wide import WideFormatter

        formatter = WideFormatter(width=ctx.terminal_width, max_width=ctx.max_content_width)
        self.format_help(ctx, formatter)
        return formatter.getvalue().rstrip("\n")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does, in the language in use."""
        if self.help:
            formatter.write_paragraph()
            with formatter.indentation():
                formatter.write_text(_(cleandoc(self.help)))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the command's own options, then those that every command accepts."""
        with _translated(self.params):
            options = [option for option in self.get_params(ctx) if isinstance(option, click.Option)]
            records = [(option, option.get_help_record(ctx)) for option in options]
        own = [record for option, record in records if record and option not in self.common]
        common = [record for option, record in records if record and option in self.common]
        with formatter.section(_("Options")):
            formatter.write_dl(own)
        with formatter.section(_("With every command")):
            formatter.write_dl(common)


class Group(Command, click.Group):
    """A noun with its verbs; its commands take the global options too."""

    command_class = Command
    group_class = type

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)


@contextmanager
def _translated(parameters: Sequence[click.Parameter]) -> Iterator[None]:
    """Put the help of the options into the language in use while it is being written."""
    options = [parameter for parameter in parameters if isinstance(parameter, click.Option)]
    original = [option.help for option in options]
    for option in options:
        option.help = _(option.help) if option.help else option.help
    try:
        yield
    finally:
        for option, text in zip(options, original, strict=True):
            option.help = text


def command(name: str | None = None, **settings: object) -> Callable[[Callable[..., object]], Command]:
    """Make a command of a function; its docstring is the help and is put into the catalogue as it stands."""
    return click.command(name, cls=Command, **settings)


def group(name: str | None = None) -> Callable[[Callable[..., object]], Group]:
    """Make a noun of a function; add its verbs with `@noun.command("verb")`."""
    return click.group(name, cls=Group)


def pairs(option: str, said: "Sequence[str]") -> "Iterator[tuple[str, str]]":
    """Read what an option says of one thing each, as THING=WORDS; raises `WrongUsage` where it says neither."""
    for each in said:
        thing, sign, words = each.partition("=")
        if not (sign and thing.strip() and words.strip()):
            told = {"option": option, "said": each}
            raise WrongUsage(_("Write {option} as a word, an equals sign and a word, not “{said}”.", **told))
        yield thing.strip(), words.strip()
