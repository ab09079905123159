"""Groups in whose name somebody speaks: listed, shown, added."""

from typing import TYPE_CHECKING

import click

from negotiator.cli.options import Context, group, with_context
from negotiator.cli.output import Column, done, json_document, show, table
from negotiator.i18n import N_, _, n_

if TYPE_CHECKING:
    from negotiator.services.groups import GroupOfDay


@group("group")
def group_() -> None:
    """Groups in whose name somebody speaks, and their members at a day."""


@group_.command("list")
@with_context
def list_(context: Context) -> None:
    """List the groups: the regional groups of the register, then those that were added."""
    from negotiator.services.groups import list_groups

    workspace = context.workspace()
    found = list_groups(workspace)
    if context.json:
        content = [_record(each) for each in found]
        json_document("negotiator.groups/1", {"as_of": workspace.now().iso(), "groups": content})
    else:
        table(
            ([each.group.code, each.group.name.said, len(each.members)] for each in found),
            [_("code"), Column(_("name"), elastic=True), Column(_("members"), right=True)],
        )


@group_.command("show")
@click.argument("code", metavar="CODE")
@with_context
def show_(context: Context, code: str) -> None:
    """Show one group and its members at the day."""
    from negotiator.services.groups import get_group

    workspace = context.workspace()
    found = get_group(workspace, code)
    if context.json:
        json_document("negotiator.groups/1", {"as_of": workspace.now().iso(), "groups": [_record(found)]})
        return
    day = workspace.now().date
    number = n_("{n} member on {date}", "{n} members on {date}", len(found.members), date=day.isoformat())
    show(f"{found.group.code}  {found.group.name.said}  ({number})")
    for each in found.members:
        show(f"{each.code}  {each.name_at(day).said}")


@group_.command("add")
@click.argument("code", metavar="CODE")
@click.option("--name", default="", help=N_("What it is called; leave it out to add members to a known group."))
@click.option("--name-zh", default="", help=N_("Its name in Chinese."))
@click.option("--members", metavar="CODE,...", required=True, help=N_("Who belongs to it, by code."))
@click.option("--from", "since", metavar="DATE", help=N_("The first day of it; otherwise it has always been so."))
@click.option("--until", metavar="DATE", help=N_("The last day of it; otherwise it goes on."))
@with_context
def add(
    context: Context, code: str, name: str, name_zh: str, members: str, since: str | None, until: str | None
) -> None:
    """Add a group with its members, or members who belong to it on other days."""
    from negotiator.services.groups import add_group

    added = add_group(
        context.workspace(), code, members.split(","), name=name, name_zh=name_zh, since=since, until=until
    )
    done(added.code, added.act)


def _record(each: "GroupOfDay") -> dict[str, object]:
    """Write a group as one flat record, with its members of the day and the days of all who ever belonged to it."""
    return {
        "id": each.group.code,
        "name_en": each.group.name.en,
        "name_zh": each.group.name.zh,
        "regional": each.group.region is not None,
        "members": [member.code for member in each.members],
        "memberships": [
            {
                "stakeholder": held.stakeholder,
                "from": held.since.isoformat() if held.since else None,
                "until": held.until.isoformat() if held.until else None,
            }
            for held in each.group.memberships
            if held.since or held.until
        ],
    }
