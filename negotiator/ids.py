"""Identifiers for rows: UUIDs of version 7, which sort by the instant of their making."""

import uuid
from datetime import datetime


def uuid7(at: datetime, randomness: bytes) -> str:
    """Make the text of a version 7 UUID (RFC 9562, section 5.7).

    `at` is an aware instant, kept to the millisecond; `randomness` must hold at least ten bytes.
    """
    if len(randomness) < 10:
        raise ValueError("a version 7 UUID needs ten random bytes")
    milliseconds = int(at.timestamp() * 1000)
    tail = int.from_bytes(randomness[:10], "big")
    value = (milliseconds & 0xFFFF_FFFF_FFFF) << 80
    value |= 0x7 << 76 | (tail >> 64 & 0xFFF) << 64
    value |= 0b10 << 62 | tail & 0x3FFF_FFFF_FFFF_FFFF
    return str(uuid.UUID(int=value))
