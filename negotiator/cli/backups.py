"""Backups, bringing one back, and checking that all is whole."""

from pathlib import Path

import click

from negotiator.cli.options import Context, command, with_context
from negotiator.cli.output import Column, json_document, json_text, say, show, table
from negotiator.i18n import N_, _

PROBLEMS_FOUND = 1
"""What `check` exits with where something is wrong."""


@command()
@click.option("-o", "--output", metavar="FILE", help=N_("Write the copy to this file instead."))
@click.option("--list", "listing", is_flag=True, help=N_("List the backups there are."))
@with_context
def backup(context: Context, output: str | None, listing: bool) -> None:
    """Copy the database into the workspace's backups.

    The first act of a day makes a copy by itself; the newest of these are kept.
    """
    from negotiator.services.backups import back_up, backups

    workspace = context.workspace()
    if not listing:
        _show_file(context, back_up(workspace, Path(output) if output else None))
        return
    found = [(path.name, path.stat().st_size) for path in backups(workspace)]
    if context.json:
        json_document("negotiator.backups/1", {"backups": [{"id": name, "size": size} for name, size in found]})
    elif found:
        table(([name, f"{size / 1024:,.0f} KB"] for name, size in found), [_("backup"), Column(_("size"), right=True)])
    else:
        say(_("There is no backup in {path} yet.", path=workspace.backups_folder))


@command()
@click.argument("backup", required=False)
@with_context
def restore(context: Context, backup: str | None) -> None:
    """Go back to a backup, the newest one where none is named.

    What stands now is kept beside the backups first, under a name that begins with “before-restore”.
    """
    from negotiator.services.backups import restore as bring_back

    kept = bring_back(context.workspace(), backup)
    if kept.exists():
        _show_file(context, kept)
        say(_("The backup is in place; what stood before is kept in {path}.", path=kept.name))
    else:
        say(_("The backup is in place; there was no database before."))


@command()
@with_context
def check(context: Context) -> int:
    """Check the database, the chain of its events, its references and its files.

    Exits with 1 where something is wrong.
    """
    from negotiator.services.backups import check as look_over

    problems = look_over(context.workspace())
    if context.json:
        json_document("negotiator.check/1", {"problems": problems})
    elif problems:
        for problem in problems:
            show(problem)
    else:
        say(_("All is whole: the database, its history and its files."))
    return PROBLEMS_FOUND if problems else 0


def _show_file(context: Context, path: Path) -> None:
    show(json_text({"id": str(path)}) if context.json else str(path))
