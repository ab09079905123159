"""The pairs found so far."""

from collections.abc import Iterator

Link = tuple[int, int]
"""An old provision and a new one, by index."""


class Links:
    """Which old provisions are linked to which new ones; one may be linked to several."""

    def __init__(self, height: int, width: int) -> None:
        self.of_old: list[list[int]] = [[] for _ in range(height)]
        self.of_new: list[list[int]] = [[] for _ in range(width)]
        self.firm_old: set[int] = set()
        self.firm_new: set[int] = set()

    def add(self, i: int, j: int) -> None:
        """Link an old provision with a new one."""
        if j not in self.of_old[i]:
            self.of_old[i].append(j)
            self.of_new[j].append(i)

    def add_firm(self, i: int, j: int) -> None:
        """Link two provisions and note that this leaves nothing open: neither can be the rival of another pair."""
        self.add(i, j)
        self.firm_old.add(i)
        self.firm_new.add(j)

    def remove(self, i: int, j: int) -> None:
        """Undo a link."""
        self.of_old[i].remove(j)
        self.of_new[j].remove(i)

    def both_free(self, i: int, j: int) -> bool:
        """Whether both exist and neither has a partner."""
        inside = 0 <= i < len(self.of_old) and 0 <= j < len(self.of_new)
        return inside and not self.of_old[i] and not self.of_new[j]

    def joined(self, i: int, j: int) -> bool:
        """Whether both exist and are linked with each other."""
        return 0 <= i < len(self.of_old) and j in self.of_old[i]

    def pairs(self) -> Iterator[Link]:
        """Give every link in the order of the old text."""
        for i, partners in enumerate(self.of_old):
            for j in sorted(partners) if len(partners) > 1 else partners:
                yield i, j

    def free_old(self) -> list[int]:
        """Return the old provisions without a partner."""
        return [i for i, partners in enumerate(self.of_old) if not partners]

    def free_new(self) -> list[int]:
        """Return the new provisions without a partner."""
        return [j for j, partners in enumerate(self.of_new) if not partners]
