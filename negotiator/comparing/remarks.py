"""Comments in the margin read as positions: “Delegation A: delete”, “将‘甲’改为‘乙’”."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Remark:
    """What somebody wrote in the margin."""

    author: str
    """Who wrote it, as the file says."""
    date: str
    """When, as the file says."""
    line: int
    """The paragraph that it hangs on, from 1."""
    words: str
    """What it says."""
    anchor: str
    """The words that it is on; may be empty."""
    before: bool
    """Whether it hangs on words that only the text before the changes has."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a remark asks for."""

    who: str
    """In whose name it speaks; empty where it does not say."""
    words: str
    """What it says without that."""
    action: str | None
    """`delete`, `add`, `replace`, or None where no change of words can be told."""
    old: str = ""
    """The words that it names as those to be replaced or deleted."""
    new: str = ""
    """The words that it puts in their place or adds."""


_WHO = re.compile(r"\s*([^:：\n]{1,100})[:：]\s*(.*)", re.DOTALL)
_INSIDE = r"[\"“‘「『'«](.+?)[\"”’」』'»]"
_REPLACE = (
    re.compile(
        rf"(?:replace|substitute|change)\s+{_INSIDE}\s+(?:with|by|to|for)\s+{_INSIDE}", re.IGNORECASE | re.DOTALL
    ),
    re.compile(rf"[将把]?\s*{_INSIDE}\s*(?:改为|改成|替换为|修改为)\s*{_INSIDE}", re.DOTALL),
)
_REPLACE_ALL = re.compile(
    rf"(?:(?:replace|change)\s+(?:with|by|to)|改为|替换为|修改为)\s*{_INSIDE}", re.IGNORECASE | re.DOTALL
)
_DELETE = re.compile(
    r"\s*(?:please\s+|to\s+|propose[sd]?\s+to\s+)?(?:delete|remove|strike(?:\s+out)?|SUP\b|删除|删去)", re.IGNORECASE
)
_ADD = re.compile(r"\s*(?:please\s+|to\s+)?(?:add|insert|ADD\b|增加|加入|添加|增补)", re.IGNORECASE)
_QUOTED = re.compile(_INSIDE, re.DOTALL)


def said_in(remark: Remark) -> Said:
    """Read a remark; whatever is not plainly a change of words is a view."""
    match = _WHO.match(remark.words)
    who, words = (match[1].strip(), match[2].strip()) if match else ("", remark.words.strip())
    if _DELETE.match(who) or _ADD.match(who):  # “Add: …” names no one
        who, words = "", remark.words.strip()
    for pattern in _REPLACE:
        found = pattern.search(words)
        if found:
            return Said(who, words, "replace", found[1], found[2])
    found = _REPLACE_ALL.search(words)
    if found:
        return Said(who, words, "replace", "", found[1])
    quoted = _QUOTED.search(words)
    if _DELETE.match(words):
        return Said(who, words, "delete", quoted[1] if quoted else "")
    added = _ADD.match(words)
    if added:
        new = quoted[1] if quoted else words[added.end() :].strip(" :：")
        return Said(who, words, "add" if new else None, "", new)
    return Said(who, words, None)
