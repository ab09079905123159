import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator.errors import BadFile
from negotiator.settings import Settings, load_settings, save_settings, settings_path

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


def test_no_file_means_the_defaults(tmp_path):
    assert load_settings(tmp_path / "none.toml") == Settings()


@given(theme=words, user=words, keys=st.dictionaries(words, words, max_size=4))
def test_what_is_saved_is_read_again(tmp_path_factory, theme, user, keys):
    path = tmp_path_factory.mktemp("settings") / "settings.toml"
    chosen = Settings(language="zh", theme=theme, user=user, keys=keys)
    save_settings(path, chosen)
    assert load_settings(path) == chosen


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("colour = 'red'", "colour"),
        ("theme = 3", "theme"),
        ("language = 'xx'", "en, zh"),
        ("theme = ", "cannot be read"),
        ("keys = 'x'", "keys"),
    ],
)
def test_a_setting_that_cannot_be_meant_is_named(tmp_path, text, said):
    path = tmp_path / "settings.toml"
    path.write_text(text)
    with pytest.raises(BadFile, match=said):
        load_settings(path)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs is asked itself")
@pytest.mark.parametrize("chosen", ["", "  ", "/elsewhere/config"])
def test_the_settings_are_where_platformdirs_would_have_them(monkeypatch, chosen):
    from platformdirs import user_config_path

    monkeypatch.setenv("XDG_CONFIG_HOME", chosen)
    assert settings_path() == user_config_path("negotiator", appauthor=False) / "settings.toml"
