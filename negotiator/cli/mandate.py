"""The mandate: each action with its rule, figures, evidence and status, and what people record about it."""

import click

from negotiator.cli.options import Context, Group, with_context
from negotiator.cli.output import Column, done, json_document, say, show, table
from negotiator.errors import WrongUsage
from negotiator.i18n import N_, _

CHOICES = (
    *("not-due", "due-soon", "met", "met-lenient", "late", "missed"),
    *("superseded", "inherited", "uptake", "no-evidence", "not-checkable"),
)


@click.group("mandate", cls=Group, invoke_without_command=True)
@click.option("--status", "statuses", multiple=True, type=click.Choice(CHOICES), help=N_("Only those that stand so."))
@click.option("--phase", metavar="CODE", help=N_("Only those of this phase."))
@click.option("--responsible", metavar="NAME", help=N_("Only those for which this actor is responsible."))
@click.option("--due-within", metavar="DAYS", help=N_("Only those due within so many days, such as 30d."))
@with_context
def mandate(
    context: Context, statuses: tuple[str, ...], phase: str | None, responsible: str | None, due_within: str | None
) -> None:
    """Each mandated action: its rule, figures, evidence, status and why."""
    from negotiator.cli.mandate_records import mandate_record
    from negotiator.domain.mandate import STATUSES, Status
    from negotiator.domain.mandate_words import SIGNS, days_in_figures
    from negotiator.services.mandate import Wanted, list_mandate, parse_span

    if click.get_current_context().invoked_subcommand is not None:
        return
    within = parse_span(due_within) if due_within else None
    workspace = context.workspace()
    wanted = Wanted(tuple(Status(each) for each in statuses), phase, responsible, within)
    found = list_mandate(workspace, wanted)
    if context.json:
        content = [mandate_record(each) for each in found]
        json_document("negotiator.mandate/1", {"as_of": workspace.now().iso(), "actions": content})
    elif not found:
        say(_("There are no such mandated actions."))
    else:
        table(
            (
                [
                    SIGNS[each.tone],
                    each.action.code,
                    each.action.paragraph,
                    _(STATUSES[each.status]),
                    days_in_figures(each),
                    each.figures,
                    each.action.title.said,
                ]
                for each in found
            ),
            [
                *("", _("id"), _("paragraph"), _("status"), Column(_("days"), right=True)),
                *(Column(_("figures"), elastic=True), Column(_("what"), elastic=True)),
            ],
        )


@mandate.command("show")
@click.argument("code", metavar="ID")
@with_context
def show_(context: Context, code: str) -> None:
    """Show one mandated action with the reasons for its status."""
    from negotiator.cli.mandate_records import mandate_lines, mandate_record
    from negotiator.services.mandate import get_action

    workspace = context.workspace()
    found = get_action(workspace, code)
    if context.json:
        content = [mandate_record(found)]
        json_document("negotiator.mandate/1", {"as_of": workspace.now().iso(), "actions": content})
    else:
        for line in mandate_lines(found):
            show(line)


@mandate.command("evidence")
@click.argument("code", metavar="ID")
@click.option("--session", metavar="CODE", help=N_("A session that shows it."))
@click.option("--document", metavar="SYMBOL", help=N_("A document that shows it."))
@click.option("--input", "input_", metavar="ID", help=N_("An input that shows it, such as I-045."))
@click.option("--draft", metavar="CODE", help=N_("A draft that shows it."))
@click.option("--note", metavar="WORDS", help=N_("Words of your own."))
@click.option("--on", metavar="DATE", help=N_("The day it bears; otherwise that of the session, input or draft."))
@click.option("--for", "for_", metavar="SESSION", help=N_("The session it is for, where each one needs its own."))
@click.option("--withdraw", metavar="EVIDENCE", help=N_("Take back a piece of evidence, such as E-003."))
@click.option("--why", default="", help=N_("What it shows, or why it is taken back."))
@with_context
def evidence(
    context: Context,
    code: str,
    session: str | None,
    document: str | None,
    input_: str | None,
    draft: str | None,
    note: str | None,
    on: str | None,
    for_: str | None,
    withdraw: str | None,
    why: str,
) -> None:
    """Put something forward as evidence for a mandated action, or take it back."""
    from negotiator.domain.mandate import EvidenceKind
    from negotiator.services.mandate_acts import attach, withdraw_evidence

    given = {
        kind: words
        for kind, words in zip(EvidenceKind, (session, document, input_, draft, note), strict=True)
        if words is not None
    }
    if len(given) + (withdraw is not None) != 1:
        raise WrongUsage(_("Give one of --session, --document, --input, --draft, --note or --withdraw."))
    if withdraw is not None:
        made = withdraw_evidence(context.workspace(), code, withdraw, why=why, on=on)
    else:
        [(kind, words)] = given.items()
        made = attach(context.workspace(), code, kind, words, on=on, session=for_, words=why)
    done(made.code, made.act)


@mandate.command("reading")
@click.argument("code", metavar="ID")
@click.option("--strict", "reading", flag_value="strict", help=N_("The strict reading holds."))
@click.option("--lenient", "reading", flag_value="lenient", help=N_("The lenient reading holds."))
@click.option("--until", metavar="DATE", help=N_("The last day that holds."))
@click.option("--why", required=True, help=N_("The reason."))
@click.option("--source", default="", help=N_("The document that says so."))
@click.option("--decided", metavar="DATE", help=N_("Since when; otherwise today."))
@click.option("--by", default="", help=N_("Who decided."))
@click.option("--dry-run", is_flag=True, help=N_("With --until: show what would change, and change nothing."))
@with_context
def reading(
    context: Context,
    code: str,
    reading: str | None,
    until: str | None,
    why: str,
    source: str,
    decided: str | None,
    by: str,
    dry_run: bool,
) -> None:
    """Decide how the date of a mandated action is to be read, with the reason; what hangs on it is told."""
    from negotiator.cli.moving import preview_document, preview_lines
    from negotiator.services.mandate_acts import override
    from negotiator.services.moving import preview_action

    workspace = context.workspace()
    if dry_run and (reading or not until):
        raise WrongUsage(_("--dry-run goes with --until: a choice between readings moves nothing."))
    if until and reading is None:
        preview = preview_action(workspace, code, until)
        if dry_run and context.json:
            json_document("negotiator.move/1", preview_document(preview))
            return
        for line in preview_lines(preview):
            (show if dry_run else say)(line)
    if not dry_run:
        made = override(workspace, code, reading, until=until, why=why, source=source, decided=decided, by=by)
        done(made.code, made.act)


@mandate.command("supersede")
@click.argument("code", metavar="ID")
@click.option("--by", metavar="SYMBOL", required=True, help=N_("The decision that took its place."))
@click.option("--why", default="", help=N_("What it decided."))
@click.option("--on", metavar="DATE", help=N_("Since when; otherwise today."))
@with_context
def supersede(context: Context, code: str, by: str, why: str, on: str | None) -> None:
    """Record that a later decision took the place of a mandated action."""
    from negotiator.services.mandate_acts import supersede as record

    made = record(context.workspace(), code, by, why=why, on=on)
    done(made.code, made.act)
