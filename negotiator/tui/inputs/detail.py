"""What is known of one input: beside the table where there is room, else under it."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from negotiator.domain.audience import AUDIENCES
from negotiator.domain.dates import Instant, day_in_words
from negotiator.domain.input_life import INPUT_STATES, NEEDS_A_REASON, REMARKS, InputState, Remark
from negotiator.domain.inputs import OWED_BY, PENDING_KINDS, Input, pending
from negotiator.i18n import N_, _
from negotiator.tui.inputs.rows import days_in_words
from negotiator.tui.text import lines, marked, plain, shown_safely
from negotiator.tui.widgets.facts import Fact, fact_lines, heading_lines
from negotiator.tui.widgets.wrapping import wrapped


class Detail(VerticalScroll):
    """Everything about the input in hand; enter goes there, to read on with the arrows."""

    HELP = N_("Everything about the input in hand. The arrows scroll; esc goes back to the table.")

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static(id="facts")

    def show(self, each: Input | None, sender: str, now: Instant) -> None:
        """Show another input, or none."""
        columns = max(20, self.scrollable_content_region.width)
        self.query_one("#facts", Static).update(told(each, sender, now, columns) if each else "")


def told(each: Input, sender: str, now: Instant, columns: int) -> Content:
    """Write everything about an input in lines of so many columns."""
    rows = heading_lines(f"{each.code}  {each.title}", columns)
    rows += fact_lines((*_facts(each, sender, now), *_changes(each)), columns)
    if each.steps:
        rows += [Content(""), plain(_("what happened"), "$foreground-muted")]
        for step in each.steps:
            what = _(REMARKS[step.what]) if isinstance(step.what, Remark) else _(INPUT_STATES[step.what])
            head = [(f"{_day(step.at)}  ", "$foreground-muted"), (what, "bold")]
            head.append((f" ·\N{NO-BREAK SPACE}{step.by}" if step.by else "", "$foreground-muted"))
            rows += [marked(*line) for line in wrapped([(shown_safely(text), look) for text, look in head], columns)]
            if step.why:
                rows += [marked("  ", *line) for line in wrapped([(shown_safely(step.why), "")], columns - 2)]
    return lines(rows)


def _facts(each: Input, sender: str, now: Instant) -> Iterator[Fact]:
    name = f"{each.stakeholder}  {sender}" if sender and sender != each.stakeholder else each.stakeholder
    yield _("from"), name, ""
    yield _("state"), _("{state}, late", state=_state(each)) if each.late else _state(each), "bold"
    yield _("reason") if each.state in NEEDS_A_REASON else _("remark"), each.reason, ""
    yield _("pending"), ", ".join(_(PENDING_KINDS[kind]) for kind in pending(each, now)), "$text-warning"
    yield _("due"), _due(each, now), ""
    yield _("received"), _day(each.received) if each.received else "", ""
    paragraph = f" ¶{each.kind.paragraph}" if each.kind.paragraph else ""
    yield _("kind"), f"{each.kind.code}  {each.kind.title.said}{paragraph}", ""
    yield _("owed"), _(OWED_BY[each.owed_by]), ""
    yield _("session"), " · ".join(part for part in (each.session, ", ".join(each.phases)) if part), ""
    yield _("topics"), ", ".join(each.topics), ""
    yield _("covered by"), each.covered_by or "", ""
    yield _("on behalf of"), f"{each.group}: {', '.join(each.covers)}" if each.group else "", ""
    yield _("without"), ", ".join(each.without), ""
    yield _("language"), each.language, ""
    yield _("handled by"), each.officer, ""
    yield _("audience"), _(AUDIENCES[each.visibility]), ""
    yield _("note"), each.note, ""


def _changes(each: Input) -> Iterator[Fact]:
    for file in each.files:
        yield _("file"), f"{file.name}  {_size(file.size)}", ""
    for change in each.extensions:
        words = _("{before} → {after}", before=_moment(change.before) or "–", after=_moment(change.after))
        why = " · ".join(part for part in (change.why, change.source) if part)
        yield _("extended"), f"{words}: {why}" if why else words, ""
    for said in each.said:
        what = _("aligned") if said.aligned else _("dissociated")
        yield what, " · ".join(part for part in (said.stakeholder, _day(said.at), said.why) if part), ""
    if each.asked and not each.received:
        yield _("asked"), _moment(each.asked), ""


def _state(each: Input) -> str:
    return _(INPUT_STATES[each.state])


def _due(each: Input, now: Instant) -> str:
    left = each.days_left(now)
    if each.due is None or left is None:
        return _("no date")
    if each.state is not InputState.EXPECTED:
        return _moment(each.due)
    return f"{_moment(each.due)} ({days_in_words(left)})"


def _moment(moment: Instant | None) -> str:
    return f"{day_in_words(moment.date)} {moment.local:%H:%M %Z}" if moment else ""


def _day(moment: Instant) -> str:
    """Write a moment without its place; the end of a day stands for the day."""
    clock = f"{moment.local:%H:%M}"
    return day_in_words(moment.date) if clock == "23:59" else f"{day_in_words(moment.date)} {clock}"


def _size(number: int) -> str:
    return f"{number / 1024:.0f} kB" if number >= 1024 else f"{number} B"
