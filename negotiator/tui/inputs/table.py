"""The table of inputs."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from negotiator.i18n import N_
from negotiator.tui.widgets.table import Table


class InputsTable(Table):
    """The inputs; left and right go through what may be pending."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "screen.pending(-1)", N_("Previous filter"), show=False, id="inputs.previous"),
        Binding("right", "screen.pending(1)", N_("Next filter"), show=False, id="inputs.next"),
    ]
