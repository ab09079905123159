"""From bytes to characters: UTF-8 first, then what can be told for certain; anything else is refused, not guessed."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE, lookup
from re import findall

from negotiator.documents.reading.document import Note
from negotiator.errors import BadFile, WrongUsage
from negotiator.i18n import _

Decoded = tuple[str, str, tuple[Note, ...]]
"""The characters, the name of their encoding, and what is to be said about it."""

MARKS = (
    (BOM_UTF8, "utf-8"),
    (BOM_UTF32_LE, "utf-32-le"),
    (BOM_UTF32_BE, "utf-32-be"),
    (BOM_UTF16_LE, "utf-16-le"),
    (BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks; those of UTF-32 begin like those of UTF-16 and stand before them."""

SAMPLE = 20_000
"""How many characters or bytes are looked at to tell an encoding."""

CONTROLS = bytes([*range(0x09), *range(0x0E, 0x20), 0x7F])
"""Characters that no text needs: all but tab, line ends and form feed."""
_UNWANTED: dict[int, None] = dict.fromkeys([*CONTROLS, *range(0xD800, 0xE000)])


def without_controls(text: str) -> str:
    """Leave out what no text needs and what an escape such as `&#7;` may bring in behind the decoder."""
    return text if text.isprintable() else text.translate(_UNWANTED)


def decode(data: bytes, name: str) -> Decoded:
    """Turn bytes into characters, control characters left out.

    Raises `BadFile` with the place where the bytes are not text in any encoding that can be told.
    """
    text, encoding, notes = _decode(data, name)
    encoded = text.encode("utf-8")
    cleaned = encoded.translate(None, CONTROLS)
    if len(cleaned) != len(encoded):
        notes = (*notes, Note("control-characters", len(encoded) - len(cleaned)))
        text = cleaned.decode("utf-8")
    return text, encoding, notes


def decode_as(data: bytes, name: str, encoding: str) -> str:
    """Turn bytes into characters as somebody said they are written, such as `gb18030`, control characters left out.

    Raises `WrongUsage` for an encoding that nobody knows, `BadFile` with the place where the bytes are not written so.
    """
    try:
        known = lookup(encoding.strip())
    except LookupError:
        known = None
    if known is None or not known._is_text_encoding:
        examples = "utf-8, utf-16, gb18030, big5, windows-1252, windows-1251, windows-1256"
        raise WrongUsage(_("There is no encoding “{word}”; some are {examples}.", word=encoding, examples=examples))
    return without_controls(_strictly(data, 0, known.name, name).removeprefix("\ufeff"))


def _decode(data: bytes, name: str) -> Decoded:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strictly(data, len(mark), encoding, name), encoding, ()
    if b"\0" in data:
        return _with_nul_bytes(data, name)
    try:
        return data.decode("utf-8"), "utf-8", ()
    except UnicodeDecodeError as problem:
        return _older(data, name, problem.start)


def _strictly(data: bytes, mark: int, encoding: str, name: str) -> str:
    try:
        return data[mark:].decode(encoding)
    except UnicodeDecodeError as problem:
        raise BadFile(
            _(
                "{name} says that it is {encoding}, but byte {offset} (line {line}) is not.",
                name=name,
                encoding=encoding.upper(),
                offset=mark + problem.start,
                line=data[mark : mark + problem.start].decode(encoding, "replace").count("\n") + 1,
            )
        ) from problem


def _line(data: bytes, offset: int) -> int:
    return data.count(b"\n", 0, offset) + 1


def _with_nul_bytes(data: bytes, name: str) -> Decoded:
    """Only UTF-16 text has NUL bytes; without a mark, the order of the bytes must make a text of it."""
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        sample = text[:SAMPLE]
        plain = sum(character.isascii() or character in _OFTEN for character in sample)
        if "\0" not in text and sum(map(_usual, sample)) >= 0.97 * len(sample) and plain >= 0.03 * len(sample):
            return text, encoding, (Note("encoding-guessed", detail=encoding.upper()),)
    offset = data.index(b"\0")
    raise BadFile(
        _(
            "{name} is not a text: byte {offset} (line {line}) is zero.",
            name=name,
            offset=offset,
            line=_line(data, offset),
        )
    )


