"""Proposals: what somebody asks to be done to a provision, who is for and against it, and what became of it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from negotiator.domain.audience import Audience
from negotiator.domain.dates import Instant
from negotiator.i18n import N_


class Action(StrEnum):
    """What is to be done to a provision."""

    ADD = "add"
    DELETE = "delete"
    REPLACE = "replace"
    MOVE = "move"
    RETAIN = "retain"
    BRACKET = "bracket"
    MERGE = "merge"
    SPLIT = "split"
    EDITORIAL = "editorial"


ACTIONS = {
    Action.ADD: N_("add"),
    Action.DELETE: N_("delete"),
    Action.REPLACE: N_("replace"),
    Action.MOVE: N_("move"),
    Action.RETAIN: N_("retain"),
    Action.BRACKET: N_("bracket"),
    Action.MERGE: N_("merge"),
    Action.SPLIT: N_("split"),
    Action.EDITORIAL: N_("editorial"),
}
"""What people read for each action."""
NEEDS_WORDS = frozenset((Action.ADD, Action.REPLACE))
"""The actions that say nothing without the wording they ask for."""


class Stance(StrEnum):
    """Where a delegation stands on a proposal of somebody else."""

    SUPPORT = "support"
    OPPOSE = "oppose"
    FLEXIBLE = "flexible"


STANCES = {Stance.SUPPORT: N_("supports"), Stance.OPPOSE: N_("opposes"), Stance.FLEXIBLE: N_("is flexible on")}
"""What people read for each stance."""


class Disposition(StrEnum):
    """What became of a proposal in a later version."""

    OPEN = "open"
    REFLECTED = "reflected"
    PARTLY = "partly"
    MOVED = "moved"
    NOT = "not"
    WITHDRAWN = "withdrawn"


DISPOSITIONS = {
    Disposition.OPEN: N_("open"),
    Disposition.REFLECTED: N_("reflected"),
    Disposition.PARTLY: N_("partly reflected"),
    Disposition.MOVED: N_("reflected elsewhere"),
    Disposition.NOT: N_("not reflected"),
    Disposition.WITHDRAWN: N_("withdrawn"),
}
"""What people read for each disposition."""
_ANSWERS = (Disposition.REFLECTED, Disposition.PARTLY, Disposition.MOVED, Disposition.NOT)
MOVES: dict[Disposition, tuple[Disposition, ...]] = {
    Disposition.OPEN: (*_ANSWERS, Disposition.WITHDRAWN),
    # A later version may reflect more, or drop what an earlier one had.
    **{each: (*(other for other in _ANSWERS if other is not each), Disposition.WITHDRAWN) for each in _ANSWERS},
    Disposition.WITHDRAWN: (),
}
"""What may become of a proposal from where it stands; a slip is undone, not moved back."""
NEEDS_A_REASON = frozenset((Disposition.PARTLY, Disposition.NOT, Disposition.WITHDRAWN))
"""What nobody is told without being told why."""


@dataclass(frozen=True, slots=True)
class Stand:
    """Where somebody stands, and since when."""

    stakeholder: str
    """Code of the delegation."""
    stance: Stance
    """For, against or flexible."""
    at: Instant
    """When it said so."""
    row: str = ""
    """The row's identifier."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a delegation asks to be done to a provision of a draft."""

    number: int
    """Its number; people call it P-12."""
    draft: str
    """The address of the text it was made on."""
    label: str
    """The label of the provision as people said it."""
    path: str
    """Where that stands in the text; empty where the text has none such."""
    action: Action
    """What is to be done."""
    by: str
    """Code of whoever proposes it."""
    made: Instant
    """When it was made."""
    old: str = ""
    """The words it is about; empty for the whole provision, or where none are."""
    new: str = ""
    """The wording it asks for."""
    group: str = ""
    """The group in whose name it is made."""
    entry: str = ""
    """The entry of the floor log that it was made of, such as `R3-12`."""
    note: str = ""
    """What else there is to say."""
    doubts: tuple[str, ...] = ()
    """What somebody should look at: `no-such-paragraph`, `words-not-there`."""
    stands: tuple[Stand, ...] = ()
    """Who is for it, against it, flexible; the last word of each counts."""
    disposition: Disposition = Disposition.OPEN
    """What became of it."""
    why: str = ""
    """The reason, where one was given."""
    disposed_in: str = ""
    """The address of the text in which it was answered."""
    visibility: Audience = Audience.MEMBER_STATES
    """Who may see it."""
    text_id: str = ""
    """The identifier of the text it points into."""
    id: str = ""
    """The row's identifier."""

    @property
    def code(self) -> str:
        """What people call it."""
        return proposal_code(self.number)

    @property
    def wording(self) -> str:
        """The words that it is about and asks for, in one line; its note where it has none."""
        return f"{self.old} → {self.new}" if self.old and self.new else self.new or self.old or self.note

    def those(self, stance: Stance) -> tuple[str, ...]:
        """Return the codes of those who take a stance, in the order in which they took it."""
        return tuple(each.stakeholder for each in self.stands if each.stance is stance)

    def tally(self) -> Counter[Stance]:
        """Count the stances."""
        return Counter(each.stance for each in self.stands)

    def may_become(self, disposition: Disposition) -> bool:
        """Say whether the table of moves leads there."""
        return disposition in MOVES[self.disposition]


def proposal_code(number: int) -> str:
    """Write the number of a proposal as people say it: `P-012`."""
    return f"P-{number:03}"


DOUBTS = {
    "no-such-paragraph": N_("the text has no such paragraph"),
    "words-not-there": N_("the words do not stand there"),
}
"""What people read for each doubt."""


def same_words(one: str, other: str) -> float:
    """Say how much the wording of two proposals agrees, from 0 to 1, case and punctuation set aside."""
    from difflib import SequenceMatcher

    a, b = _plain(one), _plain(other)
    return SequenceMatcher(None, a, b, autojunk=False).ratio() if a and b else float(a == b)


def _plain(text: str) -> list[str]:
    kept = "".join(character.lower() if character.isalnum() else " " for character in text)
    words: list[str] = []
    for word in kept.split():
        words += list(word) if any(character >= "\u2e80" for character in word) else [word]
    return words


ALIKE = 0.8
"""From which agreement of their wording two proposals on a provision may be one."""


def like(proposal: Proposal, others: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """Return the proposals on the same provision that ask for the same in much the same words, the likest first."""
    found = []
    for other in others:
        if (
            other.id == proposal.id
            or other.disposition is Disposition.WITHDRAWN
            or (other.draft, other.path or other.label) != (proposal.draft, proposal.path or proposal.label)
            or other.action is not proposal.action
        ):
            continue
        agreement = same_words(f"{proposal.old} {proposal.new}", f"{other.old} {other.new}")
        if agreement >= ALIKE:
            found.append((-agreement, other.number, other))
    return tuple(other for *_order, other in sorted(found, key=lambda each: each[:2]))
