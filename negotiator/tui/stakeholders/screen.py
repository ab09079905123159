"""Delegations and stakeholders: who they are, and how they are found."""

from typing import ClassVar

from negotiator.tui.screen import FeatureScreen


class StakeholdersScreen(FeatureScreen):
    """Everybody who takes part."""

    MODE: ClassVar[str] = "stakeholders"
