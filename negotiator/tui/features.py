"""The tabs: one for each feature, its screen imported when it is first opened."""

from collections.abc import Callable
from dataclasses import dataclass

from textual.screen import Screen

from negotiator.i18n import N_


@dataclass(frozen=True, slots=True)
class Feature:
    """One of the tabs."""

    mode: str
    """Its name in the code."""
    digit: str
    """The digit that opens it outside text fields."""
    key: str
    """The function key that opens it anywhere."""
    title: str
    """What people read."""
    where: str
    """The module and class of its screen, imported when it is first opened."""


FEATURES = (
    Feature("home", "1", "f8", N_("Home"), "negotiator.tui.home.screen:HomeScreen"),
    Feature("mandate", "2", "f2", N_("Mandate"), "negotiator.tui.mandate.screen:MandateScreen"),
    Feature("sessions", "3", "f3", N_("Sessions"), "negotiator.tui.sessions.screen:SessionsScreen"),
    Feature("inputs", "4", "f4", N_("Inputs"), "negotiator.tui.inputs.screen:InputsScreen"),
    Feature("drafts", "5", "f5", N_("Drafts"), "negotiator.tui.drafts.screen:DraftsScreen"),
    Feature("compare", "6", "f6", N_("Compare"), "negotiator.tui.compare.screen:CompareScreen"),
    Feature("stakeholders", "7", "f7", N_("Delegations"), "negotiator.tui.stakeholders.screen:StakeholdersScreen"),
)
"""Every feature there is, in the order of the tabs."""


def opener(feature: Feature) -> Callable[[], Screen[None]]:
    """Return what makes the screen of a feature, importing it only then."""

    def opened() -> Screen[None]:
        from importlib import import_module

        module, name = feature.where.split(":")
        made = getattr(import_module(module), name)()
        assert isinstance(made, Screen)
        return made

    return opened
