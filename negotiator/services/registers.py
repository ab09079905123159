"""The registers that are shipped as data: Member States and others, their categories, the kinds of input."""

import tomllib
from collections.abc import Mapping
from functools import cache

from negotiator.domain.audience import Audience
from negotiator.domain.inputs import InputKind, OwedBy
from negotiator.domain.process import Title
from negotiator.domain.stakeholder import MEMBER_STATE, Category, DatedName, MayPropose, RegionalGroup, Stakeholder
from negotiator.domain.table import Table
from negotiator.errors import BadFile
from negotiator.i18n import _
from negotiator.resources import shipped


@cache
def categories() -> Mapping[str, Category]:
    """Return the categories of those who take part, by code, in their own order."""
    file = _read("stakeholders", "categories.toml")
    found = {}
    for row in file.rows("categories"):
        category = Category(
            code=row.text("code"),
            title=_title(row),
            route=row.title("route"),
            paragraph=row.text("paragraph", ""),
            propose=row.choice("propose", MayPropose),
        )
        found[category.code] = category
        row.close()
    _close(file, "categories.toml")
    return found


@cache
def input_kinds() -> Mapping[str, InputKind]:
    """Return the kinds of input by code, in their own order."""
    file = _read("inputs", "kinds.toml")
    found = {}
    for row in file.rows("kinds"):
        kind = InputKind(
            code=row.text("code"),
            title=_title(row),
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
    _close(file, "kinds.toml")
    return found


def shipped_stakeholders() -> tuple[Stakeholder, ...]:
    """Return the Member States in the order of their English names, then the others by category."""
    states, others = _read("stakeholders", "member-states.toml"), _read("stakeholders", "others.toml")
    found = [
        *_stakeholders(states.rows("member_states"), MEMBER_STATE, _former(states)),
        *(each for group in others.rows("groups") for each in _group(group, _former(others))),
    ]
    _close(states, "member-states.toml")
    _close(others, "others.toml")
    return tuple(found)


def _group(group: Table, former: Mapping[str, tuple[DatedName, ...]]) -> list[Stakeholder]:
    members = _stakeholders(group.rows("members"), group.text("category"), former)
    group.close()
    return members


def _stakeholders(rows: list[Table], category: str, former: Mapping[str, tuple[DatedName, ...]]) -> list[Stakeholder]:
    found = []
    for row in rows:
        code = row.text("code")
        found.append(
            Stakeholder(
                code=code,
                category=category,
                name=_title(row),
                region=row.choice("region", RegionalGroup) if row.has("region") else None,
                formal=row.text("formal", ""),
                iso2=row.text("iso2", ""),
                m49=row.text("m49", ""),
                pinyin=row.texts("pinyin"),
                aliases=row.texts("aliases"),
                former=former.get(code, ()),
                propose=row.choice("propose", MayPropose) if row.has("propose") else None,
                note=row.title("note", required=False),
            )
        )
        row.close()
    return found


def _former(file: Table) -> dict[str, tuple[DatedName, ...]]:
    """Read what was called otherwise before; why and how surely that is known is said in the file for its readers."""
    found: dict[str, tuple[DatedName, ...]] = {}
    for row in file.rows("former_names"):
        code = row.text("code")
        dated = DatedName(_title(row), row.day("until"), formal=row.text("formal", ""))
        found[code] = (*found.get(code, ()), dated)
        row.known.update(("why", "certainty"))
        row.close()
    return found


def _title(row: Table) -> Title:
    return Title(row.text("en"), row.text("zh"))


def _read(folder: str, name: str) -> Table:
    with shipped("data", folder, name).open("rb") as file:
        table = Table("", tomllib.load(file), [])
    table.known.update(("schema", "holds_on"))
    return table


def _close(file: Table, name: str) -> None:
    file.close()
    if file.problems:
        raise BadFile(_("{name} is damaged; install the program again. {problem}", name=name, problem=file.problems[0]))
