"""The lists of those who ask to be admitted: when names were laid before Members, and how they are balanced."""

from collections import Counter
from collections.abc import Sequence

from negotiator.domain.facts import Application, Facts
from negotiator.domain.mandate import Check
from negotiator.i18n import _, n_


def proposed(check: Check, facts: Facts) -> list[Application]:
    """Return the names that were laid before Members on the list that a check looks at."""
    if not check.admission:
        return []
    return [each for each in facts.applications if each.admission == check.admission and each.proposed]


def list_in_words(names: Sequence[Application]) -> str:
    """Say how many names a list has, from which regional groups, and how many women and men represent them."""
    if not names:
        return ""
    regions = Counter(each.region or "–" for each in names)
    told = ", ".join(f"{region} {number}" for region, number in sorted(regions.items(), key=lambda each: -each[1]))
    return _(
        "{names} on the list ({regions}); {women}, {men}",
        names=n_("{n} name", "{n} names", len(names)),
        regions=told,
        women=n_("{n} woman", "{n} women", sum(each.women for each in names)),
        men=n_("{n} man", "{n} men", sum(each.men for each in names)),
    )


def admitted(check: Check, facts: Facts) -> list[Application]:
    """Return those who were admitted on the way that a check looks at."""
    return [each for each in facts.applications if check.route and each.route == check.route and each.admitted]
