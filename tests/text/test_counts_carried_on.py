"""Numbers that carry on the count of a heading, or of an outer list."""

from negotiator.text.lines import plain_lines
from negotiator.text.structure import read_structure


def paths(text: str) -> list[str]:
    return [provision.path for provision in read_structure(plain_lines(text)).provisions]


def test_a_number_that_carries_on_the_count_of_headings_stands_beside_them() -> None:
    """A numbered title over paragraphs without numbers; what follows it is a sentence, or an inserted paragraph."""
    found = paths(
        "Article 3 (fans)\n1. Who brings them\nThe officers bring the fans before noon.\n"
        "1 bis. The guards may help them.\n2. Each fan shall be switched off at night.\n"
    )
    assert found[1:] == [
        "article3/1",
        "article3/1/p1",
        "article3/1bis",
        "article3/2",
    ]


def test_an_outer_count_goes_on_after_a_longer_inner_list_with_options() -> None:
    found = paths(
        "Article 2 (purpose)\n1. The purpose of these rules is:\n1. To keep the hall\n"
        "Option 1: cool;\nOption 2: very cool;\n2. To keep the doors open;\n3. To let everyone sit.\n"
        "2. These rules shall be read aloud.\n"
    )
    assert found[-5:] == [
        "article2/1/1/option1",
        "article2/1/1/option2",
        "article2/1/2",
        "article2/1/3",
        "article2/2",
    ]
