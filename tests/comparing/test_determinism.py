"""The same inputs give the same bytes, whatever else the machine does and however the interpreter hashes."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROGRAM = """
import random
from negotiator.comparing.compare import compare
from negotiator.services.terms import load_terms
from tests.comparing.sides import side
dice = random.Random(7)
words = "harbour orchard bridge school well council frost ferry wagon market shall may the of and to 12 70/1".split()
lines = [" ".join(dice.choice(words) for _ in range(dice.randint(1, 30))) for _ in range(120)]
changed = [" ".join(w for w in line.split() if dice.random() > 0.2) for line in lines if dice.random() > 0.1]
dice.shuffle(changed)
print(compare(side("\\n".join(lines)), side("\\n".join(changed)), load_terms("en")).changes)
"""


def output(seed: int) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, check=True, cwd=ROOT, env=environment)
    return hashlib.sha256(done.stdout).hexdigest()


def test_hash_seeds_and_a_busy_machine_change_nothing() -> None:
    busy = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(4)]
    try:
        found = {output(seed) for seed in (0, 1, 2)}
    finally:
        for process in busy:
            process.kill()
            process.wait()
    assert len(found | {output(3)}) == 1
