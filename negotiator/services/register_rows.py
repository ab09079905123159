"""Planning the rows of a list: whom each means or makes, and what it says otherwise than the register."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from negotiator.documents.reading.tables import TableRow
from negotiator.domain.accreditation import Accreditation
from negotiator.domain.contacts import Contact, in_words, is_plain_name, language_code
from negotiator.domain.names import folded
from negotiator.domain.register_columns import Field
from negotiator.domain.register_import import Choices, Difference, Outcome, PlannedRow, code_for, plain_name
from negotiator.domain.stakeholder import MEMBER_STATE, REGIONAL_GROUPS, RegionalGroup, Stakeholder, named
from negotiator.domain.title import NO_TITLE, Title
from negotiator.errors import NegotiatorError, WrongUsage
from negotiator.i18n import _, language
from negotiator.services.accreditation import OF_RIGHT, admission_named, drawn
from negotiator.services.contacts import addresses_typed
from negotiator.services.registers import categories
from negotiator.services.stakeholders import checked_code, require
from negotiator.workspace import Workspace

ALIKE = 86
"""From which likeness of two names, of a hundred, somebody has to say whether they are one."""
STATES = frozenset((MEMBER_STATE, "OBS"))
"""The categories whose names are so well known that the order of their words tells nobody from anybody."""
MOST_NEAR = 3
"""How many of those that are alike are told."""


class Planner:
    """Plans the rows of one list one after the other, each in the light of those before it."""

    def __init__(
        self,
        workspace: Workspace,
        columns: Mapping[Field, int],
        known: Sequence[Stakeholder],
        applied: Sequence[Accreditation],
        choices: Choices,
        addresses: Mapping[str, tuple[Contact, ...]],
    ) -> None:
        """Take the register as it stands and what was said of the list."""
        self.workspace = workspace
        self.columns = columns
        self.choices = choices
        self.known = list(known)
        self._applied = {(each.stakeholder, each.admission) for each in applied}
        self._addresses = addresses
        self._codes = {each.code for each in known}
        self._plain: dict[str, str] = {}
        for each in known:
            for name in (*each.names(), each.formal):
                if name and name not in (each.code, each.iso2):
                    self._plain.setdefault(plain_name(name), each.code)
        self._rows: dict[str, int] = {}

    def planned(self, row: TableRow) -> PlannedRow:
        """Plan one row; what is wrong with it becomes its reason."""
        name = self._cell(row, Field.NAME) or self._cell(row, Field.NAME_ZH) or self._cell(row, Field.CODE)
        try:
            return self._planned(row, name)
        except NegotiatorError as problem:
            return PlannedRow(row.number, Outcome.BAD, name, reason=str(problem))

    def _planned(self, row: TableRow, name: str) -> PlannedRow:
        if not name:
            raise WrongUsage(_("There is no name."))
        held = self._held(row)
        if held is not None and held.code in self._rows:
            reason = _("It stands in row {row} already.", row=self._rows[held.code])
            return PlannedRow(row.number, Outcome.REPEATED, name, held, reason)
        if held is None and not self._surely_new(row):
            near = self._near(name, self._category_or_none(row))
            if near:
                reason = _(
                    "It may be {near}; say --same {row}=CODE or --new {row}.", near=", ".join(near), row=row.number
                )
                return PlannedRow(row.number, Outcome.ALIKE, name, None, reason, near)
        differences: tuple[Difference, ...] = ()
        contacts = self._contacts(row)
        if held is None:
            who, outcome = self._new(row, name), Outcome.ADD
        else:
            who, differences = self._completed(held, row)
            differences = (*differences, *self._new_addresses(who, contacts))
            taken = any(each.taken for each in differences)
            outcome = Outcome.COMPLETE if taken else Outcome.KNOWN
        application = self._application(row, who)
        self._remember(who, row.number)
        return PlannedRow(row.number, outcome, name, who, "", (), differences, application, contacts)

    def _held(self, row: TableRow) -> Stakeholder | None:
        """Return whom a row means: as somebody said, else by its code, else by a name that is no other's."""
        if row.number in self.choices.same:
            return require(self.known, self.choices.same[row.number])
        code = self._cell(row, Field.CODE).upper()
        if code:
            return next((each for each in self.known if each.code == code), None)
        if row.number in self.choices.new:
            return None
        for field in (Field.NAME, Field.NAME_ZH, Field.FORMAL):
            said = self._cell(row, field)
            found = (named(self.known, said) or self._state(said)) if said else None
            if found is not None:
                return found
        return None

    def _state(self, name: str) -> Stakeholder | None:
        """Return the State whose name this is, in whatever order its words stand."""
        code = self._plain.get(plain_name(name))
        return next((each for each in self.known if each.code == code and each.category in STATES), None)

    def _surely_new(self, row: TableRow) -> bool:
        return self.choices.all_new or row.number in self.choices.new

    def _near(self, name: str, category: str) -> tuple[str, ...]:
        """Return the codes of those whose names are spelled much alike, the likeliest first.

        Where a State is meant, or nothing is said, also those that are named within the name: somebody who speaks for
        others is not somebody new.
        """
        from rapidfuzz import fuzz, process

        found = process.extract(
            plain_name(name), self._plain.keys(), scorer=fuzz.ratio, score_cutoff=ALIKE, limit=MOST_NEAR
        )
        near = [self._plain[each] for each, _score, _place in found]
        if category in ("", MEMBER_STATE):
            words = f" {folded(name)} "
            near += [each.code for each in self.known if f" {folded(each.name.en)} " in words]
        return tuple(dict.fromkeys(near))[:MOST_NEAR]

    def _new(self, row: TableRow, name: str) -> Stakeholder:
        code = self._cell(row, Field.CODE)
        made = checked_code(code) if code else code_for(self._cell(row, Field.NAME) or name, self._codes)
        english, chinese = self._cell(row, Field.NAME) or name, self._cell(row, Field.NAME_ZH)
        if not chinese and not english.isascii() and any("\u4e00" <= each <= "\u9fff" for each in english):
            chinese = english
        note = self._cell(row, Field.NOTE)
        return Stakeholder(
            code=made,
            category=self._category(row),
            name=Title(english, chinese),
            region=next(iter(self._regions(row)), None),
            formal=self._cell(row, Field.FORMAL),
            iso2=self._cell(row, Field.ISO2).upper(),
            m49=self._cell(row, Field.M49),
            aliases=self._aliases(row),
            note=(Title("", note) if language() == "zh" else Title(note)) if note else NO_TITLE,
        )

    def _completed(self, held: Stakeholder, row: TableRow) -> tuple[Stakeholder, tuple[Difference, ...]]:
        """Fill in what the register does not have; what it has otherwise is told, and taken over only if so said."""
        regions = self._regions(row)
        region = held.region if held.region in regions else next(iter(regions), None)
        said = {
            "name": (held.name.en, self._cell(row, Field.NAME) if self.choices.update else ""),
            "name-zh": (held.name.zh, self._cell(row, Field.NAME_ZH)),
            "formal": (held.formal, self._cell(row, Field.FORMAL)),
            "region": (held.region.value if held.region else "", region.value if region else ""),
            "iso2": (held.iso2, self._cell(row, Field.ISO2).upper()),
            "m49": (held.m49, self._cell(row, Field.M49)),
        }
        differences = tuple(
            Difference(what, before, after, self.choices.update or not before)
            for what, (before, after) in said.items()
            if after and after != before
        )
        new = {each.what: each.after for each in differences if each.taken}
        missing = tuple(each for each in self._aliases(row) if folded(each) not in map(folded, held.names()))
        if missing:
            aliases = (*held.aliases, *missing)
            differences = (*differences, Difference("aliases", "; ".join(held.aliases), "; ".join(aliases), True))
        changed = replace(
            held,
            name=Title(new.get("name", held.name.en), new.get("name-zh", held.name.zh)),
            formal=new.get("formal", held.formal),
            region=RegionalGroup(new["region"]) if "region" in new else held.region,
            iso2=new.get("iso2", held.iso2),
            m49=new.get("m49", held.m49),
            aliases=(*held.aliases, *missing),
        )
        return changed, differences

    def _application(self, row: TableRow, who: Stakeholder) -> Accreditation | None:
        word = self._cell(row, Field.LIST)
        admission = admission_named(word) if word else self.choices.admission
        if admission is None or (who.code, admission) in self._applied or (not word and who.category in OF_RIGHT):
            return None
        applied, year = self._cell(row, Field.APPLIED) or None, self._cell(row, Field.YEAR)
        if year and not (year.isdigit() and 1945 < int(year) < 2200):
            raise WrongUsage(_("“{word}” is no year.", word=year))
        found = drawn(
            self.workspace, who, admission, None, applied, self._cell(row, Field.STATUS), int(year) if year else None
        )
        return replace(found, women=self._count(row, Field.WOMEN), men=self._count(row, Field.MEN))

    def _contacts(self, row: TableRow) -> tuple[Contact, ...]:
        """Read the addresses of a row; a name and a language of its own columns are those of the first."""
        found = addresses_typed(self._cell(row, Field.EMAIL))
        name, language = self._cell(row, Field.CONTACT), _language(self._cell(row, Field.LANGUAGE))
        if not found:
            return ()
        if not is_plain_name(name):
            raise WrongUsage(_("“{word}” is no name; leave out < > @ and semicolons.", word=name))
        first = replace(found[0], name=found[0].name or name, language=found[0].language or language)
        return (first, *found[1:])

    def _new_addresses(self, who: Stakeholder, contacts: Sequence[Contact]) -> tuple[Difference, ...]:
        """Tell the addresses that somebody does not have yet."""
        held = {each.email.casefold(): each for each in self._addresses.get(who.code, ())}
        new = [each for each in contacts if _says_more(each, held.get(each.email.casefold()))]
        before = in_words(held.values())
        return (Difference("email", before, in_words(new), True),) if new else ()

    def _count(self, row: TableRow, field: Field) -> int:
        word = self._cell(row, field)
        if word and not (word.isdecimal() and int(word) < 10_000):
            raise WrongUsage(_("“{word}” is no number of people.", word=word))
        return int(word) if word else 0

    def _category_or_none(self, row: TableRow) -> str:
        """Return the category that the row itself names."""
        return self._category(row) if self._cell(row, Field.CATEGORY) else ""

    def _category(self, row: TableRow) -> str:
        word = self._cell(row, Field.CATEGORY)
        meant = {folded(each): code for each, code in self.choices.meanings.items()}.get(folded(word))
        if word and meant:
            word = meant
        if not word and not self.choices.category:
            raise WrongUsage(_("There is no category; say --category CODE for those without one."))
        found = _categories_by_name().get(folded(word or self.choices.category))
        if found:
            return found
        raise WrongUsage(_("There is no category “{word}”; say what it means with --as “{word}=CODE”.", word=word))

    def _regions(self, row: TableRow) -> tuple[RegionalGroup, ...]:
        """Return the regional groups that a row names: some lists name two for a State that sits with both."""
        word = self._cell(row, Field.REGION)
        found = []
        for part in filter(None, (each.strip() for each in word.split(";"))):
            meant = [
                each
                for each, title in REGIONAL_GROUPS.items()
                if folded(part) in (folded(each.value), folded(title), folded(_(title)))
            ]
            if not meant:
                choices = ", ".join(RegionalGroup)
                raise WrongUsage(
                    _("There is no regional group “{word}”; write one of {choices}.", word=part, choices=choices)
                )
            found += meant
        return tuple(found)

    def _aliases(self, row: TableRow) -> tuple[str, ...]:
        said = self._cell(row, Field.ALIASES).replace("；", ";").split(";")
        return tuple(dict.fromkeys(each.strip() for each in said if each.strip()))

    def _remember(self, who: Stakeholder, number: int) -> None:
        self._rows[who.code] = number
        if who.code not in self._codes:
            self._codes.add(who.code)
            self.known.append(who)
            for name in (who.name.en, who.name.zh, who.formal, *who.aliases):
                if name:
                    self._plain.setdefault(plain_name(name), who.code)

    def _cell(self, row: TableRow, field: Field) -> str:
        place = self.columns.get(field)
        return " ".join(row.cells[place].split()) if place is not None else ""


@cache
def _categories_by_name() -> Mapping[str, str]:
    """Return the codes of the categories by everything that a list may call them."""
    named = ((each.code, each.title.en, each.title.zh) for each in reversed(list(categories().values())))
    return {folded(name): names[0] for names in named for name in names}


def _language(word: str) -> str:
    code = language_code(word)
    if code is None:
        raise WrongUsage(_("“{word}” is no language; write a code like en or zh.", word=word))
    return code


def _says_more(said: Contact, held: Contact | None) -> bool:
    """Whether an address of a list is new, or names or speaks otherwise than the one that is held."""
    if held is None:
        return True
    return bool(said.name and said.name != held.name) or bool(said.language and said.language != held.language)
