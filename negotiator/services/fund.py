"""The voluntary fund for taking part: contributions noted, listed, taken back."""

from math import isfinite
from re import fullmatch

from negotiator.domain.codes import number_in
from negotiator.domain.dates import parse_date
from negotiator.domain.fund import Contribution, contribution_code
from negotiator.domain.stakeholder import named
from negotiator.errors import NotFound, WrongUsage
from negotiator.i18n import N_, _
from negotiator.storage import fund as rows
from negotiator.storage.stakeholders import stakeholders
from negotiator.workspace import Workspace

LARGEST = 10**12
"""What no contribution reaches: more is a slip of the fingers."""


def list_contributions(workspace: Workspace) -> tuple[Contribution, ...]:
    """Return what was in the fund at the clock's moment, by its day; what had been taken back by then is left out."""
    today = workspace.now().date
    with workspace.reading() as db:
        return tuple(each for each in rows.contributions(db) if each.holds(today))


def contribute(
    workspace: Workspace,
    donor: str,
    amount: str,
    currency: str,
    *,
    on: str | None = None,
    source: str = "",
    note: str = "",
) -> tuple[Contribution, str]:
    """Note a contribution of today, or of the day `on`; returns it and the act.

    A donor that the register knows is kept by its code, any other by its name. Raises `WrongUsage` for an amount that
    is none, a currency that is not three letters, and a day that is still to come.
    """
    if not donor.strip():
        raise WrongUsage(_("Say who contributed."))
    today = workspace.now().date
    day = parse_date(on) if on else today
    if day > today:
        raise WrongUsage(_("{date} is still to come; note what was paid, not what is promised.", date=day))
    paid, money = _amount(amount), _currency(currency)
    with workspace.acting(N_("note contribution {contribution}"), contribution="") as act:
        number = rows.next_contribution(act.db)
        act.tell(contribution=contribution_code(number))
        known = named(stakeholders(act.db), donor)
        name = known.code if known else donor.strip()
        made = Contribution(number, name, paid, money, day, source.strip(), note.strip())
        rows.add_contribution(act, made)
    return made, act.id


def take_back(workspace: Workspace, code: str, *, why: str, on: str | None = None) -> tuple[str, str]:
    """Take a contribution back with the reason; returns its code and the act. It is still seen by `--as-of`."""
    if not why.strip():
        raise WrongUsage(_("Say why the contribution is taken back."))
    number = number_in(code, "F")
    with workspace.acting(N_("take back contribution {contribution}"), contribution=code) as act:
        found = next((each for each in rows.contributions(act.db) if each.number == number), None)
        if found is None or found.withdrawn:
            raise NotFound(_("There is no contribution {code} to take back.", code=code))
        act.tell(contribution=found.code)
        day = parse_date(on) if on else workspace.now().date
        if day < found.on:
            raise WrongUsage(_("{code} was paid on {date}, after that.", code=found.code, date=found.on))
        rows.withdraw_contribution(act, found.id, day, why.strip())
    return found.code, act.id


def _amount(words: str) -> float:
    """Read an amount written as 12500, 12,500 or 12500.50; raises `WrongUsage` for anything else."""
    plain = words.strip().replace("，", ",")
    if fullmatch(r"\d{1,3}(,\d{3})+(\.\d{1,2})?|\d{1,15}(\.\d{1,2})?", plain):
        amount = float(plain.replace(",", ""))
        if isfinite(amount) and 0 < amount < LARGEST:
            return amount
    raise WrongUsage(_("“{words}” is no amount; write it like 12500 or 12,500.50.", words=words))


def _currency(words: str) -> str:
    code = words.strip().upper()
    if not fullmatch(r"[A-Z]{3}", code):
        raise WrongUsage(_("“{words}” is no currency; write three letters like USD.", words=words))
    return code
