"""Making a workspace."""

from pathlib import Path

import click

from negotiator.cli.options import Context, command, with_context
from negotiator.cli.output import done, say
from negotiator.errors import Refused, WrongUsage
from negotiator.i18n import N_, _


@command()
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@click.option(
    "--process",
    metavar="NAME|FILE.toml",
    default="gcm",
    help=N_(
        "The process: the name of a shipped one, or a file that describes it. Otherwise that of resolution 71/280."
    ),
)
@with_context
def init(context: Context, folder: Path | None, process: str) -> None:
    """Make a workspace in this folder or in the one named.

    It holds the database in data/negotiator.db, its backups in data/backups, and a folder drafts for the texts.
    """
    from negotiator.services.history import history
    from negotiator.services.processes import create_workspace

    if context.as_of is not None:
        raise Refused(_("Nothing can be made while looking back; leave out --as-of."))
    if folder is not None and context.folder is not None:
        raise WrongUsage(_("Name the folder once: as DIR or with --workspace."))
    workspace = create_workspace(Path(folder or context.folder or Path.cwd()).expanduser(), process)
    done(str(workspace.root), history(workspace, most=1)[0].id)
    say(_("The workspace is ready. “negotiator status” shows where the process stands."))
