"""Who holds what on a paragraph: a verb of `negotiator session`."""

from typing import TYPE_CHECKING

import click

from negotiator.cli.options import Context, command, with_context
from negotiator.cli.output import Column, json_document, say, table
from negotiator.i18n import _

if TYPE_CHECKING:
    from negotiator.domain.tally import Count


@command("tally")
@click.argument("session")
@click.argument("label", required=False)
@with_context
def tally(context: Context, session: str, label: str | None) -> None:
    """Count who holds what on a paragraph, or on every paragraph spoken on: each State once.

    A State's own word beats what it joined, and that beats what a group said for it; the table says on what basis.
    Where a group's speaker gave only a number, as in “27 of 28”, the count runs from the least to the most.
    """
    from negotiator.domain.entry import POSITION_NAMES
    from negotiator.services.tallies import tallies

    workspace = context.workspace()
    found = tallies(workspace, session, label)
    if context.json:
        json_document(
            "negotiator.tally/1",
            {
                "as_of": workspace.now().iso(),
                "session": session,
                "tally": [_record(each.label, each.path, count) for each in found for count in each.counts],
            },
        )
    elif not any(each.counts for each in found):
        say(_("Nobody has taken a position yet."))
    else:
        table(
            (
                [each.label, _(POSITION_NAMES[count.position]), count.figure, count.basis(), ", ".join(_who(count))]
                for each in found
                for count in each.counts
            ),
            ["¶", _("position"), Column(_("States"), right=True), _("basis"), Column(_("who"), elastic=True)],
        )


def _who(count: "Count") -> list[str]:
    others = [f"({code})" for code in count.others]
    return [*(each.stakeholder for each in count.stands), *others]


def _record(label: str, path: str, count: "Count") -> dict[str, object]:
    return {
        "label": label,
        "path": path,
        "position": count.position.value,
        "least": count.least,
        "most": count.most,
        "states": [
            {
                "stakeholder": each.stakeholder,
                "basis": each.basis.value,
                "group": each.group or None,
                "entry": each.entry,
            }
            for each in count.stands
        ],
        "others": list(count.others),
    }
