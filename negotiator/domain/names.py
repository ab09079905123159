"""Names as people type them: without accents, case, width or hyphens."""

import re
from unicodedata import category, normalize

_BETWEEN_WORDS = re.compile(r"[\W_]+")


def folded(name: str) -> str:
    """Reduce a name to what is compared: `Côte d'Ivoire` and `cote d ivoire`, `ＤＥＬ－Ａ` and `del-a` are one."""
    spread = normalize("NFKD", name).casefold()
    plain = "".join(character for character in spread if category(character) != "Mn")
    return _BETWEEN_WORDS.sub(" ", normalize("NFKC", plain)).strip()
