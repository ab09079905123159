"""Mutates files as an accident or a stranger would: flipped bytes, a cut, edited XML, names that climb out."""

import random
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from tests.word_files import archive

_ODD = [b"<", b">", b"&", b'"', b"/", b"\x00", b"\xff", b"99999999999", b"-1", b"w:p", b"&#0;", b"\xed\xa0\x80", b""]
_NAMES = [
    "../../escaped.txt",
    "/escaped.txt",
    "word/../../escaped.txt",
    "C:\\escaped.txt",
    "word\\document.xml",
    "",
]


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Return a file with one kind of harm done to it."""
    kinds = [_flipped, _cut, _spliced]
    if data.startswith(b"PK"):
        kinds += [_xml_edited, _xml_edited, _named_badly]
    return chance.choice(kinds)(data, chance)


def _flipped(data: bytes, chance: random.Random) -> bytes:
    out = bytearray(data)
    for _change in range(chance.randint(1, 20)):
        out[chance.randrange(len(out))] = chance.randrange(256)
    return bytes(out)


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def _spliced(data: bytes, chance: random.Random) -> bytes:
    first, second = sorted(chance.randrange(len(data)) for _end in range(2))
    return data[:first] + chance.choice([b"", data[first:second] * 2, chance.choice(_ODD)]) + data[second:]


def _files(data: bytes) -> dict[str, str | bytes]:
    try:
        with ZipFile(BytesIO(data)) as package:
            return {name: package.read(name) for name in package.namelist()}
    except BadZipFile:
        return {"broken": data}


def _xml_edited(data: bytes, chance: random.Random) -> bytes:
    files = _files(data)
    name = chance.choice(sorted(name for name in files if not name.endswith("/")))
    raw = files[name]
    assert isinstance(raw, bytes)
    for _change in range(chance.randint(1, 6)):
        place = chance.randrange(len(raw) + 1)
        raw = raw[:place] + chance.choice(_ODD) + raw[place + chance.choice([0, 0, 1, 5, 40]) :]
    files[name] = raw
    return archive(files)


def _named_badly(data: bytes, chance: random.Random) -> bytes:
    files = _files(data)
    name = chance.choice(sorted(files))
    content = files.pop(name) if chance.random() < 0.5 else files[name]
    files[chance.choice(_NAMES) or "a" * 300] = content
    for listed in [each for each in files if each.endswith(".rels")]:
        raw = files[listed]
        if isinstance(raw, bytes) and chance.random() < 0.5:
            files[listed] = raw.replace(b'Target="', b'Target="../../../..' + chance.choice([b"/etc/", b"", b"/"]), 1)
    return archive(files)
