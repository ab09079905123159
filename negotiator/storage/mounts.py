"""Whether a folder lies on a network share, where SQLite's locks cannot be trusted."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePath

NETWORK_SYSTEMS = frozenset(
    (
        "9p",
        "afp",
        "afpfs",
        "afs",
        "beegfs",
        "ceph",
        "cifs",
        "davfs",
        "fuse.davfs2",
        "fuse.glusterfs",
        "fuse.rclone",
        "fuse.s3fs",
        "fuse.sshfs",
        "glusterfs",
        "gpfs",
        "lustre",
        "ncpfs",
        "nfs",
        "nfs4",
        "smb2",
        "smb3",
        "smbfs",
        "sshfs",
        "webdav",
    )
)
"""File systems that reach another machine."""


@dataclass(frozen=True, slots=True)
class Mount:
    """A place in the tree of folders and the file system that serves it."""

    point: PurePath
    """The folder at which it is mounted."""
    system: str
    """The type of file system, such as `ext4` or `nfs4`."""


def network_system(folder: Path, mounts: Iterable[Mount]) -> str | None:
    """Return the network file system that serves a folder, or None where it is on this machine."""
    place = folder.absolute()
    if str(place).startswith(("\\\\", "//")):
        return "smb"
    within = [mount for mount in mounts if place == mount.point or mount.point in place.parents]
    if not within:
        return None
    # The deepest mount serves the folder; of two at one point the later one covers the earlier.
    nearest = max(enumerate(within), key=lambda each: (len(each[1].point.parts), each[0]))[1]
    return nearest.system if nearest.system in NETWORK_SYSTEMS else None


def mounts_of_this_machine() -> list[Mount]:
    """Read the mount table of Linux, or ask Windows about its drives; elsewhere ask `mount`."""
    if sys.platform == "win32":
        return _windows_drives()
    try:
        table = Path("/proc/self/mounts").read_text("utf-8", "surrogateescape")
    except OSError:
        return _bsd_mounts()
    rows = (line.split(" ") for line in table.splitlines())
    return [Mount(PurePath(_unescaped(row[1])), row[2]) for row in rows if len(row) > 2]


def _unescaped(point: str) -> str:
    """Undo the octal escapes of the mount table: a space is written `\\040`."""
    for code, character in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        point = point.replace(code, character)
    return point


def _bsd_mounts() -> list[Mount]:
    import re
    import subprocess

    try:
        said = subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=5, check=False).stdout
    except (OSError, subprocess.SubprocessError):
        return []
    found = (re.fullmatch(r".+ on (.+) \((\w+)[,)].*", line) for line in said.splitlines())
    return [Mount(PurePath(match[1]), match[2]) for match in found if match]


def _windows_drives() -> list[Mount]:
    import ctypes
    import string

    remote = 4  # DRIVE_REMOTE of GetDriveTypeW
    drive_type = getattr(ctypes, "windll").kernel32.GetDriveTypeW  # noqa: B009 (only Windows has the name)
    drives = [f"{letter}:\\" for letter in string.ascii_uppercase]
    return [Mount(PurePath(drive), "smb" if drive_type(drive) == remote else "local") for drive in drives]
