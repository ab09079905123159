"""Builds small .msg files: a compound file of storages and streams, all of them in its mini stream."""

from datetime import UTC, datetime
from struct import pack

Tree = dict[str, "bytes | Tree"]
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def message_file(
    texts: dict[int, str],
    sent: datetime | None = None,
    recipients: tuple[tuple[str, str, int], ...] = (),
    attachments: tuple[tuple[str, bytes], ...] = (),
) -> bytes:
    """A message with text properties by number; recipients as name, address and 1 (to) or 2 (copy)."""
    tree = _store({0x001A: "IPM.Note", **texts}, {}, sent, head=32)
    for number, (name, address, side) in enumerate(recipients):
        tree[f"__recip_version1.0_#{number:08X}"] = _store({0x3001: name, 0x3003: address}, {0x0C15: side})
    for number, (name, data) in enumerate(attachments):
        inside = _store({0x3707: name, 0x370E: "text/plain"}, {0x3705: 1}, data=data)
        tree[f"__attach_version1.0_#{number:08X}"] = inside
    return compound(tree)


def _store(
    texts: dict[int, str], numbers: dict[int, int], sent: datetime | None = None, head: int = 8, data: bytes = b""
) -> Tree:
    tree: Tree = {}
    listed = pack("<HHIII", 3, 0x340D, 6, 0x00040000, 0)
    for pid, words in texts.items():
        tree[f"__substg1.0_{pid:04X}001F"] = words.encode("utf-16-le")
        listed += pack("<HHIII", 0x1F, pid, 6, len(words) * 2 + 2, 0)
    for pid, number in numbers.items():
        listed += pack("<HHIII", 3, pid, 6, number, 0)
    if sent:
        ticks = int((sent - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10_000_000
        listed += pack("<HHIQ", 0x40, 0x0039, 6, ticks)
    if data:
        tree["__substg1.0_37010102"] = data
        listed += pack("<HHIII", 0x0102, 0x3701, 6, len(data), 0)
    tree["__properties_version1.0"] = bytes(head) + listed
    return tree


def compound(tree: Tree) -> bytes:
    """A compound file; every stream is shorter than 4096 bytes."""
    entries: list[list[str | int]] = [["Root Entry", 5, _FREE, _FREE, 0, 0]]
    mini, chain = b"", []

    def add(parent: int, inside: Tree) -> None:
        nonlocal mini
        last = None
        for name, content in inside.items():
            at = len(entries)
            if last is None:
                entries[parent][3] = at
            else:
                entries[last][2] = at
            last = at
            if isinstance(content, dict):
                entries.append([name, 1, _FREE, _FREE, 0, 0])
                add(at, content)
                continue
            first, count = len(chain), -(-len(content) // 64)
            chain.extend([*range(first + 1, first + count), _END] if count else [])
            entries.append([name, 2, _FREE, _FREE, first if count else _END, len(content)])
            mini += content.ljust(count * 64, b"\0")

    add(0, tree)
    mini_fat = _sectors(b"".join(pack("<I", each) for each in chain), b"\xff")
    mini_size, mini = len(mini), _sectors(mini, b"\0")
    counts = [-(-len(entries) * 128 // 512), len(mini_fat) // 512, len(mini) // 512]
    starts = [0, counts[0], counts[0] + counts[1]]
    entries[0][4:] = [starts[2], mini_size]
    directory = _sectors(b"".join(map(_entry, entries)), b"\0")
    fat: list[int] = []
    for start, count in zip(starts, counts, strict=True):
        fat += [*range(start + 1, start + count), _END]
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += bytes(4) + pack("<IIIIIIIII", 1, 0, 0, 4096, starts[1], counts[1], _END, 0, len(fat))
    table = b"".join(pack("<I", each) for each in [*fat, _FAT])
    return header.ljust(512, b"\xff") + directory + mini_fat + mini + _sectors(table, b"\xff")


def _entry(entry: list[str | int]) -> bytes:
    name, kind, right, child, start, size = entry
    encoded = str(name).encode("utf-16-le") + b"\0\0"
    links = pack("<HBBIII", len(encoded), kind, 1, _FREE, right, child)
    return encoded.ljust(64, b"\0") + links + bytes(36) + pack("<IQ", start, size)


def _sectors(data: bytes, filler: bytes) -> bytes:
    return data.ljust(-(-len(data) // 512) * 512, filler)
