"""What became of the proposals on a text: suggested by the words, confirmed by a person in one act."""

from typing import TYPE_CHECKING

import click

from negotiator.cli.options import Context, command, pairs, with_context
from negotiator.cli.output import Column, done, json_document, say, table
from negotiator.cli.proposal_records import suggestion_record
from negotiator.errors import WrongUsage
from negotiator.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from negotiator.domain.proposal import Disposition
    from negotiator.services.fates import Decision, Fates

ALL = "all"


@command("fates")
@click.argument("draft", metavar="DRAFT")
@click.argument("into", metavar="DRAFT", default="")
@click.option(
    "--confirm",
    "taken",
    metavar="PROPOSAL,...|all",
    default="",
    help=N_("Store the suggestions on these proposals, in one act."),
)
@click.option("--as", "named", metavar="PROPOSAL=STATE", multiple=True, help=N_("What became of one instead; repeat."))
@click.option("--why", "reasons", metavar="PROPOSAL=WORDS", multiple=True, help=N_("Why that became of one; repeat."))
@with_context
def fates(
    context: Context, draft: str, into: str, taken: str, named: tuple[str, ...], reasons: tuple[str, ...]
) -> None:
    """Suggest what became of the open proposals on a text, in the text made of it; --confirm stores that.

    A proposal that was reflected in part or not at all needs its reason: --why P-012="nobody else asked for it". What
    lacks it is left out and told.
    """
    from negotiator.services.fates import confirm_fates, suggested_fates

    found = suggested_fates(context.workspace(), draft, into)
    if not (taken or named):
        if reasons:
            raise WrongUsage(_("Say with --confirm or --as of which proposals that is to be stored."))
        _show(context, found)
        return
    decided = _decided(found, taken, named, reasons)
    made = confirm_fates(context.workspace(), found, decided)
    done(", ".join(made.codes), made.act)
    for code, why in made.left.items():
        say(_("{number} was left out: {why}", number=code, why=why))


def _decided(found: "Fates", taken: str, named: tuple[str, ...], reasons: tuple[str, ...]) -> "dict[str, Decision]":
    """Put together what is suggested, what is said instead, and why; of each proposal by its code."""
    from negotiator.services.fates import Decision, suggested_decision

    usual = {each.proposal.code: suggested_decision(each) for each in found.found}
    whys = {_code(word): why for word, why in pairs("--why", reasons)}
    instead = {_code(word): _state(state) for word, state in pairs("--as", named)}
    codes = list(usual) if taken.strip() == ALL else [_code(word) for word in taken.split(",") if word.strip()]
    chosen = dict.fromkeys([*codes, *instead])
    if idle := sorted(set(whys) - set(chosen)):
        raise WrongUsage(_("{number} has a reason, but --confirm and --as leave it out.", number=idle[0]))
    return {
        code: Decision(instead[code] if code in instead else _of(usual, code), whys.get(code, "")) for code in chosen
    }


def _of(usual: "Mapping[str, Decision]", code: str) -> "Disposition | None":
    return usual[code].disposition if code in usual else None


def _code(word: str) -> str:
    from negotiator.domain.codes import number_in
    from negotiator.domain.proposal import proposal_code

    number = number_in(word, "P")
    return word.strip() if number is None else proposal_code(number)


def _state(word: str) -> "Disposition":
    from negotiator.domain.proposal import Disposition

    able = [each.value for each in Disposition if each is not Disposition.OPEN]
    if word.casefold() not in able:
        told = {"word": word, "choices": ", ".join(able)}
        raise WrongUsage(_("Nothing becomes “{word}”; choose one of {choices}.", **told))
    return Disposition(word.casefold())


def _show(context: Context, found: "Fates") -> None:
    if context.json:
        content = [suggestion_record(each) for each in found.found]
        json_document("negotiator.fates/1", {"old": found.old, "new": found.new, "fates": content})
        return
    if not found.found:
        say(_("No proposal on {draft} is without an answer.", draft=found.old))
        return
    from negotiator.domain.proposal import DISPOSITIONS as TOLD
    from negotiator.domain.proposal import Disposition

    table(
        (
            [
                *(each.proposal.code, f"¶{each.proposal.label}", each.proposal.by, each.proposal.wording),
                _(TOLD[Disposition(each.suggestion.fate.value)]) if each.suggestion else _("not to be found"),
                f"{each.suggestion.share:.0%}" if each.suggestion else "",
                each.suggestion.where.label if each.suggestion and each.suggestion.where else "",
            ]
            for each in found.found
        ),
        [
            *(_("proposal"), _("paragraph"), _("by"), Column(_("words"), elastic=True)),
            *(_("suggested"), Column(_("share"), right=True), _("in {draft}", draft=found.new)),
        ],
    )
    say(_("“--confirm all” stores what is suggested; what became of none or a part needs a --why."))
