"""Builders shared by the tests of the engine."""

import re

from negotiator.comparing.comparison import Comparison, Op, Side
from negotiator.text.provision import Kind, Provision

LABEL = re.compile(r"(\d+\.|\([a-z]\))\s+")


def side(text: str, name: str = "text") -> Side:
    """Read one provision a line, its label split off: the smallest reading there is."""
    provisions = []
    for index, line in enumerate(text.split("\n")):
        match = LABEL.match(line)
        label, words = (match.group(1), line[match.end() :]) if match else ("", line)
        provisions.append(Provision(index, Kind.PARAGRAPH, str(index), label, words, line=index + 1))
    return Side(name, "en", "0" * 64, tuple(provisions))


def rebuilt(comparison: Comparison) -> bool:
    """Whether the segments of every change give back both of its sides."""
    for change in comparison.changes:
        old = "".join(part.old for part in change.segments if part.op is not Op.INSERTED)
        new = "".join(part.new for part in change.segments if part.op is not Op.DELETED)
        if old != "\n".join(p.text for p in change.old) or new != "\n".join(p.text for p in change.new):
            return False
    return True


def complete(comparison: Comparison) -> bool:
    """Whether every provision of both texts stands in exactly one change."""
    olds = sorted(p.index for change in comparison.changes for p in change.old)
    news = sorted(p.index for change in comparison.changes for p in change.new)
    return olds == list(range(len(comparison.old.provisions))) and news == list(range(len(comparison.new.provisions)))


def pairs(comparison: Comparison) -> set[tuple[int, int]]:
    """Return which old provision became which new one."""
    return {(o.index, n.index) for change in comparison.changes for o in change.old for n in change.new}


def moved(comparison: Comparison) -> set[tuple[int, int]]:
    """Return the pairs that moved."""
    return {(o.index, n.index) for change in comparison.changes if change.moved for o in change.old for n in change.new}


def marked(comparison: Comparison, index: int = 0) -> str:
    """Show one change with [-deleted-] and {+inserted+} words."""
    shown = {Op.DELETED: "[-{}-]", Op.INSERTED: "{{+{}+}}", Op.KEPT: "{}"}
    return "".join(shown[part.op].format(part.new or part.old) for part in comparison.changes[index].segments)
