"""What bad input costs: each text against another one, as a whole process; an answer or a sentence, in bounded time."""

import random
import sys
from pathlib import Path

from tests.benchmarks.peers import Peer, Taken, run

WORDS = (
    *["harbour", "pilot", "tide", "ledger", "[shall]", "orchard", "(b)", "12.", "bridge", ";", "well", "council"],
    "水",
    "门",
)


def texts(scratch: Path) -> dict[str, tuple[Path, Path]]:
    """Write the bad inputs; returns what each is called and the two files."""
    chance = random.Random(7)
    line = " ".join(chance.choices(WORDS, k=900_000))
    other = " ".join(chance.choices(WORDS, k=900_000))
    short = "\n".join(f"{chance.choice(WORDS)} {number % 977}" for number in range(1_000_000))
    shuffled = "\n".join(f"{chance.choice(WORDS)} {number % 991}" for number in range(1_000_000))
    brackets = "\n".join(f"{number}. {'[' * 400} {chance.choice(WORDS)}" for number in range(2_000))
    plain = "\n\n".join(f"{number}. {' '.join(chance.choices(WORDS, k=60))}." for number in range(1_000)).encode()
    made: dict[str, tuple[bytes, bytes]] = {
        "nothing against nothing": (b"", b""),
        "nothing against a text": (b"", plain),
        "a text against itself": (plain, plain),
        "a million short lines": (short.encode(), shuffled.encode()),
        "one line of 5 MB against itself": (line.encode(), line.encode()),
        "one line of 5 MB against another": (line.encode(), other.encode()),
        "brackets that never close": (brackets.encode(), brackets.replace("[[", "[", 900).encode()),
        "NUL and other controls": (plain.replace(b"tide", b"ti\x00de"), plain),
        "bytes that are no UTF-8": (plain.replace(b"tide", b"\xff\xfe\x80"), plain),
        "half surrogates": (plain.replace(b"tide", b"\xed\xa0\x80"), plain),
        "a binary": (chance.randbytes(5_000_000), plain),
    }
    found = {}
    for number, (name, (old, new)) in enumerate(made.items()):
        paths = (scratch / f"{number}-old.txt", scratch / f"{number}-new.txt")
        for path, data in zip(paths, (old, new), strict=True):
            path.write_bytes(data)
        found[name] = paths
    return found


def costs(scratch: Path) -> dict[str, Taken]:
    """Compare each once and return what it took."""
    command = [sys.executable, "-m", "negotiator", "compare", "{old}", "{new}", "--format", "json"]
    return {name: run(Peer("negotiator", command, 0), *paths) for name, paths in texts(scratch).items()}
