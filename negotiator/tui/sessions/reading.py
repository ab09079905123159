"""How a line was understood, shown while it is typed: what it says, and what was not understood of it."""

from negotiator.domain.behalf import Behalf
from negotiator.domain.entry import ENTRY_KINDS, POSITION_NAMES, EntryKind
from negotiator.domain.entry_line import EntryLine, LineDoubt
from negotiator.domain.groups import group_named
from negotiator.i18n import _
from negotiator.services.speakers import Roll
from negotiator.tui.text import Part

SHOWN_WHILE_TYPING = 400
"""How many characters of the words are shown above the line; a terminal has no room for more."""
SHOWN_IN_THE_LOG = 2000
"""How many characters of one entry are shown in the log: somebody may have pasted a book."""


def positions_line() -> str:
    """Name the letter of each position and the word of each kind."""
    return _(
        "s support  w with change  o oppose  a amend  r reserve  q question  n no position  i information  "
        "po order  rr reply  rul ruling  dec decision  adj adjourn  nb note  + list"
    )


def said(line: EntryLine, roll: Roll, behalf: Behalf | None) -> list[Part]:
    """Write what a line says; what was not understood comes first after the speaker, where it is seen."""
    parts: list[Part] = []
    if line.speaker:
        name = roll.shown.get(line.speaker, "")
        parts += [(line.speaker, "bold $accent"), f" {name}" if name != line.speaker else ""]
    else:
        parts.append((_("who?"), "bold $text-error"))
    for doubt in line.doubts:
        parts += ["  ", (doubt_told(doubt), "$text-warning")]
    if behalf:
        parts += ["  ", (behalf.said(lambda code: group_shown(code, roll)), "bold")]
    if line.aligned:
        parts += ["  ", (_("aligned with {names}", names=", ".join(line.aligned)), "bold")]
    if line.apart:
        parts += ["  ", (_("dissociates from {names}", names=", ".join(line.apart)), "bold")]
    if line.paragraphs:
        parts += ["  ", ("¶ " + ", ".join(line.paragraphs), "bold")]
    if line.kind is not EntryKind.STATEMENT:
        parts += ["  ", (_(ENTRY_KINDS[line.kind]), "bold $text-success")]
    if line.position:
        parts += ["  ", (_(POSITION_NAMES[line.position]), "bold $text-success")]
    if line.words:
        parts += ["  ", (cut(line.words, SHOWN_WHILE_TYPING), "$text-muted")]
    return parts


def cut(words: str, most: int) -> str:
    """Show the beginning of very long words, and how much there is besides; nothing of them is lost."""
    more = len(words) - most
    return words if more <= 0 else words[:most] + " " + _("… ({n} more characters)", n=more)


def group_shown(code: str, roll: Roll) -> str:
    """Return what people call a group."""
    group = group_named(roll.groups, code)
    return group.name.said if group else roll.shown.get(code, code)


def doubt_told(doubt: LineDoubt) -> str:
    """Say what was not understood, and what may have been meant."""
    near = ", ".join(doubt.suggestions[:6])
    if doubt.code == "speaker-unclear":
        return _("“{words}” may be {codes}", words=doubt.words, codes=near)
    if doubt.code == "speaker-unknown":
        return _("nobody is called “{words}”", words=doubt.words)
    if doubt.code == "speaker-missing":
        return _("the speaker comes first")
    if doubt.code == "speaker-is-group":
        return _("{group} is a group: who speaks for it?", group=near)
    if doubt.code == "group-unknown":
        told = _("no group is called “{words}”", words=doubt.words)
        return f"{told}: {near}?" if near else told
    if doubt.code == "not-a-member":
        return _("{member} is not in {group}", member=doubt.words, group=doubt.suggestions[0])
    if doubt.code == "too-many":
        return _("{group} has {n} members", group=doubt.suggestions[0], n=doubt.suggestions[1])
    if doubt.code == "position-unknown":
        return _("“{words}” is no position", words=doubt.words)
    if doubt.code == "space-missing":
        return f"{doubt.words}: {near}?"
    return _("the text has no ¶ {label}", label=doubt.words)
