"""The demo: the interface on a ready-made sample workspace."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from negotiator.cli.options import Context, command, with_context
from negotiator.cli.output import json_document, progress, say, show
from negotiator.errors import Refused, WrongUsage
from negotiator.i18n import N_, _

if TYPE_CHECKING:
    from negotiator.workspace import Workspace


@command()
@click.option("--keep", metavar="DIR", type=click.Path(path_type=Path), help=N_("Keep the workspace in this folder."))
@click.option("--no-ui", is_flag=True, help=N_("Do not open the interface; print where things stand."))
@with_context
def demo(context: Context, keep: Path | None, no_ui: bool) -> None:
    """Open the interface on a ready-made sample workspace, thrown away afterwards unless it is kept.

    It is the morning of 3 April 2018 in New York; the calendar is real, the text and whatever is said are made up.
    """
    from tempfile import TemporaryDirectory

    if context.as_of is not None:
        raise Refused(_("Nothing can be made while looking back; leave out --as-of."))
    if not no_ui and not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise WrongUsage(_("The interface needs a terminal; add --no-ui to see the demo without it."))
    if keep is not None:
        _show(context, keep.expanduser(), no_ui, kept=True)
        return
    with TemporaryDirectory(prefix="negotiator-demo-", ignore_cleanup_errors=True) as folder:
        _show(context, Path(folder) / "workspace", no_ui, kept=False)


def _show(context: Context, folder: Path, no_ui: bool, *, kept: bool) -> None:
    from negotiator.services.samples import make_sample

    with progress(_("Preparing the demo")):
        workspace = make_sample(folder)
    if no_ui:
        _tell(context, workspace)
    else:
        from negotiator.tui.app import run

        run(workspace)
    if kept:
        say(_("The demo is kept; “negotiator --workspace {folder}” opens it again.", folder=folder))
    elif no_ui:
        say(_("The demo is thrown away; add --keep DIR to go on with it, or leave out --no-ui to see it."))


def _tell(context: Context, workspace: "Workspace") -> None:
    """Print where the process stands, what is pending and which drafts there are."""
    from negotiator.cli.status import status_document, status_lines
    from negotiator.services.drafts import list_drafts
    from negotiator.services.status import status

    if context.json:
        json_document("negotiator.status/1", status_document(status(workspace)))
        return
    for line in status_lines(status(workspace), workspace.settings.zone):
        show(line)
    codes = ", ".join(text.address for draft in list_drafts(workspace) for text in draft.texts)
    show(_("drafts: {codes}", codes=codes))
