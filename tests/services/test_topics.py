"""What the process is about: the topics are there, lead to one another, and show where nothing touches them."""

import json
from collections import Counter

from negotiator import i18n
from negotiator.domain.audience import Audience
from negotiator.domain.mandate import Status
from negotiator.services import input_acts
from negotiator.services.input_rules import Details
from negotiator.services.mandate import get_action
from negotiator.services.topics import coverage, topics_of
from negotiator.services.touching import By, touching
from tests.running import negotiator
from tests.samples import workspace_of_the_process


def test_elements_clusters_objectives_and_lenses_are_there() -> None:
    counts = Counter(each.kind for each in topics_of("gcm"))
    assert counts == {"element": 24, "cluster": 6, "objective": 23, "lens": 5, "part": 3}
    refugees = Counter(each.kind for each in topics_of("gcr-follow-up"))
    assert refugees == {"element": 4, "objective": 4, "area": 21}


def test_every_mapping_names_a_topic_and_every_element_has_a_cluster() -> None:
    for process in ("gcm", "gcr"):
        codes = {each.code for each in topics_of(process)}
        for each in topics_of(process):
            assert set(each.leads_to) <= codes
    assert all(any("cluster" in code for code in each.leads_to) for each in topics_of("gcm") if each.kind == "element")


def test_some_objectives_come_from_no_element() -> None:
    reached = {code for each in topics_of("gcm") for code in each.leads_to if each.kind == "element"}
    missing = [n for n in range(1, 24) if f"objective-{n}" not in reached]
    assert missing == [3, 4, 13]


def test_an_input_covers_its_topic_and_what_it_leads_to(tmp_path) -> None:
    i18n.use("en")
    workspace = workspace_of_the_process(tmp_path / "w")
    made = input_acts.expect(workspace, "FRA", "WS", "On remittances", due="2018-04-10")
    input_acts.tag(workspace, made.code, ["Annex-II-h"])
    assert all(each.gap for each in coverage(workspace)), "what has not come covers nothing"
    input_acts.receive(workspace, made.code)
    by_code = {each.topic.code: each for each in coverage(workspace)}
    assert by_code["annex-ii-h"].inputs == (made.code,)
    assert by_code["objective-20"].through == (made.code,)
    assert by_code["annex-ii-a"].gap
    assert get_action(workspace, "M15x").figures == "1 of 24 covered"
    assert get_action(workspace, "M15x").status is Status.NO_EVIDENCE


def test_the_report_tells_the_gaps(tmp_path) -> None:
    negotiator("init", tmp_path / "w")
    told = negotiator("report", "coverage", "--kind", "element", "--gaps", "--json", workspace=tmp_path / "w")
    document = json.loads(told.out)
    assert document["schema"] == "negotiator.coverage/1"
    assert len(document["topics"]) == 24
    assert "24" in negotiator("report", "coverage", "--kind", "element", workspace=tmp_path / "w").err


def test_what_an_audience_may_not_see_covers_nothing_in_the_report_made_for_it(tmp_path) -> None:
    workspace = workspace_of_the_process(tmp_path / "w")
    made = input_acts.expect(
        workspace, "FRA", "WS", "On remittances", due="2018-04-10", details=Details(visibility=Audience.PRIVATE)
    )
    input_acts.tag(workspace, made.code, ["annex-ii-h"])
    input_acts.receive(workspace, made.code)
    assert [each.topic.code for each in coverage(workspace) if each.inputs] == ["annex-ii-h"]
    assert all(not each.inputs and not each.through for each in coverage(workspace, audience=Audience.PUBLIC))
    assert [each.code for each in touching(workspace, By.INPUT)] == [made.code]
    assert touching(workspace, By.INPUT, audience=Audience.PUBLIC) == ()
    told = negotiator("report", "coverage", "--by", "input", "--audience", "public", workspace=tmp_path / "w")
    assert made.code not in told.out
