"""Reports on the process as a whole."""

import click

from negotiator.cli.audience import audience_option, seen_by, tell_audience
from negotiator.cli.options import Context, group, with_context
from negotiator.cli.output import Column, json_document, say, table
from negotiator.cli.session_report import session_report
from negotiator.i18n import N_, _, n_

KINDS = ("element", "cluster", "objective", "area", "lens", "part")


@group()
def report() -> None:
    """Reports on the process as a whole."""


@report.command("coverage")
@click.option("--kind", type=click.Choice(KINDS), help=N_("Only topics of this kind."))
@click.option("--gaps", is_flag=True, help=N_("Only what nothing touches, or what touches nothing."))
@click.option(
    "--by",
    type=click.Choice(("topic", "input", "session", "paragraph")),
    default="topic",
    help=N_("List the topics with what touches them, or the other way: what touches which topics."),
)
@audience_option
@with_context
def coverage(context: Context, kind: str | None, gaps: bool, by: str, audience: str | None) -> None:
    """Show which topics inputs, sessions and paragraphs touch, directly or through others, and where nothing does."""
    if by != "topic":
        _other_way(context, kind, gaps, by, audience)
        return
    from negotiator.services.topics import KINDS as NAMES
    from negotiator.services.topics import coverage as covered

    workspace = context.workspace()
    found = [each for each in covered(workspace, kind, seen_by(audience)) if each.gap or not gaps]
    if context.json:
        content = [
            {
                "id": each.topic.code,
                "kind": each.topic.kind,
                "title_en": each.topic.title.en,
                "title_zh": each.topic.title.zh,
                "session": each.topic.session or None,
                "inputs": list(each.inputs),
                "through": list(each.through),
                "sessions": list(each.sessions),
                "provisions": list(each.provisions),
                "related": list(each.related),
                "gap": each.gap,
            }
            for each in found
        ]
        json_document(
            "negotiator.coverage/1",
            {"as_of": workspace.now().iso(), "audience": seen_by(audience).value, "topics": content},
        )
        return
    if not found:
        say(_("There are no such topics."))
        return
    table(
        (
            [
                "○" if each.gap else "●" if each.inputs or each.sessions or each.provisions else "◐",
                each.topic.code,
                _(NAMES[each.topic.kind]),
                len(each.inputs),
                len(each.through),
                len(each.sessions),
                len(each.provisions),
                each.topic.title.said,
                ", ".join(each.related),
            ]
            for each in found
        ),
        [
            *("", _("topic"), _("kind"), Column(_("inputs"), right=True), Column(_("through others"), right=True)),
            *(Column(_("sessions"), right=True), Column(_("paragraphs"), right=True)),
            *(Column(_("what"), elastic=True), Column(_("belongs with"), elastic=True)),
        ],
    )
    say(n_("{n} gap", "{n} gaps", sum(each.gap for each in found)))
    tell_audience(audience)


def _other_way(context: Context, kind: str | None, gaps: bool, by: str, audience: str | None) -> None:
    """List inputs, sessions or the paragraphs of the latest text with the topics that each touches."""
    from negotiator.services.touching import By, touching

    workspace = context.workspace()
    found = [each for each in touching(workspace, By(by), kind, seen_by(audience)) if each.gap or not gaps]
    if context.json:
        content = [
            {
                "id": each.code,
                "title": each.title,
                "topics": list(each.topics),
                "through": list(each.through),
                "gap": each.gap,
            }
            for each in found
        ]
        json_document(
            "negotiator.coverage/1",
            {"as_of": workspace.now().iso(), "audience": seen_by(audience).value, "by": by, "items": content},
        )
    elif not found:
        say(_("There is nothing of the kind that is not tagged.") if gaps else _("There is nothing of the kind yet."))
    else:
        table(
            (
                ["○" if each.gap else "●", each.code, ", ".join(each.topics), ", ".join(each.through), each.title]
                for each in found
            ),
            [
                *("", _("what"), Column(_("topics"), elastic=True), Column(_("through them"), elastic=True)),
                Column(_("title"), elastic=True),
            ],
        )
        say(n_("{n} gap", "{n} gaps", sum(each.gap for each in found)))
        tell_audience(audience)


report.add_command(session_report)
