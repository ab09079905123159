"""The text that was released last, and how much of it is new."""

from textual.widgets import Static

from negotiator.domain.audience import Audience
from negotiator.workspace import Workspace


class LatestText(Static):
    """What the latest draft is, and how it differs from the one before."""

    nothing = True

    def load(self, workspace: Workspace, audience: Audience) -> None:
        """Look it up."""
