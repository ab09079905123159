"""From the label that people write or say to the provision it names."""

from collections.abc import Sequence

from negotiator.text.labels import Label, Style
from negotiator.text.numbering import split_label
from negotiator.text.provision import Kind, Provision

_SHORT = {"obj": "Objective", "art": "Article", "objective": "Objective", "article": "Article", "para": "", "¶": ""}
_PLAIN = (Kind.PARAGRAPH, Kind.SUB_PARAGRAPH, Kind.ITEM, Kind.PREAMBULAR)


def find(provisions: Sequence[Provision], asked: str) -> tuple[Provision, ...]:
    """Return the provisions that a label may mean, numbered paragraphs first, then in reading order."""
    wanted = path_end(asked)
    if not wanted:
        return ()
    found = [p for p in provisions if _ends_with(p.path, wanted)]
    if not found and wanted[0].isdigit():
        wanted = f"article{wanted}"
        found = [p for p in provisions if _ends_with(p.path, wanted)]
    return tuple(sorted(found, key=lambda p: (p.kind not in _PLAIN and "/" not in wanted, p.index)))


def path_end(asked: str) -> str:
    """Return the end of the paths that a label names: `27/b` for `27(b)`, `12bis` for `OP12 bis`; empty if unclear."""
    rest = asked.strip().lstrip("¶ ").rstrip(".:")
    head = rest[: len(rest) - len(rest.lstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ."))]
    opening = _SHORT.get(head.lower().rstrip("."))
    if opening is not None:
        rest = f"{opening} {rest[len(head) :].lstrip('s. ')}".strip()
    elif head.lower() in ("pp", "op"):
        rest = head.upper() + rest[len(head) :]
    rest = rest.replace("（", "(").replace("）", ")")
    parts = []
    cut = rest.find("(", 1)
    first = rest if cut < 0 else rest[:cut]
    glued = ""
    if cut < 0 and len(first) > 1 and first[-1] in "abcdefgh" and first[-2].isdigit():
        first, glued = first[:-1], first[-1]
    label = _label(first)
    if label is None:
        return ""
    parts.append(label.slug)
    if glued:
        parts.append(glued)
    while cut >= 0:
        end = rest.find(")", cut)
        inner = split_label(rest[cut : end + 1])[1] if end > 0 else None
        if inner is None:
            return ""
        parts.append(inner.slug)
        cut = rest.find("(", end)
    return "/".join(parts)


def _label(words: str) -> Label | None:
    words = words.strip()
    for written in (words, f"{words}."):
        label = split_label(written)[1]
        if label is not None and label.style is not Style.BULLET:
            return label
    return None


def _ends_with(path: str, wanted: str) -> bool:
    bare = path if "~" not in path else "/".join(part.split("~")[0] for part in path.split("/"))
    return bare == wanted or bare.endswith("/" + wanted)
