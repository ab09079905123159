"""Accreditation: applications listed, noted, taken further, objected to."""

from collections.abc import Sequence

import click

from negotiator.cli.accreditation_records import accreditation_record, people, standing_of
from negotiator.cli.audience import AUDIENCES, audience_option, seen_by
from negotiator.cli.options import Context, group, with_context
from negotiator.cli.output import Column, done, json_document, say, show, table
from negotiator.i18n import N_, _

LISTS = ("preparatory", "conference")
ROUTES = ("list", "ecosoc", "nhri")


@group()
def accreditation() -> None:
    """Accreditation: who asks to be admitted, to what, and how far each application has come."""


@accreditation.command("list")
@click.option("--list", "admission", type=click.Choice(LISTS), help=N_("Only this list."))
@click.option("--route", type=click.Choice(ROUTES), help=N_("Only those that take this way."))
@click.option("--state", metavar="STATE", help=N_("Only those that have come this far, such as proposed."))
@click.option("--category", metavar="CODE", help=N_("Only those of this category, such as MS."))
@click.option("--region", metavar="CODE", help=N_("Only those of this regional group, such as GRULAC."))
@click.option("--objected", is_flag=True, help=N_("Only those to which somebody objected."))
@audience_option
@with_context
def list_(
    context: Context,
    admission: str | None,
    route: str | None,
    state: str | None,
    category: str | None,
    region: str | None,
    objected: bool,
    audience: str | None,
) -> None:
    """List the applications to the preparatory process and to the conference."""
    from negotiator.domain.accreditation import ACCREDITATION_STATES, ADMISSIONS, Admission, Route
    from negotiator.domain.audience import AUDIENCES as TITLES
    from negotiator.services.accreditation import Wanted, list_accreditations, state_named

    workspace = context.workspace()
    wanted = Wanted(
        Admission(admission) if admission else None,
        Route(route) if route else None,
        state_named(state) if state else None,
        category or "",
        region or "",
        objected,
    )
    seen = seen_by(audience)
    found = list_accreditations(workspace, wanted, seen)
    if context.json:
        content = [accreditation_record(each) for each in found]
        made = {"as_of": workspace.now().iso(), "audience": seen.value, "accreditations": content}
        json_document("negotiator.accreditations/1", made)
        return
    if not found:
        say(_("No application fits; “negotiator accreditation add” notes one, “stakeholder import” a list of them."))
        return
    table(
        (
            [
                *(each.code, _(ADMISSIONS[each.admission]), _(ACCREDITATION_STATES[each.state])),
                *(each.stakeholder, each.category, each.region, each.applied.isoformat(), standing_of(each)),
            ]
            for each in found
        ),
        [
            *(_("application"), _("to"), _("state"), Column(_("from"), elastic=True)),
            *(_("category"), _("region"), _("applied"), _("standing")),
        ],
    )
    say(_("For: {audience}.", audience=_(TITLES[seen])))


@accreditation.command("show")
@click.argument("code", metavar="APPLICATION")
@audience_option
@with_context
def show_(context: Context, code: str, audience: str | None) -> None:
    """Show one application: its way, its steps, and the objections that whoever asks may see."""
    from negotiator.domain.accreditation import ACCREDITATION_STATES, ADMISSIONS, ROUTES
    from negotiator.domain.audience import AUDIENCES as TITLES
    from negotiator.services.accreditation import get_accreditation

    workspace = context.workspace()
    each = get_accreditation(workspace, code, seen_by(audience))
    if context.json:
        made = {"as_of": workspace.now().iso(), "accreditation": accreditation_record(each)}
        json_document("negotiator.accreditation/1", made)
        return
    show(f"{each.code}  {each.stakeholder}")
    facts = {
        _("to"): _(ADMISSIONS[each.admission]),
        _("state"): _(ACCREDITATION_STATES[each.state]) + (f": {each.reason}" if each.reason else ""),
        _("way"): _(ROUTES[each.route]),
        _("standing"): standing_of(each),
        _("category"): each.category,
        _("region"): each.region,
        _("applied"): each.applied.isoformat() + (f" ({_('thanks to the extended date')})" if each.extended else ""),
        _("representatives"): people(each.women, each.men),
        _("audience"): _(TITLES[each.visibility]),
        _("note"): each.note,
    }
    for label, fact in facts.items():
        if fact:
            show(f"{label}: {fact}")
    for step in each.steps:
        show(f"{step.at.iso()}  {_(ACCREDITATION_STATES[step.state])}" + (f": {step.why}" if step.why else ""))
    for made_by in each.objections:
        basis = made_by.basis or _("no basis given")
        show(f"{made_by.at.iso()}  " + _("{state} objects: {basis}", state=made_by.by, basis=basis))
        for state, at in made_by.shared:
            show(f"{at.iso()}  " + _("shared with {state}", state=state))


