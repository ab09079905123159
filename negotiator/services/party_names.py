"""Whose a returned file or a letter is: found in its words, its author, its sender and its name, by the register."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from negotiator.domain.names import folded
from negotiator.domain.stakeholder import MEMBER_STATE
from negotiator.services.groups import all_groups
from negotiator.storage.stakeholders import stakeholders
from negotiator.workspace import Workspace


class Told(StrEnum):
    """Where the name of a party was found."""

    COMMENT = "comment"
    AUTHOR = "author"
    SENDER = "sender"
    FILE_NAME = "file-name"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Party:
    """Who is suggested as the party to something."""

    codes: tuple[str, ...]
    """Codes of those it may be, of delegations, stakeholders and groups; empty where nobody was found."""
    told: Told | None
    """Where they were found; None where nobody was."""
    words: str = ""
    """The words that named them."""
    is_group: bool = False
    """Whether it is one group, for which a delegation speaks."""

    @property
    def code(self) -> str | None:
        """The one it is; None where there are several or none."""
        return self.codes[0] if len(self.codes) == 1 else None


NOBODY = Party((), None)
_AROUND = re.compile(
    r"^(?:the\s+)?(?:permanent\s+mission|delegation|mission|government|statement|comments?|position)s?\s+(?:of|by|from)\s+"
    r"(?:the\s+)?|(?:常驻联合国代表团|常驻代表团|代表团|政府)$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:,|;|/|、|；|，|\band\b|&|和|及|与)\s*", re.IGNORECASE)
_PARTS = re.compile(r"[()（）\[\],;/|_]+|\s[-–—]\s")


class Names:
    """Every name of the register, made ready to be looked for."""

    def __init__(self, workspace: Workspace) -> None:
        with workspace.reading() as db:
            known = stakeholders(db)
            groups = all_groups(db, known)
        self.senders = frozenset(each.code for each in known)
        """Codes of the delegations and stakeholders, groups left out."""
        self._exact: dict[str, set[str]] = {}
        for each in known:
            for name in each.names():
                self._exact.setdefault(folded(name), set()).add(each.code)
        for group in groups:
            for name in (group.code, group.name.en, group.name.zh):
                self._exact.setdefault(folded(name), set()).add(group.code)
        for code in (*(each.code for each in known), *(group.code for group in groups)):
            self._exact[folded(code)] = {code}  # a code always means itself
        self._exact.pop("", None)
        states = {each.code for each in known if each.category == MEMBER_STATE}
        self._long = [
            (name, codes)
            for name, codes in sorted(self._exact.items(), key=lambda found: -len(found[0]))
            if len(name) > 3 or (not name.isascii() and len(name) > 1) or (len(name) == 3 and codes <= states)
        ]

    def named(self, words: str) -> tuple[str, ...]:
        """Return the codes of everybody that these words name, and nobody where one of them is not known."""
        whole = self._one(words)
        if whole:
            return whole
        parts = [part for part in _BETWEEN.split(words) if part]
        each = [self._one(part) for part in parts]
        return tuple(dict.fromkeys(code for codes in each for code in codes)) if all(each) else ()

    def _one(self, words: str) -> tuple[str, ...]:
        for said in (words, _AROUND.sub("", words.strip())):
            codes = self._exact.get(folded(said))
            if codes:
                return tuple(sorted(codes))
        return ()

    def within(self, words: str, *, codes: bool = False) -> tuple[str, ...]:
        """Return the codes of those whose name stands in the words, longer names first; short codes too if asked."""
        rest = f" {folded(words)} "
        found: dict[str, None] = {}
        for name, meant in self._long:
            if name.isascii():
                if len(name) == 3 and not codes:
                    continue
                sought = f" {name} "
            else:
                sought = name
            if sought in rest:
                found.update(dict.fromkeys(sorted(meant)))
                rest = rest.replace(sought, " | ")
        return tuple(found)

    def by_author(self, author: str) -> tuple[str, ...]:
        """Return the codes of those whom the author of a change is, or writes for: `Ana (Delegation A)`."""
        whole = self.named(author)
        if whole:
            return whole
        found = [code for part in _PARTS.split(author) for code in self.named(part) if part.strip()]
        return tuple(dict.fromkeys(found))


def party_of(
    names: Names, *, comments: Sequence[str] = (), authors: Sequence[str] = (), sender: str = "", file_name: str = ""
) -> Party:
    """Return the party that is told best: by a comment, else by the author, the sender, the name of the file.

    Where a comment names somebody who is not in the register, nobody is suggested.
    """
    for told, said, look in (
        (Told.COMMENT, comments, names.named),
        (Told.AUTHOR, authors, names.by_author),
        (Told.SENDER, (sender,), lambda words: names.by_author(words) or names.within(words)),
        (Told.FILE_NAME, (file_name.rpartition(".")[0] or file_name,), lambda words: names.within(words, codes=True)),
    ):
        found = dict.fromkeys(code for words in said if words for code in look(words))
        if found:
            alone = len(found) == 1 and not names.senders.issuperset(found)
            return Party(tuple(found), told, "; ".join(words for words in said if words), alone)
        if told is Told.COMMENT and any(said):
            break  # a comment that names somebody who is not in the register is not theirs who sent the file
    unknown = "; ".join(dict.fromkeys(word for word in (*comments, *authors) if word))
    return Party((), None, unknown)
