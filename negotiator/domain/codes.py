"""The codes by which people call numbered records: `I-045`, `P-012`, or the number alone."""

from re import IGNORECASE, fullmatch


def number_in(code: str, letters: str) -> int | None:
    """Return the number of a code that begins with these letters, in any case, or of a bare number; None for others."""
    found = fullmatch(rf"(?:{letters}-?)?0*(\d{{1,9}})", code.strip(), IGNORECASE)
    return int(found[1]) if found else None
