"""Which provisions became which.

What is sure comes first and narrows what is left: identical lines, plain edits at the ends of gaps, pairs that share
rare words wherever they stand. Then one programme over each gap finds the likeliest pairs and groups in order; what
stands right beside a pair is weighed more kindly, and what a pair swallowed or gave off is attached to it.
"""

from negotiator.comparing.anchors import link_identical, link_same_words
from negotiator.comparing.attach import attach
from negotiator.comparing.evidence import Evidence
from negotiator.comparing.gaps import Gap, gaps
from negotiator.comparing.groups import Group, gather
from negotiator.comparing.grow import grow
from negotiator.comparing.kin import find_kin
from negotiator.comparing.likeness import Likeness
from negotiator.comparing.links import Links
from negotiator.comparing.moves import drop_weak_moves, main_line
from negotiator.comparing.named import link_named
from negotiator.comparing.pairing import pair_up
from negotiator.comparing.recurring import bring_home, link_run_in, link_twins, settle_recurring
from negotiator.comparing.trim import trim
from negotiator.comparing.units import Units
from negotiator.comparing.wide import narrow

FIRM = 0.8
"""A pair this much alike leaves nothing open."""
BESIDE = -500
"""What a pair must gain right beside another pair."""
BETWEEN = -900
"""What it must gain alone between two pairs."""
NEAR = 2
"""How far from a plain pair a provision may stand that split off from it."""
WIDE = 40_000
"""The largest gap worked through cell by cell (200 by 200: about a quarter of a second)."""


def align(old: Units, new: Units) -> list[Group]:
    """Pair every provision; the groups come in the reading order of the new text, deletions at their old place."""
    links = Links(len(old), len(new))
    link_identical(old, new, links)
    if (links.free_old() and links.free_new()) or len(main_line(old, new, links)) < sum(map(len, links.of_old)):
        _link_changed(old, new, links)
    else:
        settle_recurring(old, new, links)
    link_twins(old, new, links)
    old.let_go()
    new.let_go()
    stayed = frozenset(main_line(old, new, links))
    return gather(links, stayed)


def _link_changed(old: Units, new: Units, links: Links) -> None:
    """Link what is not identical."""
    for gap in gaps(main_line(old, new, links), links):
        trim(gap, old, new, links)
    link_same_words(old, new, links)
    evidence = Evidence(old, new, *_worth_weighing(links))
    likeness = Likeness(old, new, evidence)
    _link_kin(old, new, links, evidence)
    _fill_gaps(links, likeness)
    for i, j in find_kin(evidence, links):
        links.add(i, j)
    grow(links, likeness.beside, BESIDE, BETWEEN)
    attach(old, new, evidence, links)
    settle_recurring(old, new, links)
    link_run_in(old, new, links)

    line = main_line(old, new, links)
    if bring_home(old, new, links, line):
        line = main_line(old, new, links)
    weak = drop_weak_moves(old, new, links, frozenset(line), evidence)
    if weak:
        evidence.open((i for i, _ in weak), (j for _, j in weak))
        _fill_gaps(links, likeness)
        attach(old, new, evidence, links)
    link_named(old, new, links)


def _worth_weighing(links: Links) -> tuple[list[int], list[int]]:
    """Return what is free, and the plain pairs beside it, of which it may be a part."""
    weighed_old, weighed_new = set(links.free_old()), set(links.free_new())
    for i in sorted(links.firm_old):
        j = links.of_old[i][0]
        around_old = any(not partners for partners in links.of_old[max(0, i - NEAR) : i + NEAR + 1])
        if around_old or any(not partners for partners in links.of_new[max(0, j - NEAR) : j + NEAR + 1]):
            weighed_old.add(i)
            weighed_new.add(j)
    return sorted(weighed_old), sorted(weighed_new)


def _link_kin(old: Units, new: Units, links: Links, evidence: Evidence) -> None:
    """Link pairs that share rare words; those in order and less than firm were only needed to find the order."""
    kin = find_kin(evidence, links)
    for i, j in kin:
        links.add(i, j)
    stayed = frozenset(main_line(old, new, links))
    for i, j in kin:
        if evidence.alike(i, j) >= FIRM:
            links.add_firm(i, j)
        elif (i, j) in stayed:
            links.remove(i, j)


def _fill_gaps(links: Links, likeness: Likeness) -> None:
    """Link the likeliest pairs of every gap."""
    known = likeness.evidence
    for gap in gaps(main_line(likeness.old, likeness.new, links), links):
        opened = Gap([i for i in gap.old if i in known.old], [j for j in gap.new if j in known.new])
        for part in narrow(opened, likeness, links, WIDE):
            for a, b in pair_up(likeness.cells(part)):
                links.add(part.old[a], part.new[b])
