"""Three more processes from the same engine: the making of the refugee compact, its follow-up, and an emergency."""

from datetime import date

import pytest

from negotiator import i18n
from negotiator.domain.mandate import Status, Tone
from negotiator.domain.session import SessionKind
from negotiator.resources import shipped
from negotiator.services.mandate import get_action, list_mandate
from negotiator.services.moving import move_milestone, preview_milestone
from negotiator.services.processes import list_sessions, template_names
from negotiator.services.status import status
from tests.samples import looking_back, workspace_of_the_process


@pytest.fixture(autouse=True)
def english() -> None:
    i18n.use("en")


def test_four_processes_are_shipped() -> None:
    assert template_names() == ["emergency", "gcm", "gcr", "gcr-follow-up"]


@pytest.mark.parametrize("name", ["gcr", "gcr-follow-up", "emergency"])
def test_each_process_opens_and_is_never_red(tmp_path, name) -> None:
    workspace = workspace_of_the_process(tmp_path / "w", template=name)
    assert list_mandate(workspace)
    for day in ("2017-06-01", "2019-12-31", "2026-01-01"):
        back = looking_back(workspace, day)
        assert status(back).process.code == name
        assert Tone.RED not in {each.tone for each in list_mandate(back)}


def test_the_making_of_the_refugee_compact_is_met(tmp_path) -> None:
    back = looking_back(workspace_of_the_process(tmp_path / "w", template="gcr"), "2018-12-20")
    assert {code: get_action(back, code).status for code in ("B3", "B4", "B5", "B6", "B7", "B8")} == dict.fromkeys(
        ("B3", "B4", "B5", "B6", "B7", "B8"), Status.MET
    )


def test_forums_and_officials_take_turns_and_no_officials_meet_in_the_years_of_a_forum(tmp_path) -> None:
    workspace = looking_back(workspace_of_the_process(tmp_path / "w", template="gcr-follow-up"), "2024-02-01")
    years = {kind: [each.window.last.year for each in list_sessions(workspace, kind) if each.window] for kind in KINDS}
    assert years[SessionKind.CONFERENCE] == [2019, 2023, 2027]
    assert years[SessionKind.STOCKTAKING] == [2021, 2025]
    assert not {2019, 2023, 2027} & set(years[SessionKind.OTHER])
    assert get_action(workspace, "C1").figures == "2 of 2 held, next in 2027"
    assert get_action(workspace, "C2").figures == "1 of 1 held, next in 2025"
    assert get_action(workspace, "C3").figures.endswith("next in 2024")


KINDS = (SessionKind.CONFERENCE, SessionKind.STOCKTAKING, SessionKind.OTHER)


def test_a_meeting_of_officials_in_2023_is_told(tmp_path) -> None:
    text = shipped("data", "processes", "gcr-follow-up.toml").read_text("utf-8")
    changed = text.replace("from = 2025-12-01, until = 2025-12-31 }", "from = 2023-12-01, until = 2023-12-31 }", 1)
    assert changed != text
    (tmp_path / "changed.toml").write_text(changed, "utf-8")
    workspace = workspace_of_the_process(tmp_path / "w", template=str(tmp_path / "changed.toml"))
    found = get_action(looking_back(workspace, "2024-02-01"), "C2")
    assert found.status is Status.MISSED
    assert "HLOM2" in found.why


def test_the_checklist_waits_for_the_day_and_then_counts_from_it(tmp_path) -> None:
    workspace = workspace_of_the_process(tmp_path / "w", template="emergency")
    assert get_action(workspace, "D1").status is Status.NOT_DUE
    assert "waits for E" in get_action(workspace, "D1").why
    preview = preview_milestone(workspace, "E", "2018-04-01")
    assert len(preview.effects) == 10
    move_milestone(workspace, "E", "2018-04-01", why="people cross the border")
    offsets = {code: get_action(workspace, code).term.lenient for code in ("D1", "D4", "D3", "D8")}
    assert offsets == {
        "D1": date(2018, 4, 4),
        "D4": date(2018, 4, 15),
        "D3": date(2018, 5, 1),
        "D8": date(2018, 5, 31),
    }
    assert "a habit of ours" in get_action(workspace, "D1").why
