"""What is asked before an act on an input, and the sentence that tells what it did."""

from collections.abc import Mapping, Sequence

from negotiator.domain.audience import Audience
from negotiator.domain.dates import Instant
from negotiator.domain.input_life import (
    ARRIVED,
    INPUT_STATES,
    MOVES,
    NEEDS_A_REASON,
    REMARKS,
    InputState,
    Remark,
    remarks_of,
)
from negotiator.domain.inputs import OWED_BY, Input
from negotiator.domain.names import folded
from negotiator.errors import WrongUsage
from negotiator.i18n import _, n_
from negotiator.services import aligning, input_acts
from negotiator.services.input_rules import Details
from negotiator.services.topic_suggestions import suggested_topics
from negotiator.tui.inputs.asking import (
    Asked,
    Known,
    Told,
    code_meant,
    file_named,
    kind_choices,
    owed_by_meant,
    same_file_told,
    split_words,
    when_and_file,
)
from negotiator.tui.widgets.form import Field
from negotiator.tui.widgets.picker import Choice
from negotiator.workspace import Workspace


def receive(workspace: Workspace, each: Input) -> Asked:
    """Ask when an expected input came, and for its file."""

    def act(filled: Mapping[str, str]) -> Told:
        done = input_acts.receive(
            workspace, each.code, on=filled["on"] or None, file=file_named(filled["file"]), note=filled["note"]
        )
        sentence = _("{input} from {sender} has come in", input=done.code, sender=each.stakeholder)
        late = _(", late") if done.late else ""
        return Told(done.code, sentence + late + same_file_told(done.same_file))

    fields = (*when_and_file(), Field("note", _("note")))
    return Asked(f"receive {each.code}", _("{input} has come in", input=each.code), fields, act)


def edit(workspace: Workspace, each: Input, known: Known) -> Asked:
    """Ask for another due date and its reason, and for what else is said of an input."""
    shown = {
        "due": _typed(each.due),
        "title": each.title,
        "kind": each.kind.code,
        "session": each.session,
        "owed": _(OWED_BY[each.owed_by]),
        "officer": each.officer,
        "language": each.language,
        "note": each.note,
    }

    def act(filled: Mapping[str, str]) -> Told:
        changed = {key: value for key, value in filled.items() if key in shown and value != shown[key]}
        if "due" in changed and each.due and not filled["why"]:
            raise WrongUsage(_("Say why {input} is due at another time.", input=each.code))
        if changed.get("due") == "":
            raise WrongUsage(_("A due date can be changed, not taken away."))
        details = Details(
            title=changed.get("title"),
            kind=code_meant(changed["kind"], kind_choices()) if "kind" in changed else None,
            session=code_meant(changed["session"], known.session_choices()) if "session" in changed else None,
            owed_by=owed_by_meant(changed.get("owed", "")),
            officer=changed.get("officer"),
            language=changed.get("language"),
            note=changed.get("note"),
        )
        due = changed.get("due")
        done = input_acts.edit(workspace, each.code, details, due=due, why=filled["why"], source=filled["source"])
        if due:
            return Told(done.code, _("{input} is now due {date}", input=done.code, date=due))
        return Told(done.code, _("{input} is changed", input=done.code))

    open_ = each.state is InputState.EXPECTED
    labels = {
        "title": _("title"),
        "kind": _("kind"),
        "session": _("session"),
        "owed": _("owed by"),
        "officer": _("handled by"),
        "language": _("language"),
        "note": _("note"),
    }
    offered = {
        "kind": tuple(kind_choices()),
        "session": tuple(known.session_choices()),
        "owed": tuple(_(name) for name in OWED_BY.values()),
    }
    extension = (
        Field("due", _("due"), shown["due"], hint=_("2018-04-06, the whole day, or 2018-04-06 18:00")),
        Field("why", _("why another date")),
        Field("source", _("source"), hint=_("the document that says so")),
    )
    fields = (
        *(extension if open_ else ()),
        *(Field(key, label, shown[key], choices=offered.get(key, ())) for key, label in labels.items()),
    )
    return Asked(
        f"edit {each.code}",
        _("Edit {input}", input=each.code),
        fields,
        lambda filled: act({"why": "", "source": "", **filled}),
    )


def _typed(moment: Instant | None) -> str:
    """Write a moment as one would type it: a day alone where it ends with the day."""
    if moment is None:
        return ""
    local = moment.local
    return f"{local:%Y-%m-%d}" if f"{local:%H:%M:%S}" == "23:59:59" else f"{local:%Y-%m-%d %H:%M}"


def marks(each: Input) -> list[Choice]:
    """Offer the states and remarks that the table of moves allows from where an input stands."""
    found = [
        Choice(state.value, _(INPUT_STATES[state]), _("needs a reason") if state in NEEDS_A_REASON else "", state.value)
        for state in MOVES[each.state]
    ]
    return found + [Choice(remark.value, _(REMARKS[remark]), _("a remark"), remark.value) for remark in _remarks(each)]


