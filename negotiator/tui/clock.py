"""My own clock: the zone that this person chose, else that of the machine."""

import os
from collections.abc import Mapping
from pathlib import Path
from zoneinfo import available_timezones

UNPLACED = frozenset(("", "UTC", "Etc/UTC", "Etc/UCT", "UCT", "GMT", "Etc/GMT", "Universal", "Zulu"))
"""Zones that say nothing about where somebody sits: servers keep them."""


def own_zone(chosen: str, environ: Mapping[str, str] = os.environ) -> str:
    """Return the zone chosen, else the machine's where it can be told, else nothing."""
    found = chosen or environ.get("TZ", "").removeprefix(":") or _of_the_machine()
    return found if found not in UNPLACED and found in available_timezones() else ""


def _of_the_machine() -> str:
    """Read where the machine's local time points; other systems than Unix have no such file."""
    _before, found, zone = str(Path("/etc/localtime").resolve()).partition("zoneinfo/")
    return zone if found else ""
