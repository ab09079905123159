"""A process written as a TOML file: read into values, or refused with every problem and its place."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from negotiator.domain.mandate import MandatedAction
from negotiator.domain.process import Claim, Milestone, Mode, Phase, Process, Role
from negotiator.domain.session import Session
from negotiator.domain.table import Table
from negotiator.domain.template_actions import Names, action_from, check_actions
from negotiator.domain.template_places import line_of, places
from negotiator.domain.template_tables import claim_from, milestone_from, phase_from, role_from, session_from
from negotiator.errors import BadFile
from negotiator.i18n import _, n_

SCHEMA = "negotiator.process/1"
"""What a file of this kind says of itself."""
SHOWN = 5
"""How many problems are told at once."""


@dataclass(frozen=True, slots=True)
class Template:
    """A process as a file describes it."""

    process: Process
    """The process."""
    phases: tuple[Phase, ...]
    """Its phases."""
    roles: tuple[Role, ...]
    """Who holds which office."""
    sessions: tuple[Session, ...]
    """Its calendar."""
    milestones: tuple[Milestone, ...]
    """Dated events that are not sessions."""
    claims: tuple[Claim, ...]
    """Figures on which sources differ."""
    actions: tuple[MandatedAction, ...] = ()
    """What the mandate asks for."""
    written: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    """Each action as it stands in the file, by its code: its rules are stored as they were written."""


def read_template(text: str, name: str) -> Template:
    """Read a process from the text of a TOML file called `name`.

    Raises `BadFile` with the line and the path of each key that is wrong and what was expected, the first few of them.
    """
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise BadFile(_not_toml(text, name, str(problem))) from problem
    return template_from(values, name, text)


def template_from(values: Mapping[str, object], name: str, text: str = "") -> Template:
    """Read a process from the parsed content of a file called `name`; raises `BadFile` as `read_template` does.

    With the `text` of the file each problem is told with its line.
    """
    root = Table("", values, [])
    template = _template(root)
    _check(root, template)
    if root.problems:
        count = len(root.problems)
        told = "\n".join(f"  {_with_line(problem, text)}" for problem in root.problems[:SHOWN])
        more = "\n  " + n_("and {n} more", "and {n} more", count - SHOWN) if count > SHOWN else ""
        head = n_("{name} is not a process: {n} problem.", "{name} is not a process: {n} problems.", count, name=name)
        raise BadFile(f"{head}\n{told}{more}")
    return template


def _template(root: Table) -> Template:
    if root.text("schema") != SCHEMA and root.values.get("schema"):
        root.trouble("schema", f"“{SCHEMA}”")
    head = root.inner("process")
    if "process" not in root.values:
        root.trouble("process", _("a table"))
        head.problems = []  # one sentence is enough for all that is missing with it
    process = Process(
        code=head.code("code"),
        title=head.title("title"),
        mode=head.choice("mode", Mode),
        zone=head.zone("zone"),
        mandate=head.text("mandate"),
    )
    head.close()
    actions = [(row, action_from(row)) for row in root.rows("actions")]
    template = Template(
        process=process,
        phases=tuple(phase_from(row) for row in root.rows("phases")),
        roles=tuple(role_from(row) for row in root.rows("roles")),
        sessions=tuple(session_from(row, process.zone) for row in root.rows("sessions")),
        milestones=tuple(milestone_from(row, process.zone) for row in root.rows("milestones")),
        claims=tuple(claim_from(row) for row in root.rows("claims")),
        actions=tuple(action for _row, action in actions),
        written={action.code: row.values for row, action in actions},
    )
    root.close()
    return template


def _check(root: Table, template: Template) -> None:
    """Note what single tables cannot show: codes used twice, and codes that name nothing."""
    if not template.phases and "phases" not in root.values:
        root.trouble("phases", _("at least one phase"))
    _check_codes(root, "phases", [phase.code for phase in template.phases])
    _check_codes(root, "sessions", [session.code for session in template.sessions])
    _check_codes(root, "milestones", [milestone.code for milestone in template.milestones])
    _check_codes(root, "actions", [action.code for action in template.actions])
    phases = {phase.code for phase in template.phases}
    drafts = {milestone.draft for milestone in template.milestones}
    for number, session in enumerate(template.sessions):
        row = Table(f"sessions[{number}]", {"draft": session.draft}, root.problems, session.code)
        for place, phase in enumerate(session.phases):
            if phase not in phases:
                named = Table(row.path, {f"phases[{place}]": phase}, root.problems, session.code)
                named.trouble(f"phases[{place}]", _one_of(phases))
        if session.draft and session.draft not in drafts:
            row.trouble("draft", _("a draft of the milestones: {choices}", choices=", ".join(sorted(drafts - {""}))))
    subjects = {session.code for session in template.sessions} | {each.code for each in template.milestones}
    for number, claim in enumerate(template.claims):
        if claim.subject and claim.subject not in subjects:
            row = Table(f"claims[{number}]", {"subject": claim.subject}, root.problems)
            row.trouble("subject", _("the code of a session or milestone"))
    check_actions(root.problems, template.actions, _names(template))


def _names(template: Template) -> Names:
    return Names(
        sessions=frozenset(each.code for each in template.sessions),
        kinds=frozenset(each.kind.value for each in template.sessions),
        milestones=frozenset(each.code for each in template.milestones),
        phases=frozenset(each.code for each in template.phases),
        roles=frozenset(each.role for each in template.roles),
        drafts=frozenset(each.draft for each in template.milestones if each.draft),
    )


def _check_codes(root: Table, key: str, codes: Sequence[str]) -> None:
    folded = [code.casefold() for code in codes]
    for number, code in enumerate(codes):
        first = folded.index(code.casefold())
        if code and first < number:
            row = Table(f"{key}[{number}]", {"code": code}, root.problems)
            row.trouble("code", _("a code that is not used before, at {path}", path=f"{key}[{first}]"))


def _one_of(codes: Iterable[str]) -> str:
    return _("one of {choices}", choices=", ".join(sorted(codes)))


def _not_toml(text: str, name: str, problem: str) -> str:
    """Say where a file is no TOML; a date that does not exist is found here too, before there are any keys."""
    found = re.search(r"at line (\d+)", problem)
    line = int(found[1]) if found else text.count("\n") + 1
    path = _path_at_line(text, line)
    if "date" in problem.lower():
        return _(
            "{name}, line {line}: {path}: expected a date of the calendar like 2018-04-03.",
            name=name,
            line=line,
            path=path,
        )
    return _("{name}, line {line}: this is not TOML: {problem}.", name=name, line=line, problem=problem)


def _path_at_line(text: str, line: int) -> str:
    """Find the path of the key on a line of a file that cannot be parsed, by its headings alone."""
    begun = [each for each in places(text) if each.line <= line]
    if not begun:
        return ""
    parts = [f"[{part}]" if isinstance(part, int) else f".{part}" for part in begun[-1].path]
    return "".join(parts).removeprefix(".")


def _with_line(problem: str, text: str) -> str:
    """Put the line in front of a problem, where it can be found by the path with which the problem begins."""
    path = problem.partition(": ")[0].partition(" (")[0]
    line = line_of(text, path) if text else None
    return problem if line is None else _("line {line}: {problem}", line=line, problem=problem)
