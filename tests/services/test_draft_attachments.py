"""A draft that arrives as a file attached to an e-mail."""

from email.message import EmailMessage
from pathlib import Path

import pytest

from negotiator.errors import BadFile, NotFound, WrongUsage
from negotiator.services.draft_acts import Said, add_draft, plan_draft
from negotiator.services.drafts import draft_reading, get_draft
from negotiator.services.letters import Said as SaidOfLetter
from negotiator.services.letters import add_letter
from negotiator.workspace import Workspace
from tests.samples import bare_workspace

TEXT = "Draft\n\nThe Assembly,\n\n1. States shall act.\n\n2. They meet again.\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return bare_workspace(tmp_path / "workspace")


def mail(folder: Path, *names: str) -> Path:
    made = EmailMessage()
    made["From"] = "The Secretary <secretary@example.org>"
    made["Subject"] = "The next text"
    made["Date"] = "Mon, 05 Feb 2018 09:30:00 +0000"
    made.set_content("Please find the text attached.")
    for place, name in enumerate(names):
        text = TEXT.replace("again", f"again {place}")
        made.add_attachment(text.encode(), maintype="application", subtype="octet-stream", filename=name)
    path = folder / "next.eml"
    path.write_bytes(made.as_bytes())
    return path


def test_the_one_attached_draft_is_taken_and_named_after_its_own_file(workspace: Workspace, tmp_path: Path) -> None:
    plan = plan_draft(workspace, mail(tmp_path, "zero.txt", "logo.png"))
    assert (plan.draft.code, plan.document.name) == ("zero", "zero.txt")
    add_draft(workspace, plan)
    assert [each.label for each in draft_reading(workspace, "zero").provisions if each.label] == ["1.", "2."]


def test_of_several_it_is_asked_which_and_a_name_or_a_number_answers(workspace: Workspace, tmp_path: Path) -> None:
    path = mail(tmp_path, "zero.txt", "logo.png", "rev1.txt")
    with pytest.raises(WrongUsage, match=r"--attachment.*1 zero\.txt, 2 rev1\.txt"):
        plan_draft(workspace, path)
    for wanted in ("2", "REV1.txt"):
        assert plan_draft(workspace, path, Said(attachment=wanted)).draft.code == "rev1"
    with pytest.raises(NotFound, match=r"no attached draft “3”.*1 zero\.txt"):
        plan_draft(workspace, path, Said(attachment="3"))


def test_an_e_mail_without_a_draft_says_what_it_has(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(BadFile, match=r"only logo\.png"):
        plan_draft(workspace, mail(tmp_path, "logo.png"))
    with pytest.raises(BadFile, match="No file is attached"):
        plan_draft(workspace, mail(tmp_path))


def test_a_file_that_is_no_e_mail_has_no_attachment(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "zero.txt"
    path.write_text(TEXT, "utf-8")
    with pytest.raises(WrongUsage, match="no e-mail"):
        plan_draft(workspace, path, Said(attachment="1"))


def test_the_e_mail_can_be_kept_as_a_letter_of_the_draft(workspace: Workspace, tmp_path: Path) -> None:
    path = mail(tmp_path, "zero.txt")
    add_draft(workspace, plan_draft(workspace, path))
    kept = add_letter(workspace, SaidOfLetter(), [path], ["zero"])
    assert [link.code for link in kept.letter.links] == ["zero"]
    assert get_draft(workspace, "zero")[0].code == "zero"
