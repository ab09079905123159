"""Draws the picture of the README from the interface on the demo: `python -m tests.house.picture`."""

import asyncio
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from negotiator.services.samples import make_sample
from negotiator.tui.app import NegotiatorApp
from negotiator.workspace import Workspace
from tests.samples import SteadyClock

PICTURE = Path(__file__).parents[2] / ".readme" / "floor.svg"
START = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
KEYS = ("3", "enter", *"del-b", "space", *"8", "space")
"""Sessions, the floor log of the round that is on, and a line half typed."""


async def draw(folder: Path) -> str:
    """Open the interface on the demo, without a terminal, and return what it shows as SVG."""
    made = make_sample(folder, clock=SteadyClock(START, timedelta(milliseconds=2)))
    app = NegotiatorApp(Workspace(made.root, clock=lambda: START + timedelta(minutes=1), environ=made.environ))
    async with app.run_test(size=(120, 30)) as pilot:
        for key in KEYS:
            await pilot.press(key)
            await pilot.pause(0.3)
        await pilot.pause(0.5)
        return app.export_screenshot(title="negotiator")


def without_network(svg: str) -> str:
    """Leave out the fonts that a browser would fetch: a picture in a README asks nobody for anything."""
    plain = re.sub(r"@font-face\s*\{.*?\}\s*", "", svg, flags=re.DOTALL)
    return re.sub(r"[ \t]+$", "", plain, flags=re.MULTILINE).strip() + "\n"


def main() -> None:
    """Write the picture."""
    with TemporaryDirectory() as folder:
        PICTURE.write_text(without_network(asyncio.run(draw(Path(folder) / "demo"))), "utf-8")


if __name__ == "__main__":
    main()
