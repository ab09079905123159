"""Comparisons as files that no terminal can show."""

import os
from datetime import UTC, datetime

from negotiator.cli.options import Context
from negotiator.comparing.comparison import Comparison


def redline_bytes(context: Context, comparison: Comparison, author: str) -> bytes:
    """Write a Word file with tracked changes; an open workspace says who signs it, and when."""
    from negotiator.documents.writing.redline_docx import comparison_docx
    from negotiator.settings import load_settings, settings_path, who

    workspace = context.opened
    by = author or (workspace.who() if workspace else who(load_settings(settings_path()), os.environ))
    if workspace:
        at = workspace.now().utc
    elif context.as_of:
        from negotiator.domain.dates import parse_instant

        at = parse_instant(context.as_of, "UTC").utc
    else:
        at = datetime.now(UTC)
    return comparison_docx(comparison, author=by, at=at)
