"""A comparison as JSON, as scripts rely on it: schema `negotiator.comparison/1`, one change a line."""

import json
import re

from negotiator.comparing.comparison import Change, Comparison, Op, Segment, Side
from negotiator.text.provision import Provision

SCHEMA = "negotiator.comparison/1"

_OBEYED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What a terminal might obey, or cannot be written as UTF-8: written as escapes, which JSON reads back as they were."""


def comparison_json(comparison: Comparison) -> str:
    """Write a comparison as one JSON document that ends in a line break; the same value always gives the same text."""
    head = ",\n ".join(
        f'"{name}": {_text(value)}'
        for name, value in (
            ("schema", SCHEMA),
            ("old", _side(comparison.old)),
            ("new", _side(comparison.new)),
            ("summary", comparison.summary()),
        )
    )
    changes = ",\n  ".join(_text(_change(change)) for change in comparison.changes)
    whole = f'{{{head},\n "changes": [\n  {changes}\n ]}}\n' if changes else f'{{{head},\n "changes": []}}\n'
    return _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", whole)


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": "))


def _side(side: Side) -> dict[str, object]:
    return {
        "name": side.name,
        "language": side.language,
        "provisions": len(side.provisions),
        "sha256": side.sha256,
    }


def _change(change: Change) -> dict[str, object]:
    return {
        "kind": change.kind.value,
        "moved": change.moved,
        "renumbered": change.renumbered,
        "score": change.score,
        "old": [_provision(each) for each in change.old],
        "new": [_provision(each) for each in change.new],
        "segments": [_segment(each) for each in change.segments],
        "flags": list(change.flags),
    }


def _provision(provision: Provision) -> dict[str, object]:
    return {
        "index": provision.index,
        "path": provision.path,
        "kind": provision.kind.value,
        "label": provision.label,
        "text": provision.text,
    }


def _segment(segment: Segment) -> list[str]:
    if segment.op is Op.KEPT:
        return ["=", segment.new] if segment.new == segment.old else ["=", segment.new, segment.old]
    return [segment.op.value, segment.new or segment.old]
