"""Who has answered which call, for an audience, and as a workbook."""

from dataclasses import replace
from pathlib import Path

from negotiator.domain.audience import AUDIENCES, Audience
from negotiator.domain.call_matrix import ANSWERS, MatrixRow, matrix
from negotiator.domain.calls import CallPart
from negotiator.i18n import _
from negotiator.services.call_plans import Asked
from negotiator.services.calls import list_calls
from negotiator.services.stakeholders import list_stakeholders
from negotiator.workspace import Workspace


def calls_for(workspace: Workspace, audience: Audience = Audience.PRIVATE) -> tuple[Asked, ...]:
    """Return the calls with what an audience may see of what they expect, from those of whom it may know.

    A call of which it may see nothing is left out: its title alone would tell.
    """
    seen = {each.code for each in list_stakeholders(workspace) if audience.sees(each.visibility)}
    found = []
    for call in list_calls(workspace, audience):
        shown = tuple(each for each in call.inputs if each.stakeholder in seen)
        if shown or audience is Audience.PRIVATE:
            found.append(replace(call, inputs=shown))
    return tuple(found)


def calls_and_answers(
    workspace: Workspace, audience: Audience = Audience.PRIVATE
) -> tuple[tuple[CallPart, ...], tuple[MatrixRow, ...]]:
    """Return what the calls ask for, kind by kind, and how those of the asked who may be shown answered it."""
    known = (part for call in calls_for(workspace, audience) for part in call.parts())
    parts = tuple(part for part in known if part.inputs or audience is Audience.PRIVATE)
    return parts, matrix([part.inputs for part in parts])


def write_matrix(workspace: Workspace, path: Path, audience: Audience = Audience.PRIVATE) -> None:
    """Write those asked against the calls into a workbook that names its audience; raises `Refused` where it cannot."""
    from negotiator.documents.writing.files import write_whole
    from negotiator.documents.writing.table_xlsx import table_xlsx

    parts, rows = calls_and_answers(workspace, audience)
    cells = [
        [row.stakeholder, *(f"{_(ANSWERS[answer])} {group}".strip() for answer, group in row.told)] for row in rows
    ]
    whose = _("For: {audience}", audience=_(AUDIENCES[audience]))
    heads = [f"{_('asked')} · {whose}", *(f"{each.code} {each.title}" for each in parts)]
    write_whole(path, table_xlsx(_("Calls and answers"), heads, cells, workspace.now().utc))
