"""What is asked before a delegation or stakeholder is added."""

from collections.abc import Mapping, Sequence

from negotiator.domain.stakeholder import REGIONAL_GROUPS
from negotiator.i18n import _
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
        Field("note", _("note")),
    )


def add(workspace: Workspace, filled: Mapping[str, str]) -> str:
    """Store what was filled in; returns the code."""
    return add_stakeholder(
        workspace,
        filled["name"],
        code=filled["code"],
        category=filled["category"],
        region=filled["region"] or None,
        name_zh=filled["name_zh"],
        aliases=filled["aliases"].replace("，", ",").replace("、", ",").split(","),
        note=filled["note"],
    ).code
