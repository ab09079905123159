import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from negotiator.comparing.compare import compare
from negotiator.comparing.remarks import Remark, said_in
from negotiator.comparing.returned import Fit, Proposed
from negotiator.documents.writing.redline_docx import comparison_docx
from negotiator.errors import BadFile
from negotiator.services.draft_acts import Said, add_draft, plan_draft
from negotiator.services.groups import add_group
from negotiator.services.party_names import Told
from negotiator.services.proposal_lists import list_proposals
from negotiator.services.proposals import propose
from negotiator.services.returned_files import plan_returned_file
from negotiator.services.returned_proposals import said_of
from tests.comparing.sides import side
from tests.documents.test_mail import message
from tests.inputs_desk import copy, with_delegations
from tests.running import negotiator
from tests.word_files import paragraph, part, word_file

ZERO_PLUS = [
    "Draft of the keepers",
    "1. The keepers should meet at noon on every market day.",
    "2. Nobody pays for the wells of the upper quarter.",
    "3. The bridge is closed to heavy carts in winter.",
    "4. The record is read aloud at the end of the meeting.",
]
REV1 = [*ZERO_PLUS[:2], "2. Nobody pays for any well, whoever dug it.", *ZERO_PLUS[4:], "5. The lamps are lit."]
RUN = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'


def by(author="Ana", day="05"):
    return f'w:id="1" w:author="{author}" w:date="2018-02-{day}T09:00:00Z"'


def gone(words, author="Ana"):
    return f'<w:del {by(author)}><w:r><w:delText xml:space="preserve">{words}</w:delText></w:r></w:del>'


def come(words, author="Ana"):
    return f"<w:ins {by(author)}>{RUN.format(words)}</w:ins>"


def on(words, number):
    return (
        f'<w:commentRangeStart w:id="{number}"/>{RUN.format(words)}<w:commentRangeEnd w:id="{number}"/>'
        f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    )


def comments(*said, author="Ana"):
    return part(
        "comments",
        "".join(
            f'<w:comment w:id="{n}" w:author="{author}" w:date="2018-02-06T10:00:00Z">'
            f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:comment>"
            for n, words in enumerate(said)
        ),
    )


BODY = (
    paragraph(ZERO_PLUS[0])
    + paragraph(
        RUN.format("1. The keepers ")
        + gone("should")
        + come("shall")
        + RUN.format(" meet at noon on every market day.")
    )
    + paragraph(RUN.format("2. Nobody pays for the wells of the ") + gone("upper") + come("lower") + on(" quarter.", 0))
    + paragraph(gone(ZERO_PLUS[3]), properties=f"<w:rPr><w:del {by()}/></w:rPr>")
    + paragraph(on(ZERO_PLUS[4], 1))
    + paragraph(come("5. The gates are painted green.", "CHE"), properties=f"<w:rPr><w:ins {by('CHE')}/></w:rPr>")
)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    workspace = with_delegations(tmp_path_factory.mktemp("made"))
    for code, lines, day in (("zero-plus", ZERO_PLUS, "2018-03-05"), ("rev1", REV1, "2018-03-26")):
        path = workspace.drafts_folder / f"{code}.txt"
        path.write_text("\n\n".join(lines), "utf-8")
        add_draft(workspace, plan_draft(workspace, path, Said(code=code, released=day)))
    return workspace


@pytest.fixture
def workspace(made, tmp_path):
    return copy(made, tmp_path)


def returned(workspace, body=BODY, *said, name="returned.docx"):
    path = workspace.root.parent / name
    said = said or ("Delegation B: see above", "Delegation A: delete")
    path.write_bytes(word_file(body, comments=comments(*said)))
    return path


def planned(workspace, draft, *said, body=BODY, name="returned.docx", sender=""):
    return plan_returned_file(workspace, returned(workspace, body, *said, name=name), draft, sender=sender)


def test_each_change_is_classed_at_its_provision_with_old_and_new_words(workspace):
    plan = planned(workspace, "zero-plus")
    assert [(each.item.proposed, each.item.place and each.item.place.label) for each in plan.items] == [
        (Proposed.MOD, "1."),
        (Proposed.MOD, "2."),
        (Proposed.SUP, "3."),
        (Proposed.SUP, "4."),
        (Proposed.ADD, "4."),
    ]
    first, last = plan.items[0].item, plan.items[4].item
    assert (first.old[:18], first.new[:17]) == ("The keepers should", "The keepers shall")
    assert (first.authors, first.dates) == (("Ana",), ("2018-02-05T09:00:00Z",))
    assert (last.label, last.old, last.new) == ("5.", "", "The gates are painted green.")


