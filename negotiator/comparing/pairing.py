"""The pairs and groups of a gap that are most likely together, in order: one programme over the whole gap."""

from collections.abc import Iterator

from negotiator.comparing.likeness import Cells

SKIPS = 2
"""Provisions that may stand unpaired between two members of a group."""
NEVER = -(10**9)
"""Less than any sum of log-odds."""


def pair_up(cells: Cells) -> list[tuple[int, int]]:
    """Return the pairs of positions with the greatest sum of log-odds.

    A provision may be paired with several: the best of them counts in full, the others by what they add.
    """
    return list(_Programme(cells).pairs())


class _Programme:
    """Tables over (old provisions done, new provisions done).

    `settled`: no group open. A group of several old ones for one new is `seeking` before its best member and `full`
    after it; `split_seeking` and `split_full` are the same for several new ones from one old.
    """

    def __init__(self, cells: Cells) -> None:
        self.height, self.width = len(cells.alone), len(cells.alone[0])
        self.alone, self.beside_old, self.beside_new = cells.alone, cells.beside_old, cells.beside_new
        empty = [[NEVER] * (self.width + 1) for _ in range(self.height + 1)]
        self.settled = [row[:] for row in empty]
        self.seeking = [row[:] for row in empty]
        self.full = [row[:] for row in empty]
        self.split_seeking = [row[:] for row in empty]
        self.split_full = empty
        for i in range(self.height + 1):
            for j in range(self.width + 1):
                self._fill(i, j)

    def _fill(self, i: int, j: int) -> None:
        if i == 0 or j == 0:
            self.settled[i][j] = 0
            return
        before = self.settled[i - 1][j - 1]
        alone = self.alone[i - 1][j - 1]
        if alone > NEAR_ENOUGH:
            joined = self.beside_old[i - 1][j - 1]
            seeking = max((self.seeking[p][j] for p in range(max(0, i - 1 - SKIPS), i)), default=NEVER)
            full = max((self.full[p][j] for p in range(max(0, i - 1 - SKIPS), i)), default=NEVER)
            self.seeking[i][j] = max(before, seeking) + joined
            self.full[i][j] = max(before + alone, seeking + alone, full + joined)
            joined = self.beside_new[i - 1][j - 1]
            seeking = max((self.split_seeking[i][p] for p in range(max(0, j - 1 - SKIPS), j)), default=NEVER)
            full = max((self.split_full[i][p] for p in range(max(0, j - 1 - SKIPS), j)), default=NEVER)
            self.split_seeking[i][j] = max(before, seeking) + joined
            self.split_full[i][j] = max(before + alone, seeking + alone, full + joined)
        self.settled[i][j] = max(self.settled[i - 1][j], self.settled[i][j - 1], self.full[i][j], self.split_full[i][j])

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Walk back from the end."""
        i, j = self.height, self.width
        while i and j:
            value = self.settled[i][j]
            if value == self.full[i][j] and value > NEVER:
                i, j, members = self._walk_merge(i, j)
                yield from members
            elif value == self.split_full[i][j] and value > NEVER:
                i, j, members = self._walk_split(i, j)
                yield from members
            elif value == self.settled[i - 1][j]:
                i -= 1
            else:
                j -= 1

    def _walk_merge(self, i: int, j: int) -> tuple[int, int, list[tuple[int, int]]]:
        members = []
        full = True
        while True:
            members.append((i - 1, j - 1))
            value = (self.full if full else self.seeking)[i][j]
            alone, joined = self.alone[i - 1][j - 1], self.beside_old[i - 1][j - 1]
            before = self.settled[i - 1][j - 1]
            if value == before + (alone if full else joined):
                return i - 1, j - 1, members
            for p in range(i - 1, max(0, i - 1 - SKIPS) - 1, -1):
                if full and value == self.full[p][j] + joined:
                    break
                if value == self.seeking[p][j] + (alone if full else joined):
                    full = False
                    break
            i = p

    def _walk_split(self, i: int, j: int) -> tuple[int, int, list[tuple[int, int]]]:
        members = []
        full = True
        while True:
            members.append((i - 1, j - 1))
            value = (self.split_full if full else self.split_seeking)[i][j]
            alone, joined = self.alone[i - 1][j - 1], self.beside_new[i - 1][j - 1]
            before = self.settled[i - 1][j - 1]
            if value == before + (alone if full else joined):
                return i - 1, j - 1, members
            for p in range(j - 1, max(0, j - 1 - SKIPS) - 1, -1):
                if full and value == self.split_full[i][p] + joined:
                    break
                if value == self.split_seeking[i][p] + (alone if full else joined):
                    full = False
                    break
            j = p


NEAR_ENOUGH = -3000
"""Pairs less likely than this are never part of a solution."""
