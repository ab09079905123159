"""The report of a session."""

from pathlib import Path

import click

from negotiator import i18n
from negotiator.cli.audience import AUDIENCES
from negotiator.cli.options import Context, command, with_context
from negotiator.cli.output import say, show
from negotiator.errors import WrongUsage
from negotiator.i18n import N_, _

FORMATS = ("markdown", "docx")


@command("session")
@click.argument("code", metavar="SESSION")
@click.option(
    "--audience",
    type=click.Choice(AUDIENCES),
    default="co-facilitators-and-secretariat",
    help=N_("For whom it is; what is not meant for them is left out."),
)
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help=N_("Write to this .md or .docx."))
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help=N_("What is written; otherwise what the name of the file says."),
)
@click.option("--template", type=click.Path(path_type=Path), help=N_("A template of your own, with $fields."))
@with_context
def session_report(
    context: Context, code: str, audience: str, output: Path | None, form: str | None, template: Path | None
) -> None:
    """Report on a session: attendance, speakers, positions by paragraph, proposals, decisions, next steps.

    In a .docx file who was there and who holds what on each paragraph are tables.

    The template is data/templates/session-report.md of the workspace, else the shipped one.
    """
    from negotiator.domain.audience import Audience
    from negotiator.services.session_report import session_report as report

    workspace = context.workspace()
    form = form or _form(output)
    if form == "docx" and output is None:
        raise WrongUsage(_("A Word file is written to a file; name it with -o."))
    text = report(workspace, code, Audience(audience), template, tables=form == "docx")
    if output is None:
        show(text.rstrip("\n"))
        return
    from negotiator.documents.writing.files import write_whole

    if form == "docx":
        from negotiator.documents.writing.plain_docx import markdown_docx

        title, now = text.split("\n", 1)[0].lstrip("# "), workspace.now()
        made = markdown_docx(text, title=title, author=workspace.who(), at=now.utc, language=i18n.language())
        write_whole(output, made)
    else:
        write_whole(output, text)
    say(_("Written to {path}.", path=output))


def _form(output: Path | None) -> str:
    """Read what is to be written from the name of the file; raises `WrongUsage`."""
    if output is None or output.suffix.lower() in (".md", ".txt"):
        return "markdown"
    if output.suffix.lower() == ".docx":
        return "docx"
    raise WrongUsage(_("A report is written to a .md or a .docx file."))
