"""What is asked before a delegation or stakeholder is added."""

from collections.abc import Mapping, Sequence

from negotiator.domain.contacts import Contact, in_words
from negotiator.domain.stakeholder import REGIONAL_GROUPS
from negotiator.i18n import _
from negotiator.services.contacts import addresses_typed, note
from negotiator.services.stakeholders import add_stakeholder
from negotiator.tui.widgets.form import Field
from negotiator.workspace import Workspace


def fields(categories: Sequence[str]) -> tuple[Field, ...]:
    """Return what is to be filled in."""
    regions = tuple(group.value for group in REGIONAL_GROUPS)
    return (
        Field("code", _("code"), hint=_("2 to 20 letters, digits and hyphens"), needed=True),
        Field("name", _("name in English"), needed=True),
        Field("name_zh", _("name in Chinese")),
        Field("category", _("category"), hint=", ".join(categories), choices=categories, needed=True),
        Field("region", _("regional group"), hint=", ".join(regions), choices=regions),
        Field("aliases", _("also typed"), hint=_("with commas between them")),
        Field("contacts", _("addresses"), hint=_hint()),
        Field("note", _("note")),
    )


def contact_fields(held: Sequence[Contact]) -> tuple[Field, ...]:
    """Return the addresses there are, to be said anew."""
    return (Field("contacts", _("addresses"), in_words(held), hint=_hint()),)


def _hint() -> str:
    example = "Ana Li <ana@example.org> zh; desk@example.org"
    return _("{example}; for us and the co-facilitators only", example=example)


def add(workspace: Workspace, filled: Mapping[str, str]) -> str:
    """Store what was filled in; returns the code."""
    contacts = addresses_typed(filled["contacts"])
    day = workspace.now().date
    return add_stakeholder(
        workspace,
        filled["name"],
        code=filled["code"],
        category=filled["category"],
        region=filled["region"] or None,
        name_zh=filled["name_zh"],
        aliases=filled["aliases"].replace("，", ",").replace("、", ",").split(","),
        note=filled["note"],
        also=lambda act, who: note(act, who, contacts, day),
    ).code
