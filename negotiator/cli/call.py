"""Calls for inputs: made, listed, extended."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from negotiator.cli.options import Context, group, with_context
from negotiator.cli.output import Column, done, json_document, say, table
from negotiator.i18n import N_, _, n_

if TYPE_CHECKING:
    from negotiator.domain.dates import Instant
    from negotiator.services.calls import Asked


@group()
def call() -> None:
    """Calls for inputs: what many are asked for until the same moment."""


@call.command("list")
@with_context
def list_(context: Context) -> None:
    """List the calls with how many have answered, are covered by a group, or are awaited."""
    from negotiator.domain.dates import day_in_words
    from negotiator.services.calls import list_calls

    workspace = context.workspace()
    now = workspace.now()
    found = list_calls(workspace)
    if context.json:
        json_document("negotiator.calls/1", {"as_of": now.iso(), "calls": [_record(each, now) for each in found]})
    elif not found:
        say(_("No call is recorded yet; “negotiator call add” makes one."))
    else:
        counts = (_("asked"), _("came"), _("covered"), _("awaited"))
        table(
            (
                [
                    *(
                        each.call.code,
                        each.call.kind.code,
                        each.call.title,
                        day_in_words(each.call.due.date),
                        len(each.inputs),
                    ),
                    *(each.count(came=True), each.count(by_group=True), each.count()),
                ]
                for each in found
            ),
            [
                *(_("call"), _("kind"), Column(_("title"), elastic=True), _("due")),
                *(Column(count, right=True) for count in counts),
            ],
        )


@call.command("add")
@click.option("--kind", metavar="CODE", required=True, help=N_("What it is, such as WS."))
@click.option("--title", required=True, help=N_("What it is called."))
@click.option("--due", metavar="DATE|INSTANT", required=True, help=N_("Until when: a day, an instant, fri, +10wd."))
@click.option("--zone", help=N_("The zone of its dates; otherwise that of the session or the process."))
@click.option("--since", metavar="DATE|INSTANT", help=N_("Since when it is open; otherwise since now."))
@click.option("--session", metavar="CODE", help=N_("The session it belongs to."))
@click.option("--to", required=True, metavar="WHOM,...", help=N_("category:MS, region:GRULAC, group:CODE, or codes."))
@click.option(
    "--owed-by",
    type=click.Choice(("invited", "requested", "us")),
    help=N_("Who has to deliver; otherwise by its kind."),
)
@click.option("--dry-run", is_flag=True, help=N_("Show what would be expected from whom, and change nothing."))
@with_context
def add(
    context: Context,
    kind: str,
    title: str,
    due: str,
    zone: str | None,
    since: str | None,
    session: str | None,
    to: str,
    owed_by: str | None,
    dry_run: bool,
) -> None:
    """Ask many for the same thing in one act."""
    from negotiator.domain.inputs import OwedBy
    from negotiator.services.calls import add_call, plan_call

    workspace = context.workspace()
    owed = OwedBy(owed_by) if owed_by else None
    make = plan_call if dry_run else add_call
    made = make(workspace, kind, title, due, to.split(","), zone=zone, since=since, session=session, owed_by=owed)
    if not dry_run:
        done(made.call.code, made.act)
    elif context.json:
        now = workspace.now()
        json_document("negotiator.calls/1", {"as_of": now.iso(), "calls": [_record(made, now)]})
    else:
        table(([each.stakeholder, each.owed_by.value] for each in made.inputs), [_("from"), _("owed")])
    number = n_("{n} input", "{n} inputs", len(made.inputs))
    say(_("{call}: {inputs} due {when}.", call=made.call.code, inputs=number, when=made.call.due.iso()))


@call.command("extend")
@click.argument("code", metavar="CALL")
@click.option("--due", metavar="DATE|INSTANT", required=True, help=N_("The new date; the old one is kept."))
@click.option("--zone", help=N_("The zone of the new date; otherwise that of the old one."))
@click.option("--why", required=True, help=N_("The reason."))
@click.option("--source", default="", help=N_("The document that says so."))
@click.option("--for", "to", metavar="CODE,...", default="", help=N_("Only for these; otherwise for everybody."))
@with_context
def extend(context: Context, code: str, due: str, zone: str | None, why: str, source: str, to: str) -> None:
    """Give those who have not answered more time."""
    from negotiator.services.calls import extend_call

    only = [word for word in to.split(",") if word.strip()]
    made = extend_call(context.workspace(), code, due, why=why, source=source, zone=zone, to=only)
    done(made.call.code, made.act)
    say(n_("{n} input has more time.", "{n} inputs have more time.", len(made.inputs)))


@call.command("matrix")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE.xlsx", help=N_("Write a workbook."))
@with_context
def matrix_(context: Context, output: Path | None) -> None:
    """Show who has answered which call: ✓ itself, ◐ through a group, ✓◐ both, – not at all, × declined."""
    from negotiator.domain.call_matrix import SIGNS
    from negotiator.services.call_table import calls_and_answers, write_matrix

    workspace = context.workspace()
    if output is not None:
        write_matrix(workspace, output)
        say(_("Written to {path}.", path=output))
        return
    found, rows = calls_and_answers(workspace)
    codes = [each.call.code for each in found]
    if context.json:
        content = [
            {
                "stakeholder": row.stakeholder,
                "answers": dict(zip(codes, (each.value for each in row.answers), strict=True)),
            }
            for row in rows
        ]
        json_document("negotiator.matrix/1", {"as_of": workspace.now().iso(), "calls": codes, "rows": content})
    elif not rows:
        say(_("No call is recorded yet; “negotiator call add” makes one."))
    else:
        table(([row.stakeholder, *(SIGNS[each] for each in row.answers)] for row in rows), [_("asked"), *codes])


def _record(each: "Asked", now: "Instant") -> dict[str, object]:
    """Write a call as one flat record."""
    from negotiator.domain.dates import days_between

    call = each.call
    return {
        "id": call.code,
        "kind": call.kind.code,
        "title": call.title,
        "session": call.session or None,
        "since": call.asked.iso(),
        "due": {"at": call.due.iso(), "zone": call.due.zone, "days": days_between(now, call.due)},
        "asked": len(each.inputs),
        "came": each.count(came=True),
        "covered": each.count(by_group=True),
        "awaited": each.count(),
        "addressees": [expected.stakeholder for expected in each.inputs],
        "extensions": [
            {
                "decided": change.decided.iso(),
                "before": change.before.iso() if change.before else None,
                "after": change.after.iso(),
                "why": change.why,
            }
            for change in call.extensions
            if change.decided.utc <= now.utc
        ],
    }
