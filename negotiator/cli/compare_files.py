"""Comparisons as files that no terminal can show."""

import os
from collections.abc import Collection
from datetime import UTC, datetime

from negotiator.cli.options import Context
from negotiator.comparing.comparison import Comparison


def redline_bytes(context: Context, comparison: Comparison, author: str) -> bytes:
    """Write a Word file with tracked changes; an open workspace says who signs it, and when."""
    from negotiator.documents.writing.redline_docx import comparison_docx
    from negotiator.settings import load_settings, settings_path, who

    workspace = context.opened
    by = author or (workspace.who() if workspace else who(load_settings(settings_path()), os.environ))
    return comparison_docx(comparison, author=by, at=_now(context))


def workbook_bytes(context: Context, comparison: Comparison, only: Collection[str], concordance: bool) -> bytes:
    """Write a workbook with the changes and the concordance, or with the concordance alone."""
    from negotiator.documents.writing.xlsx import comparison_xlsx

    return comparison_xlsx(comparison, at=_now(context), only=only, concordance_only=concordance)


def _now(context: Context) -> datetime:
    """Read the clock of the workspace where one was opened, else what was asked for, else the machine's."""
    if context.opened:
        return context.opened.now().utc
    if context.as_of:
        from negotiator.domain.dates import parse_instant

        return parse_instant(context.as_of, "UTC").utc
    return datetime.now(UTC)
