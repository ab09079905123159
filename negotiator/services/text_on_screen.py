"""The text that a session has before it: its labels, and where each one stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from negotiator.errors import NotFound
from negotiator.i18n import _
from negotiator.text.provision import Provision
from negotiator.workspace import Workspace


@dataclass(frozen=True)
class TextOnScreen:
    """A draft in one language, read into provisions; nothing where the session has no text yet."""

    address: str = ""
    """The draft's address, such as `rev1`."""
    text_id: str = ""
    """The identifier of the stored text."""
    provisions: Sequence[Provision] = ()
    """The text in reading order."""

    @cached_property
    def _found(self) -> dict[str, str]:
        return {}

    def path(self, label: str) -> str:
        """Return where a label (or the first end of a range) stands, empty where the text has none such."""
        if label not in self._found:
            from negotiator.text.numbering import find_by_label

            found = find_by_label(self.provisions, label.split("-")[0])
            self._found[label] = found[0].path if found else ""
        return self._found[label]

    def within(self, label: str) -> tuple[str, ...]:
        """Return where every paragraph of a range stands; nothing for a single label, or a range that runs back."""
        first, dash, last = label.partition("-")
        begin, end = (self.provision(first), self.provision(last)) if dash else (None, None)
        if begin is None or end is None or begin.level != end.level:
            return ()
        between = (each for each in self.provisions if begin.index <= each.index <= end.index)
        return tuple(each.path for each in between if each.level == begin.level and each.kind is begin.kind)

    def has(self, label: str) -> bool:
        """Say whether the text has a paragraph of this label; without a text nothing can be missed."""
        return not self.provisions or bool(self.path(label))

    def provision(self, label: str) -> Provision | None:
        """Return the paragraph of a label."""
        path = self.path(label)
        return next((each for each in self.provisions if each.path == path), None) if path else None

    def require(self, label: str) -> Provision:
        """Return the provision of a label or a path; raises `NotFound`."""
        found = self.provision(label) or next((each for each in self.provisions if each.path == label), None)
        if found is None:
            raise NotFound(_("{draft} has no paragraph {label}.", draft=self.address, label=label))
        return found


def text_on_screen(workspace: Workspace, draft: str) -> TextOnScreen:
    """Return the draft named by its address, else the latest one released at the clock's moment, else nothing."""
    from negotiator.services.drafts import text_for_screen

    try:
        return text_for_screen(workspace, draft or None)
    except NotFound:
        return TextOnScreen()
