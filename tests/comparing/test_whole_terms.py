"""In a text without spaces an edit takes in whole terms of the ladder and whole qualifiers."""

import pytest

from negotiator.comparing.compare import compare
from negotiator.comparing.comparison import Side
from negotiator.services.terms import load_terms
from negotiator.text.provision import Kind, Provision
from tests.comparing.sides import marked, rebuilt


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("请秘书长今年提交报告", "邀请秘书长今年提交报告", "[-请-]{+邀请+}秘书长今年提交报告"),
        ("邀请秘书长今年提交报告", "请秘书长今年提交报告", "[-邀请-]{+请+}秘书长今年提交报告"),
        ("各国应在今年提交报告", "各国应当在今年提交报告", "各国[-应-]{+应当+}在今年提交报告"),
        ("各国政府强调今年提交报告", "各国政府着重指出今年提交报告", "各国政府[-强调-]{+着重指出+}今年提交报告"),
        ("必要时在今年提交报告", "在必要时在今年提交报告", "[-必要时-]{+在必要时+}在今年提交报告"),
        ("各国请雇主今年提交报告", "各国请大会今年提交报告", "各国请[-雇主-]{+大会+}今年提交报告"),
        ("各国可支助今年提交的报告", "各国可持续支助今年提交的报告", "各国[-可-]{+可持续+}支助今年提交的报告"),
    ],
)
def test_an_edit_takes_in_whole_terms(old: str, new: str, expected: str) -> None:
    sides = [Side("x", "zh", "", (Provision(0, Kind.PARAGRAPH, "1", "1.", words),)) for words in (old, new)]
    found = compare(*sides, load_terms("zh"))
    assert marked(found) == expected
    assert rebuilt(found)


def test_what_did_not_change_stays_kept_however_many_terms_it_holds() -> None:
    sides = [
        Side("x", "zh", "", (Provision(0, Kind.PARAGRAPH, "1", "1.", words),))
        for words in ("请各国酌情考虑，并应当强调道路", "请各国酌情考虑，并应当强调铁路")
    ]
    assert marked(compare(*sides, load_terms("zh"))) == "请各国酌情考虑，并应当强调[-道-]{+铁+}路"


def test_words_between_spaces_are_marked_one_by_one() -> None:
    sides = [
        Side("x", "en", "", (Provision(0, Kind.PARAGRAPH, "1", "1.", words),))
        for words in (
            "The Assembly calls upon every State to open the road",
            "The Assembly calls on every State to open the road",
        )
    ]
    assert marked(compare(*sides, load_terms("en"))).startswith("The Assembly calls [-upon -]{+on +}every")
