"""Opening and closing a meeting, and who was in the room: verbs of `negotiator session`."""

import click

from negotiator.cli.options import Context, command, with_context
from negotiator.cli.output import done, json_document, say, table
from negotiator.i18n import N_, _

LEVELS = ("head-of-state", "minister", "vice-minister", "ambassador", "director", "counsellor", "expert")


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


@command("suspend")
@click.argument("session")
@click.option("--at", metavar="INSTANT", help=N_("When it really was suspended: an instant, or an hour of today."))
@click.option("--why", default="", help=N_("What for, such as consultations."))
@with_context
def suspend(context: Context, session: str, at: str | None, why: str) -> None:
    """Suspend the meeting that is open; the pause does not count as sitting time."""
    from negotiator.services.meetings import suspend_meeting

    meeting, act = suspend_meeting(context.workspace(), session, at, why)
    done(f"{meeting.session}/{meeting.number}", act)


@command("resume")
@click.argument("session")
@click.option("--at", metavar="INSTANT", help=N_("When it really went on: an instant, or an hour of today."))
@with_context
def resume(context: Context, session: str, at: str | None) -> None:
    """Resume the meeting that is suspended."""
    from negotiator.services.meetings import resume_meeting

    meeting, act = resume_meeting(context.workspace(), session, at)
    done(f"{meeting.session}/{meeting.number}", act)


@command("chair")
@click.argument("session")
@click.argument("who", nargs=-1)
@click.option("--at", metavar="INSTANT", help=N_("From when on: an instant, or an hour of today."))
@with_context
def chair(context: Context, session: str, who: tuple[str, ...], at: str | None) -> None:
    """Note who presides over the open meeting from now on; without a name, show who presided."""
    from negotiator.services.meetings import preside
    from negotiator.services.sessions import floor

    workspace = context.workspace()
    if who:
        code, act = preside(workspace, session, " ".join(who), at)
        done(code, act)
        return
    held = [(meeting.number, each) for meeting in floor(workspace, session).meetings for each in meeting.presiding]
    if context.json:
        content = [
            {"session": session, "meeting": number, "stakeholder": each.stakeholder, "since": each.since.iso()}
            for number, each in held
        ]
        json_document("negotiator.chairs/1", {"as_of": workspace.now().iso(), "chairs": content})
    elif held:
        table(
            ([number, each.stakeholder, f"{each.since.local:%H:%M}"] for number, each in held),
            [_("meeting"), _("presides"), _("since")],
        )
    else:
        say(_("It is not noted who presided over {session}.", session=session))


@command("attendance")
@click.argument("session")
@click.argument("delegations", nargs=-1)
@click.option("--meeting", type=click.IntRange(min=1), help=N_("The number of the meeting; otherwise the latest."))
@click.option("--absent", is_flag=True, help=N_("Take back that they were in the room."))
@click.option("--level", type=click.Choice(LEVELS), help=N_("At what level they were headed."))
@click.option("--head", default="", help=N_("Who headed the delegation."))
@with_context
def attendance(
    context: Context,
    session: str,
    delegations: tuple[str, ...],
    meeting: int | None,
    absent: bool,
    level: str | None,
    head: str,
) -> None:
    """Show who was in the room, or note by hand that these delegations were, and at what level they were headed.

    Who speaks is noted as present by itself.
    """
    from negotiator.domain.meeting import LEVELS as LEVEL_NAMES
    from negotiator.domain.meeting import Level
    from negotiator.services import meetings, sessions
    from negotiator.services.speakers import call_roll

    workspace = context.workspace()
    if delegations:
        act = meetings.mark_attendance(
            workspace,
            session,
            delegations,
            meeting=meeting,
            present=not absent,
            level=Level(level) if level else None,
            head=head,
        )
        done(session, act)
        return
    present = [each for each in sessions.floor(workspace, session).attendance if meeting in (None, each.meeting)]
    roll = call_roll(workspace)
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
                        "level": each.level.value if each.level else None,
                        "head": each.head or None,
                        "observer": not roll.is_state(each.stakeholder),
                    }
                    for each in present
                ],
            },
        )
    elif present:
        named = {"log": _("spoke"), "hand": _("noted by hand")}
        table(
            (
                [
                    each.meeting,
                    each.stakeholder,
                    "" if roll.is_state(each.stakeholder) else _("observer"),
                    _(LEVEL_NAMES[each.level]) if each.level else "",
                    each.head,
                    named[each.source],
                ]
                for each in present
            ),
            [_("meeting"), _("delegation"), "", _("level"), _("head"), _("known from")],
        )
    else:
        say(_("Nobody is noted for {session} yet; name delegations to note them as present.", session=session))
