"""What is done on the floor screen besides logging: the meeting, who presides, who is in the room, the list."""

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.reactive import reactive

from negotiator.domain.meeting import LEVELS, Level
from negotiator.errors import WrongUsage
from negotiator.i18n import N_, _
from negotiator.services import giving_floor, meetings, sessions, speaking_acts
from negotiator.services.speakers import Roll
from negotiator.services.speaking import SpeakersList
from negotiator.tui.screen import FeatureScreen
from negotiator.tui.sessions.speakers import SpeakersTable
from negotiator.tui.widgets.form import Field, Form


class FloorActs(FeatureScreen):
    """The keys of the floor that act on the meeting, the room and the list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+o,o", "gavel", N_("Open/close"), id="floor.gavel", tooltip=N_("Open or close the meeting")),
        Binding(
            "ctrl+n", "next_speaker", N_("Next speaker"), id="floor.next", tooltip=N_("Give the floor to the next")
        ),
        Binding("b", "pause", N_("Suspend"), show=False, id="floor.pause", tooltip=N_("Suspend or resume the meeting")),
        Binding("c", "chair", N_("Chair"), show=False, id="floor.chair", tooltip=N_("Who presides from now on")),
        Binding("a", "attendance", N_("In the room"), id="floor.room", tooltip=N_("Note who is in the room")),
    ]

    floor: reactive[sessions.Floor | None] = reactive(None, always_update=True)
    """The session as it stands."""
    session = ""
    """The session's code."""
    _roll: Roll | None = None

    def list_of(self, floor: sessions.Floor) -> SpeakersList:
        """Return the speakers' list of what was loaded, at this moment."""
        now = self.workspace.now()
        regions = self._roll.regions if self._roll else {}
        return SpeakersList(floor.session, floor.speeches, floor.limits, now, floor.open_meeting, regions)

    def begin_list(self, words: str = "") -> None:
        """Begin a line that puts somebody on the list."""

    def action_gavel(self) -> None:
        """Open a meeting, or close the one that is open."""
        if self.floor is None:
            return
        if self.floor.open_meeting is None:
            self.act(
                lambda: meetings.open_meeting(self.workspace, self.session)[0],
                lambda meeting: _("Meeting {number} is open", number=meeting.number),
            )
        else:
            self.act(
                lambda: meetings.close_meeting(self.workspace, self.session)[0],
                lambda meeting: _("Meeting {number} is closed", number=meeting.number),
            )

    def action_pause(self) -> None:
        """Suspend the meeting, or resume it."""
        meeting = self.floor.open_meeting if self.floor else None
        if meeting is not None and meeting.suspended:
            self.act(
                lambda: meetings.resume_meeting(self.workspace, self.session)[0],
                lambda resumed: _("Meeting {number} goes on", number=resumed.number),
            )
        else:
            self.act(
                lambda: meetings.suspend_meeting(self.workspace, self.session)[0],
                lambda suspended: _("Meeting {number} is suspended · b resumes it", number=suspended.number),
            )

    def action_chair(self) -> None:
        """Ask who presides from now on; the other one of two is there already."""
        may = meetings.who_may_preside(self.workspace, self.session)
        now = self.floor.open_meeting.chair if self.floor and self.floor.open_meeting else None
        other = next((code for code in may if code != now), "")
        choices = tuple(dict.fromkeys([*may, *(self._roll.ids if self._roll else ())]))
        fields = (
            Field("who", _("who presides"), value=other, hint=_("a code or a name"), choices=choices, needed=True),
        )
        self.app.push_screen(Form(_("Who presides"), fields, self._preside))

    def _preside(self, filled: Mapping[str, str]) -> None:
        who, _act = meetings.preside(self.workspace, self.session, filled["who"])
        self.app.tell(_("{who} presides · ctrl+z undoes it", who=who))
        self.app.publish_change()

    def action_attendance(self) -> None:
        """Ask who is in the room, or is not, and at what level a delegation is headed."""
        codes = tuple(self._roll.ids) if self._roll else ()
        fields = (
            Field("present", _("in the room"), hint=_("codes or names, with commas between them"), choices=codes),
            Field("absent", _("not in the room"), choices=codes),
            Field("level", _("level"), hint=", ".join(LEVELS), choices=tuple(LEVELS)),
            Field("head", _("head of delegation")),
        )
        self.app.push_screen(
            Form(_("Who is in the room"), fields, self._note, kept=self.app.kept.setdefault("room", {}))
        )

    def _note(self, filled: Mapping[str, str]) -> None:
        level = _level(filled["level"])
        for key, present in (("present", True), ("absent", False)):
            named = [each.strip() for each in filled[key].replace("，", ",").split(",") if each.strip()]
            if named:
                meetings.mark_attendance(
                    self.workspace, self.session, named, present=present, level=level, head=filled["head"]
                )
        self.app.tell(_("Noted · ctrl+z undoes it"))
        self.app.publish_change()

    def action_next_speaker(self) -> None:
        """Give the floor to the next; where nobody waits, end the speech."""
        found = self.list_of(self.floor) if self.floor else None
        if found and found.speaking and not found.waiting:
            self._end()
        else:
            self._begin(None)

    def _begin(self, who: str | None) -> None:
        self.act(
            lambda: giving_floor.start(self.workspace, self.session, who),
            lambda listed: _("{speaker} has the floor", speaker=listed.speaker),
        )

    def _end(self) -> None:
        self.act(
            lambda: giving_floor.stop(self.workspace, self.session),
            lambda listed: _("{speaker} has ended", speaker=listed.speaker),
        )

    @on(SpeakersTable.Asked)
    def _asked(self, event: SpeakersTable.Asked) -> None:
        event.stop()
        self.ask(event.act, event.speech)

    def ask(self, act: str, speech_id: str) -> None:
        """Do what was asked for on the list, with the one in hand."""
        if self.floor is None:
            return
        found = self.list_of(self.floor)
        speech = next((each for each in found.speeches if each.id == speech_id), None)
        number = str(speech.number) if speech else ""
        waiting = [each.id for each in found.waiting]
        place = waiting.index(speech_id) + 1 if speech_id in waiting else 0
        if act == "next":
            self.action_next_speaker()
        elif act == "stop":
            self._end()
        elif act == "hold":
            self.act(
                lambda: giving_floor.hold(self.workspace, self.session),
                lambda done: _("The clock is held") if done[1] else _("The clock runs"),
            )
        elif act == "add":
            self.begin_list()
        elif act in ("reply", "order"):
            self.begin_list(f"{speech.speaker if speech else ''} {'rr' if act == 'reply' else 'po'}")
        elif act == "limits":
            self._ask_limits(found)
        elif not place:
            self.app.tell(_("Choose one of those who wait."))
        elif act == "start":
            self._begin(number)
        elif act == "gone":
            self.act(
                lambda: giving_floor.no_show(self.workspace, self.session, number),
                lambda listed: _("{speaker} was not there", speaker=listed.speaker),
            )
        elif act == "off":
            self.act(
                lambda: speaking_acts.take_off(self.workspace, self.session, number),
                lambda listed: _("{speaker} is off the list", speaker=listed.speaker),
            )
        elif act in ("up", "down"):
            to = place + (-1 if act == "up" else 1)
            if 1 <= to <= len(waiting):
                self.act(lambda: speaking_acts.move(self.workspace, self.session, number, to), _("Moved"))

    def _ask_limits(self, found: SpeakersList) -> None:
        fields = (
            Field("alone", _("alone"), value=f"{found.limits.alone:g}", hint=_("minutes; 0 is without a limit")),
            Field("group", _("for a group"), value=f"{found.limits.group:g}"),
        )
        self.app.push_screen(Form(_("How long one may speak"), fields, self._limit))

    def _limit(self, filled: Mapping[str, str]) -> None:
        meeting = self.floor.open_meeting.number if self.floor and self.floor.open_meeting else None
        minutes = [_minutes(filled[key]) for key in ("alone", "group")]
        giving_floor.set_limits(self.workspace, self.session, *minutes, meeting=meeting)
        self.app.tell(_("Noted · ctrl+z undoes it"))
        self.app.publish_change()


def _level(typed: str) -> Level | None:
    """Read a level by its name, in either form; raises `WrongUsage`."""
    if not typed:
        return None
    for level, name in LEVELS.items():
        if typed.casefold() in (level.value, name.casefold(), _(name).casefold()):
            return level
    raise WrongUsage(_("“{words}” is no level; write one of {choices}.", words=typed, choices=", ".join(LEVELS)))


def _minutes(typed: str) -> float | None:
    try:
        return float(typed) if typed else None
    except ValueError:
        raise WrongUsage(_("“{words}” is no number of minutes.", words=typed)) from None
