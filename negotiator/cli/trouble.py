"""What happens when the program itself fails: the details go to a file, the person gets one sentence."""

import os
import platform
import traceback
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from negotiator import __version__
from negotiator.i18n import _


def report(trouble: BaseException, environ: Mapping[str, str]) -> str:
    """Write the details of an error of the program to a file of this user and return the sentence to show.

    The file holds where in the program it happened and the error's own words; with NEGOTIATOR_DEBUG set, the error is
    raised again instead.
    """
    if environ.get("NEGOTIATOR_DEBUG"):
        raise trouble
    name = type(trouble).__name__
    try:
        path = _written(trouble)
    except OSError:
        return _("something went wrong inside the program ({name}); nothing was half-stored.", name=name)
    return _(
        "something went wrong inside the program ({name}); nothing was half-stored, and the details are in {path}.",
        name=name,
        path=path,
    )


def _written(trouble: BaseException) -> Path:
    from platformdirs import user_log_path

    folder = user_log_path("negotiator", appauthor=False)
    folder.mkdir(parents=True, exist_ok=True)
    now = datetime.now(UTC)
    path = folder / f"error-{now:%Y%m%dT%H%M%S}-{os.getpid()}.txt"
    head = (
        f"negotiator {__version__}, Python {platform.python_version()}, {platform.system()}, {now:%Y-%m-%dT%H:%M:%SZ}\n"
    )
    path.touch(mode=0o600, exist_ok=False)
    path.write_text("".join([head, "\n", *traceback.format_exception(trouble)]), "utf-8")
    return path
