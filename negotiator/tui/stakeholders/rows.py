"""The register as a table, as filters, and one of it in full."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from textual.content import Content

from negotiator.domain.audience import AUDIENCES, Audience
from negotiator.domain.contacts import Contact
from negotiator.domain.dates import day_in_words
from negotiator.domain.stakeholder import MAY_PROPOSE, REGIONAL_GROUPS, Stakeholder
from negotiator.i18n import _
from negotiator.services.registers import categories
from negotiator.services.stakeholders import may_propose
from negotiator.tui.text import lines
from negotiator.tui.widgets.chips import Chip
from negotiator.tui.widgets.facts import fact_lines, heading_lines
from negotiator.tui.widgets.table import Column, Row

ALL = "all"
"""The key of the filter that leaves nobody out."""
NO_REGION = "none"
"""The key of those in no regional group."""


def columns() -> tuple[Column, ...]:
    """Return the columns of the register."""
    return (
        Column("code", _("code"), most=12),
        Column("name", _("name"), elastic=True),
        Column("other", "", elastic=True, least=70),
        Column("category", _("category"), most=10),
        Column("region", _("region")),
        Column("propose", _("text"), least=120),
    )


def names(each: Stakeholder, day: date) -> tuple[str, str]:
    """Return the name of the day in the language in use, then in the other one."""
    name = each.name_at(day)
    return name.said, name.en if name.said != name.en else name.zh


def row(each: Stakeholder, day: date) -> Row:
    """Write one of them."""
    name, other = names(each, day)
    return Row(
        each.code,
        {
            "code": (each.code, "bold"),
            "name": name,
            "other": (other, "dim"),
            "category": each.category,
            "region": each.region.value if each.region else "",
            "propose": (_(MAY_PROPOSE[may_propose(each)]), "dim"),
        },
    )


def category_chips(found: Iterable[Stakeholder]) -> tuple[Chip, ...]:
    """Count those of each category, in the order of the categories; only those there are."""
    numbers = Counter(each.category for each in found)
    known = [*categories(), *sorted(set(numbers) - set(categories()))]
    chips = [Chip(code, code, numbers[code]) for code in known if numbers[code]]
    return (Chip(ALL, _("everybody"), numbers.total()), *chips)


def region_chips(found: Iterable[Stakeholder], category: str) -> tuple[Chip, ...]:
    """Count those of each regional group."""
    numbers = Counter(each.region or NO_REGION for each in found if category in (ALL, each.category))
    chips = [Chip(group.value, group.value, numbers[group]) for group in REGIONAL_GROUPS]
    rest = Chip(NO_REGION, _("in none"), numbers[NO_REGION])
    return (Chip(ALL, _("every region"), numbers.total()), *chips, rest)


def told(each: Stakeholder, day: date, room: int, contacts: Sequence[Contact] = ()) -> Content:
    """Write everything about one of them in lines of so many columns."""
    name, other = names(each, day)
    category = categories().get(each.category)
    facts = [
        (_("name"), other, ""),
        (_("formal name"), each.formal_at(day), ""),
        (_("category"), f"{each.category}  {category.title.said}" if category else each.category, ""),
        (_("region"), _(REGIONAL_GROUPS[each.region]) if each.region else "", ""),
        (_("takes part"), category.route.said if category else "", ""),
        (_("text"), _(MAY_PROPOSE[may_propose(each)]), ""),
        (_("codes"), ", ".join(code for code in (each.iso2, each.m49) if code), ""),
        (_("pinyin"), each.pinyin[0] if each.pinyin else "", ""),
        (_("also typed"), ", ".join(each.aliases), ""),
        *(
            (_("other name"), _("{name} until {date}", name=was.name.said, date=day_in_words(was.until)), "")
            for was in each.former
        ),
        (_("audience"), _(AUDIENCES[each.visibility]) if each.visibility is not Audience.PUBLIC else "", ""),
        *((_("address"), contact.written, "") for contact in contacts),
        (_("note"), each.note.said, ""),
    ]
    return lines([*heading_lines(f"{each.code}  {name}", room), *fact_lines(facts, room)])
