"""A returned file becomes proposals."""

from negotiator.services.history import undo
from negotiator.services.proposal_import import store_plan
from negotiator.services.proposal_lists import list_proposals
from tests.services.test_returned_files import made, planned, workspace

__all__ = ["made", "workspace"]


def test_the_items_of_a_file_become_proposals_in_one_act_but_for_those_in_doubt(workspace):
    plan = planned(workspace, "rev1", ("Delegation A: delete", 1))
    before = list_proposals(workspace)
    made = store_plan(workspace, plan, frozenset(), {each.number: "DEL-B" for each in plan.items})
    assert len(made.codes) + len(made.left) == len(plan.items)
    assert [each.code for each in list_proposals(workspace)][len(before) :] == list(made.codes)
    assert all(each.path for each in list_proposals(workspace)[len(before) :])
    undo(workspace)
    assert list_proposals(workspace) == before
