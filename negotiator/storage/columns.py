"""Between columns and the values that many tables share: names in two languages, days, numbers with halves."""

from datetime import date

from negotiator.domain.process import Title
from negotiator.storage.rows import Row, Value, text


def title_columns(name: str, title: Title) -> dict[str, Value]:
    """Spread a name over the columns of its two languages."""
    return {f"{name}_en": title.en, f"{name}_zh": title.zh}


def title_from(row: Row, name: str = "title") -> Title:
    """Gather a name from the columns of its two languages."""
    return Title(text(row, f"{name}_en"), text(row, f"{name}_zh"))


def day_from(row: Row, name: str) -> date:
    """Read a date column."""
    return date.fromisoformat(text(row, name))


def optional_day_from(row: Row, name: str) -> date | None:
    """Read a date column that may be null."""
    return date.fromisoformat(text(row, name)) if row[name] else None


def number_from(row: Row, name: str) -> float:
    """Read a column of numbers with halves, 0 where it is null."""
    value = row[name]
    return float(value) if isinstance(value, int | float) else 0.0
