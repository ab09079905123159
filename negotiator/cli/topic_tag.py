"""Saying what sessions and provisions are about."""

import click

from negotiator.cli.options import Context, command, with_context
from negotiator.cli.output import done
from negotiator.i18n import N_

_remove = click.option("--remove", is_flag=True, help=N_("Take these topics away."))


@command("tag")
@click.argument("code", metavar="SESSION")
@click.argument("topics", nargs=-1, required=True, metavar="TOPIC...")
@_remove
@with_context
def tag_session(context: Context, code: str, topics: tuple[str, ...], remove: bool) -> None:
    """Say what a session is about; “report coverage” lists the topics."""
    from negotiator.services.topic_tags import tag_session as tag

    done(*tag(context.workspace(), code, topics, remove=remove))


@command("tag")
@click.argument("draft", metavar="DRAFT")
@click.argument("label", metavar="LABEL")
@click.argument("topics", nargs=-1, required=True, metavar="TOPIC...")
@_remove
@with_context
def tag_provision(context: Context, draft: str, label: str, topics: tuple[str, ...], remove: bool) -> None:
    """Say what a paragraph or heading of a draft is about; “report coverage” lists the topics."""
    from negotiator.services.topic_tags import tag_provision as tag

    done(*tag(context.workspace(), draft, label, topics, remove=remove))
