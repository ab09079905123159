"""The terminal interface: a mode for each feature, themes, keys, and the signal that something changed."""

from collections.abc import Callable, Iterable
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from time import monotonic
from typing import ClassVar
from unicodedata import normalize

from textual import events
from textual.app import App, InvalidThemeError, SystemCommand
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.reactive import var
from textual.screen import Screen
from textual.signal import Signal

from negotiator import i18n
from negotiator.domain.audience import Audience
from negotiator.errors import NegotiatorError, NotFound
from negotiator.i18n import N_, _
from negotiator.services import history
from negotiator.services.status import Status, status
from negotiator.services.watching import watching
from negotiator.settings import save_settings, settings_path
from negotiator.tui.clock import own_zone
from negotiator.tui.commands import Commands
from negotiator.tui.features import FEATURES, opener
from negotiator.tui.frame import Standing
from negotiator.tui.text import shown_safely
from negotiator.tui.themes import DEFAULT, THEME_NAMES, THEMES
from negotiator.tui.tidying import EVERY, Tidying
from negotiator.workspace import Workspace

LASTS = 8
"""How many seconds a trouble is shown."""
_NAMED = {"?": "question_mark", "/": "slash", "!": "exclamation_mark"}


class NegotiatorApp(App[None]):
    """The interface on one workspace."""

    TITLE = "negotiator"
    CSS_PATH = "app.tcss"
    COMMANDS = {Commands}  # noqa: RUF012  # as Textual has it
    HELP = N_(
        "The digits (or function keys) open the tabs. ctrl+p lists everything that can be done here. ctrl+z takes back "
        "the last act, ctrl+y does it again. f9 hides the confidential while others look. esc goes back; what you "
        "typed is kept."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "help", N_("Help"), key_display="?", id="app.help"),
        Binding("ctrl+z", "undo", N_("Undo"), show=False, id="app.undo", tooltip=N_("Undo the last act")),
        Binding("ctrl+y", "redo", N_("Redo"), show=False, id="app.redo", tooltip=N_("Redo what was undone")),
        Binding("f9", "hide", N_("Hide"), show=False, id="app.hide", tooltip=N_("Hide or show the confidential")),
        Binding("ctrl+q", "quit", N_("Quit"), show=False, id="app.quit", priority=True),
        Binding("ctrl+p", "command_palette", N_("Commands"), show=False, priority=True),
        *(
            Binding(f"{each.digit},{each.key}", f"go('{each.mode}')", each.title, show=False, id=f"go.{each.mode}")
            for each in FEATURES
        ),
    ]

    audience: var[Audience] = var(Audience.PRIVATE)
    """Who may see the screen."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.animation_level = "none"  # nothing glides: it only delays the eye, above all over SSH
        self.workspace = workspace
        """The workspace that is open."""
        self.changed: Signal[None] = Signal(self, "changed")
        """Something was stored, here or elsewhere."""
        self.leaving: Signal[None] = Signal(self, "leaving")
        """Screens are about to go; what is half typed is to be kept now."""
        self.modes = {each.mode: each for each in FEATURES}
        """The features, by their names in the code."""
        self.wanted: dict[str, str] = {}
        """What a feature is to show when it is opened next."""
        self.kept: dict[str, dict[str, str]] = {}
        """What was typed into forms that were left, by the name of the form."""
        self.tidying = Tidying()
        """When memory is tidied."""
        self._at_the_end = ExitStack()
        self._elsewhere: Callable[[], bool] = lambda: False
        self._trouble = ("", 0.0)
        self._own_zone = own_zone(workspace.settings.zone, workspace.environ)
        self._status: tuple[str, Status | None] = ("", None)
        for theme in THEMES:
            self.register_theme(theme)
        for mode, feature in self.modes.items():
            self.add_mode(mode, opener(feature))

    def on_mount(self) -> None:
        """Dress, take the keys that this person chose, watch for changes by others, and open the first screen."""
        self._wear(self.workspace.settings.theme or DEFAULT)
        self.set_keymap(dict(self.workspace.settings.keys))
        self._elsewhere = self._at_the_end.enter_context(watching(self.workspace))
        self.set_interval(1, self._look_elsewhere)  # others see within two seconds what was written
        self.set_interval(EVERY, self.tidying.look)
        self.switch_mode("home")

    async def on_event(self, event: events.Event) -> None:
        """Note every key: memory is tidied while nobody types."""
        if isinstance(event, events.Key):
            self.tidying.key()
        await super().on_event(event)

    def on_unmount(self) -> None:
        """Let go of the database."""
        self._at_the_end.close()

    def standing(self) -> Standing:
        """Return what the top line says; where the process stands is looked up once a minute."""
        now = self.workspace.now()
        minute = now.iso()[:16]
        if self._status[0] != minute:
            try:
                self._status = (minute, status(self.workspace))
            except NotFound:
                self._status = (minute, None)
            except NegotiatorError as trouble:  # out of reach just now: what was known stays
                self._status = (minute, self._status[1])
                self.tell(trouble.message, trouble=True)
        shown = replace(now, utc=now.utc.replace(second=0))
        return Standing(shown, self._status[1], self._own_zone, self.audience, self.workspace.as_of is not None)

    def publish_change(self) -> None:
        """Let every screen know that something was stored."""
        self._status = ("", None)
        self._elsewhere()
        self.changed.publish(None)

    def publish_soon(self, then: Callable[[], None]) -> None:
        """Let every screen know that an entry was stored, but only after what is on the screen now was drawn.

        Where the process stands does not change with an entry and is not looked up again.
        """
        self._elsewhere()  # else the look at what others stored would load everything before that

        def publish() -> None:
            self._elsewhere()
            self.changed.publish(None)
            then()

        self.call_after_refresh(publish)

    def quietly(self, doing: Callable[[], None]) -> None:
        """Store something that no screen shows, without every screen loading again."""
        if self._elsewhere():
            self.publish_change()
        doing()
        self._elsewhere()

    def tell(self, sentence: str, *, trouble: bool = False) -> None:
        """Show a sentence in a toast, exactly as it stands; a trouble is not told again while it is shown."""
        if trouble:
            last, at = self._trouble
            self._trouble = (sentence, monotonic())
            if sentence == last and self._trouble[1] - at < LASTS:
                return
        self.notify(
            shown_safely(sentence),
            severity="error" if trouble else "information",
            timeout=LASTS if trouble else 4,
            markup=False,
        )

    def action_go(self, mode: str) -> None:
        """Open a feature."""
        self.go(mode)

    def go(self, mode: str, wanted: str = "") -> None:
        """Open a feature, and in it what is wanted."""
        if wanted:
            self.wanted[mode] = wanted
        if mode in self.modes and mode != self.current_mode:
            self.switch_mode(mode)
        elif wanted:
            self.publish_change()

    def on_key(self, event: events.Key) -> None:
        """Take a full-width letter, as a Chinese input method sends it, for the key itself; text fields took theirs."""
        character = event.character or ""
        if len(character) == 1 and "！" <= character <= "～":
            event.stop()
            self.simulate_key(_NAMED.get(plain := normalize("NFKC", character), plain))

    def action_undo(self) -> None:
        """Take back the last act of whoever sits here."""
        self._walk(history.undo, N_("Undone: {what} · ctrl+y does it again"))

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._walk(history.redo, N_("Done again: {what} · ctrl+z undoes it"))

    def _walk(self, step: Callable[[Workspace], history.TakenBack], sentence: str) -> None:
        try:
            taken = step(self.workspace)
        except NegotiatorError as trouble:
            self.tell(trouble.message, trouble=True)
            return
        self.tell(_(sentence, what=taken.told))
        self.publish_change()

    def action_hide(self) -> None:
        """Hide what Member States may not see, or show it again."""
        hidden = self.audience is Audience.PRIVATE
        self.audience = Audience.MEMBER_STATES if hidden else Audience.PRIVATE
        self.tell(_("The confidential is hidden · f9 shows it") if hidden else _("Everything is shown · f9 hides it"))

    def watch_audience(self, audience: Audience) -> None:
        """Tell the screen in front; the others look when they come to the front."""
        from negotiator.tui.screen import FeatureScreen

        for screen in self.screen_stack:
            if isinstance(screen, FeatureScreen):
                screen.audience = audience

    def action_help(self) -> None:
        """Show help for the thing in focus."""
        from negotiator.tui.help import HelpDialog

        self.push_screen(HelpDialog(self.screen))

    def action_command_palette(self) -> None:
        """Open the list of everything that can be done."""
        if not CommandPalette.is_open(self):  # type: ignore[arg-type]  # any app will do
            self.push_screen(CommandPalette(placeholder=_("What do you want to do?"), id="--command-palette"))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer in the palette what has no key everywhere: the letters, the themes and the other language."""
        yield SystemCommand(_("Letters of the process"), "", self.letters)
        for theme, name in THEME_NAMES.items():
            yield SystemCommand(_("Theme: {name}", name=_(name)), "", partial(self.wear, theme))
        yield SystemCommand("English / 中文", "", self.speak)

    def letters(self) -> None:
        """Open the register of letters from anywhere."""
        from negotiator.tui.letters.screen import LettersScreen

        self.push_screen(LettersScreen())

    def wear(self, theme: str) -> None:
        """Put on a theme and remember it."""
        self._wear(theme)
        self._remember(theme=theme)

    async def speak(self) -> None:
        """Change to the other language and remember it."""
        language = "zh" if i18n.language() == "en" else "en"
        i18n.use(language)
        self._remember(language=language)
        self.leaving.publish(None)
        was = self.current_mode
        await self.switch_mode("home")
        for mode, feature in self.modes.items():
            if mode != "home":
                self.remove_mode(mode)
                self.add_mode(mode, opener(feature))
        self.screen.refresh(recompose=True)
        self.screen.call_later(self.publish_change)
        if was != "home":
            self.screen.call_later(self.switch_mode, was)

    async def action_quit(self) -> None:
        """Keep what is half typed, and leave."""
        self.leaving.publish(None)
        await super().action_quit()

    def _wear(self, theme: str) -> None:
        try:
            self.theme = theme
        except InvalidThemeError:
            self.theme = DEFAULT

    def _remember(self, **choices: str) -> None:
        self.workspace.settings = replace(self.workspace.settings, **choices)  # type: ignore[arg-type]  # text only
        try:
            save_settings(settings_path(), self.workspace.settings)
        except OSError as problem:
            self.tell(_("Your choice could not be kept: {problem}.", problem=problem.strerror), trouble=True)

    def _look_elsewhere(self) -> None:
        try:
            if self._elsewhere():
                self.publish_change()
        except NegotiatorError as trouble:
            self.tell(trouble.message, trouble=True)


def run(workspace: Workspace) -> None:
    """Open the interface on a workspace."""
    app = NegotiatorApp(workspace)
    app.tidying.begin()
    app.run()
