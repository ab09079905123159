"""Who was in the room and who holds what on each paragraph, for a report: as lists, or as tables for a Word file."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from negotiator.display import safe
from negotiator.documents.writing.docx_table import table_lines
from negotiator.domain.entry import ENTRY_KINDS, POSITION_NAMES, Entry, EntryKind
from negotiator.domain.meeting import LEVELS
from negotiator.domain.tally import tally
from negotiator.i18n import _
from negotiator.services.sessions import Floor
from negotiator.services.speakers import Roll


def listed(rows: Iterable[str]) -> str:
    """Write rows as the items of a list in Markdown; where there is none, that."""
    found = [f"- {' '.join(row.split())}" for row in rows]
    return "\n".join(found) if found else _nothing()


def _nothing() -> str:
    return _("Nothing is noted.")


def attendance(there: Floor, roll: Roll, known: Callable[[str], bool], *, tables: bool = False) -> str:
    """Write who was in the room, at what level, of those who may be named."""
    found = list(_attendance(there, roll, known))
    if not tables:
        return listed(
            code
            + (f" ({told})" if (told := ", ".join(part for part in (head, level) if part)) else "")
            + (f" · {kind}" if kind else "")
            for code, _name, head, level, kind, _meetings in found
        )
    heads = [_("delegation"), _("name"), _("head of delegation"), _("level"), _("kind"), _("meetings")]
    return table_lines(heads, found) if found else _nothing()


def _attendance(there: Floor, roll: Roll, known: Callable[[str], bool]) -> Iterator[tuple[str, ...]]:
    groups = {each.code for each in roll.groups}
    for code in dict.fromkeys(each.stakeholder for each in there.attendance if known(each.stakeholder)):
        noted = [each for each in there.attendance if each.stakeholder == code]
        head = next((safe(each.head) for each in noted[::-1] if each.head), "")
        level = next((_(LEVELS[each.level]) for each in noted[::-1] if each.level), "")
        kind = _("group") if code in groups else "" if roll.is_state(code) else _("observer")
        meetings = ", ".join(dict.fromkeys(str(each.meeting) for each in noted))
        yield code, safe(roll.shown.get(code, "")), head, level, kind, meetings


def positions(entries: Sequence[Entry], there: Floor, is_state: Callable[[str], bool], *, tables: bool = False) -> str:
    """Write who holds what on each paragraph, in the order of the text: the count, then what each said."""
    places = {place.path or place.label: place for each in entries for place in each.places}
    order = {each.path: each.index for each in there.screen.provisions}
    parts = []
    for key, place in sorted(places.items(), key=lambda item: order.get(item[0], len(order))):
        said = [each for each in entries if any((other.path or other.label) == key for other in each.places)]
        counts = [
            (_(POSITION_NAMES[count.position]), count.figure, count.basis()) for count in tally(entries, key, is_state)
        ]
        parts.append(f"### ¶{place.label}\n\n{(_in_tables if tables else _in_lists)(counts, said)}")
    return "\n\n".join(parts) if parts else _nothing()


def _in_lists(counts: Sequence[tuple[str, str, str]], said: Sequence[Entry]) -> str:
    rows = [f"{position}: {figure} ({basis})" for position, figure, basis in counts]
    rows += [
        f"{each.code} {each.speaker}"
        + (f" ({each.behalf.said()})" if each.behalf else "")
        + (f", {_(POSITION_NAMES[each.position])}" if each.position else "")
        + (f": {safe(each.words)}" if each.words else "")
        for each in said
    ]
    return listed(rows)


def _in_tables(counts: Sequence[tuple[str, str, str]], said: Sequence[Entry]) -> str:
    """Write the count as one table and what each said as another."""
    tables = [table_lines([_("position"), _("States"), _("counted as")], counts)] if counts else []
    rows = [
        (
            each.code,
            f"{each.said.local:%d.%m. %H:%M}",
            each.speaker,
            each.behalf.said() if each.behalf else "",
            _(POSITION_NAMES[each.position]) if each.position else _kind(each),
            safe(each.words),
        )
        for each in said
    ]
    heads = [_("entry"), _("time"), _("speaker"), _("for whom"), _("position"), _("words")]
    return "\n\n".join([*tables, table_lines(heads, rows)])


def _kind(entry: Entry) -> str:
    return "" if entry.kind is EntryKind.STATEMENT else _(ENTRY_KINDS[entry.kind])
