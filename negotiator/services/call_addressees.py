"""Whom a call means: those of a category, a regional group, a group or a list, or somebody by code."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from negotiator.domain.accreditation import ADMITTED
from negotiator.domain.stakeholder import RegionalGroup, Stakeholder, named
from negotiator.errors import WrongUsage
from negotiator.i18n import _
from negotiator.services.groups import all_groups, require_group
from negotiator.services.stakeholders import get_category, region_named, require
from negotiator.storage import stakeholders
from negotiator.storage.opened import Database


@dataclass(frozen=True, slots=True)
class Addressees:
    """Those whom a call means."""

    stakeholders: tuple[Stakeholder, ...]
    """Everybody who is meant, each once, in the order of the register."""
    empty: tuple[str, ...] = ()
    """The words that mean nobody on that day, such as a group without members."""


def addressees(db: Database, to: Sequence[str], day: date) -> Addressees:
    """Look up everybody who is meant on a day.

    `category:MS`, `region:GRULAC`, `group:CODE`, `list:conference` (those admitted), a regional group or somebody by
    code or name. Raises `NotFound` for what does not exist, `WrongUsage` where nobody is meant at all.
    """
    known = stakeholders.stakeholders(db)
    meant: set[str] = set()
    empty = []
    for word in (word.strip() for word in to):
        codes = _meant(db, known, word, day) if word else set()
        if word and not codes:
            empty.append(word)
        meant |= codes
    if not meant:
        raise WrongUsage(
            _("Nobody is asked; name them like category:MS, region:GRULAC, group:CODE, list:conference or by code.")
        )
    return Addressees(tuple(each for each in known if each.code in meant), tuple(empty))


def _meant(db: Database, known: Sequence[Stakeholder], word: str, day: date) -> set[str]:
    what, _colon, name = word.partition(":")
    if word.upper() in set(RegionalGroup) and not named(known, word):
        what, name = "region", word
    if what == "category" and name:
        category = get_category(name).code
        return {each.code for each in known if each.category == category}
    if what == "region" and name:
        region = region_named(name)
        return {each.code for each in known if each.region is region}
    if what == "group" and name:
        return set(require_group(all_groups(db, known), name).members_at(day))
    return _admitted(db, name) if what == "list" and name else {require(known, word).code}


def _admitted(db: Database, name: str) -> set[str]:
    """Return the codes of those admitted by one of the two lists."""
    from negotiator.services.accreditation import admission_named
    from negotiator.storage.accreditation import accreditations

    admission = admission_named(name)
    found = accreditations(db)
    return {each.stakeholder for each in found if each.admission is admission and each.state in ADMITTED}
