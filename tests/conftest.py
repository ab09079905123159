"""What every test starts from: English, a known user, no settings and no workspace of the person who runs it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from negotiator import i18n

if TYPE_CHECKING:
    from negotiator.workspace import Workspace


@pytest.fixture(autouse=True)
def _a_desk_of_its_own(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Keep the tests away from the settings, the data and the language of whoever runs them."""
    desk: Path = tmp_path_factory.getbasetemp() / "desk"
    for name in ("NEGOTIATOR_WORKSPACE", "NEGOTIATOR_LANG", "NEGOTIATOR_DEBUG", "LC_ALL", "LC_MESSAGES", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NEGOTIATOR_USER", "tester")
    monkeypatch.setenv("LANG", "C.UTF-8")
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(desk))
    i18n.use("en")
    yield
    i18n.use("en")


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> "Workspace":
    """The demo on the morning of 3 April 2018, made once; nobody may change it."""
    from negotiator.services.samples import make_sample  # the tests of pure code run without what this needs
    from tests.samples import SteadyClock

    return make_sample(tmp_path_factory.mktemp("sample") / "w", clock=SteadyClock())


@pytest.fixture
def workspace(sample: "Workspace", tmp_path: Path) -> "Workspace":
    """A copy of the demo for one test to change; a module with another start says so itself."""
    from tests.inputs_desk import copy

    return copy(sample, tmp_path)
