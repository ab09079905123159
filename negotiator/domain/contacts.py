"""Addresses at which somebody is written to, as they are typed and as they hold on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from re import compile as pattern
from re import split

from negotiator.domain.audience import Audience

USUAL = Audience.CO_FACILITATORS_AND_SECRETARIAT
"""Who may see an address where nothing else is said: nothing made for Member States or the public bears it."""


@dataclass(frozen=True, slots=True)
class Contact:
    """One address at a delegation or stakeholder."""

    email: str
    """The e-mail address."""
    name: str = ""
    """Whose it is; may be empty."""
    language: str = ""
    """The language in which they are written to, such as `zh`; may be empty."""
    since: date | None = None
    """The first day of it; None where it does not matter."""
    until: date | None = None
    """The last day of it; None where it still holds."""
    visibility: Audience | None = None
    """Who may see it; None where nothing was said, which is `USUAL` once it is stored."""
    id: str = ""
    """The row's identifier; empty where it is not stored."""

    def on(self, day: date) -> bool:
        """Say whether it holds on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    def over(self, day: date) -> bool:
        """Say whether it has ended before a day."""
        return self.until is not None and self.until < day

    @property
    def for_whom(self) -> Audience:
        """Who may see it."""
        return self.visibility or USUAL

    @property
    def written(self) -> str:
        """Write it as it is typed: `Ana Li <ana@example.org> zh`."""
        address = f"{self.name} <{self.email}>" if self.name else self.email
        return f"{address} {self.language}".rstrip()


_ATOM = r"[A-Za-z0-9_%+'/=&#!~-]+"
_HOST = "[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
_ADDRESS = pattern(rf"(?=[A-Za-z0-9_]){_ATOM}(?:\.{_ATOM})*@{_HOST}(?:\.{_HOST})+")
_TYPED = pattern(r"(?:(?P<name>[^<>@]*)<\s*(?P<in>[^<>\s]+)\s*>|(?P<alone>[^<>\s]+))\s*(?P<language>[A-Za-z]{2,3})?")


def is_address(word: str) -> bool:
    """Say whether a word can be an e-mail address; one that a spreadsheet would take for a formula cannot."""
    return len(word) <= 254 and _ADDRESS.fullmatch(word) is not None


def contacts_in(text: str) -> tuple[Contact, ...]:
    """Read addresses as they are typed, with semicolons between them; a comma parts them where no name stands before.

    Raises `ValueError` with the part that is no address.
    """
    parts = [part.strip() for part in split(r"[;；\n]", text)]
    parts = [each.strip() for part in parts for each in (split(r"[,，]", part) if part.count("@") > 1 else [part])]
    found: dict[str, Contact] = {}
    for part in filter(None, parts):
        typed = _TYPED.fullmatch(part)
        email = (typed["in"] or typed["alone"]) if typed else ""
        if typed is None or not is_address(email):
            raise ValueError(part)
        name = " ".join((typed["name"] or "").split()).strip("\"'")
        found.setdefault(email.casefold(), Contact(email, name, (typed["language"] or "").lower()))
    return tuple(found.values())


LANGUAGES = {
    **dict.fromkeys(("english", "anglais", "inglés", "英文", "英语"), "en"),
    **dict.fromkeys(("french", "français", "francés", "法文", "法语"), "fr"),
    **dict.fromkeys(("spanish", "espagnol", "español", "西班牙文", "西班牙语"), "es"),
    **dict.fromkeys(("chinese", "chinois", "chino", "中文", "汉语"), "zh"),
    **dict.fromkeys(("russian", "russe", "ruso", "русский", "俄文", "俄语"), "ru"),
    **dict.fromkeys(("arabic", "arabe", "árabe", "العربية", "阿拉伯文", "阿拉伯语"), "ar"),
}
"""Names of the official languages as lists write them, with their codes."""
_CODE = pattern("([a-z]{2,3})(?:[-_][a-z0-9]{2,8})*")


def language_code(word: str) -> str | None:
    """Return the code of a language given by code (`zh`, `zh-Hans`) or name; empty for nothing, None for all else."""
    said = word.strip().casefold()
    code = _CODE.fullmatch(said)
    return LANGUAGES.get(said) or (code[1] if code else None if said else "")


def is_plain_name(name: str) -> bool:
    """Say whether a name can stand before an address as it is typed: none of the marks that part addresses."""
    return not set(name) & set("<>@;；\n")


def in_words(contacts: Iterable[Contact]) -> str:
    """Write addresses as they are typed."""
    return "; ".join(each.written for each in contacts)
