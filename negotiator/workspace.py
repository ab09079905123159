"""The folder a team works in: its database, its drafts, its clock, and who acts."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path

from negotiator.domain.dates import Instant, in_words, parse_instant
from negotiator.errors import NotFound, Refused
from negotiator.i18n import _
from negotiator.ids import uuid7
from negotiator.settings import Settings, who
from negotiator.storage.database import connect, immediate, told_plainly
from negotiator.storage.events import Act, acting
from negotiator.storage.mounts import Mount, mounts_of_this_machine, network_system
from negotiator.storage.opened import Database
from negotiator.storage.rows import one

DATABASE = Path("data") / "negotiator.db"

Clock = Callable[[], datetime]


def real_clock() -> datetime:
    """Read the machine's clock, aware, in UTC."""
    return datetime.now(UTC)


@dataclass
class Workspace:
    """A folder with `data/negotiator.db`, `data/backups/` and `drafts/`, and the point of view of one person on it."""

    root: Path
    """The folder."""
    as_of: Instant | None = None
    """The moment to judge by, where the clock is frozen; acts are refused then."""
    settings: Settings = field(default_factory=Settings)
    """What this person chose for this desk."""
    environ: Mapping[str, str] = field(default_factory=lambda: os.environ, repr=False)
    """The environment, asked for who acts."""
    clock: Clock = field(default=real_clock, repr=False)
    """The real clock."""

    @property
    def database_path(self) -> Path:
        """Where the database is."""
        return self.root / DATABASE

    @property
    def backups_folder(self) -> Path:
        """Where backups are kept."""
        return self.root / "data" / "backups"

    @property
    def drafts_folder(self) -> Path:
        """Where people drop texts to be registered."""
        return self.root / "drafts"

    @cached_property
    def zone(self) -> str:
        """The IANA zone of the process, UTC where there is no process yet."""
        with self.reading() as db:
            row = one(db, "select zone from process where deleted_at is null")
        return str(row["zone"]) if row else "UTC"

    @cached_property
    def _offset(self) -> timedelta:
        with self.reading() as db:
            row = one(db, "select value from meta where key = 'clock_offset_seconds'")
        return timedelta(seconds=int(str(row["value"]))) if row else timedelta()

    def now(self) -> Instant:
        """Return the moment to judge by, on the clock of the process: frozen, or the real clock plus the offset."""
        return self.as_of or Instant.at(self.clock() + self._offset, self.zone)

    def who(self) -> str:
        """Return who acts: `NEGOTIATOR_USER`, else the settings, else the login name."""
        return who(self.settings, self.environ)

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """Open the database to read; closed at the end."""
        db = connect(self.database_path)
        try:
            with told_plainly(self.database_path):
                yield db
        finally:
            db.close()

    @contextmanager
    def acting(self, label: str, *, undoes: str | None = None, **details: object) -> Iterator[Act]:
        """Do one act: one transaction with its events; the first act of a day makes the day's backup before it.

        Raises `Refused` while the clock is frozen.
        """
        if self.as_of is not None:
            raise Refused(
                _("Nothing can be changed while looking back to {date}; leave out --as-of.", date=in_words(self.as_of))
            )
        with self.reading() as db:
            self._back_up_once_a_day(db)
            with acting(db, label, details, at=self.clock(), by=self.who(), undoes=undoes) as act:
                yield act

    def _back_up_once_a_day(self, db: Database) -> None:
        from negotiator.storage.backup import back_up_once_a_day

        back_up_once_a_day(db, self.backups_folder, self.clock())


def is_workspace(folder: Path) -> bool:
    """Say whether a folder holds the database of a workspace, or at least its backups."""
    return (folder / DATABASE).is_file() or any((folder / DATABASE).parent.glob("backups/*.db"))


def find_workspace(
    named: Path | None,
    *,
    as_of: str | None = None,
    settings: Settings | None = None,
    environ: Mapping[str, str] = os.environ,
    clock: Clock = real_clock,
    mounts: Callable[[], list[Mount]] = mounts_of_this_machine,
) -> Workspace:
    """Open the workspace that was named, else `NEGOTIATOR_WORKSPACE`, else this folder, else the user's own.

    `as_of` is a date (the end of that day in the process's zone) or an instant. Raises `NotFound` where there is none,
    `Refused` where it lies on a network share.
    """
    given = named or (Path(environ["NEGOTIATOR_WORKSPACE"]) if environ.get("NEGOTIATOR_WORKSPACE") else None)
    places = [given] if given else [Path.cwd(), user_workspace()]
    root = next((place for place in places if is_workspace(place)), None)
    if root is None:
        if given:
            raise NotFound(_("{path} is not a workspace; “negotiator init {path}” makes one there.", path=given))
        raise NotFound(_("There is no workspace here; “negotiator init” makes one in this folder."))
    refuse_network_share(root, mounts())
    workspace = Workspace(root, settings=settings or Settings(), environ=environ, clock=clock)
    if as_of is not None:
        workspace.as_of = parse_instant(as_of, workspace.zone)
    return workspace


def make_workspace(
    root: Path,
    *,
    clock: Clock = real_clock,
    clock_offset: timedelta = timedelta(),
    environ: Mapping[str, str] = os.environ,
    mounts: Callable[[], list[Mount]] = mounts_of_this_machine,
    randomness: Callable[[int], bytes] = os.urandom,
    go_on: bool = False,
) -> Workspace:
    """Make the folders and the empty database of a workspace, for its owner only where the system has modes.

    `clock_offset` is added to the real clock for ever after: a sample lives in its own time. With `go_on` a database
    that is there already is taken further: whoever began it was cut off before the first act.
    Raises `Refused` for a folder that is a workspace already or lies on a network share.
    """
    if is_workspace(root) and not go_on:
        raise Refused(_("{path} is a workspace already.", path=root))
    refuse_network_share(root, mounts())
    workspace = Workspace(root, environ=environ, clock=clock)
    try:
        for folder in (root, root / "data", workspace.backups_folder, workspace.drafts_folder):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        workspace.database_path.touch(mode=0o600, exist_ok=go_on)
    except OSError as problem:
        reason = problem.strerror or problem
        raise Refused(_("No workspace can be made in {path}: {problem}.", path=root, problem=reason)) from problem
    db = connect(workspace.database_path, create=True)
    try:
        with told_plainly(workspace.database_path), immediate(db):
            db.table("meta").insert({"key": "origin", "value": uuid7(clock(), randomness(10))}, replace=True)
            seconds = int(clock_offset.total_seconds())
            db.table("meta").insert({"key": "clock_offset_seconds", "value": str(seconds)}, replace=True)
    finally:
        db.close()
    return workspace


def refuse_network_share(folder: Path, mounts: list[Mount]) -> None:
    """Raise `Refused` for a folder on a network share, where two desks writing at once would destroy the database."""
    system = network_system(folder, mounts)
    if system is not None:
        raise Refused(
            _(
                "{path} is on a network share ({system}), where SQLite cannot lock its files safely; keep the "
                "workspace on this machine's own disk, or work on one server over SSH.",
                path=folder,
                system=system,
            )
        )


def user_workspace() -> Path:
    """Return the folder in the user's own data that serves where no other is named."""
    from platformdirs import user_data_path

    return user_data_path("negotiator", appauthor=False)
