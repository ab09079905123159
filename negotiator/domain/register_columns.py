"""Which column of a list holds what: the heads that people write over a list of delegations and stakeholders."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from negotiator.domain.names import folded


class Field(StrEnum):
    """What a list may say of somebody."""

    CODE = "code"
    NAME = "name"
    NAME_ZH = "name-zh"
    FORMAL = "formal"
    CATEGORY = "category"
    REGION = "region"
    ISO2 = "iso2"
    M49 = "m49"
    ALIASES = "aliases"
    NOTE = "note"
    LIST = "list"
    APPLIED = "applied"
    STATUS = "status"
    YEAR = "year"
    WOMEN = "women"
    MEN = "men"
    CONTACT = "contact"
    EMAIL = "email"
    LANGUAGE = "language"


HEADS: Mapping[Field, tuple[str, ...]] = {
    Field.CODE: ("code", "iso3", "alpha 3", "acronym", "abbreviation", "代码", "简称"),
    Field.NAME: (
        *("name", "name en", "english name", "organization", "organisation", "name of organization"),
        *("name of organisation", "institution", "entity", "stakeholder", "submitter", "delegation", "member state"),
        *("country", "名称", "英文名称", "组织名称", "机构名称"),
    ),
    Field.NAME_ZH: ("name zh", "chinese name", "name in chinese", "中文名称", "中文名"),
    Field.FORMAL: ("formal", "formal name", "formal name en", "official name", "full name", "正式名称", "全称"),
    Field.CATEGORY: ("category", "type", "kind", "type of organization", "type of organisation", "类别", "类型"),
    Field.REGION: ("region", "regional group", "un regional group", "区域", "区域组", "区域集团"),
    Field.ISO2: ("iso2", "alpha 2"),
    Field.M49: ("m49",),
    Field.ALIASES: ("aliases", "alias", "other names", "also known as", "别名"),
    Field.NOTE: ("note", "notes", "remarks", "comments", "备注"),
    Field.LIST: ("list", "admission", "accreditation", "名单"),
    Field.APPLIED: ("applied", "date of application", "application date", "applied on", "申请日期"),
    Field.STATUS: ("ecosoc status", "consultative status", "status", "ecosoc", "grade", "咨商地位", "等级"),
    Field.YEAR: ("year", "year of status", "status year", "since", "年份"),
    Field.WOMEN: ("women", "female", "f", "女", "女性"),
    Field.MEN: ("men", "male", "m", "男", "男性"),
    Field.CONTACT: ("contact", "contact person", "contact name", "focal point", "联系人", "联络人"),
    Field.EMAIL: ("email", "e mail", "mail", "email address", "e mail address", "contact email", "电子邮件", "邮箱"),
    Field.LANGUAGE: ("language", "language of correspondence", "preferred language", "语文", "语言"),
}
"""The heads by which each is known, folded; the first that is found counts."""


def columns_of(head: Sequence[str], said: Mapping[Field, str]) -> dict[Field, int]:
    """Return the place of each column: what was said, then what the heads say.

    Raises `KeyError` with a head that was said and does not stand there.
    """
    places = {folded(cell): place for place, cell in reversed(list(enumerate(head)))}
    found: dict[Field, int] = {}
    for field, cell in said.items():
        if folded(cell) not in places:
            raise KeyError(cell)
        found[field] = places[folded(cell)]
    for field, heads in HEADS.items():
        place = next((places[each] for each in heads if each in places and places[each] not in found.values()), None)
        if field not in found and place is not None:
            found[field] = place
    return found
