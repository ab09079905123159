"""Where the words of a gap went, whatever the borders of paragraphs."""

from collections import Counter

from negotiator.comparing.gaps import Gap
from negotiator.comparing.sequences import common_blocks
from negotiator.comparing.units import Units


def cast_votes(gap: Gap, old: Units, new: Units) -> Counter[tuple[int, int]]:
    """Align the word pairs of a whole gap as one row; each aligned pair votes for the two provisions it stands in.

    No word pair votes twice, so the votes of several provisions for one never count the same words.
    """
    rows: list[list[int]] = []
    owners: list[list[int]] = []
    known_old = {pair for index in gap.old for pair in old.pairs(index)}
    known = {pair for index in gap.new for pair in new.pairs(index) if pair in known_old}
    for indices, units in ((gap.old, old), (gap.new, new)):
        row: list[int] = []
        owner: list[int] = []
        for index in indices:
            kept = [pair for pair in units.pairs(index) if pair in known]
            row += kept
            owner += [index] * len(kept)
        rows.append(row)
        owners.append(owner)
    votes: Counter[tuple[int, int]] = Counter()
    for i, j, length in common_blocks(rows[0], rows[1]):
        for pair in zip(owners[0][i : i + length], owners[1][j : j + length], strict=True):
            votes[pair] += 1
    return votes
