"""What a person chose for this desk: language, theme, name, keys; kept as TOML beside other programs' settings."""

import os
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path

from negotiator.errors import BadFile
from negotiator.i18n import LANGUAGES, _


@dataclass(frozen=True, slots=True)
class Settings:
    """Choices of one person at one desk."""

    language: str = ""
    """Language of the interface, `en` or `zh`; empty: as the environment says."""
    theme: str = ""
    """Name of a theme; empty: the default one."""
    user: str = ""
    """Who acts, where the environment does not say; empty: the login name."""
    zone: str = ""
    """IANA zone of my own clock; empty: the machine's."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Keys by the identifier of what they do, where they differ from the shipped ones."""


def settings_path() -> Path:
    """Return where this person's settings are kept."""
    on_linux: bool = sys.platform == "linux"
    if on_linux:  # as platformdirs finds it, without the time that loading it takes
        home = os.environ.get("XDG_CONFIG_HOME", "").strip()
        return (Path(home) if home else Path.home() / ".config") / "negotiator" / "settings.toml"
    from platformdirs import user_config_path

    return user_config_path("negotiator", appauthor=False) / "settings.toml"


def load_settings(path: Path) -> Settings:
    """Read settings; a file that is not there gives the defaults.

    Raises `BadFile` for broken TOML, an unknown key or a value of the wrong type.
    """
    try:
        found = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise BadFile(_("The settings in {path} cannot be read: {problem}.", path=path, problem=problem)) from problem
    known = {each.name for each in fields(Settings)}
    for name, value in found.items():
        if name not in known:
            raise BadFile(_("{path} has an unknown setting “{name}”.", path=path, name=name))
        wanted = dict if name == "keys" else str
        if not isinstance(value, wanted):
            raise BadFile(_("In {path}, “{name}” has a value of the wrong type.", path=path, name=name))
    if found.get("language", "") not in ("", *LANGUAGES):
        raise BadFile(_("In {path}, “language” must be one of {choices}.", path=path, choices=", ".join(LANGUAGES)))
    return Settings(**found)


def save_settings(path: Path, settings: Settings) -> None:
    """Write settings, all at once, so that a crash leaves the old file or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [
        f"{each.name} = {_quoted(getattr(settings, each.name))}" for each in fields(Settings) if each.name != "keys"
    ]
    if settings.keys:
        lines += ["", "[keys]", *(f"{_quoted(name)} = {_quoted(key)}" for name, key in sorted(settings.keys.items()))]
    beside = path.with_suffix(".new")
    beside.write_text("\n".join(lines) + "\n", "utf-8")
    beside.replace(path)


def who(settings: Settings, environ: Mapping[str, str]) -> str:
    """Return who acts: `NEGOTIATOR_USER`, else the settings, else the login name."""
    named = environ.get("NEGOTIATOR_USER", "").strip() or settings.user.strip()
    if named:
        return named
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):  # no such user on this machine, as in some containers
        return "unknown"


def _quoted(value: str) -> str:
    """Write a basic TOML string; its escapes are those of JSON."""
    import json

    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
