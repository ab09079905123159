"""Who has answered which call, for an audience, and as a workbook."""

from pathlib import Path

from negotiator.domain.audience import AUDIENCES, Audience
from negotiator.domain.call_matrix import ANSWERS, MatrixRow, matrix
from negotiator.i18n import _
from negotiator.services.calls import Asked, list_calls
from negotiator.services.stakeholders import list_stakeholders
from negotiator.workspace import Workspace


def calls_and_answers(
    workspace: Workspace, audience: Audience = Audience.PRIVATE
) -> tuple[tuple[Asked, ...], tuple[MatrixRow, ...]]:
    """Return the calls, and how those of the asked who may be shown to an audience answered what it may see."""
    seen = {each.code for each in list_stakeholders(workspace) if audience.sees(each.visibility)}
    calls = list_calls(workspace)
    asked = [[each for each in call.inputs if audience.sees(each.visibility)] for call in calls]
    return calls, tuple(row for row in matrix(asked) if row.stakeholder in seen)


def write_matrix(workspace: Workspace, path: Path, audience: Audience = Audience.PRIVATE) -> None:
    """Write those asked against the calls into a workbook that names its audience; raises `Refused` where it cannot."""
    from negotiator.documents.writing.files import write_whole
    from negotiator.documents.writing.table_xlsx import table_xlsx

    calls, rows = calls_and_answers(workspace, audience)
    cells = [
        [row.stakeholder, *(f"{_(ANSWERS[answer])} {group}".strip() for answer, group in row.told)] for row in rows
    ]
    whose = _("For: {audience}", audience=_(AUDIENCES[audience]))
    heads = [f"{_('asked')} · {whose}", *(f"{each.call.code} {each.call.title}" for each in calls)]
    write_whole(path, table_xlsx(_("Calls and answers"), heads, cells, workspace.now().utc))
