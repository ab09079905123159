"""The calendar: sessions listed, shown, added, edited and moved; meetings and attendance join from their own room."""

import click

from negotiator.cli.meeting import attendance, chair, close, open_, resume, suspend
from negotiator.cli.options import Context, group, with_context
from negotiator.cli.output import Column, done, json_document, say, show, table
from negotiator.cli.panel import panel
from negotiator.cli.session_contact import contact
from negotiator.cli.session_provisions import provisions
from negotiator.cli.tally import tally
from negotiator.cli.topic_tag import tag_session
from negotiator.i18n import N_, _

KINDS = (
    *("thematic", "hearing", "regional", "stocktaking", "presentation"),
    *("negotiation", "conference", "adoption", "consultation", "other"),
)
CERTAINTIES = ("high", "medium", "low")


@group()
def session() -> None:
    """Sessions, their meetings and who was in the room."""


for verb in (open_, suspend, resume, close, chair, attendance, panel, contact, tally, provisions):
    session.add_command(verb)


@session.command("list")
@click.option("--kind", type=click.Choice(KINDS), help=N_("Only sessions of this kind."))
@click.option("--phase", metavar="CODE", help=N_("Only sessions of this phase."))
@with_context
def list_(context: Context, kind: str | None, phase: str | None) -> None:
    """List the calendar: every session with its days met and scheduled."""
    from negotiator.cli import session_records as records
    from negotiator.domain.session import SessionKind
    from negotiator.services.processes import list_sessions

    workspace = context.workspace()
    now = workspace.now()
    found = list_sessions(workspace, SessionKind(kind) if kind else None, phase)
    if context.json:
        content = [records.session_record(each, now) for each in found]
        json_document("negotiator.sessions/1", {"as_of": now.iso(), "sessions": content})
    elif not found:
        say(_("There are no such sessions."))
    else:
        table(
            (
                [
                    each.code,
                    ", ".join(each.phases),
                    records.when(each),
                    each.place.said,
                    records.days(each, now),
                    records.state(each, now),
                    each.title.said,
                ]
                for each in found
            ),
            [
                *(_("code"), _("phase"), _("when"), _("place"), Column(_("days"), right=True), _("state")),
                Column(_("title"), elastic=True),
            ],
        )


@session.command("show")
@click.argument("code", metavar="SESSION")
@with_context
def show_(context: Context, code: str) -> None:
    """Show one session: its days and panels, what was planned, what sources say, and what was said on the floor."""
    from negotiator.cli.floor_records import floor_document, floor_lines
    from negotiator.cli.session_detail import detail_document, detail_lines
    from negotiator.domain.session import SessionState
    from negotiator.services.processes import get_session, list_claims
    from negotiator.services.sessions import floor

    workspace = context.workspace()
    now = workspace.now()
    found = get_session(workspace, code)
    on_the_floor = floor(workspace, found.code)
    coming = found.state(now) is SessionState.COMING
    claims = () if coming else list_claims(workspace, found.code)
    if context.json:
        json_document(
            "negotiator.session/1", {**detail_document(found, claims, now), **floor_document(on_the_floor, now)}
        )
    else:
        for line in (*detail_lines(found, claims, now), *floor_lines(on_the_floor, now)):
            show(line)


@session.command("add")
@click.argument("code")
@click.option("--kind", type=click.Choice(KINDS), required=True, help=N_("What it is for."))
@click.option("--title", required=True, help=N_("Its name in English."))
@click.option("--title-zh", default="", help=N_("Its name in Chinese."))
@click.option("--start", metavar="INSTANT", required=True, help=N_("Its first day, with the hour it opens if known."))
@click.option("--zone", help=N_("The time zone of the place; otherwise that of the process."))
@click.option("--days", type=float, default=1.0, help=N_("How many days, Monday to Friday, in halves."))
@click.option("--day", "dates", multiple=True, metavar="DATE", help=N_("One of its days; repeat for each."))
@click.option("--place", default="", help=N_("The town."))
@click.option("--venue", default="", help=N_("The building or room."))
@click.option("--phase", "phases", multiple=True, metavar="CODE", help=N_("Its phase; otherwise by its date."))
@click.option("--additional", is_flag=True, help=N_("It comes on top of the mandated days."))
@with_context
def add(
    context: Context,
    code: str,
    kind: str,
    title: str,
    title_zh: str,
    start: str,
    zone: str | None,
    days: float,
    dates: tuple[str, ...],
    place: str,
    venue: str,
    phases: tuple[str, ...],
    additional: bool,
) -> None:
    """Put a session on the calendar."""
    from negotiator.domain.session import SessionKind
    from negotiator.services.calendar import add_session

    added = add_session(
        context.workspace(),
        code,
        kind=SessionKind(kind),
        title=title,
        title_zh=title_zh,
        start=start,
        zone=zone,
        days=days,
        dates=dates,
        place=place,
        venue=venue,
        phases=phases,
        additional=additional,
    )
    done(added.session, added.act)


