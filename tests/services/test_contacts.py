"""Addresses of delegations and stakeholders: noted, replaced, imported, written to, and shown to nobody else."""

import json
from datetime import date
from email import message_from_bytes
from email.policy import default

import pytest

from negotiator.domain.audience import Audience
from negotiator.errors import BadFile, WrongUsage
from negotiator.services.contacts import add_contacts, end_contact, list_contacts, replace_contacts
from negotiator.services.history import undo
from negotiator.services.register_import import import_list, plan_import
from tests.inputs_desk import copy, expect, with_delegations
from tests.running import negotiator
from tests.samples import looking_back


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return with_delegations(tmp_path_factory.mktemp("made"))


@pytest.fixture
def workspace(made, tmp_path):
    return copy(made, tmp_path)


def emails(workspace, code="DEL-A", audience=Audience.PRIVATE):
    return [each.email for each in list_contacts(workspace, audience).get(code, ())]


def test_several_addresses_hold_from_a_day_and_are_for_us_and_the_co_facilitators(workspace):
    add_contacts(workspace, "del-a", "Ána Li <ana@example.org> zh; desk@example.org", since=date(2018, 4, 2))
    assert emails(workspace) == ["ana@example.org", "desk@example.org"]
    assert list_contacts(workspace)["DEL-A"][0].written == "Ána Li <ana@example.org> zh"
    assert emails(workspace, audience=Audience.MEMBER_STATES) == []
    assert emails(looking_back(workspace, "2018-04-01")) == []
    undo(workspace)
    assert emails(workspace) == []


def test_they_are_replaced_and_ended_in_one_act(workspace):
    add_contacts(workspace, "DEL-A", "old@example.org; desk@example.org", since=date(2018, 3, 1))
    replace_contacts(workspace, "DEL-A", "new@example.org; Desk <desk@example.org>")
    assert emails(workspace) == ["desk@example.org", "new@example.org"]
    assert emails(looking_back(workspace, "2018-04-02")) == ["old@example.org", "desk@example.org"]
    end_contact(workspace, "DEL-A", "NEW@example.org")
    assert emails(workspace) == ["desk@example.org"]
    undo(workspace)
    undo(workspace)
    assert emails(workspace) == ["old@example.org", "desk@example.org"]


@pytest.mark.parametrize(
    "typed",
    [
        "nobody",
        "a@b",
        "=x@example.org",
        "a..b@example.org",
        "a.@example.org",
        "a@-b.org",
        "a@example.org\nBcc: b@example.org",
        "x <>",
        "",
    ],
)
def test_what_is_no_address_is_a_sentence(workspace, typed):
    with pytest.raises(WrongUsage):
        add_contacts(workspace, "DEL-A", typed)
    assert emails(workspace) == []


def test_a_list_brings_addresses_by_its_columns(workspace, tmp_path):
    path = tmp_path / "list.csv"
    path.write_text(
        "code;name;category;Focal point;E-mail;Language\n"
        'DEL-A;Delegation A;sample;Ana Li;"ana@example.org, desk@example.org";zh\n'
        "WELLS;Friends of Wells;NGO-L;;wells@example.org;\n",
        "utf-8",
    )
    assert [row.outcome.value for row in plan_import(workspace, path).rows] == ["complete", "add"]
    import_list(workspace, path)
    assert [each.written for each in list_contacts(workspace)["DEL-A"]] == [
        "Ana Li <ana@example.org> zh",
        "desk@example.org",
    ]
    assert emails(workspace, "WELLS") == ["wells@example.org"]
    assert [row.outcome.value for row in plan_import(workspace, path).rows] == ["known", "known"]
    path.write_text("code,name,category,email\nDEL-B,Delegation B,sample,no address\n", "utf-8")
    with pytest.raises(BadFile, match="row 2"):
        import_list(workspace, path)


