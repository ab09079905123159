"""What people install: the wheel carries its data, and the demo works from it in an environment of its own."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    built = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert built.returncode == 0, built.stdout + built.stderr
    return next(folder.glob("*.whl"))


def test_the_wheel_carries_data_drafts_styles_and_catalogues(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    missing = [
        str(path)
        for folder, inside in (("data", "negotiator/shipped/data"), ("drafts", "negotiator/shipped/drafts"))
        for path in sorted((ROOT / folder).rglob("*"))
        if path.is_file() and f"{inside}/{path.relative_to(ROOT / folder).as_posix()}" not in names
    ]
    missing += [
        str(path)
        for path in sorted((ROOT / "negotiator").rglob("*"))
        if path.suffix in {".py", ".tcss", ".mo", ".toml"} and path.relative_to(ROOT).as_posix() not in names
    ]
    assert not missing
    assert not [name for name in names if name.startswith(("tests/", "data/", "drafts/"))]


def test_the_demo_works_from_an_installed_wheel(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "environment"
    venv.create(home, with_pip=True, symlinks=os.name != "nt")
    programs = home / ("Scripts" if os.name == "nt" else "bin")
    install = [str(programs / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(wheel)]
    installed = subprocess.run(install, capture_output=True, text=True, check=False, timeout=900)
    if installed.returncode:
        lost = any(words in installed.stderr for words in ("No matching distribution", "onnection", "resolve"))
        if lost:
            pytest.skip("there is no package index within reach: " + installed.stderr.strip().splitlines()[-1])
        pytest.fail(installed.stderr)
    kept = tmp_path / "kept"
    demo = subprocess.run(
        [str(programs / "negotiator"), "demo", "--no-ui", "--keep", str(kept)],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert demo.returncode == 0, demo.stderr
    assert (kept / "data" / "negotiator.db").is_file()
    assert any((kept / "drafts").iterdir())
    status = subprocess.run(
        [str(programs / "negotiator"), "--workspace", str(kept), "status"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert status.returncode == 0, status.stderr
    assert "Traceback" not in status.stderr
