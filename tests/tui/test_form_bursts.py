"""Keys that a slow line delivers all at once fill the fields as if they had come one by one."""

import pytest
from textual import events
from textual.app import App

from negotiator.tui.widgets.form import Field, Form

FIELDS = (Field("file", "file", "paper.docx"), Field("draft", "text", "rev1", needed=True), Field("note", "note"))


def key(name: str) -> events.Key:
    return events.Key({"-": "minus", " ": "space"}.get(name, name), name if len(name) == 1 else None)


@pytest.mark.parametrize("there", ["tab", "down"])
@pytest.mark.parametrize("back", ["shift+tab", "up"])
async def test_words_behind_a_key_that_changes_the_field_go_into_that_field(there: str, back: str) -> None:
    app: App[None] = App()
    async with app.run_test(size=(80, 24)) as pilot:
        form = Form("A form", FIELDS, lambda _filled: None)
        await app.push_screen(form)
        await pilot.pause()
        for name in (there, "ctrl+a", "ctrl+k", *"zero-plus", there, *"水[/]", back, *"x"):
            app.post_message(key(name))
        for _round in range(3):
            await pilot.pause()
        assert form.values() == {"file": "paper.docx", "draft": "zero-plusx", "note": "水[/]"}


async def test_what_is_deleted_is_what_stood_there_when_the_key_was_pressed() -> None:
    app: App[None] = App()
    async with app.run_test(size=(80, 24)) as pilot:
        form = Form("A form", FIELDS, lambda _filled: None)
        await app.push_screen(form)
        await pilot.pause()
        for name in ("ctrl+u", *"abx", "backspace", *"ce", "left", "d", "home", "X", "end", *" wrong", "ctrl+w", *"Y"):
            app.post_message(key(name))
        for _round in range(3):
            await pilot.pause()
        assert form.values()["file"] == "Xabcde Y"


async def test_what_was_typed_in_the_burst_is_saved_with_it() -> None:
    saved: list[dict[str, str]] = []
    app: App[None] = App()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(Form("A form", FIELDS, lambda filled: saved.append(dict(filled))))
        await pilot.pause()
        for name in ("tab", "ctrl+a", "ctrl+k", *"zero", "ctrl+s"):
            app.post_message(key(name))
        for _round in range(3):
            await pilot.pause()
    assert [each["draft"] for each in saved] == ["zero"]


async def test_enter_goes_to_the_next_field_and_saves_what_was_typed_up_to_it() -> None:
    saved: list[dict[str, str]] = []
    app: App[None] = App()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(Form("A form", FIELDS, lambda filled: saved.append(dict(filled))))
        await pilot.pause()
        for name in (*"!", "enter", "ctrl+u", *"zero", "enter", *"水[/]", "enter", *"more"):
            app.post_message(key(name))
        for _round in range(3):
            await pilot.pause()
    assert saved == [{"file": "paper.docx!", "draft": "zero", "note": "水[/]"}]
