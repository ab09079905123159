"""Rows of coverage: on behalf of which group an input was sent, for whom it answers and who stood apart."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from negotiator.domain.audience import Audience
from negotiator.domain.coverage import Cover
from negotiator.domain.dates import Instant
from negotiator.domain.input_life import ARRIVED, InputState, Standing, standing
from negotiator.storage.events import Act
from negotiator.storage.input_lives import steps_by_input
from negotiator.storage.opened import Database
from negotiator.storage.rows import instant_from, query, text, whole


@dataclass(frozen=True, slots=True)
class Behalf:
    """On whose behalf one input was sent."""

    group: str = ""
    """Code of the group; empty where it speaks for its sender alone."""
    covers: tuple[str, ...] = ()
    """Codes of the members for whom it answers."""
    without: tuple[str, ...] = ()
    """Codes of the members that stood apart."""


ALONE = Behalf()
"""On nobody's behalf but the sender's."""


def covers(db: Database, at: Instant | None = None, visibilities: Sequence[Audience] = ()) -> list[Cover]:
    """Return what inputs on behalf of groups answer for, now or at a moment, of inputs with one of these marks.

    An input that is withdrawn or replaced answers for nobody from then on.
    """
    rows = query(
        db,
        """select c.group_code, k.code, i.id, i.number, i.kind, i.state, i.visibility, i.received_utc, i.received_zone,
        s.code as session_code, l.number as call_number
        from input_cover c join input i on i.id = c.input join stakeholder k on k.id = c.stakeholder
        left join session s on s.id = i.session left join call l on l.id = i.call
        where c.without = 0 and c.deleted_at is null and i.deleted_at is null order by i.number""",
    )
    lives = steps_by_input(db, None) if rows and at is not None else {}
    stood = {key: standing(steps, at) for key, steps in lives.items()}
    marks = set(visibilities)
    found = []
    for row in rows:
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
                stakeholder=text(row, "code"),
                kind=text(row, "kind"),
                session=text(row, "session_code"),
                call=whole(row, "call_number") if row["call_number"] is not None else None,
                received=then.received,
            )
        )
    return found


def behalf_of(db: Database, identifier: str) -> Behalf:
    """Return on whose behalf an input was sent."""
    rows = query(
        db,
        """select c.group_code, c.without, k.code from input_cover c join stakeholder k on k.id = c.stakeholder
        where c.input = ? and c.deleted_at is null order by c.rowid""",
        [identifier],
    )
    if not rows:
        return ALONE
    apart = tuple(text(row, "code") for row in rows if row["without"])
    return Behalf(text(rows[0], "group_code"), tuple(text(row, "code") for row in rows if not row["without"]), apart)


def add_covers(act: Act, identifier: str, group: str, members: Iterable[tuple[str, bool]]) -> None:
    """Store on behalf of which group an input was sent: each member by its identifier, and whether it stood apart."""
    for stakeholder, apart in members:
        act.insert(
            "input_cover",
            {"input": identifier, "group_code": group, "stakeholder": stakeholder, "without": int(apart)},
        )
