"""Calls for inputs: made, listed, extended."""

from pathlib import Path
from typing import Any

import click

from negotiator.cli.audience import audience_option, seen_by, tell_audience
from negotiator.cli.options import Context, group, with_context
from negotiator.cli.output import Column, done, json_document, say, table
from negotiator.i18n import N_, _, n_


@group()
def call() -> None:
    """Calls for inputs: what many are asked for until the same moment."""


@call.command("list")
@audience_option
@with_context
def list_(context: Context, audience: str | None) -> None:
    """List the calls with how many have answered, are covered by a group, or are awaited; a line for each kind."""
    from negotiator.cli.call_records import call_record
    from negotiator.domain.dates import day_in_words
    from negotiator.services.call_plans import count
    from negotiator.services.call_table import calls_for

    workspace = context.workspace()
    now, whose = workspace.now(), seen_by(audience)
    found = calls_for(workspace, whose)
    if context.json:
        content = [call_record(each, now) for each in found]
        json_document("negotiator.calls/1", {"as_of": now.iso(), "audience": whose.value, "calls": content})
        return
    if not found:
        say(_("No call is recorded yet; “negotiator call add” makes one."))
        return
    counts = (_("asked"), _("came"), _("covered"), _("awaited"))
    table(
        (
            [
                *(call.call.code, part.window.kind.code, part.title),
                *(day_in_words(part.window.asked.date), day_in_words(part.window.due.date), len(part.inputs)),
                *(count(part.inputs, came=True), count(part.inputs, by_group=True), count(part.inputs)),
            ]
            for call in found
            for part in call.parts()
        ),
        [
            *(_("call"), _("kind"), Column(_("title"), elastic=True), _("opens"), _("due")),
            *(Column(head, right=True) for head in counts),
        ],
    )
    tell_audience(audience)


@call.command("add")
@click.option("--kind", metavar="CODE", required=True, help=N_("What it is, such as WS."))
@click.option("--title", required=True, help=N_("What it is called."))
@click.option("--due", metavar="DATE|INSTANT", required=True, help=N_("Until when: a day, an instant, fri, +10wd."))
@click.option("--zone", help=N_("The zone of its dates; otherwise that of the session or the process."))
@click.option("--since", metavar="DATE|INSTANT", help=N_("Since when it is open; otherwise since now."))
@click.option(
    "--window",
    "windows",
    multiple=True,
    metavar="KIND:[OPENS..]DUE",
    help=N_("What else it asks for, within its own window, such as NP:2018-04-20..2018-05-04; repeat for each."),
)
@click.option("--session", metavar="CODE", help=N_("The session it belongs to."))
@click.option("--phase", metavar="CODE", help=N_("Its phase; otherwise that of its session."))
@click.option(
    "--to",
    required=True,
    metavar="WHOM,...",
    help=N_("category:MS, region:GRULAC, group:CODE, list:conference, or codes."),
)
@click.option(
    "--owed-by",
    type=click.Choice(("invited", "requested", "us")),
    help=N_("Who has to deliver; otherwise by its kind."),
)
@click.option("--dry-run", is_flag=True, help=N_("Show what would be expected from whom, and change nothing."))
@with_context
def add(
    context: Context,
    /,
    kind: str,
    title: str,
    due: str,
    to: str,
    owed_by: str | None,
    dry_run: bool,
    **terms: Any,
) -> None:
    """Ask many for the same things in one act, each kind within its own window."""
    from negotiator.cli.call_records import call_record
    from negotiator.domain.inputs import OwedBy
    from negotiator.services.calls import add_call, plan_call, told_due

    workspace = context.workspace()
    owed = OwedBy(owed_by) if owed_by else None
    make = plan_call if dry_run else add_call
    made = make(workspace, kind, title, due, to.split(","), owed_by=owed, **terms)
    if not dry_run:
        done(made.call.code, made.act)
    elif context.json:
        now = workspace.now()
        content = {**call_record(made, now), "odd": list(made.odd)}
        json_document("negotiator.calls/1", {"as_of": now.iso(), "calls": [content]})
    else:
        table(
            ([each.stakeholder, each.kind.code, each.owed_by.value] for each in made.inputs),
            [_("from"), _("kind"), _("owed")],
        )
    number = n_("{n} input", "{n} inputs", len(made.inputs))
    say(_("{call}: {inputs} due {when}.", call=made.call.code, inputs=number, when=told_due(made.call)))
    for sentence in made.odd:
        say(_("Note: {sentence}", sentence=sentence))


@call.command("extend")
@click.argument("code", metavar="CALL")
@click.option("--due", metavar="DATE|INSTANT", required=True, help=N_("The new date; the old one is kept."))
@click.option("--zone", help=N_("The zone of the new date; otherwise that of the old one."))
@click.option("--why", required=True, help=N_("The reason."))
@click.option("--source", default="", help=N_("The document that says so."))
@click.option("--for", "to", metavar="CODE,...", default="", help=N_("Only for these; otherwise for everybody."))
@click.option("--kind", default="", metavar="CODE", help=N_("Only for this kind, where the call asks for several."))
@with_context
def extend(context: Context, code: str, due: str, zone: str | None, why: str, source: str, to: str, kind: str) -> None:
    """Give those who have not answered more time."""
    from negotiator.services.calls import extend_call

    only = [word for word in to.split(",") if word.strip()]
    made = extend_call(context.workspace(), code, due, why=why, source=source, zone=zone, to=only, kind=kind)
    done(made.call.code, made.act)
    say(n_("{n} input has more time.", "{n} inputs have more time.", len(made.inputs)))


@call.command("matrix")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE.xlsx", help=N_("Write a workbook."))
@audience_option
@with_context
def matrix_(context: Context, output: Path | None, audience: str | None) -> None:
    """Show who has answered which call: ✓ itself, ◐ through a group, ✓◐ both, – not at all, × declined.

    It is made for an audience, and says for which: what is not meant for it is left out, and so is a group that covers
    somebody by what it may not see.
    """
    from negotiator.domain.call_matrix import SIGNS
    from negotiator.services.call_table import calls_and_answers, write_matrix

    workspace, whose = context.workspace(), seen_by(audience)
    if output is not None:
        write_matrix(workspace, output, whose)
        tell_audience(audience)
        say(_("Written to {path}.", path=output))
        return
    found, rows = calls_and_answers(workspace, whose)
    codes = [each.code for each in found]
    if context.json:
        content = [
            {
                "stakeholder": row.stakeholder,
                "answers": dict(zip(codes, (each.value for each in row.answers), strict=True)),
            }
            for row in rows
        ]
        document = {"as_of": workspace.now().iso(), "audience": whose.value, "calls": codes, "rows": content}
        json_document("negotiator.matrix/1", document)
    elif not rows:
        say(_("No call is recorded yet; “negotiator call add” makes one."))
    else:
        table(([row.stakeholder, *(SIGNS[each] for each in row.answers)] for row in rows), [_("asked"), *codes])
        tell_audience(audience)
