"""Reading the data that is shipped with the program, key by key."""

import tomllib

from negotiator.domain.table import Table
from negotiator.domain.title import Title
from negotiator.errors import BadFile
from negotiator.i18n import _
from negotiator.resources import shipped


def title_of(row: Table) -> Title:
    """Read a name from the keys of its two languages."""
    return Title(row.text("en"), row.text("zh"))


def open_register(folder: str, name: str) -> Table:
    """Read a shipped file into its outermost table."""
    with shipped("data", folder, name).open("rb") as file:
        table = Table("", tomllib.load(file), [])
    table.known.update(("schema", "holds_on"))
    return table


def close_register(file: Table, name: str) -> None:
    """Raise `BadFile` where anything in a shipped file was not as it should be."""
    file.close()
    if file.problems:
        raise BadFile(_("{name} is damaged; install the program again. {problem}", name=name, problem=file.problems[0]))
