"""A comparison as JSON, as scripts rely on it: schema `negotiator.comparison/1`, one change a line."""

import json
import re
from json.encoder import encode_basestring as _text

from negotiator.comparing.comparison import Change, Comparison, Op, Segment, Side
from negotiator.text.provision import Provision

SCHEMA = "negotiator.comparison/1"

_OBEYED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What a terminal might obey, or cannot be written as UTF-8: written as escapes, which JSON reads back as they were."""


def comparison_json(comparison: Comparison) -> str:
    """Write a comparison as one JSON document that ends in a line break; the same value always gives the same text.

    The changes are put together piece by piece: a general encoder takes three times as long for the same text.
    """
    head = ",\n ".join(
        f'"{name}": {json.dumps(value, ensure_ascii=False)}'
        for name, value in (
            ("schema", SCHEMA),
            ("old", _side(comparison.old)),
            ("new", _side(comparison.new)),
            ("summary", comparison.summary()),
        )
    )
    changes = list(map(_change, comparison.changes))
    if changes:  # its first and last piece take the frame, so that the whole is put together once
        changes[0] = f'{{{head},\n "changes": [\n  {changes[0]}'
        changes[-1] += "\n ]}\n"
    whole = ",\n  ".join(changes) or f'{{{head},\n "changes": []}}\n'
    if whole.isascii() and "\x7f" not in whole:
        return whole
    return _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", whole)


def _side(side: Side) -> dict[str, object]:
    return {
        "name": side.name,
        "language": side.language,
        "provisions": len(side.provisions),
        "sha256": side.sha256,
    }


def _change(change: Change) -> str:
    return (
        f'{{"kind": "{change.kind}", "moved": {_YES_NO[change.moved]}, '
        f'"renumbered": {_YES_NO[change.renumbered]}, "score": {change.score!r}, '
        f'"old": [{", ".join(map(_provision, change.old))}], "new": [{", ".join(map(_provision, change.new))}], '
        f'"segments": [{", ".join(map(_segment, change.segments))}], "flags": [{", ".join(map(_text, change.flags))}]}}'
    )


_YES_NO = {True: "true", False: "false"}


def _provision(provision: Provision) -> str:
    return (
        f'{{"index": {provision.index}, "path": {_text(provision.path)}, "kind": "{provision.kind}", '
        f'"label": {_text(provision.label)}, "text": {_text(provision.text)}}}'
    )


def _segment(segment: Segment) -> str:
    if segment.op is Op.KEPT:
        if segment.new == segment.old:
            return f'["=", {_text(segment.new)}]'
        return f'["=", {_text(segment.new)}, {_text(segment.old)}]'
    return f'["{segment.op}", {_text(segment.new or segment.old)}]'
