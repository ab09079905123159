"""Inputs: listed and shown; what is done to them joins from its own room."""

import sys
from itertools import chain, islice

import click

from negotiator.cli import input_acts, input_align
from negotiator.cli.audience import AUDIENCES, seen_by, tell_audience
from negotiator.cli.input_chase import chase
from negotiator.cli.input_import import import_
from negotiator.cli.options import Context, group, with_context
from negotiator.cli.output import Column, json_document, json_records, say, show, table
from negotiator.i18n import N_, _, n_

PENDING = (
    *("expected", "outstanding", "overdue", "unread", "untagged", "not-presented", "not-reflected"),
    *("awaiting-clarification", "awaiting-translation"),
)
STATES = (
    *("expected", "received", "registered", "checked", "tagged", "summarised", "considered"),
    *("reflected", "partly", "not-reflected", "declined", "withdrawn", "superseded"),
)
ANY = "any"
"""What `--pending` means by itself."""
MOST_ON_A_TERMINAL = 1000
"""How many lines a terminal is given unasked."""


@group("input")
def input_() -> None:
    """Inputs: what is expected, pending and received."""


for act in (
    input_acts.expect,
    input_acts.receive,
    input_acts.mark,
    input_acts.tag,
    input_acts.suggest,
    input_acts.edit,
    input_acts.withdraw,
    input_align.align,
    input_align.dissociate,
    import_,
    chase,
):
    input_.add_command(act)


@input_.command("list")
@click.option(
    "--pending",
    is_flag=False,
    flag_value=ANY,
    type=click.Choice((ANY, *PENDING)),
    metavar="[KIND]",
    help=N_("Only those about which something is pending, or this kind of it, such as outstanding."),
)
@click.option("--state", type=click.Choice(STATES), metavar="STATE", help=N_("Only those in this state."))
@click.option("--kind", metavar="CODE", help=N_("Only those of this kind, such as WS."))
@click.option("--from", "stakeholder", metavar="CODE", help=N_("Only those from this delegation or stakeholder."))
@click.option("--phase", metavar="CODE", help=N_("Only those of this phase."))
@click.option("--session", metavar="CODE", help=N_("Only those for this session."))
@click.option("--category", metavar="CODE", help=N_("Only those from this category, such as MS."))
@click.option("--region", metavar="CODE", help=N_("Only those from this regional group, such as GRULAC."))
@click.option("--topic", help=N_("Only those tagged with this topic."))
@click.option("--officer", metavar="NAME", help=N_("Only those that this officer handles; '' for nobody."))
@click.option(
    "--acknowledged/--not-acknowledged",
    default=None,
    help=N_("Only those that came and whose sender was told so, or was not."),
)
@click.option(
    "--posted/--not-posted", default=None, help=N_("Only those that came, are public and were made so, or were not.")
)
@click.option("--audience", type=click.Choice(AUDIENCES), help=N_("Only those that this audience may see."))
@click.option(
    "--limit",
    type=click.IntRange(0),
    metavar="N",
    help=N_("At most so many lines of the table; 0 for all. Otherwise all, on a terminal the first 1000."),
)
@with_context
def list_(
    context: Context,
    pending: str | None,
    state: str | None,
    kind: str | None,
    stakeholder: str | None,
    phase: str | None,
    session: str | None,
    category: str | None,
    region: str | None,
    topic: str | None,
    officer: str | None,
    acknowledged: bool | None,
    posted: bool | None,
    audience: str | None,
    limit: int | None,
) -> None:
    """List inputs by due date: what is expected, outstanding, overdue, received and not yet dealt with.

    What somebody was invited to send is outstanding when its time is over; only what is owed is overdue.
    """
    from negotiator.cli import input_lines as lines
    from negotiator.domain.audience import Audience
    from negotiator.domain.input_life import InputState
    from negotiator.domain.inputs import PendingKind
    from negotiator.services.input_filter import Filter
    from negotiator.services.input_lines import list_lines
    from negotiator.services.inputs import why_empty

    workspace = context.workspace()
    now = workspace.now()
    wanted = Filter(
        any_pending=pending == ANY,
        pending=PendingKind(pending) if pending and pending != ANY else None,
        state=InputState(state) if state else None,
        kind=kind,
        stakeholder=stakeholder,
        category=category,
        region=region,
        session=session,
        phase=phase,
        topic=topic,
        officer=officer,
        acknowledged=acknowledged,
        posted=posted,
        audience=Audience(audience) if audience else None,
    )
    found = list_lines(workspace, wanted)
    if context.json:
        json_records(
            "negotiator.inputs/1",
            {"as_of": now.iso(), "audience": seen_by(audience).value},
            "inputs",
            lines.json_lines(found, now),
        )
        return
    first = next(found, None)
    if first is None:
        say(why_empty(workspace, wanted))
        return
    most = limit if limit is not None else MOST_ON_A_TERMINAL if sys.stdout.isatty() else 0
    shown = chain((first,), found) if not most else islice(chain((first,), found), most)
    table(
        lines.table_rows(shown, now),
        [
            *(_("input"), _("state"), _("due"), Column(_("days"), right=True), _("from"), _("kind")),
            *(Column(_("title"), elastic=True), _("session"), Column(_("pending"), elastic=True)),
        ],
    )
    more = sum(1 for _each in found)
    if more:
        say(n_("{n} more; --limit 0 lists all.", "{n} more; --limit 0 lists all.", more))
    if audience:
        tell_audience(audience)


@input_.command("show")
@click.argument("code", metavar="INPUT")
@with_context
def show_(context: Context, code: str) -> None:
    """Show one input: what it is, what is pending about it, and what happened to it."""
    from negotiator.cli import input_records as records
    from negotiator.services.inputs import get_input
    from negotiator.services.stakeholders import find_stakeholder

    workspace = context.workspace()
    now = workspace.now()
    found = get_input(workspace, code)
    sender = find_stakeholder(workspace, found.stakeholder)
    if context.json:
        json_document("negotiator.input/1", {"as_of": now.iso(), "input": records.whole_record(found, now)})
    else:
        for line in records.lines(found, sender.name_at(now.date).said, now):
            show(line)
