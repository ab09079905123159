"""The forms that make an input: one that is expected, one that nobody expected."""

from collections.abc import Mapping

from negotiator.i18n import _
from negotiator.services import input_acts
from negotiator.tui.inputs.asking import (
    Asked,
    Known,
    Told,
    code_meant,
    details_from,
    file_named,
    kind_choices,
    more_fields,
    new_fields,
    same_file_told,
    when_and_file,
)
from negotiator.tui.widgets.form import Field
from negotiator.workspace import Workspace


def expect(workspace: Workspace, known: Known) -> Asked:
    """Ask for an input that is expected from somebody."""

    def act(filled: Mapping[str, str]) -> Told:
        done = input_acts.expect(
            workspace,
            code_meant(filled["from"], known.sender_choices()),
            code_meant(filled["kind"], kind_choices()),
            filled["title"],
            due=filled["due"] or None,
            details=details_from(filled, known),
        )
        return Told(done.code, _("{input} is expected", input=done.code), new=True)

    due = Field("due", _("due"), hint=_("2018-04-06, the whole day, or 2018-04-06 18:00"))
    return Asked("expect", _("Expect an input"), (*new_fields(known), due, *more_fields(known)), act)


def unannounced(workspace: Workspace, known: Known) -> Asked:
    """Ask for an input that has come in and that nobody expected."""

    def act(filled: Mapping[str, str]) -> Told:
        done = input_acts.receive_unannounced(
            workspace,
            code_meant(filled["from"], known.sender_choices()),
            code_meant(filled["kind"], kind_choices()),
            filled["title"],
            on=filled["on"] or None,
            file=file_named(filled["file"]),
            details=details_from(filled, known),
        )
        return Told(done.code, _("{input} has come in", input=done.code) + same_file_told(done.same_file), new=True)

    fields = (*new_fields(known), *when_and_file(), *more_fields(known, owed=False))
    return Asked("unannounced", _("Record an input that nobody expected"), fields, act)