def test_a_file_made_on_an_older_draft_is_told_and_each_change_tried_on_the_newer_one(workspace):
    plan = planned(workspace, "rev1")
    assert (plan.base and plan.base.address, plan.stale) == ("zero-plus", True)
    assert [each.item.fit for each in plan.items] == [Fit.APPLIES, Fit.CHANGED, Fit.DONE, Fit.APPLIES, Fit.APPLIES]
    ran = negotiator("draft", "changes", returned(workspace), "--draft", "rev1", workspace=workspace.root)
    assert ran.code == 0, ran.err
    assert "made on zero-plus, not on rev1; 3 of its 5 changes still apply" in " ".join(ran.err.split())


def test_on_its_own_base_everything_applies(workspace):
    plan = planned(workspace, "zero-plus")
    assert not plan.stale
    assert plan.fits()[Fit.APPLIES] == len(plan.items)


def test_a_file_of_another_text_has_no_base(workspace):
    plan = planned(workspace, "rev1", body=paragraph(RUN.format("Bread is ") + gone("dear") + come("cheap")))
    assert plan.base is None


def test_the_party_is_told_by_comment_then_author_then_sender_then_file_name(workspace):
    parties = [each.party for each in planned(workspace, "zero-plus").items]
    assert [(party.code, party.told) for party in parties] == [
        (None, None),
        ("DEL-B", Told.COMMENT),
        (None, None),
        ("DEL-A", Told.COMMENT),
        ("CHE", Told.AUTHOR),
    ]
    sent = planned(workspace, "zero-plus", sender="Permanent Mission of Switzerland")
    assert (sent.items[0].party.code, sent.items[0].party.told) == ("CHE", Told.SENDER)
    named = planned(workspace, "zero-plus", name="Comments_Switzerland_zero-plus.docx")
    assert (named.items[0].party.code, named.items[0].party.told) == ("CHE", Told.FILE_NAME)


@pytest.mark.parametrize(
    ("who", "codes"),
    [
        ("瑞士", ("CHE",)),
        ("瑞士代表团", ("CHE",)),
        ("che", ("CHE",)),
        ("Delegation of Switzerland", ("CHE",)),
        ("Delegation A and Delegation B", ("DEL-A", "DEL-B")),
        ("The Pair", ("PAIR",)),
        ("Delegation Q", ()),
    ],
)
def test_a_comment_names_its_party_in_either_language(workspace, who, codes):
    add_group(workspace, "PAIR", ["DEL-A", "DEL-B"], name="The Pair")
    body = paragraph(ZERO_PLUS[0]) + paragraph(on(ZERO_PLUS[1], 0))
    (item,) = planned(workspace, "zero-plus", f"{who}：删除", body=body).items
    assert (item.item.proposed, item.party.codes) == (Proposed.SUP, codes)
    assert item.party.code == (codes[0] if len(codes) == 1 else None)
    assert item.party.words.startswith(who)


def test_a_party_that_the_comment_names_is_never_overruled_by_the_file_name(workspace):
    body = paragraph(ZERO_PLUS[0]) + paragraph(on(ZERO_PLUS[1], 0))
    (item,) = planned(workspace, "zero-plus", "Delegation Q: delete", body=body, name="Switzerland.docx").items
    assert (item.party.codes, item.party.words.startswith("Delegation Q")) == ((), True)


@pytest.mark.parametrize(
    ("words", "action", "old", "new"),
    [
        ("Delegation A: delete", "delete", "", ""),
        ("A: replace “noon” with “dawn”", "replace", "noon", "dawn"),
        ('A: add "in winter"', "add", "", "in winter"),
        ("甲：将“应当”改为“可以”", "replace", "应当", "可以"),
        ("A: cannot agree", None, "", ""),
        ("Delete: this", "delete", "", ""),
        ("", None, "", ""),
    ],
)
def test_a_comment_is_read_as_what_it_asks_for(words, action, old, new):
    said = said_in(Remark("x", "", 1, words, "", False))
    assert (said.action, said.old, said.new) == (action, old, new)


def test_a_view_in_a_comment_is_kept_as_a_position(workspace):
    body = paragraph(ZERO_PLUS[0]) + paragraph(on(ZERO_PLUS[1], 0))
    (item,) = planned(workspace, "zero-plus", "Delegation A: cannot agree [/]", body=body).items
    assert (item.item.proposed, item.item.words) == (Proposed.POSITION, "cannot agree [/]")


def test_punctuation_alone_is_editorial(workspace):
    body = "".join(map(paragraph, ZERO_PLUS[:2])) + paragraph(RUN.format(ZERO_PLUS[2][:-1]) + gone(".") + come(";"))
    (item,) = planned(workspace, "zero-plus", body=body).items
    assert item.item.proposed is Proposed.EDITORIAL


