"""What is asked of a provision is kept with who is for and against it, and gets an answer."""

import json
from json import loads

import pytest

from negotiator.domain.audience import Audience
from negotiator.domain.proposal import Action, Disposition, Stance
from negotiator.errors import NotFound, Refused, WrongUsage
from negotiator.services.fates import Decision, confirm_fates, suggested_fates
from negotiator.services.history import redo, undo
from negotiator.services.proposal_lists import Wanted, alike_to, get_proposal, list_proposals
from negotiator.services.proposals import Said, dispose, edit, propose, take_stance
from negotiator.services.sessions import log
from tests.running import negotiator
from tests.samples import looking_back


def replacing(by="DEL-A", **more):
    return Said("zero-plus", "6", by, Action.REPLACE, "requests", "invites", **more)


def test_a_proposal_stands_at_its_paragraph_with_what_is_asked(workspace):
    made = propose(workspace, replacing())
    each = get_proposal(workspace, made.code)
    assert (each.code, each.draft, each.label, each.by, each.old, each.new) == (
        made.code,
        "zero-plus",
        "6",
        "DEL-A",
        "requests",
        "invites",
    )
    assert each.path.endswith("6")
    assert each.doubts == ()
    undo(workspace)
    with pytest.raises(NotFound):
        get_proposal(workspace, made.code)
    redo(workspace)
    assert get_proposal(workspace, made.code) == each


def test_what_cannot_be_found_in_the_text_is_kept_and_told(workspace):
    there = propose(workspace, Said("zero-plus", "99", "DEL-A", Action.DELETE))
    assert there.doubts == ("no-such-paragraph",)
    words = propose(workspace, Said("zero-plus", "6", "DEL-A", Action.DELETE, "never written there"))
    assert words.doubts == ("words-not-there",)
    assert edit(workspace, words.code, old="requests").doubts == ()


def test_the_same_asked_twice_is_suggested_and_never_merged(workspace):
    first, second = propose(workspace, replacing()), propose(workspace, replacing("DEL-B"))
    assert second.alike == (first.code,)
    assert [each.code for each in alike_to(workspace, first.code)] == [second.code]
    assert propose(workspace, Said("zero-plus", "6", "DEL-C", Action.RETAIN)).alike == ()


def test_the_last_word_of_a_delegation_counts_and_undo_gives_the_earlier_one_back(workspace):
    code = propose(workspace, replacing()).code
    take_stance(workspace, code, "DEL-B", Stance.OPPOSE)
    take_stance(workspace, code, "del-b", Stance.SUPPORT)
    take_stance(workspace, code, "DEL-C", Stance.FLEXIBLE)
    each = get_proposal(workspace, code)
    assert (each.those(Stance.SUPPORT), each.those(Stance.OPPOSE)) == (("DEL-B",), ())
    undo(workspace), undo(workspace)
    assert get_proposal(workspace, code).those(Stance.OPPOSE) == ("DEL-B",)
    with pytest.raises(Refused, match="itself"):
        take_stance(workspace, code, "DEL-A", Stance.SUPPORT)
    with pytest.raises(Refused, match="noted already"):
        take_stance(workspace, code, "DEL-B", Stance.OPPOSE)


def test_no_answer_but_a_full_yes_goes_without_a_reason(workspace):
    code = propose(workspace, replacing()).code
    with pytest.raises(Refused, match="Say why"):
        dispose(workspace, code, Disposition.NOT)
    dispose(workspace, code, Disposition.PARTLY, why="two of three words", draft="rev1")
    each = get_proposal(workspace, code)
    assert (each.disposition, each.why, each.disposed_in) == (Disposition.PARTLY, "two of three words", "rev1")
    dispose(workspace, code, Disposition.WITHDRAWN, why="by letter")
    with pytest.raises(Refused, match="that is the end of it"):
        dispose(workspace, code, Disposition.REFLECTED)


def test_proposals_stand_as_they_stood_on_any_day(workspace):
    before = len(list_proposals(looking_back(workspace, "2018-03-08")))
    code = propose(workspace, replacing(on="2018-03-09")).code
    dispose(workspace, code, Disposition.REFLECTED, on="2018-03-26")
    assert len(list_proposals(looking_back(workspace, "2018-03-08"))) == before
    assert get_proposal(looking_back(workspace, "2018-03-10"), code).disposition is Disposition.OPEN
    assert get_proposal(looking_back(workspace, "2018-03-27"), code).disposition is Disposition.REFLECTED


def test_filters_narrow_the_list_and_an_audience_sees_what_is_meant_for_it(workspace):
    code = propose(workspace, replacing(visibility=Audience.PRIVATE)).code
    entry = log(workspace, "R3", 'del-b 7 a "new words here"').entry
    other = propose(workspace, Said("rev1", "7", "DEL-B", Action.ADD, new="new words here", entry=entry)).code
    assert [each.code for each in list_proposals(workspace, Wanted(session="r3", by="delegation b"))][-1] == other
    assert get_proposal(workspace, other).entry == entry
    assert code in [each.code for each in list_proposals(workspace, Wanted(draft="zero-plus", label="6"))]
    assert code not in [each.code for each in list_proposals(workspace, audience=Audience.MEMBER_STATES)]


