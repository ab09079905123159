"""Searching everything."""

import click

from negotiator.cli.audience import AUDIENCES, seen_by
from negotiator.cli.options import Context, command, with_context
from negotiator.cli.output import Column, json_document, say, table
from negotiator.errors import WrongUsage
from negotiator.i18n import N_, _, n_


@command()
@click.argument("words", nargs=-1, required=True)
@click.option("--in", "rooms", default="", metavar="ROOM,...", help=N_("drafts, inputs, log, proposals, letters."))
@click.option("--most", type=click.IntRange(1, 10_000), default=200, help=N_("How many hits at the most."))
@click.option("--audience", type=click.Choice(AUDIENCES), help=N_("Only what this audience may see."))
@with_context
def search(context: Context, words: tuple[str, ...], rooms: str, most: int, audience: str | None) -> None:
    """Find the records that have every word: in drafts, inputs and their files, the log, proposals and letters.

    Case, accents and width do not matter; Chinese is found by any part of a word.
    """
    from negotiator.domain.search import ROOMS, Room
    from negotiator.services.search import search as look

    wanted = []
    for word in (each.strip().lower() for each in rooms.split(",")):
        if word and word not in set(Room):
            raise WrongUsage(_("There is no room “{word}”; choose of {choices}.", word=word, choices=", ".join(Room)))
        wanted += [Room(word)] if word else []
    seen = seen_by(audience)
    workspace = context.workspace()
    found = look(workspace, words, wanted or tuple(Room), audience=seen, most=most)
    if context.json:
        content = [
            {
                "in": hit.found.room.value,
                "id": hit.found.code,
                "at": hit.found.place or None,
                "from": hit.found.who or None,
                "before": hit.before,
                "words": hit.words,
                "after": hit.after,
            }
            for hit in found
        ]
        json_document("negotiator.hits/1", {"audience": seen.value, "hits": content})
        return
    if not found:
        say(_("“{words}” stands nowhere.", words=" ".join(words)))
        return
    table(
        (
            [
                _(ROOMS[hit.found.room]),
                hit.found.code,
                hit.found.place,
                hit.found.who,
                f"{hit.before}{hit.words}{hit.after}",
            ]
            for hit in found
        ),
        [_("in"), _("id"), _("at"), _("from"), Column(_("words"), elastic=True)],
    )
    say(n_("{n} hit.", "{n} hits.", len(found)))
