"""The register that is shipped as data: Member States and others, and their categories."""

from collections.abc import Mapping
from functools import cache

from negotiator.domain.stakeholder import MEMBER_STATE, Category, DatedName, MayPropose, RegionalGroup, Stakeholder
from negotiator.domain.table import Table
from negotiator.services.shipped import close_register, open_register, title_of


@cache
def categories() -> Mapping[str, Category]:
    """Return the categories of those who take part, by code, in their own order."""
    file = open_register("stakeholders", "categories.toml")
    found = {}
    for row in file.rows("categories"):
        category = Category(
            code=row.text("code"),
            title=title_of(row),
            route=row.title("route"),
            paragraph=row.text("paragraph", ""),
            propose=row.choice("propose", MayPropose),
        )
        found[category.code] = category
        row.close()
    close_register(file, "categories.toml")
    return found


def shipped_stakeholders() -> tuple[Stakeholder, ...]:
    """Return the Member States in the order of their English names, then the others by category."""
    states, others = open_register("stakeholders", "member-states.toml"), open_register("stakeholders", "others.toml")
    found = [
        *_stakeholders(states.rows("member_states"), MEMBER_STATE, _former(states)),
        *(each for group in others.rows("groups") for each in _group(group, _former(others))),
    ]
    close_register(states, "member-states.toml")
    close_register(others, "others.toml")
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
                name=title_of(row),
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
        dated = DatedName(title_of(row), row.day("until"), formal=row.text("formal", ""))
        found[code] = (*found.get(code, ()), dated)
        row.known.update(("why", "certainty"))
        row.close()
    return found