def test_the_next_text_suggests_an_answer_which_a_person_confirms_for_all_at_once(workspace):
    asked = {
        "reflected": propose(workspace, replacing()).code,
        "not": propose(
            workspace, Said("zero-plus", "6", "DEL-B", Action.REPLACE, "register", "golden book of names")
        ).code,
        "gone": propose(workspace, Said("zero-plus", "7", "DEL-C", Action.RETAIN)).code,
        "nowhere": propose(workspace, Said("zero-plus", "99", "DEL-C", Action.DELETE)).code,
    }
    fates = suggested_fates(workspace, "zero-plus")
    assert (fates.old, fates.new) == ("zero-plus", "rev1")
    told = {each.proposal.code: each.suggestion.fate.value if each.suggestion else None for each in fates.found}
    assert told[asked["reflected"]] == "reflected"
    assert told[asked["not"]] == "not"
    assert told[asked["nowhere"]] is None
    made = confirm_fates(
        workspace,
        fates,
        {
            asked["reflected"]: Decision(Disposition.REFLECTED),
            asked["not"]: Decision(Disposition.NOT, "nobody else asked for it"),
            asked["gone"]: Decision(Disposition.PARTLY),
        },
    )
    assert made.left == {asked["gone"]: "say why it is partly reflected"}
    left = {each.code for each in list_proposals(workspace, Wanted(draft="zero-plus", unanswered=True))}
    assert left.isdisjoint({asked["reflected"], asked["not"]})
    undo(workspace)
    assert get_proposal(workspace, asked["not"]).disposition is Disposition.OPEN
    dispose(workspace, asked["not"], Disposition.WITHDRAWN, why="tired of it")
    with pytest.raises(Refused, match=r"since.*withdrawn"):
        confirm_fates(workspace, fates, {asked["not"]: Decision(Disposition.NOT, "late")})


def test_fates_are_confirmed_on_the_command_line_and_what_lacks_its_reason_is_told(workspace):
    kept = propose(workspace, Said("zero-plus", "7", "DEL-C", Action.RETAIN)).code
    asked = propose(workspace, Said("zero-plus", "6", "DEL-C", Action.DELETE, "requests")).code
    listed = negotiator("proposal", "fates", "zero-plus", "--json", workspace=workspace.root)
    told = {each["id"]: each for each in loads(listed.out)["fates"]}
    fate = told[kept]["suggested"]
    assert told[kept]["needs_reason"] is (fate in ("partly", "not"))
    ran = negotiator("proposal", "fates", "zero-plus", "--as", f"{asked}=not", workspace=workspace.root)
    assert ran.code == 2
    assert "say why" in ran.err
    whys = ["--why", f"{asked}=nobody else [asked]", "--as", f"{asked}=not"]
    ran = negotiator("proposal", "fates", "zero-plus", "--confirm", kept, *whys, workspace=workspace.root)
    assert asked in ran.out
    assert get_proposal(workspace, asked).why == "nobody else [asked]"
    assert (kept in ran.err) is (fate in ("partly", "not"))
    assert negotiator("proposal", "fates", "zero-plus", "--confirm", "P-9", workspace=workspace.root).code in (2, 3)
    assert negotiator("proposal", "fates", "zero-plus", "--as", f"{kept}=gone", workspace=workspace.root).code == 2


@pytest.mark.parametrize(
    ("said", "refusal", "sentence"),
    [
        (Said("zero-plus", "6", "DEL-A", Action.ADD), WrongUsage, "Give the wording"),
        (Said("nowhere", "6", "DEL-A", Action.DELETE), NotFound, "There is no draft nowhere"),
        (Said("zero-plus", "6", "nobody", Action.DELETE), NotFound, "no delegation or stakeholder"),
        (Said("zero-plus", " ", "DEL-A", Action.DELETE), WrongUsage, "Say on which paragraph"),
        (Said("zero-plus", "6", "DEL-A", Action.DELETE, entry="R3-9999"), NotFound, "There is no entry R3-9999"),
    ],
)
def test_a_proposal_that_cannot_be_is_refused_with_a_sentence_and_leaves_nothing(workspace, said, refusal, sentence):
    before = list_proposals(workspace)
    with pytest.raises(refusal, match=sentence):
        propose(workspace, said)
    assert list_proposals(workspace) == before


def test_the_command_line_keeps_brackets_and_tells_what_to_look_at(workspace):
    root = workspace.root
    ran = negotiator(
        *("proposal", "add", "--draft", "zero-plus", "--at", "6", "--by", "DEL-A"),
        *("--action", "replace", "--old", "[/]", "--text", "[@click=app.quit]x[/]\x1b[31m"),
        workspace=root,
    )
    assert ran.code == 0
    assert "the words do not stand there" in ran.err
    shown = negotiator("proposal", "show", ran.out.strip(), workspace=root).out
    assert "[@click=app.quit]x[/]" in shown
    assert "\x1b" not in shown
    listed = json.loads(negotiator("proposal", "list", "--json", workspace=root).out)
    assert listed["schema"] == "negotiator.proposals/1"
    assert negotiator("proposal", "dispose", ran.out.strip(), "not", workspace=root).code == 4
    assert negotiator("proposal", "show", "P-999", workspace=root).code == 3
