"""References that were not carried over when the numbers of a text changed."""

from negotiator.cli.draft_shown import place_of, reference_record
from negotiator.cli.options import Context
from negotiator.cli.output import Column, json_document, say, table
from negotiator.comparing.comparison import Comparison
from negotiator.comparing.following import LeftBehind, left_behind
from negotiator.i18n import _
from negotiator.services.comparisons import compared
from negotiator.services.drafts import draft_side


def show_left_behind(context: Context, since: str, address: str) -> None:
    """List the references of a draft that still say the number which a provision had in an earlier one."""
    workspace = context.workspace()
    comparison = compared(draft_side(workspace, since), draft_side(workspace, address))
    found = list(left_behind(comparison))
    if context.json:
        content = [_record(each, comparison) for each in found]
        json_document("negotiator.references/1", {"address": address, "since": since, "references": content})
    elif found:
        table(
            (_row(each, comparison) for each in found),
            [_("paragraph"), Column(_("words"), elastic=True), _("named"), _("which is now")],
        )
    else:
        say(_("Every reference that was kept still names the same paragraph."))


def _row(each: LeftBehind, comparison: Comparison) -> list[object]:
    old, new = comparison.old.provisions, comparison.new.provisions
    now = _("deleted") if each.now is None else place_of(new[each.now])
    return [place_of(new[each.reference.provision]), each.reference.words, place_of(old[each.named]), now]


def _record(each: LeftBehind, comparison: Comparison) -> dict[str, object]:
    old, new = comparison.old.provisions, comparison.new.provisions
    return {
        **reference_record(each.reference, new),
        "named": old[each.named].path,
        "now": None if each.now is None else new[each.now].path,
    }
