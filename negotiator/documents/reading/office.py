"""OpenDocument, old Word and RTF files, turned into Word files by LibreOffice where it is installed.

The program runs without a window, on a copy of the file in a folder of its own that is thrown away afterwards: with a
fresh profile in which macros are off, links are never followed and nothing is reached over a network.
"""

import os
import shutil
import signal
import subprocess
import sys
import zlib
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import BadZipFile, ZipFile

from negotiator.documents.reading.word_package import LARGEST, MOST_PARTS
from negotiator.errors import BadFile
from negotiator.i18n import _

PATIENCE = 90.0
"""Seconds after which a file is given up."""
_NAMES = ("soffice", "libreoffice")
_ELSEWHERE = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
)
_CHUNK = 1 << 20

_SAFE_SETTINGS = {
    "Office.Common/Security/Scripting": {
        "MacroSecurityLevel": "3",
        "DisableMacrosExecution": "true",
        "DisableActiveContent": "true",
        "BlockUntrustedRefererLinks": "true",
    },
    "Office.Writer/Content/Update": {"Link": "0"},
    "Inet/Settings": {
        "ooInetProxyType": "2",
        **{f"ooInet{kind}Name": "127.0.0.1" for kind in ("HTTPProxy", "HTTPSProxy", "FTPProxy")},
        **{f"ooInet{kind}Port": "9" for kind in ("HTTPProxy", "HTTPSProxy", "FTPProxy")},
    },
}
"""No macro runs, no link is followed, and whoever asks the network asks a port where nobody answers."""


def as_docx(data: bytes, name: str, ending: str) -> bytes:
    """Turn the bytes of an .odt, .doc or .rtf file into those of a .docx.

    Raises `BadFile` where LibreOffice is not installed, cannot open the file, or takes too long.
    """
    office = _office()
    if office is None:
        raise BadFile(
            _("{name} can only be read where LibreOffice is installed; install it, or save it as .docx.", name=name)
        )
    if data.startswith(b"PK"):
        _refuse_bombs(data, name)
    with TemporaryDirectory(prefix="negotiator-", ignore_cleanup_errors=True) as made:
        folder = Path(made)
        source, target = folder / f"text{ending}", folder / "text.docx"
        source.write_bytes(data)
        _write_profile(folder / "profile")
        _run(
            [
                office,
                f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                *("--headless", "--norestore", "--nolockcheck", "--nodefault"),
                *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder), str(source)),
            ],
            folder,
            name,
        )
        if not target.is_file() or not 0 < target.stat().st_size <= LARGEST:
            raise BadFile(_("{name} cannot be opened by LibreOffice: it is damaged, locked or no text.", name=name))
        return target.read_bytes()


def _office() -> str | None:
    """Return the path of LibreOffice, None where it is not installed."""
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    return found or next((path for path in _ELSEWHERE if Path(path).is_file()), None)


def _refuse_bombs(data: bytes, name: str) -> None:
    """Unpack an archive once, keeping nothing, before a program that trusts it does."""
    left = LARGEST
    try:
        with ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_PARTS:
                raise BadFile(_("{name} has too many parts to be a document.", name=name))
            for entry in entries:
                with archive.open(entry) as part:
                    while left >= 0 and (chunk := part.read(_CHUNK)):
                        left -= len(chunk)
    except (BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as problem:
        raise BadFile(_("{name} is damaged: the archive that it is cannot be opened.", name=name)) from problem
    if left < 0:
        raise BadFile(_("{name} would grow beyond all measure: it is no text.", name=name))


def _write_profile(folder: Path) -> None:
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, settings in _SAFE_SETTINGS.items()
        for name, value in settings.items()
    )
    (folder / "user").mkdir(parents=True)
    (folder / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        f'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{items}'
        "</oor:items>",
        "utf-8",
    )


def _run(command: list[str], folder: Path, name: str) -> None:
    """Run the program and all that it starts, and end all of it when time is up."""
    homes = dict.fromkeys(("HOME", "TMPDIR", "TMP", "TEMP", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"), str(folder))
    proxies = dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy", "all_proxy"), "http://127.0.0.1:9")
    try:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **homes, **proxies},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as problem:
        raise BadFile(
            _("LibreOffice cannot be started to read {name}: {problem}.", name=name, problem=problem.strerror)
        ) from problem
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired as problem:
        raise BadFile(
            _("{name} took LibreOffice more than {seconds} seconds.", name=name, seconds=round(PATIENCE))
        ) from problem
    finally:
        _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End what still runs: the program starts others, which are in its session."""
    if sys.platform != "win32":
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    elif process.poll() is None:
        process.kill()
    process.wait()
