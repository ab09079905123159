"""The register of letters in the interface: registered after a look, found, read, linked, changed, set aside."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from email.message import EmailMessage
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from negotiator import i18n
from negotiator.domain.letters import LinkKind
from negotiator.services.letters import Said, add_letter, get_letter, list_letters
from negotiator.tui.app import NegotiatorApp
from negotiator.tui.letters.forms import RegisterLetterForm
from negotiator.tui.letters.reading import LetterScreen
from negotiator.workspace import Workspace
from tests.tui.desk import TRAP, full_desk, shown
from tests.tui.inputs_desk import ESCAPES


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    yield full_desk(tmp_path / "w")
    i18n.use("en")


@asynccontextmanager
async def opened(workspace: Workspace, *keys: str, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Pilot[None]]:
    async with NegotiatorApp(workspace).run_test(size=size) as pilot:
        for key in ("5", "L", *keys):
            await pilot.press(key)
            await pilot.pause()
        yield pilot


async def fill(pilot: Pilot[None], **fields: str) -> None:
    for key, value in fields.items():
        pilot.app.screen.query_one(f"#field-{key}", Input).value = value
    await pilot.press("ctrl+s")
    await pilot.pause()
    await pilot.pause()


def a_mail(folder: Path, subject: str = "Programme of the third round", words: str = "Rooms follow on Friday.") -> Path:
    made = EmailMessage()
    made["From"] = "Co-facilitators <co@example.org>"
    made["To"] = "All missions <all@example.org>"
    made["Subject"] = subject
    made["Date"] = "Mon, 26 Mar 2018 09:30:00 -0400"
    made.set_content(words)
    made.add_attachment(b"1. The meeting opens at ten.", maintype="text", subtype="plain", filename="programme.txt")
    path = folder / "letter.eml"
    path.write_bytes(made.as_bytes())
    return path


async def test_no_letter_yet_and_the_screen_says_how_to_begin(workspace: Workspace) -> None:
    async with opened(workspace) as pilot:
        assert "a registers one from its file" in shown(pilot.app)


async def test_a_letter_is_registered_after_a_look_at_what_was_read_and_taken_back(
    workspace: Workspace, tmp_path: Path
) -> None:
    async with opened(workspace, "a") as pilot:
        await fill(pilot, file=str(a_mail(tmp_path)))
        form = pilot.app.screen
        assert isinstance(form, RegisterLetterForm)
        assert form.values()["dated"] == "2018-03-26"
        assert form.values()["sender"] == "Co-facilitators <co@example.org>"
        assert "programme.txt" in shown(pilot.app)
        await fill(pilot, symbol="LETTER/3", links="R3, rev1")
        letter = get_letter(workspace, "1")
        assert (letter.symbol, letter.title) == ("LETTER/3", "Programme of the third round")
        assert [link.kind for link in letter.links] == [LinkKind.SESSION, LinkKind.DRAFT]
        assert "Programme of the third round" in shown(pilot.app)
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert list_letters(workspace) == ()


async def test_a_bad_day_is_told_and_nothing_typed_is_lost(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("A note.", "utf-8")
    async with opened(workspace, "a") as pilot:
        await fill(pilot, file=str(path))
        await fill(pilot, dated="someday", title="A note")
        assert isinstance(pilot.app.screen, RegisterLetterForm)
        await fill(pilot, visibility="everybody")
        assert list_letters(workspace) == ()
        await fill(pilot, dated="2018-04-01", visibility="private")
        assert [each.title for each in list_letters(workspace)] == ["A note"]


async def test_letters_are_found_by_the_words_of_their_files_and_read(workspace: Workspace, tmp_path: Path) -> None:
    add_letter(workspace, Said(), [a_mail(tmp_path)])
    add_letter(workspace, Said(title="Another", dated="2018-04-01"))
    async with opened(workspace, "slash") as pilot:
        await fill(pilot, words="opens at ten")
        told = shown(pilot.app)
        assert "Programme" in told
        assert "Another" not in told
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, LetterScreen)
        assert "Rooms follow on Friday." in shown(pilot.app)
        assert "The meeting opens at ten." in shown(pilot.app)
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert "Another" in shown(pilot.app)


async def test_a_letter_is_linked_unlinked_changed_and_set_aside(workspace: Workspace) -> None:
    add_letter(workspace, Said(title="Invitation", dated="2018-04-01"))
    async with opened(workspace, "l") as pilot:
        await fill(pilot, target="rev1")
        assert [link.code for link in get_letter(workspace, "1").links] == ["rev1"]
        await pilot.press("u")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert get_letter(workspace, "1").links == ()
        await pilot.press("e")
        await pilot.pause()
        await fill(pilot, title="Invitation, corrected")
        assert get_letter(workspace, "1").title == "Invitation, corrected"
        await pilot.press("d")
        await pilot.pause()
        assert list_letters(workspace) == ()
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert len(list_letters(workspace)) == 1


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)])
@pytest.mark.parametrize("language", ["en", "zh"])
async def test_words_of_people_stay_as_they_are_at_every_size(
    workspace: Workspace, tmp_path: Path, size: tuple[int, int], language: str
) -> None:
    add_letter(workspace, Said(title=TRAP[:12] + ESCAPES), [a_mail(tmp_path, words=TRAP + ESCAPES)])
    i18n.use(language)
    async with opened(workspace, size=size) as pilot:
        assert TRAP[:12] in shown(pilot.app)
        assert "\x1b" not in shown(pilot.app)
        await pilot.press("enter")
        await pilot.pause()
        assert TRAP in shown(pilot.app).replace("\n", "")
        assert "\x1b" not in shown(pilot.app)


async def test_what_only_we_may_see_is_hidden_from_those_who_look(workspace: Workspace) -> None:
    add_letter(workspace, Said(title="For us only", dated="2018-04-01", visibility="private"))
    async with opened(workspace) as pilot:
        assert "For us only" in shown(pilot.app)
        await pilot.press("f9")
        await pilot.pause()
        assert "For us only" not in shown(pilot.app)


async def test_the_palette_opens_the_letters_from_anywhere(workspace: Workspace) -> None:
    async with NegotiatorApp(workspace).run_test(size=(120, 40)) as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause()
        await pilot.press(*"letters")
        await pilot.pause(0.5)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
        assert "a registers one from its file" in shown(pilot.app)
