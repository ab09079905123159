"""Where the words of a gap went, whatever the borders of paragraphs."""

from collections import Counter
from collections.abc import Sequence

from negotiator.comparing.evidence import Evidence
from negotiator.comparing.sequences import common_blocks


def cast_votes(old: Sequence[int], new: Sequence[int], evidence: Evidence) -> Counter[tuple[int, int]]:
    """Align the word pairs of a whole gap as one row; each aligned pair votes for the two provisions it stands in.

    No word pair votes twice, so the votes of several provisions for one never count the same words.
    """
    rows: list[list[int]] = []
    owners: list[list[int]] = []
    known_old = {pair for index in old for pair in evidence.pairs_old[index]}
    known = {pair for index in new for pair in evidence.pairs_new[index] if pair in known_old}
    for indices, pairs in ((old, evidence.pairs_old), (new, evidence.pairs_new)):
        row: list[int] = []
        owner: list[int] = []
        for index in indices:
            kept = [pair for pair in pairs[index] if pair in known]
            row += kept
            owner += [index] * len(kept)
        rows.append(row)
        owners.append(owner)
    votes: Counter[tuple[int, int]] = Counter()
    for i, j, length in common_blocks(rows[0], rows[1]):
        for pair in zip(owners[0][i : i + length], owners[1][j : j + length], strict=True):
            votes[pair] += 1
    return votes
