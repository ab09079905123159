"""The calendar for other programs, and its dates that are not sessions."""

import sys
from pathlib import Path

import click

from negotiator.cli.options import Context, group, with_context
from negotiator.cli.output import done, json_document, say, show, table
from negotiator.i18n import N_, _, n_


@group()
def calendar() -> None:
    """The calendar: sessions and deadlines for other programs, and dates that change."""


@calendar.command("export")
@click.argument("file", metavar="FILE.ics")
@with_context
def export(context: Context, file: str) -> None:
    """Write sessions, deadlines and the last days of mandated actions as an iCalendar file; - for stdout."""
    from negotiator.documents.writing.files import write_whole
    from negotiator.services.calendar_file import calendar_file

    data, number = calendar_file(context.workspace())
    if file == "-":
        sys.stdout.buffer.write(data)
        return
    write_whole(Path(file).expanduser(), data)
    if context.json:
        json_document("negotiator.calendar/1", {"file": file, "entries": number})
    else:
        show(file)
        say(n_("{n} entry", "{n} entries", number))


@calendar.command("holidays")
@click.argument("station", metavar="STATION")
@click.argument("year", type=click.IntRange(1900, 2999))
@with_context
def holidays(context: Context, station: str, year: int) -> None:
    """List the days of a year on which a duty station does not work: New York, Geneva or Vienna."""
    from negotiator.domain.dates import day_in_words
    from negotiator.services.duty_stations import feasts_unknown, station_named
    from negotiator.services.duty_stations import holidays as of_station

    found, name = of_station(station, year), station_named(station)
    if context.json:
        content = [
            {"date": day.isoformat(), "title_en": title.en, "title_zh": title.zh} for day, title in found.items()
        ]
        json_document("negotiator.holidays/1", {"station": name, "year": year, "holidays": content})
    else:
        table(([day_in_words(day), title.said] for day, title in found.items()), [_("date"), _("holiday")])
    for title in feasts_unknown(name, year):
        say(_("{feast} goes by the moon; its day in {year} is not known here.", feast=title.said, year=year))


@calendar.command("move")
@click.argument("code", metavar="DATE_CODE")
@click.option("--until", metavar="DATE", required=True, help=N_("The new date."))
@click.option("--why", required=True, help=N_("The reason."))
@click.option("--source", default="", help=N_("The document that says so."))
@click.option("--by", default="", help=N_("Who decided."))
@click.option("--decided", metavar="DATE", help=N_("The day from which the new date holds; otherwise today."))
@click.option("--dry-run", is_flag=True, help=N_("Show what would change, and change nothing."))
@with_context
def move(
    context: Context, code: str, until: str, why: str, source: str, by: str, decided: str | None, dry_run: bool
) -> None:
    """Give a deadline or another dated event a new date, with the reason; what hangs on it is told."""
    from negotiator.cli.moving import preview_document, preview_lines
    from negotiator.services.moving import move_milestone, preview_milestone

    workspace = context.workspace()
    preview = preview_milestone(workspace, code, until)
    if dry_run and context.json:
        json_document("negotiator.move/1", preview_document(preview))
        return
    for line in preview_lines(preview):
        (show if dry_run else say)(line)
    if not dry_run:
        moved = move_milestone(workspace, code, until, why=why, source=source, by=by, decided=decided)
        done(moved.session, moved.act)
