import csv
from collections import Counter
from datetime import date

import pytest

from negotiator.domain.names import folded
from negotiator.domain.stakeholder import MEMBER_STATE, MayPropose, RegionalGroup, named, near, search
from negotiator.services.input_kinds import input_kinds
from negotiator.services.registers import categories, shipped_stakeholders
from tests.shared import shared

EVERYBODY = shipped_stakeholders()
STATES = [each for each in EVERYBODY if each.category == MEMBER_STATE]
APRIL_2018 = date(2018, 4, 3)


def state(code):
    return next(each for each in STATES if each.code == code)


def test_there_are_exactly_193_member_states():
    assert len(STATES) == 193


def test_no_code_is_given_twice():
    for name in ("code", "iso2", "m49"):
        given = [code for each in EVERYBODY if (code := getattr(each, name))]
        assert len(given) == len(set(given)), name
    assert all(len(each.code) == 3 and len(each.iso2) == 2 and len(each.m49) == 3 for each in STATES)


def test_each_state_has_both_names_a_formal_name_a_sound_and_one_regional_group():
    for each in STATES:
        assert each.name.en, each.code
        assert each.name.zh, each.code
        assert each.formal, each.code
        assert each.region in RegionalGroup, each.code
        assert each.pinyin, each.code
        assert all(part.isascii() and part.islower() for part in "".join(each.pinyin).split()), each.code


def test_everybody_has_both_names_and_a_category_that_exists():
    for each in EVERYBODY:
        assert each.name.en, each.code
        assert each.name.zh, each.code
        assert each.category in categories(), each.code
        assert all("\u4e00" <= character <= "\u9fff" for character in each.name.zh if character.isalpha()), each.code


def test_the_regional_groups_have_the_sizes_that_are_known():
    sizes = Counter(each.region for each in STATES)
    assert sizes == {"AFRICA": 54, "APG": 54, "EEG": 23, "GRULAC": 33, "WEOG": 29}


def test_turkiye_and_the_united_states_stand_with_a_note_in_the_group_they_are_counted_with():
    for code in ("TUR", "USA"):
        assert state(code).region is RegionalGroup.WESTERN_EUROPE_AND_OTHERS
        assert state(code).note.en
        assert state(code).note.zh


def test_no_name_code_or_alias_means_two_of_them():
    means = {}
    for each in EVERYBODY:
        for name in each.names():
            means.setdefault(folded(name), set()).add(each.code)
    assert {name: codes for name, codes in means.items() if len(codes) > 1} == {}


@pytest.mark.parametrize(
    ("code", "day", "en", "zh"),
    [
        ("SWZ", "2018-04-18", "Swaziland", "斯威士兰"),
        ("SWZ", "2018-04-19", "Eswatini", "斯威士兰"),
        ("TUR", "2022-05-31", "Turkey", "土耳其"),
        ("TUR", "2022-06-01", "Türkiye", "土耳其"),
        ("MKD", "2018-04-03", "The former Yugoslav Republic of Macedonia", "前南斯拉夫的马其顿共和国"),
        ("MKD", "2019-02-14", "North Macedonia", "北马其顿"),
        ("CZE", "2016-05-16", "Czech Republic", "捷克共和国"),
        ("CZE", "2018-04-03", "Czechia", "捷克"),
        ("CPV", "2012-01-01", "Cape Verde", "佛得角"),
        ("CPV", "2018-04-03", "Cabo Verde", "佛得角"),
        ("NRU", "2018-04-03", "Nauru", "瑙鲁"),
        ("NLD", "2018-04-03", "Netherlands", "荷兰"),
        ("CHE", "2018-04-03", "Switzerland", "瑞士"),
    ],
)
def test_a_state_is_called_what_it_was_called_on_the_day(code, day, en, zh):
    name = state(code).name_at(date.fromisoformat(day))
    assert (name.en, name.zh) == (en, zh)


