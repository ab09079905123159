"""What is done to inputs: verbs of `negotiator input`."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from negotiator.cli.audience import AUDIENCES
from negotiator.cli.options import Context, command, with_context
from negotiator.cli.output import Column, done, json_document, say, table
from negotiator.errors import WrongUsage
from negotiator.i18n import N_, _, n_

if TYPE_CHECKING:
    from negotiator.services.input_acts import Done
    from negotiator.services.input_rules import Details

OWED_BY = ("invited", "requested", "us")

_Function = Callable[..., object]


def _details(function: _Function) -> _Function:
    """Add the options that say more of an input."""
    for option in (
        click.option("--note", help=N_("What else there is to say.")),
        click.option("--officer", help=N_("Who handles it.")),
        click.option("--language", metavar="CODE", help=N_("The language it is written in, such as en.")),
        click.option("--visibility", type=click.Choice(AUDIENCES), help=N_("Who may see it; otherwise by its kind.")),
        click.option("--owed-by", type=click.Choice(OWED_BY), help=N_("Who has to deliver; otherwise by its kind.")),
        click.option("--phase", metavar="CODE", help=N_("Its phase; otherwise that of its session.")),
        click.option("--session", metavar="CODE", help=N_("The session it belongs to.")),
    ):
        function = option(function)
    return function


@command()
@click.option("--from", "sender", metavar="CODE", required=True, help=N_("From whom."))
@click.option("--kind", metavar="CODE", required=True, help=N_("What it is, such as WS."))
@click.option("--title", required=True, help=N_("What it is called."))
@click.option(
    "--due", metavar="DATE|INSTANT", help=N_("Until when: a day (it lasts until 23:59:59), an instant, fri, +10wd.")
)
@click.option("--zone", help=N_("The zone of its dates; otherwise that of the session or the process."))
@click.option("--since", metavar="DATE|INSTANT", help=N_("Since when it is expected; otherwise since now."))
@click.option("--topic", "topics", multiple=True, help=N_("What it is about; repeat for each topic."))
@_details
@with_context
def expect(
    context: Context,
    /,
    sender: str,
    kind: str,
    title: str,
    due: str | None,
    zone: str | None,
    since: str | None,
    topics: tuple[str, ...],
    **said: str | None,
) -> None:
    """Note that an input is expected from somebody, and until when."""
    from negotiator.services import input_acts

    made = input_acts.expect(
        context.workspace(),
        sender,
        kind,
        title,
        due=due,
        zone=zone,
        since=since,
        details=_said(said, topics),
    )
    _tell(made)
    _tell_due(context, made.code, due)


@command()
@click.argument("code", metavar="[INPUT]", required=False)
@click.option("--from", "sender", metavar="CODE", help=N_("From whom, for an input that nobody expected."))
@click.option("--kind", metavar="CODE", help=N_("What it is, such as WS."))
@click.option("--title", help=N_("What it is called."))
@click.option("--on", metavar="DATE|INSTANT", help=N_("When it came in; otherwise now."))
@click.option("--zone", help=N_("The zone of its dates; otherwise that of the session or the process."))
@click.option(
    "--file", type=click.Path(readable=False, path_type=Path), help=N_("The file that came; it is kept as it is.")
)
@click.option("--for", "group", metavar="GROUP", help=N_("The group on whose behalf it was sent."))
@click.option("--without", metavar="CODE,...", default="", help=N_("Members of the group that stand apart from it."))
@click.option("--topic", "topics", multiple=True, help=N_("What it is about; repeat for each topic."))
@_details
@with_context
def receive(
    context: Context,
    /,
    code: str | None,
    sender: str | None,
    kind: str | None,
    title: str | None,
    on: str | None,
    zone: str | None,
    file: Path | None,
    group: str | None,
    without: str,
    topics: tuple[str, ...],
    **said: str | None,
) -> None:
    """Note that an input has come in: an expected one by its code, or one that nobody expected with --from.

    One that comes after it was due stays marked late. One sent on behalf of a group, with --for, covers those who
    belong to the group that day, but for those that stand apart.
    """
    from negotiator.services import input_acts

    apart = [word for word in without.split(",") if word.strip()]
    workspace = context.workspace()
    if code:
        if sender or kind or title or zone or topics or any(value is not None for value in said.values()):
            raise WrongUsage(_("{input} is known already; change what is said of it with “input edit”.", input=code))
        _tell(input_acts.receive(workspace, code, on=on, file=file, group=group, without=apart))
        return
    if not (sender and kind and title):
        raise WrongUsage(_("Name the input that came, or say --from whom, of what --kind and with what --title."))
    _tell(
        input_acts.receive_unannounced(
            workspace,
            sender,
            kind,
            title,
            on=on,
            zone=zone,
            file=file,
            details=_said(said, topics),
            group=group,
            without=apart,
        )
    )


@command()
@click.argument("code", metavar="INPUT")
@click.argument("state", metavar="STATE")
@click.option("--why", default="", help=N_("The reason."))
@click.option("--on", metavar="DATE|INSTANT", help=N_("When that took place; otherwise now."))
@with_context
def mark(context: Context, code: str, state: str, why: str, on: str | None) -> None:
    """Take an input a step further, or put a remark on it.

    States: received, registered, checked, tagged, summarised, considered, then reflected, partly or not-reflected;
    declined, withdrawn, superseded. Remarks: presented, awaiting-clarification, clarified, awaiting-translation,
    translated.
    """
    from negotiator.services import input_acts

    _tell(input_acts.mark(context.workspace(), code, state, why=why, on=on))


@command()
@click.argument("code", metavar="INPUT")
@click.argument("topics", nargs=-1)
@click.option("--at", multiple=True, metavar="DRAFT:LABEL", help=N_("A paragraph it is about, such as rev1:27(b)."))
@click.option("--remove", is_flag=True, help=N_("Take these topics away."))
@with_context
def tag(context: Context, code: str, topics: tuple[str, ...], at: tuple[str, ...], remove: bool) -> None:
    """Say what an input is about."""
    from negotiator.services import input_acts

    _tell(input_acts.tag(context.workspace(), code, topics, at=at, remove=remove))


@command()
@click.argument("code", metavar="INPUT")
@with_context
def suggest(context: Context, code: str) -> None:
    """Say what an input seems to be about, by its words; “negotiator input tag” confirms it."""
    from negotiator.services.topic_suggestions import suggested_topics

    found = suggested_topics(context.workspace(), code)
    if context.json:
        content = [{"topic": each.topic, "words": list(each.words), "share": each.share} for each in found]
        json_document("negotiator.topic-suggestions/1", {"input": code.upper(), "topics": content})
    elif found:
        table(([each.topic, ", ".join(each.words)] for each in found), [_("topic"), Column(_("words"), elastic=True)])
    else:
        say(_("Nothing in its words tells what it is about."))


@command()
@click.argument("code", metavar="INPUT")
@click.option("--title", help=N_("What it is called."))
@click.option("--kind", metavar="CODE", help=N_("What it is, such as WS."))
@click.option("--due", metavar="DATE|INSTANT", help=N_("The new date; the old one is kept, and --why is needed."))
@click.option("--zone", help=N_("The zone of the new date; otherwise that of the old one."))
@click.option("--why", default="", help=N_("The reason for the new date."))
@click.option("--source", default="", help=N_("The document that says so."))
@click.option("--file", type=click.Path(readable=False, path_type=Path), help=N_("Another file that came with it."))
@_details
@with_context
def edit(
    context: Context,
    /,
    code: str,
    due: str | None,
    zone: str | None,
    why: str,
    source: str,
    file: Path | None,
    **said: str | None,
) -> None:
    """Change what is said of an input, extend its time, or add a file."""
    from negotiator.services import input_acts

    made = input_acts.edit(
        context.workspace(), code, _said(said), due=due, zone=zone, why=why, source=source, file=file
    )
    _tell(made)
    _tell_due(context, made.code, due)


@command()
@click.argument("code", metavar="INPUT")
@click.option("--why", default="", help=N_("The reason."))
@click.option("--on", metavar="DATE|INSTANT", help=N_("When that took place; otherwise now."))
@with_context
def withdraw(context: Context, code: str, why: str, on: str | None) -> None:
    """Note that an input is withdrawn; undo takes a slip back."""
    from negotiator.services import input_acts

    _tell(input_acts.withdraw(context.workspace(), code, why=why, on=on))


def _tell_due(context: Context, code: str, said: str | None) -> None:
    """Say back which day was understood, where a date was given."""
    if said is None:
        return
    from negotiator.domain.dates import moment_in_words
    from negotiator.services.inputs import get_input

    due = get_input(context.workspace(), code).due
    if due is not None:
        say(_("{input} is due {when}.", input=code, when=f"{moment_in_words(due)} ({due.iso()})"))


def _said(said: dict[str, str | None], topics: tuple[str, ...] = ()) -> "Details":
    from negotiator.domain.audience import Audience
    from negotiator.domain.inputs import OwedBy
    from negotiator.services.input_rules import Details

    visibility, owed_by = said.pop("visibility"), said.pop("owed_by")
    return Details(
        topics=topics,
        visibility=Audience(visibility) if visibility else None,
        owed_by=OwedBy(owed_by) if owed_by else None,
        **said,
    )


def _tell(made: "Done") -> None:
    done(made.code, made.act)
    if made.late:
        say(_("{input} came in after it was due and stays marked late.", input=made.code))
    if made.behalf.group:
        number = n_("{n} member", "{n} members", len(made.behalf.covers))
        say(_("{input} covers {members} of {group}.", input=made.code, members=number, group=made.behalf.group))
    if made.same_file:
        say(_("The same file came with {inputs}.", inputs=", ".join(made.same_file)))