def _remarks(each: Input) -> list[Remark]:
    if not MOVES[each.state]:
        return []
    found = [Remark.PRESENTED] if each.state in ARRIVED and not each.presented else []
    found.append(Remark.CLARIFIED if each.clarification else Remark.AWAITING_CLARIFICATION)
    found.append(Remark.TRANSLATED if each.translation else Remark.AWAITING_TRANSLATION)
    noted = remarks_of(each.steps)
    if each.state in ARRIVED:
        public = (Remark.POSTED,) if each.visibility is Audience.PUBLIC else ()
        found += [remark for remark in (Remark.ACKNOWLEDGED, *public) if remark not in noted]
        found.append(Remark.TEXT_CAME if Remark.TEXT_TO_FOLLOW in noted else Remark.TEXT_TO_FOLLOW)
    return found


def mark(workspace: Workspace, each: Input, what: str) -> Asked:
    """Ask when an input was taken a step further, and why where nobody is left without being told."""
    words = _(INPUT_STATES[InputState(what)] if what in set(InputState) else REMARKS[Remark(what)])
    needed = what in {state.value for state in NEEDS_A_REASON}

    def act(filled: Mapping[str, str]) -> Told:
        done = input_acts.mark(workspace, each.code, what, why=filled["why"], on=filled["on"] or None)
        return Told(done.code, _("{input} is {state}", input=done.code, state=words))

    fields = (
        Field("why", _("reason") if needed else _("remark"), needed=needed),
        Field("on", _("when"), hint=_("empty for now; else 2018-04-03 or 2018-04-03 10:12")),
    )
    title = _("{input} is {state}", input=each.code, state=words)
    return Asked(f"mark {each.code} {what}", title, fields, act)


def tag(workspace: Workspace, each: Input, in_use: Sequence[str]) -> Asked:
    """Ask what an input is about."""

    def act(filled: Mapping[str, str]) -> Told:
        wanted = split_words(filled["topics"])
        kept = {topic.casefold() for topic in wanted}
        held = {topic.casefold() for topic in each.topics}
        gone = [topic for topic in each.topics if topic.casefold() not in kept]
        new = [topic for topic in wanted if topic.casefold() not in held]
        if gone:
            input_acts.tag(workspace, each.code, gone, remove=True)
        if new or not gone:
            input_acts.tag(workspace, each.code, new)
        words = ", ".join([*new, *(f"−{topic}" for topic in gone)])
        return Told(each.code, _("{input} tagged: {topics}", input=each.code, topics=words))

    hint = _("with commas between them")
    likely = tuple(clue.topic for clue in suggested_topics(workspace, each.code))
    if in_use:
        hint = _("with commas between them; in use: {topics}", topics=", ".join(in_use[:24]))
    if likely:
        hint = _("its words suggest: {topics}", topics=", ".join(likely)) + " · " + hint
    field = Field("topics", _("topics"), ", ".join(each.topics), hint=hint, choices=(*likely, *in_use))
    return Asked(f"tag {each.code}", _("What {input} is about", input=each.code), (field,), act)


def say(workspace: Workspace, each: Input, known: Known) -> Asked:
    """Ask who aligns with what came on behalf of a group, or stands apart from it, since when and why."""
    words = {True: _("aligns with it"), False: _("dissociates from it")}

    def act(filled: Mapping[str, str]) -> Told:
        aligned = next((key for key, name in words.items() if folded(name) == folded(filled["what"])), None)
        if aligned is None:
            raise WrongUsage(_("Choose one of {choices}.", choices=", ".join(words.values())))
        who = [code_meant(word, known.sender_choices()) for word in split_words(filled["who"])]
        doing = aligning.align if aligned else aligning.dissociate
        done = doing(workspace, each.code, who, why=filled["why"], on=filled["on"] or None)
        number = n_("{n} member", "{n} members", len(done.behalf.covers))
        return Told(
            done.code, _("{input} covers {members} of {group}", input=done.code, members=number, group=each.group)
        )

    fields = (
        Field(
            "who",
            _("who"),
            hint=_("code or name; several with commas between them"),
            choices=tuple(known.sender_choices()),
            needed=True,
        ),
        Field("what", _("what"), hint=", ".join(words.values()), choices=tuple(words.values()), needed=True),
        Field("why", _("what was said"), hint=_("or where that is written")),
        Field("on", _("when"), hint=_("empty for now; else 2018-04-03 or 2018-04-03 10:12")),
    )
    title = _("{input}, for {group}", input=each.code, group=each.group)
    return Asked(f"say {each.code}", title, fields, act)


def withdraw(workspace: Workspace, each: Input) -> Asked:
    """Ask why an input is withdrawn."""
    return mark(workspace, each, InputState.WITHDRAWN.value)
