"""Applications as a table and one of them in full."""

from collections.abc import Sequence

from textual.content import Content

from negotiator.domain.accreditation import (
    ACCREDITATION_STATES,
    ADMISSIONS,
    ADMITTED,
    ROUTES,
    Accreditation,
    AccreditationState,
    shares,
)
from negotiator.domain.dates import day_in_words
from negotiator.i18n import _
from negotiator.tui.text import lines, plain
from negotiator.tui.widgets.facts import fact_lines, heading_lines
from negotiator.tui.widgets.table import Column, Row

_GONE = (AccreditationState.DECLINED, AccreditationState.EXCLUDED, AccreditationState.WITHDRAWN)


def columns() -> tuple[Column, ...]:
    """Return the columns of the applications."""
    return (
        Column("code", _("application")),
        Column("state", _("state"), elastic=True),
        Column("who", _("from"), most=20),
        Column("to", _("to"), elastic=True, least=70),
        Column("category", _("category"), least=90),
        Column("region", _("region"), least=90),
        Column("applied", _("applied"), least=110),
    )


def row(each: Accreditation) -> Row:
    """Write one of them; a sign stands beside the words, so that no colour is needed."""
    sign, style = _look(each.state)
    return Row(
        each.code,
        {
            "code": each.code,
            "state": (f"{sign} {_(ACCREDITATION_STATES[each.state])}", style),
            "who": (each.stakeholder, "bold"),
            "to": _(ADMISSIONS[each.admission]),
            "category": (each.category, "dim"),
            "region": (each.region, "dim"),
            "applied": (day_in_words(each.applied), "dim"),
        },
    )


def _look(state: AccreditationState) -> tuple[str, str]:
    if state in ADMITTED:
        return "✓", ""
    if state in _GONE:
        return "–", "dim"
    return ("●", "bold") if state is AccreditationState.OBJECTED else ("◐", "")


def summary(found: Sequence[Accreditation]) -> str:
    """Count a list by region, with the women and men that represent them."""
    counted = ", ".join(f"{each.name or '–'} {each.applied}" for each in shares(found, by_region=True))
    women, men = sum(each.women for each in found), sum(each.men for each in found)
    return f"{counted} · " + _("{women} women, {men} men", women=women, men=men)


def told(each: Accreditation, all_of_them: str, room: int) -> Content:
    """Write everything about one application in lines of so many columns."""
    standing = " ".join(word for word in (each.status, str(each.status_year or "")) if word)
    extended = f" ({_('thanks to the extended date')})" if each.extended else ""
    people = _("{women} women, {men} men", women=each.women, men=each.men) if each.women or each.men else ""
    facts = [
        (_("state"), _(ACCREDITATION_STATES[each.state]) + (f": {each.reason}" if each.reason else ""), ""),
        (_("to"), _(ADMISSIONS[each.admission]), ""),
        (_("way"), _(ROUTES[each.route]), ""),
        (_("standing"), standing, ""),
        (_("applied"), day_in_words(each.applied) + extended, ""),
        (_("representatives"), people, ""),
        *(
            (_("objection"), f"{made.by}  {made.basis or _('no basis given')}", "$text-warning")
            for made in each.objections
        ),
        *(
            (_("shared"), f"{state}  {day_in_words(at.date)}", "")
            for made in each.objections
            for state, at in made.shared
        ),
        *(
            (
                day_in_words(step.at.date),
                _(ACCREDITATION_STATES[step.state]) + (f": {step.why}" if step.why else ""),
                "",
            )
            for step in each.steps
        ),
        (_("note"), each.note, ""),
    ]
    rows = [*heading_lines(f"{each.code}  {each.stakeholder}", room), *fact_lines(facts, room)]
    return lines([*rows, plain(""), *fact_lines([(_("the list"), all_of_them, "dim")], room)])
