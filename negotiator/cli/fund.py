"""The voluntary fund for taking part: a noun with its verbs."""

import click

from negotiator.cli.options import Context, group, with_context
from negotiator.cli.output import Column, done, json_document, say, table
from negotiator.i18n import N_, _


@group()
def fund() -> None:
    """The voluntary fund for taking part: who paid what into it, and when."""


@fund.command("list")
@with_context
def list_(context: Context) -> None:
    """List what was paid into the fund, with the sum of each currency."""
    from negotiator.domain.fund import in_figures, sums
    from negotiator.services.fund import list_contributions

    workspace = context.workspace()
    found = list_contributions(workspace)
    if context.json:
        content = [
            {
                "id": each.code,
                "donor": each.donor,
                "amount": each.amount,
                "currency": each.currency,
                "date": each.on.isoformat(),
                "source": each.source or None,
                "note": each.note or None,
            }
            for each in found
        ]
        made = {"as_of": workspace.now().iso(), "contributions": content, "sums": sums(found)}
        json_document("negotiator.fund/1", made)
    elif not found:
        say(_("Nothing was paid into the fund; “negotiator fund add” notes a contribution."))
    else:
        table(
            (
                [
                    each.code,
                    each.on.isoformat(),
                    each.donor,
                    f"{each.amount:,.2f}",
                    each.currency,
                    each.source,
                    each.note,
                ]
                for each in found
            ),
            [
                *(_("id"), _("date"), Column(_("from"), elastic=True), Column(_("amount"), right=True), _("currency")),
                *(_("source"), Column(_("note"), elastic=True)),
            ],
        )
        say(_("In all: {sums}.", sums=in_figures(sums(found))))


@fund.command("add")
@click.option("--from", "donor", metavar="WHO", required=True, help=N_("Who paid: a code, or a name."))
@click.option("--amount", metavar="NUMBER", required=True, help=N_("How much, such as 12500 or 12,500.50."))
@click.option("--currency", metavar="CODE", default="USD", help=N_("Three letters; otherwise USD."))
@click.option("--on", metavar="DATE", help=N_("The day it was paid; otherwise today."))
@click.option("--source", default="", help=N_("The document that says so."))
@click.option("--note", default="", help=N_("What else there is to say."))
@with_context
def add(context: Context, donor: str, amount: str, currency: str, on: str | None, source: str, note: str) -> None:
    """Note a contribution to the fund; the mandate counts it from its day on."""
    from negotiator.services.fund import contribute
    from negotiator.services.mandate import list_mandate

    workspace = context.workspace()
    made, act = contribute(workspace, donor, amount, currency, on=on, source=source, note=note)
    done(made.code, act)
    if not any(check.fund for each in list_mandate(workspace) for check in each.action.checks):
        say(_("No action of this process counts the fund."))


@fund.command("withdraw")
@click.argument("code", metavar="ID")
@click.option("--why", required=True, help=N_("The reason."))
@click.option("--on", metavar="DATE", help=N_("Since when; otherwise today."))
@with_context
def withdraw(context: Context, code: str, why: str, on: str | None) -> None:
    """Take a contribution back, with the reason; --as-of still shows it as it was."""
    from negotiator.services.fund import take_back

    done(*take_back(context.workspace(), code, why=why, on=on))
