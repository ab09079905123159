"""Who can be named as a speaker: found by code, alias, English, Chinese or pinyin, in three keys."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from negotiator.domain.names import folded
from negotiator.domain.stakeholder import Stakeholder, search
from negotiator.services.stakeholders import list_stakeholders, require
from negotiator.workspace import Workspace


@dataclass(frozen=True, slots=True)
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

    def named(self, words: str) -> str | None:
        """Return the code of the one speaker with exactly this code, alias or name."""
        return self.exact.get(folded(words))

    def like(self, beginning: str) -> list[str]:
        """Return the codes of those that may be meant by what was typed so far, the likeliest first."""
        return [each.code for each in search(self.stakeholders, beginning)]

    def require(self, words: str) -> str:
        """Return the code of a speaker; raises `NotFound` with those that are near."""
        return self.named(words) or require(self.stakeholders, words).code


def call_roll(workspace: Workspace) -> Roll:
    """Read every speaker with all names of any date."""
    found = list_stakeholders(workspace)
    means: dict[str, set[str]] = {}
    for each in found:
        for name in (*each.names(), *each.sounds()):
            means.setdefault(folded(name), set()).add(each.code)
    exact = {name: min(codes) for name, codes in means.items() if name and len(codes) == 1}
    exact |= {folded(each.code): each.code for each in found}  # a code always means itself
    today = workspace.now().date
    shown = {each.code: each.name_at(today).said for each in found}
    return Roll(found, exact, {each.code: each.id for each in found}, shown)