def _usual(character: str) -> bool:
    """Whether a character is of the scripts of the six languages and their punctuation."""
    code = ord(character)
    return (
        code in (0x09, 0x0A, 0x0C, 0x0D)
        or 0x20 <= code < 0x7F
        or 0xA0 <= code < 0x250
        or 0x370 <= code < 0x700
        or 0x2000 <= code < 0x2070
        or 0x3000 <= code < 0x3020
        or 0x3220 <= code < 0x3230
        or 0x4E00 <= code < 0xA000
        or 0xFF00 <= code < 0xFF60
    )


def _older(data: bytes, name: str, offset: int) -> Decoded:
    """Tell an older encoding, where it can be told; `offset` is the first byte that is not UTF-8."""
    line = _line(data, offset)
    if _mostly_utf8(data):
        raise BadFile(
            _(
                "{name} is UTF-8 except for byte {offset} (line {line}), where it is damaged.",
                name=name,
                offset=offset,
                line=line,
            )
        )
    for encoding in (_chinese(data), _western(data), _other(data)):
        if encoding:
            return data.decode(encoding), encoding, (Note("encoding-guessed", detail=encoding.upper()),)
    raise BadFile(
        _(
            "{name} is not UTF-8: byte {offset} (line {line}) does not fit, and no other encoding does for certain; "
            "save it as UTF-8.",
            name=name,
            offset=offset,
            line=line,
        )
    )


def _mostly_utf8(data: bytes) -> bool:
    """Whether damage, not another encoding, explains the bytes that are not UTF-8."""
    text = data.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    return sum(not character.isascii() for character in text) - damaged >= 3 * damaged


_OFTEN = frozenset("的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说")
"""Characters without which no Chinese text of some length is written."""

_TYPED = frozenset("“”‘’—…·《》、。，；：（）")


def _chinese(data: bytes) -> str:
    """Return `gb18030` where the bytes make plain modern Chinese of it."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    foreign = [character for character in text[:SAMPLE] if not character.isascii()]
    if all(character in _TYPED for character in foreign):
        return "gb18030"  # English typed on a Chinese desk: only the quotes and dashes are Chinese
    # Row 16 to 55 of GB 2312 hold the characters of everyday; other bytes read as Chinese hit the rare ones.
    common = sum(_everyday(character) for character in foreign)
    often = sum(character in _OFTEN for character in foreign)
    return "gb18030" if common >= 0.9 * len(foreign) and often >= 0.03 * len(foreign) else ""


def _everyday(character: str) -> bool:
    raw = character.encode("gb18030")
    return len(raw) == 2 and (0xB0 <= raw[0] <= 0xD7 or raw[0] in (0xA1, 0xA2, 0xA3)) and raw[1] >= 0xA1


WESTERN = ("latin-1", "cp1252")
"""The encodings as which short Chinese may be misread: two letters or signs for each character."""


def pairs_of_chinese(data: bytes) -> bool:
    """Say whether all bytes beyond ASCII stand in pairs that are Chinese characters of everyday.

    It tells a few names, which are too short for more, from western ones, where such bytes stand alone.
    """
    runs = findall(rb"[\x80-\xff]+", data)
    if not runs or any(len(run) % 2 for run in runs):
        return False
    try:
        found = b"".join(runs).decode("gb18030")
    except UnicodeDecodeError:
        return False
    return 2 * len(found) == sum(map(len, runs)) and all(map(_everyday, found))


_WESTERN = frozenset(
    "àâäáãåæçéèêëíìîïñóòôöõøœúùûüýÿßðþšž"
    "ÀÂÄÁÃÅÆÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØŒÚÙÛÜÝŸÐÞŠŽ"
    "«»“”„‘’‚–—…•·°§¶©®™€£¡¿ºª²³¹½¼¾±×\u00a0\u00ad†‡"
)


def _western(data: bytes) -> str:
    """Return `latin-1` or `cp1252` where the bytes beyond ASCII are few and all letters and signs of western Europe."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return ""
    foreign = [character for character in text if not character.isascii()]
    letters = sum(character.isalpha() for character in text)
    if len(foreign) > 0.25 * letters + 10 or any(character not in _WESTERN for character in foreign):
        return ""
    return "cp1252" if any(0x80 <= byte < 0xA0 for byte in set(data)) else "latin-1"


def _other(data: bytes) -> str:
    """Ask for the Cyrillic and Arabic encodings, and take an answer only where it is clear."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE], cp_isolation=["cp1251", "koi8_r", "iso8859_5", "cp1256", "iso8859_6"]).best()
    if best is None or best.chaos > 0.05 or best.coherence < 0.3:
        return ""
    try:
        data.decode(best.encoding)
    except UnicodeDecodeError:
        return ""
    return best.encoding
