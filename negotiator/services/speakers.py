"""Who can be named as a speaker: found by code, alias, English, Chinese or pinyin, in three keys."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from negotiator.domain.entry_line import Known, KnownLabel
from negotiator.domain.groups import Group
from negotiator.domain.names import folded
from negotiator.domain.stakeholder import MEMBER_STATE, Stakeholder, search
from negotiator.i18n import language
from negotiator.services.groups import all_groups
from negotiator.services.stakeholders import list_stakeholders, require
from negotiator.storage.groups import roll_version
from negotiator.workspace import Workspace

CO_FACILITATORS, SECRETARIAT = "CO-FAC", "SEC"
"""Codes of those who preside where nobody is noted, and of those to whom notes belong."""
SAMPLE, SAMPLE_DELEGATION = "sample", "DEL-"
"""The category of whoever is made up, and how the codes of made-up delegations begin; they count as States."""
ORGANIZATIONS = frozenset(("IGO-SI",))
"""Categories of organizations that speak for their members."""


@dataclass(frozen=True)
class Roll:
    """Every delegation and stakeholder, indexed once so that a line can be understood at every key."""

    stakeholders: Sequence[Stakeholder]
    """All of them."""
    exact: Mapping[str, str]
    """Codes by each name, folded, that means one of them only."""
    ids: Mapping[str, str]
    """Row identifiers by code."""
    shown: Mapping[str, str]
    """What each is called at the clock's moment, in the language in use, by code."""

    groups: Sequence[Group] = ()
    """The groups in whose name somebody speaks."""
    group_codes: Mapping[str, str] = field(default_factory=dict)
    """Codes of groups by each of their names, folded; also of organizations, whose members are not stored."""
    version: str = ""
    """Changes when anything of it does."""

    def named(self, words: str) -> str | None:
        """Return the code of the one speaker with exactly this code, alias or name."""
        return self.exact.get(folded(words))

    def like(self, beginning: str) -> list[str]:
        """Return the codes of those that may be meant by what was typed so far, the likeliest first."""
        return [each.code for each in search(self.stakeholders, beginning)]

    def group(self, words: str) -> str | None:
        """Return the code of the group, or of the organization of States, with exactly this code or name."""
        return self.group_codes.get(folded(words))

    def groups_like(self, word: str) -> tuple[str, ...]:
        """Return the codes of the groups that may be meant by a word: begun so, or spelled alike."""
        wanted = folded(word)
        begun = [code for name, code in self.group_codes.items() if len(wanted) > 1 and name.startswith(wanted)]
        if not begun and len(wanted) > 3:
            from difflib import get_close_matches

            begun = [self.group_codes[name] for name in get_close_matches(wanted, self.group_codes, cutoff=0.75)]
        return tuple(dict.fromkeys(begun))[:4]

    def is_state(self, code: str) -> bool:
        """Say whether a code is that of a State; of a sample, that of a made-up delegation."""
        return code in self._states

    @cached_property
    def _states(self) -> frozenset[str]:
        groups = {each.code for each in self.groups}
        return frozenset(
            each.code
            for each in self.stakeholders
            if (each.category == MEMBER_STATE or (each.category == SAMPLE and each.code.startswith(SAMPLE_DELEGATION)))
            and each.code not in groups
        )

    @cached_property
    def regions(self) -> dict[str, str]:
        """The regional group of each State that has one, by code."""
        return {each.code: each.region.value for each in self.stakeholders if each.region}

    def known(self, label: KnownLabel, chair: str | None = None) -> Known:
        """Return what a line is read with; whoever presides is the co-facilitators where nobody is noted."""
        return Known(
            self.named,
            self.like,
            label,
            self.group,
            self.groups_like,
            chair or (CO_FACILITATORS if CO_FACILITATORS in self.ids else None),
            SECRETARIAT if SECRETARIAT in self.ids else None,
        )

    def require(self, words: str) -> str:
        """Return the code of a speaker; raises `NotFound` with those that are near."""
        return self.named(words) or require(self.stakeholders, words).code


def call_roll(workspace: Workspace, known: Roll | None = None) -> Roll:
    """Read every speaker with all names of any date, and the groups; what is known is kept where nothing changed."""
    today = workspace.now().date
    with workspace.reading() as db:
        version = f"{today} {language()} {roll_version(db)}"
    if known is not None and known.version == version:
        return known
    found = list_stakeholders(workspace)
    with workspace.reading() as db:
        groups = all_groups(db, found)
    means: dict[str, set[str]] = {}
    for each in found:
        for name in (*each.names(), *each.sounds()):
            means.setdefault(folded(name), set()).add(each.code)
    exact = {name: min(codes) for name, codes in means.items() if name and len(codes) == 1}
    exact |= {folded(each.code): each.code for each in found}  # a code always means itself
    shown = {each.code: each.name_at(today).said for each in found}
    return Roll(
        found, exact, {each.code: each.id for each in found}, shown, groups, _group_codes(groups, found), version
    )


def _group_codes(groups: Sequence[Group], stakeholders: Sequence[Stakeholder]) -> dict[str, str]:
    found = {
        folded(name): each.code
        for each in stakeholders
        if each.category in ORGANIZATIONS
        for name in (*each.names(), *each.sounds())
    }
    for group in groups:
        for name in (group.code, group.name.en, group.name.zh):
            found[folded(name)] = group.code
    return {name: code for name, code in found.items() if name}
