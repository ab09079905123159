"""Acts as people see them: what was done, by whom, and which of them can be undone or done again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from negotiator.i18n import _


@dataclass(frozen=True, slots=True)
class Act:
    """One thing a person did."""

    id: str
    """The act's identifier."""
    at: datetime
    """When it was typed, aware, in UTC."""
    by: str
    """Who did it."""
    label: str
    """What was done, a message of the catalogue."""
    details: Mapping[str, str]
    """The values that stand in the label."""
    undoes: str | None
    """The act that this one takes back, if it is an undo or a redo."""

    @property
    def told(self) -> str:
        """What was done, in the language in use."""
        return _(self.label, **self.details)


@dataclass(frozen=True, slots=True)
class Standing:
    """Which acts can be taken back and which can be done again, the next one last."""

    done: tuple[Act, ...]
    """Acts that stand, oldest first; a redone act is stood for by its redo."""
    undone: tuple[Act, ...]
    """Undos that a redo would take back, oldest first; a new act empties it."""


def standing(acts_oldest_first: Iterable[Act], by: str | None = None) -> Standing:
    """Say what one person (or anyone) could undo and redo next.

    Acts of others neither enter the lists nor empty them: each person walks back along their own acts.
    """
    done: list[Act] = []
    undone: list[Act] = []
    for act in acts_oldest_first:
        if by is not None and act.by != by:
            # Somebody took back an act of this person: it no longer stands.
            done = [earlier for earlier in done if earlier.id != act.undoes]
            undone = [earlier for earlier in undone if earlier.id != act.undoes]
            continue
        if act.undoes is None:
            done.append(act)
            undone.clear()
        elif any(earlier.id == act.undoes for earlier in undone):
            undone = [earlier for earlier in undone if earlier.id != act.undoes]
            done.append(act)
        else:
            done = [earlier for earlier in done if earlier.id != act.undoes]
            undone.append(act)
    return Standing(tuple(done), tuple(undone))
