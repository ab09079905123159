"""What every screen shares: it loads through services, reloads when something changed, and tells what goes wrong."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import PurePath
from typing import ClassVar, TypeVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding, BindingType
from textual.reactive import reactive
from textual.screen import ModalScreen, Screen
from textual.widgets import Footer

from negotiator.domain.audience import Audience
from negotiator.errors import NegotiatorError
from negotiator.i18n import N_, _
from negotiator.tui.app import NegotiatorApp
from negotiator.tui.features import FEATURES
from negotiator.tui.frame import Standing, Tab, TabBar, TopLine
from negotiator.workspace import Workspace

Result = TypeVar("Result")
Done = TypeVar("Done")


class SpokenScreen(Screen[Result]):
    """A screen whose keys are described in the language in use."""

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys that work now, described in the language in use."""
        return {key: _spoken(each) for key, each in super().active_bindings.items()}


def _spoken(active: ActiveBinding) -> ActiveBinding:
    """Translate what a key does; an empty message would be translated to the head of the catalogue."""
    binding = active.binding
    words = _(binding.description) if binding.description else ""
    tip = _(binding.tooltip) if binding.tooltip else ""
    group = replace(binding.group, description=_(binding.group.description)) if binding.group else None
    return active._replace(binding=replace(binding, description=words, tooltip=tip, group=group), tooltip=tip)


class FeatureScreen(SpokenScreen[None]):
    """One feature, between the top line with the tabs and the keys at the bottom."""

    MODE: ClassVar[str] = ""
    """Which tab it belongs to."""
    HELP: ClassVar[str | None] = None
    """What `?` shows about it, a message of the catalogue."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (160, "-vast")]  # noqa: RUF012  # as Textual has it
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", N_("Back"), show=False, id="app.back", tooltip=N_("Go back")),
    ]

    app = getters.app(NegotiatorApp)
    standing: reactive[Standing | None] = reactive(None)
    """What the top line says."""
    audience: reactive[Audience] = reactive(Audience.PRIVATE, init=False)
    """Who may see this screen; what bears a narrower mark is hidden."""

    _stale = False

    def __init__(self) -> None:
        # The rules of a stylesheet hold for the whole program once its screen was open: each keeps to its own class.
        super().__init__(classes=f"of-{PurePath(str(self.CSS_PATH)).stem}")

    @property
    def workspace(self) -> Workspace:
        """The workspace that is open."""
        return self.app.workspace

    @property
    def is_current(self) -> bool:
        """Say whether it can be seen: nothing, or only dialogs, stand over it.

        Textual takes the screen below for visible whatever covers it; it would load and be drawn at every change.
        """
        stack = self.app.screen_stack
        above = stack[stack.index(self) + 1 :] if self in stack else ()
        return super().is_current and all(isinstance(each, ModalScreen) for each in above)

    def compose(self) -> ComposeResult:
        """Put the body of the feature into the frame."""
        yield TopLine().data_bind(FeatureScreen.standing)
        tabs = (Tab(each.mode, each.digit, _(each.title), here=each.mode == self.MODE) for each in FEATURES)
        yield TabBar(*tabs)
        yield from self.compose_body()
        yield Footer(compact=True)

    def compose_body(self) -> ComposeResult:
        """Give the widgets of the feature."""
        yield from ()

    def load(self) -> None:
        """Read what is shown through services and set the reactives of the screen."""

    def on_mount(self) -> None:
        """Load, and listen for changes."""
        self.set_reactive(FeatureScreen.audience, self.app.audience)
        self.app.changed.subscribe(self, self._on_changed)
        self.app.leaving.subscribe(self, lambda _nothing: self.keep(), immediate=True)
        self.set_interval(1, self.tick)
        self.reload()

    def reload(self) -> None:
        """Load again; what goes wrong is told."""
        self._stale = False
        self.tick()
        with self.told():
            self.load()
            wanted = self.app.wanted.pop(self.MODE, "")
            if wanted:
                self.open(wanted)

    def open(self, wanted: str) -> None:
        """Show what another screen asked for."""

    def keep(self) -> None:
        """Keep what is half typed; the screen is about to go."""

    def tick(self) -> None:
        """Let the clocks go on; the minute is what is shown."""
        self.standing = self.app.standing()

    def on_screen_resume(self) -> None:
        """Load what changed while another screen was in front."""
        self.audience = self.app.audience
        if self._stale or self.MODE in self.app.wanted:
            self.reload()

    def watch_audience(self) -> None:
        """Show again, with more or less hidden."""
        if self.is_mounted:
            self.reload()

    def sees(self, visibility: Audience | str) -> bool:
        """Say whether what bears this mark may be shown now."""
        return self.audience.sees(Audience(visibility))

    def looking_back(self) -> bool:
        """Say whether a day gone by is shown, and tell that nothing can be changed then."""
        if self.workspace.as_of is not None:
            self.app.tell(_("We are looking back; nothing can be changed here."), trouble=True)
        return self.workspace.as_of is not None

    @contextmanager
    def told(self) -> Iterator[None]:
        """Tell in a toast what went wrong, as the sentence it is."""
        try:
            yield
        except NegotiatorError as trouble:
            self.app.tell(trouble.message, trouble=True)

    def act(self, doing: Callable[[], Done], told: Callable[[Done], str] | str) -> Done | None:
        """Do an act through a service, say what happened and how to undo it, and let every screen know.

        Returns what the service returned, or None where it refused.
        """
        try:
            done = doing()
        except NegotiatorError as trouble:
            self.app.tell(trouble.message, trouble=True)
            return None
        sentence = told if isinstance(told, str) else told(done)
        self.did(sentence)
        return done

    def did(self, sentence: str) -> None:
        """Say what was done and how to undo it, and let every screen know."""
        self.app.tell(_("{what} · ctrl+z undoes it", what=sentence))
        self.app.publish_change()

    def action_back(self) -> None:
        """Go back to where one came from, and from there home."""
        if len(self.app.screen_stack) > 1:
            self.app.pop_screen()
        elif self.MODE != "home":
            self.app.switch_mode("home")

    @on(Tab.Chosen)
    def _on_tab(self, event: Tab.Chosen) -> None:
        self.app.action_go(event.mode)

    def _on_changed(self, _nothing: None) -> None:
        if self.is_current:
            self.reload()
        else:
            self._stale = True