def test_the_formal_name_follows_the_day_too():
    assert state("SWZ").formal_at(APRIL_2018) == "the Kingdom of Swaziland"
    assert state("SWZ").formal_at(date(2026, 11, 1)) == "the Kingdom of Eswatini"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        *(("ROK", "KOR"), ("韩国", "KOR"), ("UK", "GBR"), ("英国", "GBR"), ("USA", "USA"), ("美国", "USA")),
        *(("Swaziland", "SWZ"), ("TURKEY", "TUR"), ("cote d ivoire", "CIV"), ("Côte d'Ivoire", "CIV"), ("UAE", "ARE")),
        *(("DPRK", "PRK"), ("朝鲜", "PRK"), ("DRC", "COD"), ("Vatican", "VAT"), ("欧盟", "EU"), ("IOM", "IOM")),
        *(("Congo", "COG"), ("Guinea", "GIN"), ("ＣＨＥ", "CHE"), ("fr", "FRA"), ("荷兰", "NLD"), ("AU", "AUS")),
    ],
)
def test_an_alias_an_old_name_and_a_code_of_any_kind_mean_the_state(typed, code):
    found = named(EVERYBODY, typed)
    assert found is not None
    assert found.code == code


def test_a_beginning_alone_names_nobody():
    assert named(EVERYBODY, "Switz") is None
    assert named(EVERYBODY, "") is None


@pytest.mark.parametrize("each", STATES, ids=lambda each: each.code)
def test_three_keys_are_enough_to_find_a_state_in_english_chinese_or_pinyin(each):
    def place(typed):
        return [found.code for found in search(EVERYBODY, typed)].index(each.code)

    assert place(each.code) == 0
    assert place(each.name.zh[:3]) < 8
    assert place(each.name.en[:3]) < 12
    assert place(each.initials()[0][:3]) < 12 or place(each.sounds()[0][:3]) < 12


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        *(("swi", "CHE"), ("ger", "DEU"), ("瑞士", "CHE"), ("ruis", "CHE"), ("rui shi", "CHE"), ("韩", "KOR")),
        *(("hanguo", "KOR"), ("south k", "KOR"), ("AND", "AND"), ("per", "PER"), ("iran", "IRN")),
    ],
)
def test_the_likeliest_comes_first(typed, first):
    assert search(EVERYBODY, typed)[0].code == first


def test_a_member_state_comes_before_others_that_begin_alike():
    found = [each.code for each in search(EVERYBODY, "eu")]
    assert found[0] == "EU"  # its own code
    assert [each.category for each in search(EVERYBODY, "lib")][:2] == [MEMBER_STATE, MEMBER_STATE]


@pytest.mark.parametrize(("typed", "meant"), [("swizterland", "CHE"), ("Kyrgistan", "KGZ"), ("kazakstan", "KAZ")])
def test_a_slip_of_the_finger_is_answered_with_who_may_have_been_meant(typed, meant):
    assert meant in [each.code for each in near(EVERYBODY, typed)]


def test_nonsense_means_nobody():
    assert near(EVERYBODY, "qqqqzz") == ()
    assert search(EVERYBODY, "  ") == ()


def test_the_facts_agree_with_the_list_they_were_taken_from():
    rows = {
        row["iso3"]: row
        for row in csv.DictReader(shared("texts", "lists", "un-member-states.csv").open(encoding="utf-8-sig"))
    }
    assert rows.keys() == {each.code for each in STATES}
    for each in STATES:
        row = rows[each.code]
        assert (each.iso2, each.m49) == (row["iso2"], row["m49"])
        assert (each.name.en, each.name.zh, each.formal) == (row["name_en"], row["name_zh"], row["formal_name_en"])


def test_states_may_propose_text_observers_by_courtesy_and_stakeholders_give_views():
    said = {code: category.propose for code, category in categories().items()}
    assert said["MS"] is MayPropose.YES
    assert said["OBS"] is MayPropose.COURTESY
    assert said["UN"] is MayPropose.REQUEST
    assert {said[code] for code in ("NGO-E", "NGO-L", "ACA", "NHRI", "PRV", "MED")} == {MayPropose.NO}


def test_there_are_21_kinds_of_input_with_both_names_and_those_who_send_them():
    kinds = input_kinds()
    assert len(kinds) == 21
    for kind in kinds.values():
        for title in (kind.title, kind.sender, kind.recipient):
            assert title.en, kind.code
            assert title.zh, kind.code


def test_an_objection_is_private_and_a_submission_public():
    kinds = input_kinds()
    assert kinds["OBJ"].visibility == "private"
    assert kinds["WS"].visibility == "public"
    assert kinds["NP"].visibility == "member-states"
