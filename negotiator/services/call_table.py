"""Who has answered which call, as a workbook."""

from pathlib import Path

from negotiator.documents.writing.files import write_whole
from negotiator.documents.writing.table_xlsx import table_xlsx
from negotiator.domain.call_matrix import ANSWERS, matrix
from negotiator.i18n import _
from negotiator.services.calls import list_calls
from negotiator.workspace import Workspace


def write_matrix(workspace: Workspace, path: Path) -> None:
    """Write those asked against the calls into a workbook; raises `Refused` where it cannot be written."""
    found = list_calls(workspace)
    cells = [
        [row.stakeholder, *(f"{_(ANSWERS[answer])} {group}".strip() for answer, group in row.told)]
        for row in matrix([each.inputs for each in found])
    ]
    heads = [_("asked"), *(f"{each.call.code} {each.call.title}" for each in found)]
    write_whole(path, table_xlsx(_("Calls and answers"), heads, cells, workspace.now().utc))
