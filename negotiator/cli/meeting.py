"""Opening and closing a meeting, and who was in the room: verbs of `negotiator session`."""

import click

from negotiator.cli.options import Context, command, with_context
from negotiator.cli.output import done, json_document, say, table
from negotiator.i18n import N_, _


@command("open")
@click.argument("session")
@click.option("--at", metavar="INSTANT", help=N_("When it really opened: an instant, or an hour of today."))
@with_context
def open_(context: Context, session: str, at: str | None) -> None:
    """Open the next meeting of a session, with its real time."""
    from negotiator.services.meetings import open_meeting

    meeting, act = open_meeting(context.workspace(), session, at)
    done(f"{meeting.session}/{meeting.number}", act)
    say(
        _(
            "Meeting {number} of {session} opened at {time}.",
            number=meeting.number,
            session=meeting.session,
            time=f"{meeting.opened.local:%H:%M}",
        )
    )


@command("close")
@click.argument("session")
@click.option("--at", metavar="INSTANT", help=N_("When it really closed: an instant, or an hour of today."))
@with_context
def close(context: Context, session: str, at: str | None) -> None:
    """Close the meeting of a session that is open, with its real time."""
    from negotiator.services.meetings import close_meeting

    meeting, act = close_meeting(context.workspace(), session, at)
    done(f"{meeting.session}/{meeting.number}", act)
    assert meeting.closed is not None
    say(
        _(
            "Meeting {number} of {session} closed at {time}.",
            number=meeting.number,
            session=meeting.session,
            time=f"{meeting.closed.local:%H:%M}",
        )
    )


@command("attendance")
@click.argument("session")
@click.argument("delegations", nargs=-1)
@click.option("--meeting", type=click.IntRange(min=1), help=N_("The number of the meeting; otherwise the latest."))
@click.option("--absent", is_flag=True, help=N_("Take back that they were in the room."))
@with_context
def attendance(context: Context, session: str, delegations: tuple[str, ...], meeting: int | None, absent: bool) -> None:
    """Show who was in the room, or note by hand that these delegations were.

    Who speaks is noted as present by itself.
    """
    from negotiator.services import meetings, sessions

    workspace = context.workspace()
    if delegations:
        act = meetings.mark_attendance(workspace, session, delegations, meeting=meeting, present=not absent)
        done(session, act)
        return
    present = [each for each in sessions.floor(workspace, session).attendance if meeting in (None, each.meeting)]
    if context.json:
        json_document(
            "negotiator.attendance/1",
            {
                "as_of": workspace.now().iso(),
                "attendance": [
                    {
                        "session": session,
                        "meeting": each.meeting,
                        "stakeholder": each.stakeholder,
                        "source": each.source,
                    }
                    for each in present
                ],
            },
        )
    elif present:
        named = {"log": _("spoke"), "hand": _("noted by hand")}
        table(
            ([each.meeting, each.stakeholder, named[each.source]] for each in present),
            [_("meeting"), _("delegation"), _("known from")],
        )
    else:
        say(_("Nobody is noted for {session} yet; name delegations to note them as present.", session=session))
