"""Which links left the order of the others, and which of these are too weak to be believed."""

from collections.abc import Sequence, Set

from negotiator.comparing.evidence import Evidence
from negotiator.comparing.kin import strong
from negotiator.comparing.links import Link, Links
from negotiator.comparing.sequences import heaviest_chain
from negotiator.comparing.stock import stock_only
from negotiator.comparing.units import Units

IDENTICAL = 3
"""Words of an identical line, standing once in each text, that make a move by themselves."""
LONG = 12
"""Words of a line that is no boilerplate: where both texts say it as often, the copy left over moved."""
EACH = 60
"""What a pair weighs besides the letters of both sides: one long provision that passed many short lines has moved, they
have not."""


def main_line(old: Units, new: Units, links: Links) -> list[Link]:
    """Return the links that keep their order: the heaviest chain by length of text and number of pairs.

    Of several links of one provision one stands in the chain, weighs as much as all of them together and lends its
    place to the others. Runs of neighbours that are each other's only partners stay or move as one, which keeps the
    chain short.
    """
    runs: list[list[Link]] = []
    weights: list[int] = []
    next_i = next_j = -1
    of_new, sizes_old, sizes_new = links.of_new, old.sizes, new.sizes
    for i, partners in enumerate(links.of_old):
        if len(partners) == 1 and len(of_new[partners[0]]) == 1:
            j = partners[0]
            weight = EACH + sizes_old[i] + sizes_new[j]
            if i == next_i and j == next_j:
                runs[-1].append((i, j))
                weights[-1] += weight
            else:
                runs.append([(i, j)])
                weights.append(weight)
            next_i, next_j = i + 1, j + 1
            continue
        # Of several partners the last comes first, so that a strictly increasing chain takes one of them at most.
        for j in sorted(partners, reverse=True):
            runs.append([(i, j)])
            weights.append(EACH + _whole(old, of_new[j]) + _whole(new, partners))
            next_i = next_j = -1
    chosen = heaviest_chain([run[0][1] for run in runs], weights)
    return [link for k in chosen for link in runs[k]]


def _whole(units: Units, group: Sequence[int]) -> int:
    return sum(map(units.sizes.__getitem__, group))


def drop_weak_moves(old: Units, new: Units, links: Links, stayed: Set[Link], evidence: Evidence) -> list[Link]:
    """Undo moves without strong evidence and return them.

    One link of a moved run must be long and the same, or have much in common, and each must have something.
    """
    still_old, still_new = {i for i, _ in stayed}, {j for _, j in stayed}
    runs: list[list[Link]] = []
    for i, j in links.pairs():
        if i in still_old or j in still_new:
            continue
        run = next((run for run in runs[-RUNS_BACK:] if 0 <= i - run[-1][0] <= 1 and 0 <= j - run[-1][1] <= 1), None)
        if run is None:
            runs.append([(i, j)])
        else:
            run.append((i, j))
    believed = {link for run in runs for link in run if _believed(old, new, *link, len(run), evidence)}
    believed -= stock_only(old, new, (link for link in sorted(believed) if not _same(old, new, *link)), evidence)
    weak = [
        link
        for run in runs
        for link in run
        if not _alike(old, new, *link, evidence) or not any(each in believed for each in run)
    ]
    for i, j in weak:
        links.remove(i, j)
    return weak


SOMETHING = 0.1
"""Share of their weight that two provisions must have in common to have moved, in whatever company."""
RUNS_BACK = 4
"""How many moved runs a link may continue."""


def _alike(old: Units, new: Units, i: int, j: int, evidence: Evidence) -> bool:
    """Whether two provisions that moved with others have more than chance words in common."""
    if i not in evidence.old or j not in evidence.new:
        return True
    return _same(old, new, i, j) or evidence.alike(i, j) >= SOMETHING


def _same(old: Units, new: Units, i: int, j: int) -> bool:
    return old.words(i) == new.words(j)


def _believed(old: Units, new: Units, i: int, j: int, run: int, evidence: Evidence) -> bool:
    """Whether a link is reason enough to believe that its run moved."""
    if _same(old, new, i, j):
        copies = old.copies(i), new.copies(j)
        enough = copies == (1, 1) or (copies[0] == copies[1] and len(old.words(i)) >= LONG)
        return enough and (run > 1 or len(old.words(i)) >= IDENTICAL)
    known = i in evidence.old and j in evidence.new
    return known and strong(evidence, i, j, evidence.common(i, j))
