"""Proposals: listed, made, supported and opposed, answered, taken from returned files."""

from typing import TYPE_CHECKING

import click

from negotiator.cli.audience import audience_option, seen_by
from negotiator.cli.options import Context, group, pairs, with_context
from negotiator.cli.output import Column, done, json_document, say, show, table
from negotiator.cli.proposal_fates import fates
from negotiator.cli.proposal_records import proposal_record, tell_made
from negotiator.cli.proposal_stances import flexible, oppose, support
from negotiator.errors import WrongUsage
from negotiator.i18n import N_, _

if TYPE_CHECKING:
    pass

DISPOSITIONS = ("open", "reflected", "partly", "moved", "not", "withdrawn")
ACTIONS = ("add", "delete", "replace", "move", "retain", "bracket", "merge", "split", "editorial")

_on = click.option("--on", metavar="DATE|INSTANT", help=N_("When that took place; otherwise now."))


@group()
def proposal() -> None:
    """Proposals: what is asked of a provision, who is for and against it, what became of it."""


@proposal.command("list")
@click.option("--draft", metavar="DRAFT", default="", help=N_("Only those on this text."))
@click.option("--at", "label", metavar="LABEL", default="", help=N_("Only those on this paragraph."))
@click.option("--by", metavar="CODE", default="", help=N_("Only those made by this delegation."))
@click.option("--state", type=click.Choice(DISPOSITIONS), help=N_("Only those of which this became."))
@click.option("--session", metavar="CODE", default="", help=N_("Only those made of this session's log."))
@click.option("--unanswered", is_flag=True, help=N_("Only those of which nothing became yet."))
@audience_option
@with_context
def list_(
    context: Context,
    draft: str,
    label: str,
    by: str,
    state: str | None,
    session: str,
    unanswered: bool,
    audience: str | None,
) -> None:
    """List the proposals."""
    from negotiator.domain.audience import AUDIENCES as TITLES
    from negotiator.domain.proposal import ACTIONS as WORDS
    from negotiator.domain.proposal import DISPOSITIONS as TOLD
    from negotiator.domain.proposal import Disposition, Stance
    from negotiator.services.proposal_lists import Wanted, list_proposals

    workspace = context.workspace()
    wanted = Wanted(draft, label, by, Disposition(state) if state else None, unanswered, session)
    seen = seen_by(audience)
    found = list_proposals(workspace, wanted, seen)
    if context.json:
        content = [proposal_record(each) for each in found]
        made = {"as_of": workspace.now().iso(), "audience": seen.value, "proposals": content}
        json_document("negotiator.proposals/1", made)
        return
    if not found:
        say(_("No proposal fits; “negotiator proposal add” notes one, p makes one of an entry of the floor log."))
        return
    table(
        (
            [
                *(each.code, each.draft, f"¶{each.label}", each.by, _(WORDS[each.action])),
                *(len(each.those(Stance.SUPPORT)), len(each.those(Stance.OPPOSE)), _(TOLD[each.disposition])),
                each.wording,
            ]
            for each in found
        ),
        [
            *(_("proposal"), _("text"), _("paragraph"), _("by"), _("action")),
            *(Column("+", right=True), Column("−", right=True), _("state"), Column(_("words"), elastic=True)),
        ],
    )
    say(_("For: {audience}.", audience=_(TITLES[seen])))


@proposal.command("show")
@click.argument("code", metavar="PROPOSAL")
@audience_option
@with_context
def show_(context: Context, code: str, audience: str | None) -> None:
    """Show one proposal: its words, who is for and against it, what became of it, and what may be the same."""
    from negotiator.cli.proposal_records import lines
    from negotiator.domain.proposal import like
    from negotiator.services.proposal_lists import get_proposal, list_proposals

    workspace = context.workspace()
    each = get_proposal(workspace, code, seen_by(audience))
    if context.json:
        json_document("negotiator.proposal/1", {"as_of": workspace.now().iso(), "proposal": proposal_record(each)})
        return
    for line in lines(each, like(each, list_proposals(workspace, audience=seen_by(audience)))):
        show(line)


