"""What a returned Word file proposes for a draft, as a table and as JSON."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from negotiator.cli.output import Column, json_document, say, table
from negotiator.comparing.returned import Proposed
from negotiator.i18n import _, n_

if TYPE_CHECKING:
    from negotiator.cli.options import Context
    from negotiator.services.returned_files import Plan, PlannedProposal
    from negotiator.text.provision import Provision


def show_plan(context: "Context", file: str, address: str, sender: str) -> None:
    """Print what a returned file proposes for a draft; stores nothing."""
    from negotiator.services.returned_files import plan_returned_file
    from negotiator.services.returned_words import base_sentence

    plan = plan_returned_file(context.workspace(), file, address, sender=sender)
    if context.json:
        json_document("negotiator.plan/1", plan_record(plan))
        return
    if plan.items:
        table(
            [_cells(each) for each in plan.items],
            [
                *(Column("#", right=True), _("paragraph"), _("change"), _("party")),
                *(Column(_("old"), elastic=True), Column(_("new"), elastic=True), _("still")),
            ],
        )
    else:
        say(_("The file has no tracked changes and no comments."))
    if plan.left:
        say(
            n_(
                "{n} tracked change alters no words of a paragraph and was left out.",
                "{n} tracked changes alter no words of a paragraph and were left out.",
                plan.left,
            )
        )
    say(base_sentence(plan))


def _cells(planned: "PlannedProposal") -> Sequence[str | int]:
    from negotiator.services.returned_words import FITS, party_told, place_told

    item = planned.item
    new = item.new or (item.words if item.proposed is Proposed.POSITION else "")
    told = (place_told(item), item.proposed.value, party_told(planned.party))
    return planned.number, *told, item.old, new, _(FITS[item.fit])


def plan_record(plan: "Plan") -> dict[str, object]:
    """Write a plan as the content of `negotiator.plan/1`."""
    return {
        "file": plan.file,
        "sha256": plan.sha256,
        "draft": plan.draft,
        "base": plan.base.address if plan.base else None,
        "stale": plan.stale,
        "candidates": [{"draft": each.address, "share": round(each.share, 3)} for each in plan.candidates],
        "fits": {fit.value: count for fit, count in plan.fits().items()},
        "left_out": plan.left,
        "proposals": [_record(each) for each in plan.items],
    }


def _record(planned: "PlannedProposal") -> dict[str, object]:
    item, party = planned.item, planned.party
    return {
        "number": planned.number,
        "change": item.proposed.value,
        "place": _place(item.place),
        "based_on": _place(item.based_on),
        "old": item.old,
        "new": item.new,
        "label": item.label,
        "words": item.words,
        "party": party.code,
        "parties": list(party.codes),
        "party_told": party.told.value if party.told else None,
        "party_words": party.words,
        "authors": list(item.authors),
        "dates": list(item.dates),
        "comments": [{"author": each.author, "date": each.date, "text": each.words} for each in item.remarks],
        "fit": item.fit.value,
    }


def _place(provision: "Provision | None") -> dict[str, object] | None:
    if provision is None:
        return None
    return {"path": provision.path, "label": provision.label, "index": provision.index}
