"""Comparisons as files that no terminal can show."""

import os
from collections.abc import Collection
from datetime import UTC, datetime

from negotiator.cli.options import Context
from negotiator.cli.output import say
from negotiator.comparing.comparison import Comparison
from negotiator.i18n import _


def redline_bytes(context: Context, comparison: Comparison, author: str, new: str | None) -> bytes:
    """Write a Word file with tracked changes; an open workspace says who signs it, and when.

    Where the new text, as it was named, is a Word file, the redline keeps its look.
    """
    from negotiator.documents.writing.redline_docx import comparison_docx
    from negotiator.documents.writing.redline_look import kept_look
    from negotiator.services.redlines import word_bytes
    from negotiator.settings import load_settings, settings_path, who

    workspace = context.opened
    by = author or (workspace.who() if workspace else who(load_settings(settings_path()), os.environ))
    at = _now(context)
    base = word_bytes(comparison, new, workspace)
    if base:
        kept = kept_look(comparison, base, author=by, at=at)
        if kept is not None:
            return kept
        say(
            _(
                "The look of {name} could not be kept without losing a letter or a number of either text; the Word "
                "file has a plain look.",
                name=comparison.new.name,
            )
        )
    return comparison_docx(comparison, author=by, at=at)


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
