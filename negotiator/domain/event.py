"""Acts as people see them: what was done, by whom, and which of them can be undone or done again."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

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
        """What was done, in the language in use, with the reason where one was asked for that the label leaves out."""
        done, why = _(self.label, **self.details), self.details.get("why", "")
        return f"{done}: {why}" if why and "{why}" not in self.label else done


class Link(NamedTuple):
    """An act as far as undo needs it."""

    id: str
    """The act's identifier."""
    by: str
    """Who did it."""
    undoes: str | None
    """The act that it takes back, if any."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Which acts can be taken back and which can be done again, the next one last."""

    done: tuple[Link, ...]
    """Acts that stand, oldest first; a redone act is stood for by its redo."""
    undone: tuple[Link, ...]
    """Undos that a redo would take back, oldest first; a new act empties it."""


def standing(acts_oldest_first: Iterable[Link], by: str | None = None) -> Standing:
    """Say what one person (or anyone) could undo and redo next.

    Acts of others neither enter the lists nor empty them: each person walks back along their own acts.
    """
    done: dict[str, Link] = {}
    undone: dict[str, Link] = {}
    for act in acts_oldest_first:
        if act.undoes is not None:
            taken_back = done.pop(act.undoes, None)
            done_again = undone.pop(act.undoes, None)
            if by is None or act.by == by:
                if taken_back is not None:
                    undone[act.id] = act
                elif done_again is not None:
                    done[act.id] = act
        elif by is None or act.by == by:
            done[act.id] = act
            undone.clear()
    return Standing(tuple(done.values()), tuple(undone.values()))


def made_later(acts_oldest_first: Sequence[Link], act: str) -> frozenset[str]:
    """Return the acts that stand and were first done after this one was.

    A redo counts from the day of what it does again: doing an earlier act again is no later change.
    """
    first_done: dict[str, int] = {}
    for place, link in enumerate(acts_oldest_first):
        first_done[link.id] = place if link.undoes is None else first_done.get(link.undoes, place)
    return frozenset(link.id for link in standing(acts_oldest_first).done if first_done[link.id] > first_done[act])