@proposal.command("add")
@click.option("--draft", required=True, metavar="DRAFT", help=N_("The text, such as rev1."))
@click.option("--at", "label", required=True, metavar="LABEL", help=N_("The paragraph, by its label in that text."))
@click.option("--by", required=True, metavar="CODE", help=N_("The delegation that makes it."))
@click.option("--action", required=True, type=click.Choice(ACTIONS), help=N_("What is to be done."))
@click.option("--old", default="", metavar="WORDS", help=N_("The words it is about; otherwise the whole paragraph."))
@click.option("--text", "new", default="", metavar="WORDS", help=N_("The wording that is proposed."))
@click.option("--for", "of_group", default="", metavar="GROUP", help=N_("The group in whose name it is made."))
@click.option(
    "--entry", default="", metavar="ENTRY", help=N_("The entry of the floor log it is made of, such as R3-12.")
)
@click.option("--note", default="", help=N_("What else there is to say."))
@_on
@audience_option
@with_context
def add(
    context: Context,
    draft: str,
    label: str,
    by: str,
    action: str,
    old: str,
    new: str,
    of_group: str,
    entry: str,
    note: str,
    on: str | None,
    audience: str | None,
) -> None:
    """Note a proposal; an unknown paragraph and words that do not stand there are kept and told."""
    from negotiator.domain.audience import Audience
    from negotiator.domain.proposal import Action
    from negotiator.services.proposals import Said, propose

    seen = Audience(audience) if audience else Audience.MEMBER_STATES
    said = Said(draft, label, by, Action(action), old, new, of_group, entry, note, on, seen)
    tell_made(propose(context.workspace(), said))


@proposal.command("edit")
@click.argument("code", metavar="PROPOSAL")
@click.option("--at", "label", metavar="LABEL", help=N_("The paragraph, by its label in that text."))
@click.option("--action", type=click.Choice(ACTIONS), help=N_("What is to be done."))
@click.option("--old", metavar="WORDS", help=N_("The words it is about; otherwise the whole paragraph."))
@click.option("--text", "new", metavar="WORDS", help=N_("The wording that is proposed."))
@click.option("--note", help=N_("What else there is to say."))
@with_context
def edit(
    context: Context,
    code: str,
    label: str | None,
    action: str | None,
    old: str | None,
    new: str | None,
    note: str | None,
) -> None:
    """Change what a proposal says."""
    from negotiator.domain.proposal import Action
    from negotiator.services.proposals import edit as change

    if not any(value is not None for value in (label, action, old, new, note)):
        raise WrongUsage(_("Say what to change in {input}.", input=code))
    act = Action(action) if action else None
    tell_made(change(context.workspace(), code, at=label, action=act, old=old, new=new, note=note))


@proposal.command("dispose")
@click.argument("code", metavar="PROPOSAL")
@click.argument("disposition", type=click.Choice(DISPOSITIONS[1:]))
@click.option("--why", default="", help=N_("The reason."))
@click.option("--draft", default="", metavar="DRAFT", help=N_("The text in which it was answered."))
@_on
@with_context
def dispose(context: Context, code: str, disposition: str, why: str, draft: str, on: str | None) -> None:
    """Say what became of a proposal: reflected, partly, moved, not, withdrawn."""
    from negotiator.domain.proposal import Disposition
    from negotiator.services.proposals import dispose as answer

    made = answer(context.workspace(), code, Disposition(disposition), why=why, draft=draft, on=on)
    done(made.code, made.act)


@proposal.command("import")
@click.argument("file", metavar="FILE")
@click.option("--draft", default="", metavar="DRAFT", help=N_("The text it is for; otherwise the latest."))
@click.option("--from", "sender", default="", metavar="NAME", help=N_("Who sent it, where the file does not say."))
@click.option("--only", default="", metavar="N,...", help=N_("Only these items of the plan, by their numbers."))
@click.option("--party", "parties", multiple=True, metavar="N=CODE", help=N_("Whose item it is; repeat."))
@click.option("--dry-run", is_flag=True, help=N_("Show what would be stored, and change nothing."))
@with_context
def import_(
    context: Context, file: str, draft: str, sender: str, only: str, parties: tuple[str, ...], dry_run: bool
) -> None:
    """Make proposals of the tracked changes and comments of a returned Word file.

    Only items whose party is known for certain are stored; --party says whose the others are, --only leaves items out.
    """
    from negotiator.cli.returned import show_plan
    from negotiator.services.proposal_import import import_returned, latest_address

    workspace = context.workspace()
    address = draft or latest_address(workspace)
    if dry_run:
        show_plan(context, file, address, sender)
        return
    numbers = frozenset(_number(word) for word in only.split(",") if word.strip())
    chosen = {_number(item): code for item, code in pairs("--party", parties)}
    made = import_returned(workspace, file, address, sender=sender, only=numbers, parties=chosen)
    done(", ".join(made.codes), made.act)
    for number, why in made.left.items():
        say(_("{number} was left out: {why}", number=number, why=why))


def _number(word: str) -> int:
    if not word.strip().isdecimal():
        raise WrongUsage(_("“{word}” is not the number of an item.", word=word))
    return int(word)


for act in (support, oppose, flexible, fates):
    proposal.add_command(act)
