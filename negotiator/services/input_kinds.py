"""The kinds of input, which are shipped as data."""

from collections.abc import Mapping
from functools import cache

from negotiator.domain.audience import Audience
from negotiator.domain.inputs import InputKind, OwedBy
from negotiator.services.shipped import close_register, open_register, title_of


@cache
def input_kinds() -> Mapping[str, InputKind]:
    """Return the kinds of input by code, in their own order."""
    file = open_register("inputs", "kinds.toml")
    found = {}
    for row in file.rows("kinds"):
        kind = InputKind(
            code=row.text("code"),
            title=title_of(row),
            sender=row.title("by"),
            recipient=row.title("to"),
            paragraph=row.text("paragraph", ""),
            owed_by=row.choice("owed_by", OwedBy),
            visibility=row.choice("visibility", Audience),
            present=row.flag("present", False),
            reflect=row.flag("reflect", False),
        )
        found[kind.code] = kind
        row.close()
    close_register(file, "kinds.toml")
    return found
