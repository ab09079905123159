"""What the words of something that came in tell about it: from whom, what kind, which session, which paragraphs."""

import re
from collections.abc import Iterable, Sequence

from negotiator.domain.session import Session
from negotiator.services.party_names import NOBODY, Names, Party, Told
from negotiator.text.finding import find
from negotiator.text.provision import Provision

LETTERHEAD = 1_500
"""In so many characters from the beginning a letter says whose it is and what it is about."""
MOST_PARAGRAPHS = 12
"""The most paragraphs that are suggested."""

_SIGNS = re.compile(
    r"(?:permanent\s+(?:observer\s+)?mission|delegation|embassy|mission|statement|remarks|comments|views|submission|input)s?"
    r"\s+(?:of|by|from|on\s+behalf\s+of)\s+(?:the\s+)?(.{2,80})|on\s+behalf\s+of\s+(?:the\s+)?(.{2,80})",
    re.IGNORECASE,
)
_CHINESE_SIGNS = re.compile(
    r"(?:^|[\s，。：代表])([\u4e00-\u9fff]{2,20}?)(?:常驻联合国)?(?:代表团|代表处|政府|的发言|的意见)"
)
_PARAGRAPH = re.compile(
    r"(?:\b(?:paragraphs?|paras?\.?|OP|PP|objectives?)\s*|¶\s*|目标\s*)(\d{1,3}(?:\s*bis)?(?:\s*\([a-z]{1,4}\))*)|"
    r"第\s*(\d{1,3})\s*段",
    re.IGNORECASE,
)
_KINDS = (
    ("NC", re.compile(r"\bnational consultations?\b|国家磋商", re.IGNORECASE)),
    ("GP", re.compile(r"\b(?:good|best) practices?\b|最佳做法", re.IGNORECASE)),
    ("VS", re.compile(r"\bvision (?:statement|paper)\b|\bthought paper\b|愿景文件", re.IGNORECASE)),
    ("CR", re.compile(r"\bconcrete recommendations?\b|具体建议", re.IGNORECASE)),
    (
        "WS",
        re.compile(
            r"\bwritten (?:input|submission|contribution|comment)s?\b|\bsubmission\b|\bviews (?:on|of)\b|书面意见",
            re.IGNORECASE,
        ),
    ),
)
"""What the beginning of an input of a kind says, the plainest first."""


def sender_told(names: Names, *, address: Sequence[str], text: str, file_name: str) -> Party:
    """Return who is suggested as the sender: by the e-mail, the letterhead, the name of the file."""
    for said in address:
        found = names.by_author(said) or names.within(said)
        if found:
            return Party(found, Told.SENDER, said)
    head = text[:LETTERHEAD]
    for match in _SIGNS.finditer(head):
        words = (match[1] or match[2]).split("\n")[0]
        found = names.within(words)[:1]
        if found:
            return Party(found, Told.WORDS, match[0].split("\n")[0].strip())
    chinese = dict.fromkeys(code for match in _CHINESE_SIGNS.finditer(head) for code in names.within(match[1]))
    if chinese:
        return Party(tuple(chinese), Told.WORDS, head[:40].strip())
    found = names.within(file_name.rpartition(".")[0], codes=True)
    return Party(found, Told.FILE_NAME, file_name) if found else NOBODY


def kind_told(words: str, known: Iterable[str]) -> str:
    """Return the code of the kind that the beginning of something names; empty where it names none."""
    kinds = set(known)
    return next((code for code, pattern in _KINDS if code in kinds and pattern.search(words)), "")


def session_told(words: str, sessions: Sequence[Session]) -> str:
    """Return the code of the one session that is named by its code; empty where none or several are."""
    named = [each.code for each in sessions if re.search(rf"(?<!\w){re.escape(each.code)}(?!\w)", words)]
    return named[0] if len(named) == 1 else ""


def paragraphs_told(words: str, provisions: Sequence[Provision]) -> tuple[str, ...]:
    """Return the paths of the provisions of a text that are named by their numbers, in the order in which they are."""
    found: dict[str, None] = {}
    for match in _PARAGRAPH.finditer(words):
        meant = find(provisions, "".join((match[1] or match[2]).split()))
        if meant:
            found[meant[0].path] = None
        if len(found) == MOST_PARAGRAPHS:
            break
    return tuple(found)
