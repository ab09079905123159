"""Where the shipped `data/` and `drafts/` are: inside the installed package, or in the checkout beside it."""

from pathlib import Path

_PACKAGE = Path(__file__).parent
_ROOTS = (_PACKAGE / "shipped", _PACKAGE.parent)


def shipped(*parts: str) -> Path:
    """Return the path of a shipped file or folder, such as `shipped("data", "processes", "gcm.toml")`.

    An installation from a wheel carries them in the package; an editable one finds them in the checkout.
    """
    for root in _ROOTS:
        path = root.joinpath(*parts)
        if path.exists():
            return path
    return _ROOTS[0].joinpath(*parts)
