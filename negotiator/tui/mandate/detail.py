"""The reasoning of one mandated action, to be read beside the list."""

from textual.content import Content

from negotiator.domain.dates import day_in_words
from negotiator.domain.mandate import FORCES, STATUSES, Evidence, Judged
from negotiator.domain.mandate_words import SIGNS, actors_in_words, change_in_words, reading_in_words
from negotiator.i18n import _
from negotiator.tui.text import lines, marked, plain


def detail(each: Judged) -> Content:
    """Lay out the action: what it is, how it stands, why, by which rule and reading, on what evidence."""
    action = each.action
    where = _("paragraph {paragraph}", paragraph=action.paragraph)
    source = f"{action.source}, {where}" if action.source else where
    status = f"{SIGNS[each.tone]} {_(STATUSES[each.status])}".strip()
    heads = (
        (_("status"), status),
        (_("figures"), each.figures),
        (_("why"), each.why),
        (_("rule"), each.rule),
        (_("reading"), reading_in_words(each)),
        (_("responsible"), actors_in_words(each)),
        (_("deliverable"), action.deliverable.said),
        (_("rests on"), ", ".join(each.evidence)),
    )
    rows = [
        marked((f"{action.code}  ", "bold"), (action.title.said, "bold")),
        marked((f"{source} · {_(FORCES[action.force])}", "$text-muted")),
        Content(""),
        *(marked((f"{head}  ", "$text-muted"), words) for head, words in heads if words),
    ]
    if action.overrides:
        rows += [Content(""), marked((_("its date was changed"), "$text-muted"))]
        rows += [plain(change_in_words(each)) for each in action.overrides]
    if action.evidence:
        rows += [Content(""), marked((_("evidence put forward"), "$text-muted"))]
        rows += [_piece(piece) for piece in action.evidence]
    return lines(rows)


def _piece(piece: Evidence) -> Content:
    told = " · ".join(part for part in (day_in_words(piece.on), piece.session, piece.ref, piece.words.said) if part)
    gone = _(" (withdrawn: {why})", why=piece.why) if piece.withdrawn else ""
    return marked((f"{piece.code}  ", "bold"), (told + gone, "strike" if piece.withdrawn else ""))
