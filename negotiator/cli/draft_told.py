"""What is said when a file was registered as a draft."""

from negotiator.cli.draft_shown import counted_words
from negotiator.cli.output import say
from negotiator.documents.reading.notes import told
from negotiator.i18n import _, n_
from negotiator.services.draft_attachments import is_mail
from negotiator.services.draft_plans import DraftPlan


def tell(plan: DraftPlan, file: str) -> None:
    """Say on stderr what was registered, what to look at, and how to keep the e-mail that it came with."""
    say(_("{address}: {counts}.", address=plan.address, counts=counted_words(plan.reading)))
    for note in plan.document.notes:
        say(told(note))
    if plan.reading.doubts:
        say(
            n_(
                "There is {n} doubt; see negotiator draft show {address}.",
                "There are {n} doubts; see negotiator draft show {address}.",
                len(plan.reading.doubts),
                address=plan.address,
            )
        )
    if is_mail(file):
        say(
            _(
                "It came with an e-mail; “negotiator letter add {file} --for {code}” registers that as well.",
                file=file,
                code=plan.draft.code,
            )
        )
