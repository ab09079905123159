"""What stands between a label and its words in a Word file: a space, a wide one as in 第一条, nothing as in （一）."""

from collections import Counter
from collections.abc import Sequence

from negotiator.documents.writing.redline import Gap, plain_gap
from negotiator.text.lines import Line
from negotiator.text.provision import Provision


def gaps_of(lines: Sequence[Line], provisions: Sequence[Provision]) -> Gap:
    """Find the gaps of the new text in its file; those of the old text are taken to be as behind labels of its form.

    A comparison knows the labels and the words of both texts, but only the file of the new one is at hand.
    """
    said: dict[int, list[str]] = {}
    for line in lines:
        said.setdefault(line.number, []).append(line.text.strip())
    found: dict[tuple[int, str], str] = {}
    by_form: dict[str, Counter[str]] = {}
    for each in provisions:
        for text in said.get(each.line, ()) if each.label and each.text else ():
            rest = text.removeprefix(each.label)
            gap = rest[: len(rest) - len(rest.lstrip())]
            if text.startswith(each.label) and rest[len(gap) :] == each.text:
                found[each.line, each.label] = gap
                by_form.setdefault(_form(each.label), Counter())[gap] += 1
                break
    usual = {form: counts.most_common(1)[0][0] for form, counts in by_form.items()}
    new = {id(each): found.get((each.line, each.label)) for each in provisions}

    def gap_of(provision: Provision) -> str:
        own = new.get(id(provision))
        return usual.get(_form(provision.label), plain_gap(provision)) if own is None else own

    return gap_of


def _form(label: str) -> str:
    """Return what labels of one kind share: how they begin and how they end, numbers aside."""
    first, last = label[:1], label[-1:]
    return ("" if first.isalnum() and first != "第" else first) + ("" if last.isascii() and last.isalnum() else last)