def test_a_redline_of_ours_applies_to_its_old_text_and_is_done_in_its_new_one(workspace, tmp_path):
    texts = [side("\n".join(lines)) for lines in (ZERO_PLUS, REV1)]
    path = tmp_path / "redline.docx"
    path.write_bytes(comparison_docx(compare(*texts), author="CHE", at=datetime(2018, 2, 5, tzinfo=UTC)))
    old, new = (plan_returned_file(workspace, path, draft) for draft in ("zero-plus", "rev1"))
    assert old.items
    assert {each.item.fit for each in old.items} == {Fit.APPLIES}
    assert {each.item.fit for each in new.items} == {Fit.DONE}
    assert (old.stale, new.stale, new.base and new.base.address) == (False, True, "zero-plus")


def test_a_paragraph_that_was_put_elsewhere_has_moved(workspace):
    moved = ZERO_PLUS[3].removeprefix("3. ")
    numbered = [line.partition(". ")[2] or line for line in ZERO_PLUS]
    body = (
        paragraph(numbered[0])
        + paragraph(come(moved), properties=f"<w:rPr><w:ins {by()}/></w:rPr>")
        + "".join(map(paragraph, numbered[1:3]))
        + paragraph(gone(moved), properties=f"<w:rPr><w:del {by()}/></w:rPr>")
        + paragraph(numbered[4])
    )
    assert [each.item.proposed for each in planned(workspace, "zero-plus", body=body).items] == [Proposed.MOVED]


def test_the_word_file_in_an_email_comes_from_its_sender(workspace, tmp_path):
    made = message(**{"From": "Permanent Mission of Switzerland <m@x.example>"})
    path = tmp_path / "a.eml"
    path.write_bytes(made.as_bytes())
    with pytest.raises(BadFile, match="brings 0 Word files"):
        plan_returned_file(workspace, path, "zero-plus")
    made.add_attachment(returned(workspace).read_bytes(), maintype="application", subtype="x", filename="a.docx")
    path.write_bytes(made.as_bytes())
    plan = plan_returned_file(workspace, path, "zero-plus")
    assert (plan.file, plan.items[0].party.code, plan.items[0].party.told) == ("a.docx", "CHE", Told.SENDER)


def test_each_item_with_a_party_and_a_paragraph_becomes_a_proposal(workspace):
    plan = planned(workspace, "rev1", sender="Delegation A")
    made = [said_of(plan, each) for each in plan.items]
    for said in made:
        if said is not None:
            propose(workspace, said)
    stored = [(each.by, each.path, each.action.value, each.made.date.isoformat()) for each in list_proposals(workspace)]
    assert stored == [
        ("DEL-A", "1", "replace", "2018-02-05"),
        ("DEL-B", "2", "replace", "2018-02-05"),
        ("DEL-A", "4", "delete", "2018-02-06"),
        ("CHE", "4", "add", "2018-02-05"),
    ]
    assert made[2] is None  # its paragraph is gone


def test_a_group_speaks_through_the_delegation_that_is_named(workspace):
    add_group(workspace, "PAIR", ["DEL-A", "DEL-B"], name="The Pair")
    body = paragraph(ZERO_PLUS[0]) + paragraph(on(ZERO_PLUS[1], 0))
    plan = planned(workspace, "zero-plus", "The Pair: delete", body=body)
    assert said_of(plan, plan.items[0]) is None
    said = said_of(plan, plan.items[0], "DEL-A")
    assert said is not None
    assert (said.by, said.group) == ("DEL-A", "PAIR")


def test_the_plan_is_written_as_json_and_stores_nothing(workspace):
    before = workspace.database_path.read_bytes()
    ran = negotiator("draft", "changes", returned(workspace), "--draft", "rev1", "--json", workspace=workspace.root)
    document = json.loads(ran.out)
    assert (document["schema"], document["base"], document["stale"]) == ("negotiator.plan/1", "zero-plus", True)
    assert document["proposals"][0]["place"] == {"path": "1", "label": "1.", "index": 1}
    assert workspace.database_path.read_bytes() == before


def test_a_wrong_file_or_draft_is_one_sentence(workspace, tmp_path: Path):
    (tmp_path / "a.txt").write_text("1. Words.")
    for file, draft, code in ((tmp_path / "a.txt", "rev1", 5), (returned(workspace), "rev9", 3)):
        ran = negotiator("draft", "changes", file, "--draft", draft, workspace=workspace.root)
        assert (ran.code, "Traceback" in ran.err) == (code, False)
