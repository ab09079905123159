"""A text with the proposals on it."""

import click

from negotiator.cli.audience import audience_option, seen_by
from negotiator.cli.options import Context, command, with_context
from negotiator.cli.output import json_document, show
from negotiator.cli.proposal_records import proposal_record
from negotiator.i18n import N_, _


@command("compile")
@click.argument("address", metavar="CODE")
@click.option(
    "--mode",
    type=click.Choice(("pen-holder", "bracketed")),
    help=N_("Proposals beside the text or in it; otherwise as the process has it."),
)
@audience_option
@with_context
def compile_(context: Context, address: str, mode: str | None, audience: str | None) -> None:
    """Print a draft with the open proposals on it: beside each paragraph, or between square brackets in it."""
    from negotiator.domain.process import Mode
    from negotiator.domain.proposal import ACTIONS
    from negotiator.services.compilation import compiled

    who = seen_by(audience)
    found = compiled(context.workspace(), address, who, Mode(mode) if mode else None)
    if context.json:
        content = [
            {
                "path": each.provision.path,
                "label": each.provision.label,
                "text": each.text,
                "beside": [proposal_record(proposal) for proposal in each.beside],
            }
            for each in found
        ]
        json_document("negotiator.compilation/1", {"address": address, "audience": who.value, "provisions": content})
        return
    for each in found:
        indent = "  " * each.provision.level
        show(indent + f"{each.provision.label} {each.text}".strip())
        for one in each.beside:
            show(f"{indent}    > {one.code} {one.by}: {_(ACTIONS[one.action])} {one.wording}".rstrip())
