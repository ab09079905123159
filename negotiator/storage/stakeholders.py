"""Rows of delegations and stakeholders, with the names they had before."""

from negotiator.domain.audience import Audience
from negotiator.domain.stakeholder import DatedName, MayPropose, RegionalGroup, Stakeholder
from negotiator.storage.columns import day_from, optional_day_from, title_columns, title_from
from negotiator.storage.events import Act
from negotiator.storage.opened import Database
from negotiator.storage.rows import Row, Value, query, strings_from, text, to_json


def stakeholders(db: Database) -> tuple[Stakeholder, ...]:
    """Return every delegation and stakeholder, Member States in the order in which they are seated."""
    former: dict[str, list[DatedName]] = {}
    for row in query(db, "select * from stakeholder_name where deleted_at is null order by until"):
        dated = DatedName(
            title_from(row, "name"), day_from(row, "until"), optional_day_from(row, "since"), text(row, "formal_en")
        )
        former.setdefault(text(row, "stakeholder"), []).append(dated)
    rows = query(db, "select * from stakeholder where deleted_at is null order by rowid")
    return tuple(_stakeholder(row, tuple(former.get(text(row, "id"), ()))) for row in rows)


def _stakeholder(row: Row, former: tuple[DatedName, ...]) -> Stakeholder:
    region, propose = text(row, "region"), text(row, "propose")
    return Stakeholder(
        code=text(row, "code"),
        category=text(row, "category"),
        name=title_from(row, "name"),
        region=RegionalGroup(region) if region else None,
        formal=text(row, "formal_en"),
        iso2=text(row, "iso2"),
        m49=text(row, "m49"),
        pinyin=strings_from(row, "pinyin"),
        aliases=strings_from(row, "aliases"),
        former=former,
        propose=MayPropose(propose) if propose else None,
        note=title_from(row, "note"),
        visibility=Audience(text(row, "visibility")),
        id=text(row, "id"),
    )


def add_stakeholder(act: Act, stakeholder: Stakeholder) -> str:
    """Store a delegation or stakeholder with its former names; returns its identifier."""
    identifier = act.insert("stakeholder", _columns(stakeholder))
    for dated in stakeholder.former:
        act.insert(
            "stakeholder_name",
            {
                "stakeholder": identifier,
                **title_columns("name", dated.name),
                "formal_en": dated.formal,
                "since": dated.since.isoformat() if dated.since else None,
                "until": dated.until.isoformat(),
            },
        )
    return identifier


def change_stakeholder(act: Act, changed: Stakeholder) -> None:
    """Change what the register says of somebody; the names of earlier days stay."""
    act.update("stakeholder", changed.id, _columns(changed))


def _columns(stakeholder: Stakeholder) -> dict[str, Value]:
    return {
        "code": stakeholder.code,
        "iso2": stakeholder.iso2 or None,
        "m49": stakeholder.m49 or None,
        "category": stakeholder.category,
        "region": stakeholder.region.value if stakeholder.region else None,
        **title_columns("name", stakeholder.name),
        "formal_en": stakeholder.formal,
        "pinyin": to_json(stakeholder.pinyin),
        "aliases": to_json(stakeholder.aliases),
        "propose": stakeholder.propose.value if stakeholder.propose else None,
        **title_columns("note", stakeholder.note),
        "visibility": stakeholder.visibility.value,
    }
