"""Addresses of delegations and stakeholders: listed, noted, replaced; never shown beyond their audience."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from negotiator.domain.audience import Audience
from negotiator.domain.contacts import Contact, contacts_in
from negotiator.domain.stakeholder import Stakeholder
from negotiator.errors import NotFound, WrongUsage
from negotiator.i18n import N_, _
from negotiator.services.stakeholders import Added, require
from negotiator.storage import contacts as rows
from negotiator.storage.events import Act
from negotiator.storage.stakeholders import stakeholders
from negotiator.workspace import Workspace

Addresses = Mapping[str, tuple[Contact, ...]]
"""Addresses by the code of whose they are."""


def list_contacts(workspace: Workspace, audience: Audience = Audience.PRIVATE) -> Addresses:
    """Return the addresses that hold on the clock's day and that an audience may see."""
    with workspace.reading() as db:
        found = rows.contacts(db)
    day = workspace.now().date
    held = {code: tuple(each for each in known if _seen(each, day, audience)) for code, known in found.items()}
    return {code: each for code, each in held.items() if each}


def _seen(contact: Contact, day: date, audience: Audience) -> bool:
    return contact.on(day) and audience.sees(contact.for_whom)


def addresses_typed(text: str) -> tuple[Contact, ...]:
    """Read addresses as they are typed: `Ana Li <ana@example.org> zh; desk@example.org`; raises `WrongUsage`."""
    try:
        return contacts_in(text)
    except ValueError as problem:
        example = "Ana Li <ana@example.org> zh"
        raise WrongUsage(
            _("“{word}” is no e-mail address; write it like {example}.", word=problem.args[0], example=example)
        ) from problem


def add_contacts(
    workspace: Workspace, whose: str, typed: str, *, since: date | None = None, visibility: Audience | None = None
) -> Added:
    """Note addresses of somebody, from today on or from a day; one that is known is said anew."""
    wanted = addresses_typed(typed)
    if not wanted:
        raise WrongUsage(_("Name at least one e-mail address."))
    with workspace.acting(N_("addresses of {stakeholder}")) as act:
        who = require(stakeholders(act.db), whose)
        act.tell(stakeholder=who.code)
        day = since or workspace.now().date
        note(act, who, [replace(each, visibility=visibility) for each in wanted], day)
        return Added(who.code, act.id)


def replace_contacts(
    workspace: Workspace,
    whose: str,
    typed: str,
    *,
    since: date | None = None,
    visibility: Audience | None = None,
    shown: Sequence[Contact] | None = None,
) -> Added:
    """Put addresses in the place of those that somebody has; those that are not named any more ended yesterday.

    `shown` are those that whoever typed had before their eyes: only they end, and what stands there is taken as it is,
    so that a name or a language can be taken away too.
    """
    wanted = [replace(each, visibility=visibility) for each in addresses_typed(typed)]
    seen = None if shown is None else {each.id for each in shown}
    with workspace.acting(N_("addresses of {stakeholder}")) as act:
        who = require(stakeholders(act.db), whose)
        act.tell(stakeholder=who.code)
        day = workspace.now().date
        kept = {each.email.casefold() for each in wanted}
        for each in rows.contacts(act.db, who.id).get(who.code, ()):
            if each.on(day) and each.email.casefold() not in kept and (seen is None or each.id in seen):
                _end(act, each, day - timedelta(days=1))
        note(act, who, wanted, since or day, whole=seen is not None)
        return Added(who.code, act.id)


def end_contact(workspace: Workspace, whose: str, email: str, *, on: date | None = None) -> Added:
    """Note that an address held until a day, or until yesterday; raises `NotFound` where it is not one of theirs."""
    with workspace.acting(N_("addresses of {stakeholder}")) as act:
        who = require(stakeholders(act.db), whose)
        act.tell(stakeholder=who.code)
        held = [each for each in rows.contacts(act.db, who.id).get(who.code, ()) if each.until is None]
        found = [each for each in held if each.email.casefold() == email.strip().casefold()]
        if not found:
            known = ", ".join(each.email for each in held) or _("none")
            raise NotFound(
                _("{code} has no address “{email}”; it has {known}.", code=who.code, email=email, known=known)
            )
        for each in found:
            _end(act, each, on or workspace.now().date - timedelta(days=1))
        return Added(who.code, act.id)


def _end(act: Act, contact: Contact, last: date) -> None:
    """Let an address end with a day; one that begins later never held."""
    if contact.since is not None and contact.since > last:
        rows.drop_contact(act, contact)
    else:
        rows.change_contact(act, replace(contact, until=last))


def note(act: Act, who: Stakeholder, wanted: Sequence[Contact], day: date, *, whole: bool = False) -> None:
    """Store addresses of somebody as part of an act; one that holds already takes over what is said otherwise.

    One that only begins later begins on the day instead. `whole` says that an empty name or language is meant.
    """
    known: dict[str, Contact] = {}
    for each in rows.contacts(act.db, who.id).get(who.code, ()):
        if not each.over(day):
            known.setdefault(each.email.casefold(), each)
    for each in wanted:
        held = known.get(each.email.casefold())
        if held is None:
            rows.add_contact(act, who.id, replace(each, since=day))
            continue
        said = replace(
            held,
            email=each.email,
            name=each.name if whole else each.name or held.name,
            language=each.language if whole else each.language or held.language,
            visibility=each.visibility or held.visibility,
            since=min(held.since, day) if held.since else None,
        )
        if said != held:
            rows.change_contact(act, said)
