"""What became of proposals, told and stored from the command line."""

from negotiator.domain.proposal import Action, Disposition
from negotiator.services.proposal_lists import get_proposal
from negotiator.services.proposals import Said, propose
from tests.running import negotiator


def test_a_reason_for_a_proposal_that_is_not_chosen_stores_nothing(workspace):
    codes = [propose(workspace, Said("zero-plus", "6", who, Action.DELETE)).code for who in ("DEL-A", "DEL-B")]
    refused = negotiator(
        "proposal", "fates", "zero-plus", "--confirm", codes[0], "--why", f"{codes[1]}=seen", workspace=workspace.root
    )
    assert refused.code == 2
    assert codes[1] in refused.err
    assert [get_proposal(workspace, code).disposition for code in codes] == [Disposition.OPEN] * 2
