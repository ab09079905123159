"""Rows of coverage: on behalf of which group an input was sent, for whom it answers and who stood apart."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from negotiator.domain.audience import Audience
from negotiator.domain.coverage import Cover, Said
from negotiator.domain.dates import Instant
from negotiator.domain.input_life import ARRIVED, InputState, Standing, standing
from negotiator.storage.events import Act
from negotiator.storage.input_lives import steps_by_input
from negotiator.storage.opened import Database
from negotiator.storage.rows import Row, Value, instant_columns, instant_from, moment_from, query, text, whole


@dataclass(frozen=True, slots=True)
class Behalf:
    """On whose behalf one input was sent."""

    group: str = ""
    """Code of the group; empty where it speaks for its sender alone."""
    covers: tuple[str, ...] = ()
    """Codes of the members for whom it answers."""
    without: tuple[str, ...] = ()
    """Codes of the members that stood apart, and of those that dissociated from it afterwards."""
    said: tuple[Said, ...] = ()
    """Who aligned with it or stood apart from it after it had come in, oldest first."""


ALONE = Behalf()
"""On nobody's behalf but the sender's."""


def covers(db: Database, at: Instant | None = None, visibilities: Sequence[Audience] = ()) -> list[Cover]:
    """Return what inputs on behalf of groups answer for, now or at a moment, of inputs with one of these marks.

    An input that is withdrawn or replaced answers for nobody from then on; who aligns with one is covered from that
    moment, who stands apart is not any more.
    """
    rows = query(db, _COVERS)
    lives = steps_by_input(db, None) if rows and at is not None else {}
    stood = {key: standing(steps, at) for key, steps in lives.items()}
    marks = set(visibilities)
    found = []
    for row, last in _settled(rows, _said(db, at)):
        if marks and Audience(text(row, "visibility")) not in marks:
            continue
        now = Standing(InputState(text(row, "state")), received=instant_from(row, "received"))
        then = now if at is None else stood.get(text(row, "id"), Standing())
        if then.state not in ARRIVED or then.received is None:
            continue
        found.append(
            Cover(
                number=whole(row, "number"),
                group=text(row, "group_code"),
                stakeholder=last.stakeholder if last else text(row, "code"),
                kind=text(row, "kind"),
                session=text(row, "session_code"),
                call=whole(row, "call_number") if row["call_number"] is not None else None,
                received=max(then.received, last.at, key=lambda moment: moment.utc) if last else then.received,
            )
        )
    return found


_COVERS = """select c.group_code, c.without, k.code, i.id, i.number, i.kind, i.state, i.visibility, i.received_utc,
    i.received_zone, s.code as session_code, l.number as call_number
    from input_cover c join input i on i.id = c.input join stakeholder k on k.id = c.stakeholder
    left join session s on s.id = i.session left join call l on l.id = i.call
    where c.deleted_at is null and i.deleted_at is null order by i.number, c.rowid"""


def _settled(rows: Iterable[Row], said: Mapping[str, tuple[Said, ...]]) -> Iterator[tuple[Row, Said | None]]:
    """Give the rows of those who are covered, each with what it said last; of those who aligned, a row of the input."""
    spoken: dict[str, Row] = {}
    for row in rows:
        spoken[text(row, "id")] = row
        if not row["without"] and not any(each.stakeholder == row["code"] for each in said.get(text(row, "id"), ())):
            yield row, None
    for key, row in spoken.items():
        for last in {each.stakeholder: each for each in said.get(key, ())}.values():
            if last.aligned:
                yield row, last


def spoken_for(db: Database, at: Instant) -> list[tuple[int, str]]:
    """Return for whom inputs spoke at a moment besides their senders: the number of the input, the code of the member.

    Whether an input had come by then is not asked here.
    """
    settled = _settled(query(db, _COVERS), _said(db, at))
    return [(whole(row, "number"), last.stakeholder if last else text(row, "code")) for row, last in settled]


def _said(db: Database, at: Instant | None, only: str | None = None) -> dict[str, tuple[Said, ...]]:
    """Return who aligned or stood apart up to a moment, oldest first, by the identifier of the input."""
    found: dict[str, list[Said]] = {}
    for row in query(
        db,
        """select t.*, k.code from input_stand t join stakeholder k on k.id = t.stakeholder
        where t.deleted_at is null and (? is null or t.input = ?) order by t.at_utc, t.rowid""",
        [only, only],
    ):
        moment = moment_from(row, "at")
        if at is None or moment.utc <= at.utc:
            one = Said(text(row, "code"), bool(row["aligned"]), moment, text(row, "why"))
            found.setdefault(text(row, "input"), []).append(one)
    return {key: tuple(each) for key, each in found.items()}


def behalf_of(db: Database, identifier: str, at: Instant | None = None) -> Behalf:
    """Return on whose behalf an input was sent, with those who aligned and stood apart up to a moment, or to now."""
    rows = query(
        db,
        """select c.group_code, c.without, k.code from input_cover c join stakeholder k on k.id = c.stakeholder
        where c.input = ? and c.deleted_at is null order by c.rowid""",
        [identifier],
    )
    if not rows:
        return ALONE
    held = {text(row, "code"): not row["without"] for row in rows}
    said = _said(db, at, identifier).get(identifier, ())
    held |= {each.stakeholder: each.aligned for each in said}
    return Behalf(
        text(rows[0], "group_code"),
        tuple(code for code, covered in held.items() if covered),
        tuple(code for code, covered in held.items() if not covered),
        said,
    )


def add_covers(act: Act, identifier: str, group: str, members: Iterable[tuple[str, bool]]) -> None:
    """Store on behalf of which group an input was sent: each member by its identifier, and whether it stood apart."""
    for stakeholder, apart in members:
        act.insert(
            "input_cover",
            {"input": identifier, "group_code": group, "stakeholder": stakeholder, "without": int(apart)},
        )


def add_said(act: Act, identifier: str, stakeholder: str, said: Said) -> None:
    """Store that somebody aligned with an input or stood apart from it; both are given by their identifiers."""
    row: dict[str, Value] = {
        "input": identifier,
        "stakeholder": stakeholder,
        "aligned": int(said.aligned),
        **instant_columns("at", said.at),
        "why": said.why,
    }
    act.insert("input_stand", row)
