"""Which inputs a list shows: everything that may be asked for, said in words, and whether an input fits."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from negotiator.domain.audience import AUDIENCES, Audience
from negotiator.domain.dates import Instant
from negotiator.domain.input_life import ARRIVED, INPUT_STATES, InputState
from negotiator.domain.inputs import Input, PendingKind, pending
from negotiator.i18n import _

if TYPE_CHECKING:
    from negotiator.domain.process import Phase


@dataclass(frozen=True, slots=True)
class Filter:
    """Which inputs to list; what is left out does not matter, and everything given must hold."""

    any_pending: bool = False
    """Those about which something is pending."""
    pending: PendingKind | None = None
    """Those about which this is pending."""
    state: InputState | None = None
    """Those in this state."""
    kind: str | None = None
    """Those of this kind."""
    stakeholder: str | None = None
    """Those from this delegation or stakeholder: a code, alias or name."""
    category: str | None = None
    """Those from this category."""
    region: str | None = None
    """Those from this regional group."""
    session: str | None = None
    """Those for this session."""
    phase: str | None = None
    """Those of this phase: their own, else that of their session, else by when they are due or came."""
    topic: str | None = None
    """Those tagged with this topic."""
    officer: str | None = None
    """Those that somebody handles, by the name; empty for those that nobody does."""
    acknowledged: bool | None = None
    """Those that have come in and whose sender was told so, or was not."""
    posted: bool | None = None
    """Those that have come in, may be made public, and were, or were not."""
    audience: Audience | None = None
    """Those that this audience may see."""

    @property
    def given(self) -> bool:
        """Say whether anything is left out at all."""
        return self != EVERYTHING


EVERYTHING = Filter()
"""No input is left out."""


def told(wanted: Filter) -> list[str]:
    """Name what was asked for, in the language in use."""
    named = {
        _("state"): wanted.state and _(INPUT_STATES[wanted.state]),
        _("kind"): wanted.kind,
        _("from"): wanted.stakeholder,
        _("category"): wanted.category,
        _("region"): wanted.region,
        _("session"): wanted.session,
        _("phase"): wanted.phase,
        _("topic"): wanted.topic,
        _("audience"): wanted.audience and _(AUDIENCES[wanted.audience]),
    }
    if wanted.officer is not None:
        named[_("handled by")] = wanted.officer.strip() or _("nobody")
    said = [
        words
        for flag, words in (
            (wanted.acknowledged, acknowledged_in_words(bool(wanted.acknowledged))),
            (wanted.posted, posted_in_words(bool(wanted.posted))),
        )
        if flag is not None
    ]
    return said + [_("{name} {value}", name=name, value=value) for name, value in named.items() if value]


def acknowledged_in_words(acknowledged: bool) -> str:
    """Say whether the sender was told."""
    return _("acknowledged") if acknowledged else _("not acknowledged")


def posted_in_words(posted: bool) -> str:
    """Say whether it was made public."""
    return _("posted") if posted else _("not posted")


def fits(each: Input, wanted: Filter, phase: "Phase | None", now: Instant) -> bool:
    """Say whether an input is one of those wanted, as far as the database did not tell already."""
    if wanted.state is not None and each.state is not wanted.state:
        return False
    if phase is not None and not in_phase(each, phase):
        return False
    if wanted.officer is not None and each.officer.casefold() != wanted.officer.strip().casefold():
        return False
    if wanted.acknowledged is not None and acknowledged(each) is not wanted.acknowledged:
        return False
    if wanted.posted is not None and posted(each) is not wanted.posted:
        return False
    if wanted.pending is None and not wanted.any_pending:
        return True
    found = pending(each, now)
    return wanted.pending in found if wanted.pending is not None else bool(found)


def in_phase(each: Input, phase: "Phase") -> bool:
    """Say whether an input belongs to a phase: to its own or its session's, else by when it is due or came."""
    if each.phases:
        return phase.code in each.phases
    when = each.due or each.received
    return when is not None and phase.on(when.date)


def acknowledged(each: Input) -> bool | None:
    """Say whether the sender was told that it came; None of what has not come."""
    return each.acknowledged if each.state in ARRIVED else None


def posted(each: Input) -> bool | None:
    """Say whether it was made public; None of what has not come or is not for everybody."""
    return each.posted if each.state in ARRIVED and each.visibility is Audience.PUBLIC else None
