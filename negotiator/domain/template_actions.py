"""The mandated actions of a process template: what may stand in their tables, and what they may name."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from negotiator.domain.due import STATIONS, Due, DueKind
from negotiator.domain.mandate import (
    Check,
    CheckKind,
    Counted,
    Evidence,
    EvidenceKind,
    Force,
    MandatedAction,
    Superseding,
)
from negotiator.domain.process import Certainty
from negotiator.domain.session import SessionKind
from negotiator.domain.table import NO_DATE, Table
from negotiator.i18n import _

HANGING = (DueKind.BEFORE, DueKind.AFTER)
"""Rules that hang on an event."""


def action_from(row: Table) -> MandatedAction:
    """Read a mandated action."""
    code = row.label = row.code("code")
    action = MandatedAction(
        code=code,
        paragraph=row.text("paragraph"),
        source=row.text("source", ""),
        phase=row.text("phase", ""),
        force=row.choice("force", Force),
        responsible=row.titles("responsible"),
        title=row.title("title"),
        deliverable=row.title("deliverable", required=False),
        due=_due(row.inner("due")) if row.has("due") else Due(),
        checks=tuple(_check(each) for each in row.rows("checks")),
        certainty=row.choice("certainty", Certainty, Certainty.HIGH),
        recurs=row.text("recurs", ""),
        note=row.title("note", required=False),
        amber=row.flag("amber", False),
        superseded=tuple(_superseding(each) for each in row.rows("superseded")),
        evidence=tuple(_evidence(each, f"{code}.{place}") for place, each in enumerate(row.rows("evidence"), 1)),
    )
    row.close()
    return action


def _due(row: Table) -> Due:
    kind = row.choice("rule", DueKind)
    due = Due(
        kind=kind,
        text=row.title("text"),
        earliest=row.optional_day("earliest"),
        latest=row.optional_day("latest"),
        event=row.text("event", ""),
        days=int(row.number("days", 1 if kind is DueKind.BEFORE else 0)),
        station=row.text("station", ""),
        every=int(row.number("every", 0)),
        first=int(row.number("first", 0)),
        skip_every=int(row.number("skip_every", 0)),
        skip_first=int(row.number("skip_first", 0)),
        house=row.flag("house", False),
    )
    if due.earliest and due.latest and due.latest < due.earliest:
        row.trouble("latest", _("a date not before {date}", date=due.earliest))
    if kind in (DueKind.WINDOW, DueKind.FUZZY) and due.earliest is None:
        row.trouble("earliest", _("a date of the calendar like 2018-04-03"))
    if kind in (DueKind.FIXED, DueKind.WINDOW, DueKind.FUZZY) and due.latest is None:
        row.trouble("latest", _("a date of the calendar like 2018-04-03"))
    if due.station and due.station not in STATIONS:
        row.trouble("station", _("one of {choices}", choices=", ".join(STATIONS)))
    if kind in HANGING and not due.event:
        row.trouble("event", _("the code of a session, milestone, phase or action"))
    if kind is DueKind.RECURRING and not 1 <= due.every <= 50:
        row.trouble("every", _("a number of years from 1 to 50"))
    if kind is DueKind.RECURRING and not 1900 <= due.first <= 2999:
        row.trouble("first", _("a year like 2018"))
    if kind is DueKind.RECURRING and due.skip_every and due.every % due.skip_every == 0 and due.every:
        row.trouble("skip_every", _("more years than it takes to come again"))
    row.close()
    return due


def _check(row: Table) -> Check:
    window: tuple[date, date] | None = None
    if row.has("from") or row.has("until"):
        first, last = row.day("from"), row.day("until")
        if NO_DATE not in (first, last) and last < first:
            row.trouble("until", _("a date not before {date}", date=first))
        window = (first, last)
    mapping = row.inner("per_session") if row.has("per_session") else None
    check = Check(
        kind=row.choice("kind", CheckKind),
        of=row.text("of", ""),
        sessions=row.texts("sessions"),
        counted=row.choice("counted", Counted, Counted.SESSIONS),
        least=row.number("least", 0) if row.has("least") else None,
        most=row.number("most", 0) if row.has("most") else None,
        window=window,
        month=row.flag("planned", False),
        role=row.text("role", ""),
        milestones=row.texts("milestones"),
        per_session={key: mapping.text(key) for key in mapping.values} if mapping else None,
        inputs=row.texts("inputs"),
        drafts=row.texts("drafts"),
        event=row.text("event", ""),
        before=row.flag("before", False),
        days=int(row.number("days", 0)),
        attribute=row.text("attribute", ""),
        value=row.text("value", ""),
        topics=row.texts("topics"),
        categories=row.texts("categories"),
        regions=row.texts("regions"),
        admission=row.text("admission", ""),
        route=row.text("route", ""),
        fund=row.flag("fund", False),
        unit=row.text("unit", ""),
        note=row.title("note", required=False),
    )
    if check.least is not None and check.most is not None and check.most < check.least:
        row.trouble("most", _("a number not below {number}", number=f"{check.least:g}"))
    if check.kind in (CheckKind.SUM_DAYS, CheckKind.COUNT) and check.least is None and check.most is None:
        row.trouble("least", _("a number, here or under most"))
    if check.kind is CheckKind.PER_SESSION and not (check.of or check.sessions):
        row.trouble("of", _("a kind of session"))
    if check.counted is Counted.STAKEHOLDERS and not check.categories:
        row.trouble("categories", _("a list of categories such as MS"))
    if check.kind is CheckKind.ROLE_FILLED and not check.role:
        row.trouble("role", _("an office"))
    row.close()
    return check


def _superseding(row: Table) -> Superseding:
    found = Superseding(row.text("by"), row.day("on"), row.title("why", required=False))
    row.close()
    return found


def _evidence(row: Table, code: str) -> Evidence:
    kind = row.choice("kind", EvidenceKind)
    found = Evidence(
        code=code,
        kind=kind,
        ref=row.text("ref", "") if kind is EvidenceKind.NOTE else row.text("ref"),
        on=row.day("on"),
        session=row.text("session", ""),
        words=row.title("words", required=False),
    )
    row.close()
    return found


@dataclass(frozen=True, slots=True)
class Names:
    """What the rest of a template names, so that an action may name it too."""

    sessions: frozenset[str]
    """Codes of sessions."""
    kinds: frozenset[str]
    """Kinds of session that there are."""
    milestones: frozenset[str]
    """Codes of milestones."""
    phases: frozenset[str]
    """Codes of phases."""
    roles: frozenset[str]
    """Offices."""
    drafts: frozenset[str]
    """Codes of drafts."""


def check_actions(problems: list[str], actions: Sequence[MandatedAction], names: Names) -> None:
    """Note where an action names something that there is not, and where rules wait for one another."""
    codes = frozenset(each.code for each in actions)
    events = names.sessions | names.milestones | names.phases | codes
    for number, action in enumerate(actions):
        path = f"actions[{number}]"
        row = Table(path, {"phase": action.phase}, problems, action.code)
        if action.phase and action.phase not in names.phases:
            row.trouble("phase", _("one of {choices}", choices=", ".join(sorted(names.phases))))
        due = Table(f"{path}.due", {"event": action.due.event}, problems, action.code)
        if action.due.event and action.due.event not in events:
            due.trouble("event", _("the code of a session, milestone, phase or action"))
        for place, check in enumerate(action.checks):
            _check_names(Table(f"{path}.checks[{place}]", {}, problems, action.code), check, names)
    for number, action in enumerate(actions):
        if action.due.event in codes and _waits_for_itself(action, {each.code: each for each in actions}):
            row = Table(f"actions[{number}].due", {"event": action.due.event}, problems, action.code)
            row.trouble("event", _("an event that does not wait for this action in turn"))


def _check_names(row: Table, check: Check, names: Names) -> None:
    def named(key: str, codes: Iterable[str], known: frozenset[str], expected: str) -> None:
        for code in codes:
            if code and code not in known:
                Table(row.path, {key: code}, row.problems, row.label).trouble(key, expected)

    if check.of and check.of not in set(SessionKind):
        named("of", [check.of], frozenset(), _("one of {choices}", choices=", ".join(SessionKind)))
    elif not check.regions:  # consultations with groups are recorded as they come; no template has them beforehand
        named("of", [check.of], names.kinds, _("a kind of which the process has a session"))
    if check.regions:
        from negotiator.domain.stakeholder import RegionalGroup  # what reads stored actions needs no register

        groups = frozenset(each.value for each in RegionalGroup)
        named("regions", check.regions, groups, _("one of {choices}", choices=", ".join(sorted(groups))))
    if check.admission or check.route:
        from negotiator.domain.accreditation import Admission, Route

        for key, value, among in (("admission", check.admission, Admission), ("route", check.route, Route)):
            named(key, [value], frozenset(among), _("one of {choices}", choices=", ".join(among)))
    named("sessions", check.sessions, names.sessions, _("the code of a session"))
    named("role", [check.role], names.roles, _("an office that somebody holds in this file"))
    named("milestones", check.milestones, names.milestones, _("the code of a milestone"))
    named("drafts", check.drafts, names.drafts, _("a draft of the milestones"))
    mapping: Mapping[str, str] = check.per_session or {}
    named("per_session", mapping, names.sessions, _("the code of a session"))
    named("per_session", mapping.values(), names.milestones, _("the code of a milestone"))


def _waits_for_itself(action: MandatedAction, by_code: Mapping[str, MandatedAction]) -> bool:
    seen = {action.code}
    following = by_code.get(action.due.event)
    while following is not None:
        if following.code == action.code:
            return True
        if following.code in seen:
            return False
        seen.add(following.code)
        following = by_code.get(following.due.event)
    return False
