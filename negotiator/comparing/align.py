"""Which provisions became which."""

from collections.abc import Sequence
from dataclasses import dataclass

from negotiator.comparing.sequences import common_blocks
from negotiator.comparing.vocabulary import Vocabulary
from negotiator.text.provision import Provision


@dataclass(frozen=True, slots=True)
class Group:
    """Old provisions and the new ones they became, by index; either side may be empty."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    moved: bool = False


LIKE_ENOUGH = 0.4
"""Share of common tokens from which two provisions in the same gap are taken for one."""


def align(old: Sequence[Provision], new: Sequence[Provision], vocabulary: Vocabulary) -> list[Group]:
    """Pair every provision; the groups come in the reading order of the new text, deletions at their old place."""
    rows_old = [vocabulary.cut(p.text or p.label).numbers for p in old]
    rows_new = [vocabulary.cut(p.text or p.label).numbers for p in new]
    keys: dict[tuple[int, ...], int] = {}
    key_old = [keys.setdefault(tuple(row), len(keys)) for row in rows_old]
    key_new = [keys.setdefault(tuple(row), len(keys)) for row in rows_new]
    pairs: dict[int, int] = {}
    at_i = at_j = 0
    for i, j, length in [*common_blocks(key_old, key_new), (len(old), len(new), 0)]:
        pairs.update(_gap(rows_old, rows_new, at_i, i, at_j, j))
        for k in range(length):
            pairs[i + k] = j + k
        at_i, at_j = i + length, j + length
    groups: list[Group] = []
    j = 0
    for i in range(len(old)):
        if i not in pairs:
            groups.append(Group((i,), ()))
            continue
        while j < pairs[i]:
            groups.append(Group((), (j,)))
            j += 1
        groups.append(Group((i,), (j,)))
        j += 1
    groups.extend(Group((), (k,)) for k in range(j, len(new)))
    return groups


def _gap(
    rows_old: Sequence[Sequence[int]], rows_new: Sequence[Sequence[int]], i: int, end_i: int, j: int, end_j: int
) -> dict[int, int]:
    """Pair what stands between two identical stretches, in order, by common tokens."""
    if i == end_i or j == end_j or (end_i - i) * (end_j - j) > 40_000:
        return {}
    sets_old, sets_new = [set(r) for r in rows_old[i:end_i]], [set(r) for r in rows_new[j:end_j]]
    height, width = end_i - i, end_j - j
    best = [[0.0] * (width + 1) for _ in range(height + 1)]
    for a in range(height - 1, -1, -1):
        for b in range(width - 1, -1, -1):
            best[a][b] = max(best[a + 1][b], best[a][b + 1], best[a + 1][b + 1] + _gain(sets_old[a], sets_new[b]))
    pairs = {}
    a = b = 0
    while a < height and b < width:
        if best[a][b] == best[a + 1][b]:
            a += 1
        elif best[a][b] == best[a][b + 1]:
            b += 1
        else:
            pairs[i + a] = j + b
            a, b = a + 1, b + 1
    return pairs


def _gain(a: set[int], b: set[int]) -> float:
    share = 2 * len(a & b) / max(1, len(a) + len(b))
    return max(0.0, share - LIKE_ENOUGH)