def test_reminders_bear_the_addresses_and_name_those_without_one(workspace, tmp_path):
    expect(workspace, due="2018-04-06")
    expect(workspace, due="2018-04-06", sender="DEL-B")
    root = workspace.root
    run = lambda *words: negotiator(*words, workspace=root)  # noqa: E731
    assert (
        run("stakeholder", "contact", "add", "del-a", "Ana Li (A) <ana@example.org> zh", "--since", "2018-04-01").code
        == 0
    )
    told = json.loads(run("input", "chase", "--dry-run", "--json").out)["reminders"]
    assert [each["to"] for each in told] == [["ana@example.org"], []]
    told = json.loads(run("input", "chase", "--json", "--audience", "public").out)["reminders"]
    assert [each["to"] for each in told] == [[], []]
    ran = run("input", "chase", "--format", "eml", "-o", tmp_path / "mails")
    assert "No address is known of DEL-B" in ran.err
    mails = [message_from_bytes(path.read_bytes(), policy=default) for path in sorted((tmp_path / "mails").iterdir())]
    assert [mail["To"] for mail in mails] == ['"Ana Li (A)" <ana@example.org>', None]
    assert mails[0]["Content-Language"] == "zh"
    assert "ana@example.org" in run("stakeholder", "show", "del-a").out
    assert "ana@example.org" not in run("stakeholder", "show", "del-a", "--audience", "member-states").out
    assert json.loads(run("stakeholder", "contact", "list", "--json", "--audience", "public").out)["contacts"] == []


def test_who_may_see_an_address_is_kept_when_it_replaces_others_and_can_be_narrowed_again(workspace):
    def add(visibility):
        given = ("a@example.org", "--since", "2018-04-01", "--visibility", visibility)
        assert negotiator("stakeholder", "contact", "add", "DEL-A", *given, workspace=workspace.root).code == 0

    add("public")
    assert emails(workspace, audience=Audience.PUBLIC) == ["a@example.org"]
    add("co-facilitators-and-secretariat")
    assert emails(workspace, audience=Audience.PUBLIC) == []
    replace_contacts(workspace, "DEL-A", "p@example.org", since=date(2018, 5, 1), visibility=Audience.PRIVATE)
    assert emails(workspace) == []
    later = looking_back(workspace, "2018-05-01")
    assert emails(later) == ["p@example.org"]
    assert emails(later, audience=Audience.CO_FACILITATORS_AND_SECRETARIAT) == []


def test_what_is_replaced_is_only_what_was_shown_and_a_name_can_be_taken_away(workspace):
    add_contacts(workspace, "DEL-A", "Ana <ana@example.org> zh")
    shown = list_contacts(workspace)["DEL-A"]
    add_contacts(workspace, "DEL-A", "meanwhile@example.org")
    replace_contacts(workspace, "DEL-A", "ana@example.org", shown=shown)
    assert [each.written for each in list_contacts(workspace)["DEL-A"]] == ["ana@example.org", "meanwhile@example.org"]


def test_one_address_that_begins_later_begins_sooner_and_is_not_kept_twice(workspace):
    add_contacts(workspace, "DEL-A", "ana@example.org", since=date(2018, 6, 1))
    add_contacts(workspace, "DEL-A", "ana@example.org", since=date(2018, 4, 1))
    assert emails(workspace) == ["ana@example.org"]
    assert emails(looking_back(workspace, "2018-06-02")) == ["ana@example.org"]


def test_a_list_names_its_languages_and_brings_back_what_had_ended(workspace, tmp_path):
    add_contacts(workspace, "DEL-A", "ana@example.org", since=date(2018, 3, 1))
    end_contact(workspace, "DEL-A", "ana@example.org", on=date(2018, 3, 5))
    file = tmp_path / "list.csv"
    line = "DEL-A,Delegation A,Ana Li,ana@example.org,中文"
    file.write_text(f"code,name,contact,email,language\n{line}\n", encoding="utf-8")
    import_list(workspace, file)
    assert [each.written for each in list_contacts(workspace)["DEL-A"]] == ["Ana Li <ana@example.org> zh"]
    for head, cell in (("language", "Klingonish tongue"), ("contact", "Li; Ana")):
        file.write_text(f"code,name,email,{head}\nDEL-B,Delegation B,b@example.org,{cell}\n", encoding="utf-8")
        with pytest.raises(BadFile):
            import_list(workspace, file)
