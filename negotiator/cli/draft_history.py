"""One provision through all drafts."""

from typing import TYPE_CHECKING

import click

from negotiator.cli.options import Context, command, with_context
from negotiator.cli.output import Column, json_document, show, table
from negotiator.i18n import N_, _

if TYPE_CHECKING:
    from negotiator.services.discussed import Stop

BECAME = {
    "same": N_("the same"),
    "edited": N_("edited"),
    "moved": N_("moved"),
    "split": N_("split"),
    "merged": N_("merged"),
    "inserted": N_("new"),
    "": "",
}
"""What people read for how a provision came from the draft before."""


@command("where")
@click.argument("draft", metavar="DRAFT")
@click.argument("label", metavar="LABEL")
@with_context
def where(context: Context, draft: str, label: str) -> None:
    """Show where a paragraph stands in every draft, by the number it has there."""
    from negotiator.services.discussed import stops

    found = stops(context.workspace(), draft, label)
    if context.json:
        json_document("negotiator.provision-where/1", {"stops": [_record(each) for each in found]})
        return
    table(
        ([each.address, each.provision.label, _(BECAME[each.became]), each.provision.text] for each in found),
        [_("text"), _("paragraph"), _("became"), Column(_("words"), elastic=True)],
    )


@command("history")
@click.argument("draft", metavar="DRAFT")
@click.argument("label", metavar="LABEL")
@with_context
def history(context: Context, draft: str, label: str) -> None:
    """Show what was said and proposed on a paragraph, over all drafts, by the number it had then."""
    from negotiator.domain.entry import POSITION_NAMES
    from negotiator.domain.proposal import ACTIONS, DISPOSITIONS
    from negotiator.services.discussed import discussed

    found = discussed(context.workspace(), draft, label)
    if context.json:
        content = [
            {
                **_record(each),
                "entries": [
                    {
                        "id": entry.code,
                        "at": entry.said.iso(),
                        "speaker": entry.speaker,
                        "position": entry.position.value if entry.position else None,
                        "words": entry.words,
                    }
                    for entry in each.entries
                ],
                "proposals": [proposal.code for proposal in each.proposals],
                "inputs": list(each.inputs),
            }
            for each in found
        ]
        json_document("negotiator.provision-history/1", {"stops": content})
        return
    for each in found:
        show(" ".join(part for part in (f"{each.address} ¶{each.provision.label}", _(BECAME[each.became])) if part))
        for entry in each.entries:
            position = _(POSITION_NAMES[entry.position]) if entry.position else ""
            show(f"  {entry.code}  {entry.speaker}  {position}  {entry.words}".rstrip())
        for proposal in each.proposals:
            show(
                f"  {proposal.code}  {proposal.by}  {_(ACTIONS[proposal.action])}  {proposal.wording}"
                f"  {_(DISPOSITIONS[proposal.disposition])}"
            )
        for code in each.inputs:
            show(f"  {code}  " + _("input"))


def _record(each: "Stop") -> dict[str, object]:
    return {
        "draft": each.address,
        "label": each.provision.label,
        "path": each.provision.path,
        "became": each.became or None,
        "text": each.provision.text,
    }
