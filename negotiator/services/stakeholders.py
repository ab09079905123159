"""Delegations and stakeholders: listed, found, added."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from re import fullmatch

from negotiator.domain.audience import Audience
from negotiator.domain.stakeholder import Category, MayPropose, RegionalGroup, Stakeholder, named, near, search
from negotiator.domain.title import NO_TITLE, Title
from negotiator.errors import NotFound, Refused, WrongUsage
from negotiator.i18n import N_, _, language
from negotiator.services.registers import categories, shipped_stakeholders
from negotiator.storage import stakeholders as rows
from negotiator.storage.events import Act
from negotiator.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Added:
    """What adding a delegation or stakeholder made."""

    code: str
    """Its code."""
    act: str
    """The act that stored it."""


def load_shipped(act: Act) -> None:
    """Store the Member States, the observers and the bodies that are shipped, as part of making a workspace."""
    for stakeholder in shipped_stakeholders():
        rows.add_stakeholder(act, stakeholder)


def list_stakeholders(
    workspace: Workspace, *, category: str | None = None, region: str | None = None, words: str = ""
) -> tuple[Stakeholder, ...]:
    """Return delegations and stakeholders: all, those of a category or region, those that words may mean.

    Raises `NotFound` for a category or region that does not exist.
    """
    wanted = get_category(category).code if category else None
    group = region_named(region) if region else None
    found = _all(workspace)
    if words.strip():
        found = search(found, words)
    return tuple(
        each
        for each in found
        if (wanted is None or each.category == wanted) and (group is None or each.region is group)
    )


def find_stakeholder(workspace: Workspace, words: str) -> Stakeholder:
    """Return the one with this code, alias or name; raises `NotFound` with those that are near.

    A suggestion, not a guess: no State is ever taken for another.
    """
    return require(_all(workspace), words)


def require(stakeholders: Sequence[Stakeholder], words: str) -> Stakeholder:
    """Pick the one with this code, alias or name; raises `NotFound` with those that are near."""
    found = named(stakeholders, words)
    if found:
        return found
    meant = near(stakeholders, words)
    if meant:
        shown = ", ".join(f"{each.code} ({each.name.said})" for each in meant)
        raise NotFound(
            _("There is no delegation or stakeholder “{words}”; did you mean {near}?", words=words, near=shown)
        )
    raise NotFound(
        _("There is no delegation or stakeholder “{words}”; “negotiator stakeholder list” names them.", words=words)
    )


def get_category(code: str) -> Category:
    """Return a category by its code, in any case of letters; raises `NotFound` with those there are."""
    known = {each.casefold(): category for each, category in categories().items()}
    if code.strip().casefold() not in known:
        raise NotFound(
            _(
                "There is no category {category}; choose one of {choices}.",
                category=code,
                choices=", ".join(categories()),
            )
        )
    return known[code.strip().casefold()]


def region_named(code: str) -> RegionalGroup:
    """Return a regional group by its code, in any case of letters; raises `NotFound` with those there are."""
    wanted = code.strip().upper()
    if wanted not in set(RegionalGroup):
        raise NotFound(
            _(
                "There is no regional group {region}; choose one of {choices}.",
                region=code,
                choices=", ".join(RegionalGroup),
            )
        )
    return RegionalGroup(wanted)


def may_propose(stakeholder: Stakeholder) -> MayPropose:
    """Say whether somebody may propose text: what is said of them, else of their category."""
    category = categories().get(stakeholder.category)
    return stakeholder.propose or (category.propose if category else MayPropose.NO)


def add_stakeholder(
    workspace: Workspace,
    name: str,
    *,
    code: str,
    category: str,
    region: str | None = None,
    name_zh: str = "",
    aliases: Sequence[str] = (),
    note: str = "",
    visibility: Audience = Audience.PUBLIC,
    also: Callable[[Act, Stakeholder], None] | None = None,
) -> Added:
    """Store a delegation or stakeholder under a code that nobody else answers to.

    `also` stores what belongs to the newcomer in the same act, such as its addresses.

    Raises `WrongUsage` for a code or name that cannot be one, `Refused` for one that is taken.
    """
    wanted = checked_code(code)
    if not name.strip():
        raise WrongUsage(_("Give the name of {code}.", code=wanted))
    stakeholder = Stakeholder(
        code=wanted,
        category=get_category(category).code,
        name=Title(name.strip(), name_zh.strip()),
        region=region_named(region) if region else None,
        aliases=tuple(alias.strip() for alias in aliases if alias.strip()),
        note=(Title("", note.strip()) if language() == "zh" else Title(note.strip())) if note.strip() else NO_TITLE,
        visibility=visibility,
    )
    with workspace.acting(N_("add {stakeholder}"), stakeholder=wanted) as act:
        known = rows.stakeholders(act.db)
        for word in (wanted, stakeholder.name.en, *stakeholder.aliases):
            taken = named(known, word)
            if taken:
                raise Refused(
                    _("“{word}” is {code} already, {name}.", word=word, code=taken.code, name=taken.name.said)
                )
        identifier = rows.add_stakeholder(act, stakeholder)
        if also is not None:
            also(act, replace(stakeholder, id=identifier))
    return Added(wanted, act.id)


def checked_code(code: str) -> str:
    """Return a code as it is stored; raises `WrongUsage` for what cannot be one."""
    wanted = code.strip().upper()
    if not fullmatch(r"[A-Z0-9][A-Z0-9-]{1,19}", wanted):
        raise WrongUsage(_("“{code}” cannot be a code; use 2 to 20 letters, digits and hyphens.", code=code))
    return wanted


def _all(workspace: Workspace) -> tuple[Stakeholder, ...]:
    with workspace.reading() as db:
        return rows.stakeholders(db)
