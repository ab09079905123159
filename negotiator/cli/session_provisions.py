"""Which provisions a session touched: a verb of `negotiator session`."""

import click

from negotiator.cli.options import Context, command, with_context
from negotiator.cli.output import Column, json_document, say, table
from negotiator.i18n import _


@command("provisions")
@click.argument("session")
@with_context
def provisions(context: Context, session: str) -> None:
    """List the paragraphs that a session touched, with what was said and proposed on each."""
    from negotiator.services.touched import touched

    workspace = context.workspace()
    found = touched(workspace, session)
    if context.json:
        content = [
            {
                "draft": each.draft or None,
                "label": each.label,
                "path": each.path or None,
                "entries": [entry.code for entry in each.entries],
                "proposals": [proposal.code for proposal in each.proposals],
            }
            for each in found
        ]
        head = {"as_of": workspace.now().iso(), "session": session}
        json_document("negotiator.session-provisions/1", {**head, "provisions": content})
    elif not found:
        say(_("No paragraph has been spoken on yet."))
    else:
        table(
            (
                [
                    *(each.draft or "–", each.label, len(each.entries)),
                    ", ".join(dict.fromkeys(entry.speaker for entry in each.entries)),
                    ", ".join(proposal.code for proposal in each.proposals),
                ]
                for each in found
            ),
            [
                *(_("text"), "¶", Column(_("entries"), right=True)),
                *(Column(_("who"), elastic=True), Column(_("proposals"), elastic=True)),
            ],
        )
