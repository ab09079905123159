"""Every binding that has an id is a command of the palette; what cannot be done now is left out."""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.dom import DOMNode

from negotiator.tui.text import marked


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be done now."""

    title: str
    """What it does."""
    key: str
    """The key that does it too; may be empty."""
    run: Callable[[], Awaitable[None] | None]
    """Does it."""


class Commands(Provider):
    """Offers what the keys of the current screen do, then what has no key."""

    async def discover(self) -> Hits:
        """Offer everything, before anything is typed."""
        for each in self._commands():
            shown = marked(each.title, (f"  {each.key}", "$text-muted"))
            yield DiscoveryHit(shown, each.run, text=each.title)

    async def search(self, query: str) -> Hits:
        """Offer what matches the words typed."""
        matcher = self.matcher(query)
        for each in self._commands():
            score = matcher.match(each.title)
            if score > 0:
                shown = Content.assemble(matcher.highlight(each.title), (f"  {each.key}", "$text-muted"))
                yield Hit(score, shown, each.run, text=each.title)

    def _commands(self) -> Iterator[Command]:
        seen = set()
        for node, binding, enabled, tooltip in self.screen.active_bindings.values():
            if binding.id and enabled and binding.id not in seen:
                seen.add(binding.id)
                key = self.app.get_key_display(binding)
                yield Command(tooltip or binding.description, key, partial(self._run, binding.action, node))
        for title, _help, run, _discover in self.app.get_system_commands(self.screen):
            yield Command(title, "", run)

    async def _run(self, action: str, node: DOMNode) -> None:
        await self.app.run_action(action, node)
