"""Undo, redo and the list of what was done."""

import click

from negotiator.cli.options import Context, command, with_context
from negotiator.cli.output import Column, done, json_document, say, table
from negotiator.i18n import N_, _


@command()
@click.argument("act", required=False)
@click.option("--others", is_flag=True, help=N_("Also take back what somebody else did."))
@with_context
def undo(context: Context, act: str | None, others: bool) -> None:
    """Take back your latest act, or the named one.

    Undo reaches back across restarts. It is refused where somebody has changed the same thing since.
    """
    from negotiator.services.history import undo as take_back

    back = take_back(context.workspace(), act=act, others=others)
    done(back.undone, back.act)
    say(_("Undone: {what}. “negotiator redo” does it again.", what=back.told))


@command()
@click.option("--others", is_flag=True, help=N_("Also do again what somebody else took back."))
@with_context
def redo(context: Context, others: bool) -> None:
    """Do again what you took back last."""
    from negotiator.services.history import redo as do_again

    again = do_again(context.workspace(), others=others)
    done(again.undone, again.act)
    say(_("Done again: {what}. “negotiator undo” takes it back.", what=again.told))


@command()
@click.option("--most", type=click.IntRange(min=1), default=50, help=N_("How many acts to list."))
@with_context
def history(context: Context, most: int) -> None:
    """List what was done, the latest first; the act's id can be given to undo."""
    from negotiator.domain.dates import Instant
    from negotiator.services.history import history as list_acts

    workspace = context.workspace()
    acts = list_acts(workspace, most=most)
    if context.json:
        json_document(
            "negotiator.history/1",
            {
                "acts": [
                    {
                        "id": act.id,
                        "at": act.at.isoformat(timespec="seconds"),
                        "by": act.by,
                        "what": act.told,
                        "undoes": act.undoes,
                    }
                    for act in acts
                ]
            },
        )
    elif not acts:
        say(_("Nothing has been done in this workspace yet."))
    else:
        table(
            (
                [
                    f"{Instant(act.at, workspace.zone).local:%Y-%m-%d %H:%M}",
                    act.by,
                    _("taken back: {what}", what=act.told) if act.undoes else act.told,
                    act.id,
                ]
                for act in acts
            ),
            [_("when"), _("who"), Column(_("what"), elastic=True), _("act")],
        )
