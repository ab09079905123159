"""Draws the pictures of the README and of MANDATE.md from the demo: `python -m tests.house.picture`."""

import asyncio
import re
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from negotiator.services.samples import make_sample
from negotiator.tui.app import NegotiatorApp
from negotiator.workspace import Workspace
from tests.samples import SteadyClock

FOLDER = Path(__file__).parents[2] / ".readme"
START = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
KEYS = {
    "floor": ("3", "enter", *"del-b", "space", *"8", "space"),
    "mandate": ("2", *("down",) * 24),
}
"""What is pressed: the floor log of the round that is on, a line half typed; the mandate at its twelve-day ceiling."""


async def draw(folder: Path, keys: Sequence[str]) -> str:
    """Open the interface on the demo, without a terminal, and return what it shows as SVG."""
    made = make_sample(folder, clock=SteadyClock(START, timedelta(milliseconds=2)))
    app = NegotiatorApp(Workspace(made.root, clock=lambda: START + timedelta(minutes=1), environ=made.environ))
    async with app.run_test(size=(120, 30)) as pilot:
        for key in keys:
            await pilot.press(key)
            await pilot.pause(0.3 if len(key) == 1 else 0.05)
        await pilot.pause(0.5)
        return app.export_screenshot(title="negotiator")


def without_network(svg: str) -> str:
    """Leave out the fonts that a browser would fetch: a picture in a README asks nobody for anything."""
    plain = re.sub(r"@font-face\s*\{.*?\}\s*", "", svg, flags=re.DOTALL)
    return re.sub(r"[ \t]+$", "", plain, flags=re.MULTILINE).strip() + "\n"


def main() -> None:
    """Write the pictures that are named, or all."""
    for name in sys.argv[1:] or KEYS:
        with TemporaryDirectory() as folder:
            drawn = asyncio.run(draw(Path(folder) / "demo", KEYS[name]))
        (FOLDER / f"{name}.svg").write_text(without_network(drawn), "utf-8")


if __name__ == "__main__":
    main()
