"""Who can be named as a speaker: found by code, alias, English, Chinese or pinyin, in three keys."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from negotiator.domain.names import folded
from negotiator.errors import NotFound
from negotiator.i18n import _
from negotiator.storage.stakeholders import stakeholders
from negotiator.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Roll:
    """Every delegation and stakeholder that can be named, by all its names."""

    ids: Mapping[str, str]
    """Row identifiers by code."""
    exact: Mapping[str, str]
    """Codes by each name that means one speaker only, folded."""
    names: Sequence[tuple[str, str]]
    """Every name, folded, with its code, in alphabetical order."""
    shown: Mapping[str, str]
    """The name people read, by code."""

    def named(self, words: str) -> str | None:
        """Return the code of the one speaker with exactly this code, alias or name."""
        return self.exact.get(folded(words))

    def like(self, beginning: str) -> list[str]:
        """Return the codes whose code or a name begins so: codes first, then in the order of the names."""
        start = folded(beginning)
        if not start:
            return []
        found = [(not folded(code).startswith(start), code) for name, code in self.names if name.startswith(start)]
        return list(dict.fromkeys(code for _rank, code in sorted(found, key=lambda each: each[0])))

    def require(self, words: str) -> str:
        """Return the code of a speaker; raises `NotFound` with those that are near."""
        code = self.named(words)
        if code:
            return code
        near = self.like(words)
        if near:
            raise NotFound(_("“{words}” may be {codes}; write which.", words=words, codes=", ".join(near[:8])))
        raise NotFound(_("There is no delegation or stakeholder “{words}”.", words=words))


def call_roll(workspace: Workspace) -> Roll:
    """Read every speaker with all names, in the languages there are and of any date, shown as at the clock's moment."""
    with workspace.reading() as db:
        found = stakeholders(db)
    today = workspace.now().date
    means: dict[str, set[str]] = {}
    for speaker in found:
        for name in (*speaker.names(), *speaker.sounds()):
            means.setdefault(folded(name), set()).add(speaker.code)
    exact = {name: next(iter(codes)) for name, codes in means.items() if name and len(codes) == 1}
    exact.update({folded(speaker.code): speaker.code for speaker in found})  # a code always means itself
    return Roll(
        ids={speaker.code: speaker.id for speaker in found},
        exact=exact,
        names=sorted((name, code) for name, codes in means.items() for code in codes),
        shown={speaker.code: speaker.name_at(today).said for speaker in found},
    )
