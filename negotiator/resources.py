"""Where the shipped `data/` and `drafts/` are: inside the installed package, or in the checkout beside it."""

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_PACKAGE = os.path.dirname(__file__)  # noqa: PTH120  # pathlib costs 4 ms, and a comparison needs it nowhere else
_ROOTS = (os.path.join(_PACKAGE, "shipped"), os.path.dirname(_PACKAGE))  # noqa: PTH118, PTH120


def shipped(*parts: str) -> "Path":
    """Return the path of a shipped file or folder, such as `shipped("data", "processes", "gcm.toml")`.

    An installation from a wheel carries them in the package; an editable one finds them in the checkout.
    """
    from pathlib import Path

    return Path(shipped_path(*parts))


def shipped_path(*parts: str) -> str:
    """Return the same path as a string, without the time that importing pathlib takes."""
    paths = [os.path.join(root, *parts) for root in _ROOTS]  # noqa: PTH118
    return next(filter(os.path.exists, paths), paths[0])
