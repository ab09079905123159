"""The speakers' list: shown, and kept with one verb for each thing that happens."""

from typing import TYPE_CHECKING

import click

from negotiator.cli.options import Context, group, with_context
from negotiator.cli.output import done, json_document, say, show, table
from negotiator.i18n import N_, _

if TYPE_CHECKING:
    from negotiator.services.speaking_acts import Listed


@group()
def speakers() -> None:
    """The speakers' list of a session: who has the floor, who waits, for how long."""


@speakers.command("list")
@click.argument("session")
@with_context
def list_(context: Context, session: str) -> None:
    """Show the list: who has the floor, who waits, who has spoken, and when it will be through."""
    from negotiator.cli.speakers_records import lines, list_document, rows
    from negotiator.services.speaking import speakers_list

    found = speakers_list(context.workspace(), session)
    if context.json:
        json_document("negotiator.speakers/1", list_document(found))
        return
    if not found.speeches:
        say(
            _(
                "Nobody is on the list of {session}; “negotiator speakers add” puts somebody on it.",
                session=found.session,
            )
        )
        return
    table(*rows(found))
    for line in lines(found):
        show(line)


@speakers.command("add")
@click.argument("session")
@click.argument("names", nargs=-1, required=True)
@click.option("--again", is_flag=True, help=N_("Also where they wait already."))
@with_context
def add(context: Context, session: str, names: tuple[str, ...], again: bool) -> None:
    """Put somebody on the list: groups before delegations, in the order in which they ask.

    negotiator speakers add R3 "del-b for group-x; del-a, del-c"
    """
    from negotiator.services.speaking_acts import put_on_list

    _told(put_on_list(context.workspace(), session, " ".join(names), again=again))


@speakers.command("insert")
@click.argument("session")
@click.argument("place", type=click.IntRange(min=1))
@click.argument("names", nargs=-1, required=True)
@with_context
def insert(context: Context, session: str, place: int, names: tuple[str, ...]) -> None:
    """Put somebody on the list at a place counted from 1, or give that place to somebody who waits."""
    from negotiator.errors import Refused
    from negotiator.services.speaking_acts import move, put_on_list

    workspace, words = context.workspace(), " ".join(names)
    try:
        _told(put_on_list(workspace, session, words, at=place))
    except Refused:
        done(words, move(workspace, session, words, place))


@speakers.command("order")
@click.argument("session")
@click.argument("name", nargs=-1, required=True)
@with_context
def order(context: Context, session: str, name: tuple[str, ...]) -> None:
    """Put a point of order on top of the list."""
    from negotiator.domain.speaking import SpeechKind
    from negotiator.services.speaking_acts import put_on_list

    _told(put_on_list(context.workspace(), session, " ".join(name), kind=SpeechKind.POINT_OF_ORDER))


@speakers.command("reply")
@click.argument("session")
@click.argument("name", nargs=-1, required=True)
@with_context
def reply(context: Context, session: str, name: tuple[str, ...]) -> None:
    """Put a right of reply at the end of the list."""
    from negotiator.domain.speaking import SpeechKind
    from negotiator.services.speaking_acts import put_on_list

    _told(put_on_list(context.workspace(), session, " ".join(name), kind=SpeechKind.RIGHT_OF_REPLY))


@speakers.command("swap")
@click.argument("session")
@click.argument("one")
@click.argument("other")
@with_context
def swap(context: Context, session: str, one: str, other: str) -> None:
    """Let two who wait change places; they are named, or numbered as on the list."""
    from negotiator.services.speaking_acts import swap as swapped

    done(session, swapped(context.workspace(), session, one, other))


@speakers.command("start")
@click.argument("session")
@click.argument("name", nargs=-1)
@click.option("--at", metavar="INSTANT", help=N_("When it really began: an instant, or an hour of today."))
@with_context
def start(context: Context, session: str, name: tuple[str, ...], at: str | None) -> None:
    """Give the floor to the next on the list, or to somebody named; whoever has it gives it back."""
    from negotiator.services.giving_floor import start as started

    _told([started(context.workspace(), session, " ".join(name) or None, at)])


@speakers.command("stop")
@click.argument("session")
@click.option("--at", metavar="INSTANT", help=N_("When it really ended: an instant, or an hour of today."))
@with_context
def stop(context: Context, session: str, at: str | None) -> None:
    """Let whoever has the floor give it back."""
    from negotiator.services.giving_floor import stop as stopped

    _told([stopped(context.workspace(), session, at)])


@speakers.command("pause")
@click.argument("session")
@with_context
def pause(context: Context, session: str) -> None:
    """Hold the clock of whoever has the floor, or let it run on."""
    from negotiator.services.giving_floor import hold

    listed, held = hold(context.workspace(), session)
    _told([listed])
    say(
        _("The clock of {speaker} is held.", speaker=listed.speaker)
        if held
        else _("The clock of {speaker} runs.", speaker=listed.speaker)
    )


@speakers.command("noshow")
@click.argument("session")
@click.argument("name", nargs=-1)
@with_context
def noshow(context: Context, session: str, name: tuple[str, ...]) -> None:
    """Note that the next on the list, or somebody named, was not there when called."""
    from negotiator.services.giving_floor import no_show

    _told([no_show(context.workspace(), session, " ".join(name) or None)])


@speakers.command("remove")
@click.argument("session")
@click.argument("name", nargs=-1, required=True)
@with_context
def remove(context: Context, session: str, name: tuple[str, ...]) -> None:
    """Take somebody who waits off the list."""
    from negotiator.services.speaking_acts import take_off

    _told([take_off(context.workspace(), session, " ".join(name))])


@speakers.command("limit")
@click.argument("session")
@click.argument("alone", type=float, required=False)
@click.argument("for_group", type=float, required=False)
@click.option("--meeting", type=click.IntRange(min=1), help=N_("Only at the meeting of this number."))
@with_context
def limit(context: Context, session: str, alone: float | None, for_group: float | None, meeting: int | None) -> None:
    """Show how many minutes one may speak, or settle it: for oneself, and for a group; 0 is without a limit.

    negotiator speakers limit R3 3 5
    """
    from negotiator.services.giving_floor import set_limits
    from negotiator.services.speaking import speakers_list

    workspace = context.workspace()
    if alone is None:
        limits = speakers_list(workspace, session).limits
        if context.json:
            json_document("negotiator.limits/1", {"session": session, "alone": limits.alone, "group": limits.group})
        else:
            show(_("{alone:g} min alone, {group:g} min for a group", alone=limits.alone, group=limits.group))
        return
    _limits, act = set_limits(workspace, session, alone, for_group, meeting=meeting)
    done(session if meeting is None else f"{session}/{meeting}", act)


def _told(made: "list[Listed]") -> None:
    """Print the id of each place on the list that was made or changed."""
    for each in made:
        done(each.speech, each.act)