@session.command("edit")
@click.argument("code", metavar="SESSION")
@click.option("--title", help=N_("Its name in English."))
@click.option("--title-zh", help=N_("Its name in Chinese."))
@click.option("--kind", type=click.Choice(KINDS), help=N_("What it is for."))
@click.option("--phase", "phases", multiple=True, metavar="CODE", help=N_("Its phase; repeat where there are two."))
@click.option("--place", help=N_("The town."))
@click.option("--venue", help=N_("The building or room."))
@click.option("--zone", help=N_("The time zone of the place."))
@click.option("--opens", metavar="HH:MM", help=N_("When a day opens."))
@click.option("--closes", metavar="HH:MM", help=N_("When a full day closes."))
@click.option("--draft", metavar="CODE", help=N_("The draft under discussion."))
@click.option("--note", help=N_("What else there is to say."))
@click.option("--outcome", help=N_("What took place."))
@click.option("--certainty", type=click.Choice(CERTAINTIES), help=N_("How well its dates are known."))
@click.option("--additional/--mandated", default=None, help=N_("Whether it comes on top of the mandated days."))
@click.option("--met", multiple=True, metavar="DATE", help=N_("It met that day after all."))
@click.option("--not-met", multiple=True, metavar="DATE", help=N_("It did not meet that day."))
@with_context
def edit(
    context: Context,
    code: str,
    title: str | None,
    title_zh: str | None,
    kind: str | None,
    phases: tuple[str, ...],
    place: str | None,
    venue: str | None,
    zone: str | None,
    opens: str | None,
    closes: str | None,
    draft: str | None,
    note: str | None,
    outcome: str | None,
    certainty: str | None,
    additional: bool | None,
    met: tuple[str, ...],
    not_met: tuple[str, ...],
) -> None:
    """Change what is said of a session; other days are given with “session move”."""
    from negotiator.domain.process import Certainty
    from negotiator.domain.session import SessionKind
    from negotiator.services.calendar import Changes, edit_session

    changes = Changes(
        title=title,
        title_zh=title_zh,
        kind=SessionKind(kind) if kind else None,
        phases=phases or None,
        place=place,
        venue=venue,
        zone=zone,
        opens=opens,
        closes=closes,
        draft=draft,
        note=note,
        outcome=outcome,
        certainty=Certainty(certainty) if certainty else None,
        additional=additional,
        met=met,
        not_met=not_met,
    )
    edited = edit_session(context.workspace(), code, changes)
    done(edited.session, edited.act)


@session.command("move")
@click.argument("code", metavar="SESSION")
@click.option("--start", metavar="INSTANT", required=True, help=N_("The new first day, with the hour if it changes."))
@click.option("--days", type=float, help=N_("How many days; otherwise as many as before."))
@click.option("--day", "dates", multiple=True, metavar="DATE", help=N_("One of the new days; repeat for each."))
@click.option("--why", required=True, help=N_("The reason."))
@click.option("--source", default="", help=N_("The document that says so."))
@click.option("--decided", metavar="DATE", help=N_("The day from which the new dates hold; otherwise today."))
@click.option("--by", default="", help=N_("Who decided."))
@click.option("--place", default="", help=N_("The new town, if it moves there."))
@click.option("--venue", default="", help=N_("The new building or room."))
@click.option("--country", default="", metavar="CODE", help=N_("The new State, such as MAR."))
@click.option("--zone", default="", help=N_("The time zone of the new place."))
@click.option("--dry-run", is_flag=True, help=N_("Show what would change, and change nothing."))
@with_context
def move(
    context: Context,
    code: str,
    start: str,
    days: float | None,
    dates: tuple[str, ...],
    why: str,
    source: str,
    decided: str | None,
    by: str,
    place: str,
    venue: str,
    country: str,
    zone: str,
    dry_run: bool,
) -> None:
    """Give a session other days or another place, with the reason; the old ones are kept, what hangs on it is told."""
    from negotiator.cli.moving import preview_document, preview_lines
    from negotiator.services.calendar import move_session
    from negotiator.services.elsewhere import Elsewhere
    from negotiator.services.moving import preview_session

    workspace = context.workspace()
    there = Elsewhere(place.strip(), venue.strip(), country.strip(), zone.strip())
    preview = preview_session(workspace, code, start=start, days=days, dates=dates, elsewhere=there)
    if dry_run and context.json:
        json_document("negotiator.move/1", preview_document(preview))
        return
    for line in preview_lines(preview):
        (show if dry_run else say)(line)
    if not dry_run:
        moved = move_session(
            workspace,
            code,
            start=start,
            why=why,
            days=days,
            dates=dates,
            source=source,
            decided=decided,
            by=by,
            elsewhere=there,
        )
        done(moved.session, moved.act)


session.add_command(tag_session)