@accreditation.command("add")
@click.argument("applicant", metavar="CODE")
@click.option(
    "--list", "admission", type=click.Choice(LISTS), required=True, help=N_("What it asks to be admitted to.")
)
@click.option("--route", type=click.Choice(ROUTES), help=N_("The way it takes; otherwise by its category."))
@click.option("--on", metavar="DATE|INSTANT", help=N_("When it applied; otherwise now."))
@click.option("--status", default="", help=N_("Consultative status (general, special, roster) or grade (A, B)."))
@click.option("--year", type=click.IntRange(1946, 2100), help=N_("The year since which it has that standing."))
@click.option("--women", type=click.IntRange(0, 9999), default=0, help=N_("Women among its representatives."))
@click.option("--men", type=click.IntRange(0, 9999), default=0, help=N_("Men among its representatives."))
@click.option("--extended", is_flag=True, help=N_("It applied only thanks to an extended date."))
@click.option("--note", default="", help=N_("What else there is to say."))
@with_context
def add(
    context: Context,
    applicant: str,
    admission: str,
    route: str | None,
    on: str | None,
    status: str,
    year: int | None,
    women: int,
    men: int,
    extended: bool,
    note: str,
) -> None:
    """Note that a stakeholder applies to be admitted."""
    from negotiator.domain.accreditation import Admission, Route
    from negotiator.services.accreditation import apply_for

    added = apply_for(
        context.workspace(),
        applicant,
        Admission(admission),
        route=Route(route) if route else None,
        on=on,
        status=status,
        status_year=year,
        women=women,
        men=men,
        extended=extended,
        note=note,
    )
    done(added.code, added.act)


@accreditation.command("mark")
@click.argument("words", nargs=-1, required=True, metavar="APPLICATION... STATE")
@click.option("--why", default="", help=N_("The reason."))
@click.option("--on", metavar="DATE|INSTANT", help=N_("When that took place; otherwise now."))
@with_context
def mark(context: Context, words: tuple[str, ...], why: str, on: str | None) -> None:
    """Take applications to a state: vetted, proposed, resolved, approved, registered, badge-issued, attended, ...

    Several at once are taken together or not at all.
    """
    from negotiator.services.accreditation import take_further

    marked = take_further(context.workspace(), words[:-1], words[-1], why=why, on=on)
    done(marked.code, marked.act)


@accreditation.command("object")
@click.argument("code", metavar="APPLICATION")
@click.option("--by", "state", metavar="CODE", required=True, help=N_("The Member State that objects."))
@click.option("--basis", default="", help=N_("The general basis, where the State gives one."))
@click.option("--on", metavar="DATE|INSTANT", help=N_("When it objected; otherwise now."))
@click.option("--audience", type=click.Choice(AUDIENCES), help=N_("Who may know of it; otherwise nobody but us."))
@with_context
def object_(context: Context, code: str, state: str, basis: str, on: str | None, audience: str | None) -> None:
    """Note that a Member State objects to a name on the list; confidential unless said otherwise."""
    from negotiator.domain.accreditation import OBJECTIONS_ARE_FOR
    from negotiator.domain.audience import Audience
    from negotiator.services.accreditation import object_to

    seen = Audience(audience) if audience else OBJECTIONS_ARE_FOR
    noted = object_to(context.workspace(), code, state, basis=basis, on=on, visibility=seen)
    done(noted.code, noted.act)


@accreditation.command("share")
@click.argument("code", metavar="APPLICATION")
@click.option("--with", "state", metavar="CODE", required=True, help=N_("The Member State that asked."))
@click.option("--on", metavar="DATE|INSTANT", help=N_("When; otherwise now."))
@with_context
def share(context: Context, code: str, state: str, on: str | None) -> None:
    """Note that what is held of the objections was shared with a State that asked."""
    from negotiator.services.accreditation import share_with

    noted = share_with(context.workspace(), code, state, on=on)
    done(noted.code, noted.act)


@accreditation.command("statistics")
@click.option("--list", "admission", type=click.Choice(LISTS), help=N_("Only this list."))
@audience_option
@with_context
def statistics(context: Context, admission: str | None, audience: str | None) -> None:
    """Count the applications by region and by category, with the women and men that represent them."""
    from negotiator.domain.accreditation import ADMISSIONS, Admission, shares
    from negotiator.services.accreditation import Wanted, list_accreditations

    workspace = context.workspace()
    seen = seen_by(audience)
    lists = [Admission(admission)] if admission else list(Admission)
    counted = []
    for each in lists:
        found = list_accreditations(workspace, Wanted(each), seen)
        counted.append((each, shares(found, by_region=True), shares(found, by_region=False)))
    if context.json:
        content = [
            {
                "list": each.value,
                "by": what,
                "of": share.name or None,
                "applied": share.applied,
                "admitted": share.admitted,
                "women": share.women,
                "men": share.men,
            }
            for each, regions, categories in counted
            for what, found_ in (("region", regions), ("category", categories))
            for share in found_
        ]
        made = {"as_of": workspace.now().iso(), "audience": seen.value, "statistics": content}
        json_document("negotiator.accreditation-statistics/1", made)
        return
    for each, regions, categories in counted:
        show(_(ADMISSIONS[each]))
        for what, shares_ in ((_("region"), regions), (_("category"), categories)):
            table(
                ([share.name or "–", share.applied, share.admitted, share.women, share.men] for share in shares_),
                [what, *(Column(head, right=True) for head in _counts())],
            )
            show()


def _counts() -> Sequence[str]:
    return (_("applied"), _("admitted"), _("women"), _("men"))
