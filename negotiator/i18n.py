"""Everything people read goes through here: English in the code, other languages from catalogues in `locale/`.

Write `_("Meeting {number} is open", number=3)`. Where a message is only named and shown later (a label in a table, the
label of an act that is stored), mark it with `N_` and pass it through `_` when it is shown.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from gettext import NullTranslations, translation

LANGUAGES = ("en", "zh")
"""The languages of the interface; the first one is the language of the code."""

LOCALE = os.path.join(os.path.dirname(__file__), "locale")  # noqa: PTH118, PTH120  # pathlib costs 4 ms at each start
"""Where the catalogues are."""

_catalogue: NullTranslations | None = None
_language = LANGUAGES[0]


def use(language: str) -> None:
    """Show everything from now on in this language; a language without a catalogue is shown in English."""
    global _catalogue, _language
    _language = language if language in LANGUAGES else LANGUAGES[0]
    _catalogue = None
    if _language != LANGUAGES[0]:
        _catalogue = translation("negotiator", LOCALE, [_language], fallback=True)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak a language for a while, as for a letter to somebody, then the one from before."""
    before = _language
    use(language)
    try:
        yield
    finally:
        use(before)


def language() -> str:
    """Return the code of the language in use."""
    return _language


def _(message: str, /, **values: object) -> str:
    """Translate a message, then put the values in their places."""
    shown = message if _catalogue is None else _catalogue.gettext(message)
    return shown.format(**values) if values else shown


def N_(message: str, /) -> str:
    """Mark a message for the catalogue without translating it yet."""
    return message


def n_(one: str, many: str, number: float, /, **values: object) -> str:
    """Translate a message that depends on a number, which stands in it as `{n}`."""
    if _catalogue is None:
        shown = one if number == 1 else many
    else:
        shown = _catalogue.ngettext(one, many, 1 if number == 1 else 2)
    return shown.format(n=f"{number:g}" if isinstance(number, float) else number, **values)
