"""Inputs: what is pending, and from whom."""

from typing import ClassVar

from negotiator.tui.screen import FeatureScreen


class InputsScreen(FeatureScreen):
    """What is expected, what has come, and what is still to be done about it."""

    MODE: ClassVar[str] = "inputs"
