import pytest

from negotiator.errors import NotFound, Refused, WrongUsage
from negotiator.services.stakeholders import add_stakeholder, find_stakeholder, list_stakeholders
from tests.inputs_desk import copy, with_delegations


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return with_delegations(tmp_path_factory.mktemp("made"))


@pytest.fixture
def workspace(made, tmp_path):
    return copy(made, tmp_path)


def test_a_workspace_is_made_with_everybody_in_it(workspace):
    assert len(list_stakeholders(workspace, category="MS")) == 193
    assert len(list_stakeholders(workspace, region="GRULAC")) == 33
    assert find_stakeholder(workspace, "教廷").code == "VAT"
    assert [each.code for each in list_stakeholders(workspace, words="ruis")] == ["CHE"]


def test_an_unknown_code_is_answered_with_a_suggestion_not_with_a_wrong_state(workspace):
    with pytest.raises(NotFound, match="did you mean SWZ"):
        find_stakeholder(workspace, "swazilnd")
    with pytest.raises(NotFound, match="AUS"):
        find_stakeholder(workspace, "austr")


@pytest.mark.parametrize(
    ("code", "name", "told"),
    [("CHE", "Other", "CHE already"), ("AU", "African Union", "Australia"), ("DEL-X", "Switzerland", "CHE already")],
)
def test_a_code_or_name_that_is_taken_is_not_given_again(workspace, code, name, told):
    with pytest.raises(Refused, match=told):
        add_stakeholder(workspace, name, code=code, category="UN")


@pytest.mark.parametrize("code", ["", "A", "DEL A", "[x]", "A" * 30])
def test_what_cannot_be_a_code_is_refused(workspace, code):
    with pytest.raises(WrongUsage, match="cannot be a code"):
        add_stakeholder(workspace, "Somebody", code=code, category="UN")


def test_an_unknown_category_or_region_is_named_with_those_there_are(workspace):
    with pytest.raises(NotFound, match="sample"):
        add_stakeholder(workspace, "Somebody", code="SOM1", category="X")
    with pytest.raises(NotFound, match="GRULAC"):
        add_stakeholder(workspace, "Somebody", code="SOM1", category="UN", region="X")
