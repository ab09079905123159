"""Every binding that has an id is a command of the palette; what cannot be done now is left out."""

from collections.abc import Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.dom import DOMNode

from negotiator.tui.text import marked


class Commands(Provider):
    """Offers what the keys of the current screen do."""

    async def discover(self) -> Hits:
        """Offer everything, before anything is typed."""
        for title, key, action, node in self._commands():
            yield DiscoveryHit(marked(title, ("  " + key, "$text-muted")), partial(self._run, action, node), text=title)

    async def search(self, query: str) -> Hits:
        """Offer what matches the words typed."""
        matcher = self.matcher(query)
        for title, key, action, node in self._commands():
            score = matcher.match(title)
            if score > 0:
                shown = Content.assemble(matcher.highlight(title), ("  " + key, "$text-muted"))
                yield Hit(score, shown, partial(self._run, action, node), text=title)

    def _commands(self) -> Iterator[tuple[str, str, str, DOMNode]]:
        seen = set()
        for node, binding, enabled, tooltip in self.screen.active_bindings.values():
            if binding.id and enabled and binding.id not in seen:
                seen.add(binding.id)
                yield tooltip or binding.description, self.app.get_key_display(binding), binding.action, node

    async def _run(self, action: str, node: DOMNode) -> None:
        await self.app.run_action(action, node)
