"""What the provisions of one text are called: `12(a)(ii)`, `PP3`, `Article 4 ¶2`, each as short as it can be."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from negotiator.display import display_width, shortened
from negotiator.i18n import _
from negotiator.text.provision import Kind, Provision

LONGEST_BEGINNING = 32
"""How many columns of a provision stand for its name where it has no label."""
ABOVE = (Kind.TITLE, Kind.HEADING, Kind.ANNEX)
"""Kinds that stand over paragraphs."""

_INNER = (Kind.SUB_PARAGRAPH, Kind.ITEM, Kind.BULLET)
_NUMBERED = (Kind.PARAGRAPH, *_INNER)
_OPENING_BRACKETS = "(（㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
_NUMBER = re.compile(r"[\[(（]?[0-9\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]")
_COUNTED = re.compile(r"/p(\d+)$")
_NAMED = re.compile(r"(?:article|section|chapter|annex|objective)[\d-]*$")
_PREAMBULAR = re.compile(r"pp\d+$")


@dataclass(frozen=True, slots=True)
class Address:
    """What one provision is called."""

    own: str
    """Its own name, with that of its paragraph where it stands under one: `12(a)`."""
    under: str = ""
    """The heading that tells it from another of the same name, else empty."""
    numbered: bool = False
    """Whether it is a paragraph, or part of one, that is called by its number."""

    @property
    def short(self) -> str:
        """The name for a narrow column: `Annex 3`."""
        return f"{self.under} {self.own}".strip()

    @property
    def called(self) -> str:
        """The name in a sentence that has named the heading: `¶3`."""
        return f"{'¶' if self.numbered else ''}{self.own}"

    @property
    def full(self) -> str:
        """The name in a sentence: `Annex ¶3`."""
        return f"{self.under} {self.called}".strip()


def addresses(provisions: Sequence[Provision]) -> list[Address]:
    """Name every provision of a text, in reading order.

    Where a number is used twice, as in a treaty whose articles count their paragraphs anew, the heading above is named
    too; the body of a text keeps the bare number before its annexes.
    """
    own = _own_names(provisions)
    annexed = [_annex_over(provisions, each) is not None for each in provisions]
    used = Counter(own)
    used_in_body = Counter(name for name, inside in zip(own, annexed, strict=True) if not inside)
    found: list[Address] = []
    for each, name, inside in zip(provisions, own, annexed, strict=True):
        numbered = each.kind in _NUMBERED and _NUMBER.match(name) is not None
        above = provisions[each.parent] if each.parent is not None else None
        counted = _counted(each, above)
        if counted:
            found.append(Address(counted[1], counted[0]))
            continue
        if each.kind in _INNER and above is not None and above.kind not in ABOVE:
            under = found[above.index].under if each.label else ""
        else:
            alone = used[name] == 1 or (not inside and used_in_body[name] == 1)
            under = "" if alone or not each.label or each.kind is Kind.FOOTNOTE else _heading_over(provisions, each)
        found.append(Address(name, under, numbered))
    return found


def _own_names(provisions: Sequence[Provision]) -> list[str]:
    names: list[str] = []
    for each in provisions:
        label = bare(each.label) if each.kind is not Kind.BULLET else ""
        above = provisions[each.parent] if each.parent is not None else None
        if each.kind is Kind.FOOTNOTE and label:
            names.append(_("footnote {mark}", mark=label))
        elif label and each.kind in _INNER and above is not None and above.kind not in ABOVE:
            names.append(f"{names[above.index]}{'' if label[0] in _OPENING_BRACKETS else '/'}{label}")
        elif each.kind is Kind.PREAMBULAR and not label and (found := _PREAMBULAR.search(each.path)):
            names.append(found[0].upper())
        elif counted := _counted(each, above):
            names.append(" ".join(counted))
        else:
            names.append(label or beginning(each))
    return names


def _counted(provision: Provision, above: Provision | None) -> tuple[str, str] | None:
    """Name a paragraph that bears no number by its article and its place in it: `Article 3`, `para. 2`."""
    found = _COUNTED.search(provision.path)
    if provision.kind is not Kind.PARAGRAPH or provision.label or above is None or not found:
        return None
    over = bare(above.label)
    if not over and _NAMED.search(above.path) and display_width(above.text) <= LONGEST_BEGINNING:
        over = bare(above.text)
    # An article that begins with words of its own is its first paragraph.
    number = int(found[1]) + (above.kind is Kind.PARAGRAPH)
    return (over, _("para. {number}", number=number)) if over else None


def bare(label: str) -> str:
    """Return a label without the stop or colon behind it."""
    return label.strip().rstrip(".:：、．").strip()


def beginning(provision: Provision) -> str:
    """Name a provision without a label by how it begins; a heading that is short by its words as they stand."""
    if provision.kind in ABOVE and display_width(provision.text) <= LONGEST_BEGINNING:
        return bare(provision.text)
    return f"“{shortened(' '.join(provision.text.split()), LONGEST_BEGINNING)}”"


def heading_of(provisions: Sequence[Provision], provision: Provision) -> Provision | None:
    """Return the nearest heading or annex over a provision, the provision itself if it is one."""
    at: Provision | None = provision
    while at is not None and at.kind not in (Kind.HEADING, Kind.ANNEX):
        at = provisions[at.parent] if at.parent is not None else None
    return at


def _heading_over(provisions: Sequence[Provision], provision: Provision) -> str:
    """Name what tells a provision from another of the same number: its annex, else the nearest heading."""
    parent = provisions[provision.parent] if provision.parent is not None else None
    over = _annex_over(provisions, provision) or (heading_of(provisions, parent) if parent is not None else None)
    if over is None or over.index == provision.index:
        return ""
    return bare(over.label) or beginning(over)


def _annex_over(provisions: Sequence[Provision], provision: Provision) -> Provision | None:
    """Return the annex that a provision stands in."""
    at = provisions[provision.parent] if provision.parent is not None else None
    while at is not None and at.kind is not Kind.ANNEX:
        at = provisions[at.parent] if at.parent is not None else None
    return at
