"""Delegations and stakeholders: who they are, what they are called at a date, and how they are found in three keys."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from negotiator.domain.audience import Audience
from negotiator.domain.names import folded
from negotiator.domain.title import NO_TITLE, Title
from negotiator.i18n import N_


class RegionalGroup(StrEnum):
    """The regional groups of the United Nations."""

    AFRICA = "AFRICA"
    ASIA_PACIFIC = "APG"
    EASTERN_EUROPE = "EEG"
    LATIN_AMERICA_AND_CARIBBEAN = "GRULAC"
    WESTERN_EUROPE_AND_OTHERS = "WEOG"


REGIONAL_GROUPS = {
    RegionalGroup.AFRICA: N_("African States"),
    RegionalGroup.ASIA_PACIFIC: N_("Asia-Pacific States"),
    RegionalGroup.EASTERN_EUROPE: N_("Eastern European States"),
    RegionalGroup.LATIN_AMERICA_AND_CARIBBEAN: N_("Latin American and Caribbean States"),
    RegionalGroup.WESTERN_EUROPE_AND_OTHERS: N_("Western European and other States"),
}
"""What people read for each regional group."""


class MayPropose(StrEnum):
    """Whether text may be proposed."""

    YES = "yes"
    COURTESY = "courtesy"
    """By courtesy of the chair."""
    REQUEST = "request"
    """Technical language, when asked for it."""
    NO = "no"
    """Views only."""


MAY_PROPOSE = {
    MayPropose.YES: N_("may propose text"),
    MayPropose.COURTESY: N_("may propose text by courtesy of the chair"),
    MayPropose.REQUEST: N_("gives technical language on request"),
    MayPropose.NO: N_("gives views, proposes no text"),
}
"""What people read for it."""

MEMBER_STATE = "MS"
"""The category of the Member States."""


@dataclass(frozen=True, slots=True)
class Category:
    """A category of those who take part."""

    code: str
    """Short name, such as `MS`."""
    title: Title
    """Its name."""
    route: Title
    """How one comes to take part."""
    paragraph: str
    """The paragraph of the mandate; empty for practice."""
    propose: MayPropose
    """Whether its members may propose text."""


@dataclass(frozen=True, slots=True)
class DatedName:
    """What somebody was called between two days."""

    name: Title
    """The name."""
    until: date
    """The last day of it."""
    since: date | None = None
    """The first day of it; None where it does not matter."""
    formal: str = ""
    """The formal name in English."""


@dataclass(frozen=True, slots=True)
class Stakeholder:
    """A delegation or stakeholder."""

    code: str
    """The code it is known by: alpha-3 for a State."""
    category: str
    """Code of its category."""
    name: Title
    """What it is called now."""
    region: RegionalGroup | None = None
    """Its regional group, where it has one."""
    formal: str = ""
    """The formal name in English."""
    iso2: str = ""
    """Alpha-2 code of a State."""
    m49: str = ""
    """Its code in the statistics of the United Nations."""
    pinyin: tuple[str, ...] = ()
    """Of its Chinese names, syllable by syllable, the present name first."""
    aliases: tuple[str, ...] = ()
    """What people type; never shown in place of the name."""
    former: tuple[DatedName, ...] = ()
    """What it was called before."""
    propose: MayPropose | None = None
    """Whether it may propose text, where that is not what its category says."""
    note: Title = NO_TITLE
    """What else there is to say."""
    visibility: Audience = Audience.PUBLIC
    """Who may know of it."""
    id: str = ""
    """The row's identifier; empty where it is not stored."""

    def name_at(self, day: date) -> Title:
        """Return what it was called on a day."""
        found = self._former_at(day)
        return found.name if found else self.name

    def formal_at(self, day: date) -> str:
        """Return its formal name in English on a day."""
        found = self._former_at(day)
        return (found.formal if found else "") or self.formal

    def _former_at(self, day: date) -> DatedName | None:
        held = [each for each in self.former if day <= each.until and (each.since is None or each.since <= day)]
        return min(held, key=lambda each: each.until, default=None)

    def names(self) -> tuple[str, ...]:
        """Return everything it can be found by in writing, of any date: codes, names, aliases."""
        titles = [self.name, *(each.name for each in self.former)]
        written = [self.code, self.iso2, *(word for title in titles for word in (title.en, title.zh)), *self.aliases]
        return tuple(dict.fromkeys(word for word in written if word))

    def sounds(self) -> tuple[str, ...]:
        """Return its Chinese names as they are typed in letters: `ruishi`."""
        return tuple("".join(reading.split()) for reading in self.pinyin)

    def initials(self) -> tuple[str, ...]:
        """Return the first letters of the syllables of its Chinese names: `rs`."""
        return tuple("".join(syllable[0] for syllable in reading.split()) for reading in self.pinyin)


def search(stakeholders: Iterable[Stakeholder], typed: str) -> tuple[Stakeholder, ...]:
    """Return those that may be meant by what was typed so far, the likeliest first.

    A code comes first, then a whole name, then a code, a name, its sound in pinyin or a word within a name that begins
    so; Member States before others, then the order of the English names.
    """
    start = folded(typed)
    if not start:
        return ()
    ranked = []
    for each in stakeholders:
        rank = _rank(each, start)
        if rank is not None:
            ranked.append((rank, each.category != MEMBER_STATE, folded(each.name.en), each.code, each))
    return tuple(each for *_order, each in sorted(ranked, key=lambda found: found[:4]))


def _rank(stakeholder: Stakeholder, start: str) -> int | None:
    codes = {folded(stakeholder.code), folded(stakeholder.iso2)} - {""}
    if start in codes:
        return 0
    names = [folded(name) for name in stakeholder.names()]
    if start in names:
        return 1
    if any(code.startswith(start) for code in codes):
        return 2
    if any(name.startswith(start) for name in names):
        return 3
    sound = start.replace(" ", "")
    sounds = (*stakeholder.sounds(), *stakeholder.initials())
    if sound in sounds:
        return 4
    if any(each.startswith(sound) for each in sounds):
        return 5
    # Chinese has no spaces between words: any part of the name may be what comes to mind.
    inside = not start.isascii() and any(start in name for name in names)
    return 6 if inside or any(f" {start}" in name for name in names) else None


def near(stakeholders: Iterable[Stakeholder], typed: str, most: int = 4) -> tuple[Stakeholder, ...]:
    """Return those that may have been meant by a name that is not known: those it begins, else those spelled alike."""
    known = list(stakeholders)
    found = search(known, typed)
    if found:
        return found[:most]
    from difflib import get_close_matches

    spelled = {folded(name): each for each in known for name in (*each.names(), *each.sounds())}
    alike = get_close_matches(folded(typed), spelled, n=most * 2, cutoff=0.7)
    return tuple(dict.fromkeys(spelled[name] for name in alike))[:most]


def named(stakeholders: Iterable[Stakeholder], words: str) -> Stakeholder | None:
    """Return the one with exactly this code, else the only one with exactly this name or alias."""
    wanted = folded(words)
    called = []
    for each in stakeholders:
        if folded(each.code) == wanted:
            return each
        if wanted and wanted in map(folded, each.names()):
            called.append(each)
    return called[0] if len(called) == 1 else None
