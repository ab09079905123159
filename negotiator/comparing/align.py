"""Which provisions became which."""

from collections.abc import Sequence
from dataclasses import dataclass

from negotiator.comparing.anchors import link_identical
from negotiator.comparing.attach import attach
from negotiator.comparing.evidence import Evidence
from negotiator.comparing.gaps import gaps, main_line
from negotiator.comparing.grow import grow
from negotiator.comparing.kin import find_kin
from negotiator.comparing.likeness import Likeness
from negotiator.comparing.links import Links
from negotiator.comparing.pairing import pair_up
from negotiator.comparing.recurring import link_run_in, settle_recurring
from negotiator.comparing.trim import trim
from negotiator.comparing.units import Units
from negotiator.comparing.vocabulary import Vocabulary
from negotiator.text.provision import Provision


@dataclass(frozen=True, slots=True)
class Group:
    """Old provisions and the new ones they became, by index; either side may be empty."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    moved: bool = False


import os
TOLL = int(os.environ.get("TOLL", "0"))
FIRM = 0.8
"""A pair this much alike leaves nothing open."""
TOLL2 = int(os.environ.get("TOLL2", "-700"))
GROW = int(os.environ.get("GROW", "-500"))


def align(units_old: Units, units_new: Units) -> list[Group]:
    """Pair every provision; the groups come in the reading order of the new text, deletions at their old place."""
    links = Links(len(units_old), len(units_new))
    link_identical(units_old, units_new, links)
    sizes = [len(text) for text in units_old.texts]
    open_old, open_new = links.free_old(), links.free_new()
    for gap in gaps(main_line(links, sizes), links):
        trim(gap, units_old, units_new, links)
    evidence = Evidence(units_old, units_new, open_old, open_new)
    kin = find_kin(evidence, links)
    for i, j in kin:
        links.add(i, j)
    line = set(main_line(links, sizes))
    for i, j in kin:
        if evidence.alike(i, j) >= FIRM:
            links.make_firm(i, j)
        elif (i, j) in line:
            links.remove(i, j)
    likeness = Likeness(units_old, units_new, evidence)
    for gap in gaps(main_line(links, sizes), links):
        for a, b in pair_up(likeness.cells(gap), TOLL):
            links.add(gap.old[a], gap.new[b])
    for i, j in find_kin(evidence, links):
        links.add(i, j)
    grow(links, likeness.neighbours, GROW)
    attach(units_old, units_new, evidence, links)
    for gap in gaps(main_line(links, sizes), links):
        for a, b in pair_up(likeness.cells(gap), TOLL2):
            links.add(gap.old[a], gap.new[b])
    attach(units_old, units_new, evidence, links)
    settle_recurring(units_old, units_new, links)
    link_run_in(units_old, units_new, links)
    line = set(main_line(links, sizes))
    return grouped(links, line)


def grouped(links: Links, line: set[tuple[int, int]]) -> list[Group]:
    """Gather linked provisions into groups, in the reading order of the new text."""
    seen: set[int] = set()
    groups: list[tuple[tuple[int, int, int], Group]] = []
    place = 0
    stands = {}
    for i, j in sorted(line):
        stands[i] = j
    last = -1
    for i, partners in enumerate(links.of_old):
        if i in seen:
            continue
        if not partners:
            groups.append(((last, 1, i), Group((i,), ())))
            continue
        olds, news = {i}, set(partners)
        while True:
            more = {k for j in news for k in links.of_new[j]} - olds
            olds |= more
            extra = {j for k in olds for j in links.of_old[k]} - news
            news |= extra
            if not more and not extra:
                break
        seen |= olds
        moved = not any((k, j) in line for k in olds for j in links.of_old[k])
        groups.append(((min(news), 0, 0), Group(tuple(sorted(olds)), tuple(sorted(news)), moved)))
        if not moved:
            last = max(last, min(news))
    groups += [((j, 0, 0), Group((), (j,))) for j in links.free_new()]
    groups.sort(key=lambda item: item[0])
    return [group for _, group in groups]
