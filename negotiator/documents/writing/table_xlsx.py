"""A plain table as a workbook: every cell is text, nothing becomes a formula, a link or a number."""

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO

from negotiator.display import safe

LONGEST = 32_000
"""A cell holds no more characters than this."""


def table_xlsx(title: str, head: Sequence[str], rows: Sequence[Sequence[str]], at: datetime) -> bytes:
    """Write a table with a head that stays in sight and can be filtered; `at` is when it was made."""
    from xlsxwriter import Workbook

    out = BytesIO()
    book = Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    # Naive, in UTC: what the format of workbooks wants.
    book.set_properties({"title": safe(title), "created": at.astimezone(UTC).replace(tzinfo=None)})
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    sheet = book.add_worksheet()
    for number, row in enumerate([head, *rows]):
        for place, cell in enumerate(row):
            sheet.write_string(number, place, safe(cell)[:LONGEST], plain if number else bold)
    sheet.freeze_panes(1, 1)
    if rows and head:
        sheet.autofilter(0, 0, len(rows), len(head) - 1)
    sheet.set_column(0, max(0, len(head) - 1), 18)
    book.close()
    return out.getvalue()
