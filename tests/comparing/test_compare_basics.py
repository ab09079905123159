"""What every comparison must do, on tiny texts."""

from negotiator.comparing.compare import compare
from negotiator.comparing.comparison import Op, Side
from negotiator.text.provision import Kind, Provision
from tests.comparing.sides import rebuilt, side


def test_a_text_against_itself_is_all_same() -> None:
    text = side("1. States shall meet.\n2. They may vote.\n(a) once\n(b) twice")
    assert compare(text, text).summary() == {
        **dict.fromkeys(("renumbered", "edited", "moved", "split", "merged", "inserted", "deleted"), 0),
        "same": 4,
        "words_inserted": 0,
        "words_deleted": 0,
    }


def test_a_changed_word_is_an_edit_between_kept_words() -> None:
    found = compare(side("1. States shall consider it."), side("1. States should consider it."))
    assert [(part.op, part.old, part.new) for part in found.changes[0].segments] == [
        (Op.KEPT, "States ", "States "),
        (Op.DELETED, "shall ", ""),
        (Op.INSERTED, "", "should "),
        (Op.KEPT, "consider it.", "consider it."),
    ]
    assert (found.words_deleted, found.words_inserted) == (1, 1)


def test_a_renumbered_paragraph_is_not_an_edit() -> None:
    found = compare(side("1. States shall meet.\n2. They may vote."), side("4. States shall meet.\n5. They may vote."))
    assert found.summary()["renumbered"] == 2
    assert found.summary()["edited"] == 0


def test_quotes_dashes_and_spaces_are_typography() -> None:
    found = compare(side("1. States’ “aims” – all  of them"), side('1. States\' "aims" - all of them'))
    (change,) = found.changes
    assert (change.counted_as, change.flags) == ("same", ("typography",))
    assert all(part.op is Op.KEPT for part in change.segments)
    assert rebuilt(found)


def test_an_empty_text_is_all_inserted() -> None:
    empty = Side("empty", "en", "0" * 64, ())
    assert compare(empty, side("one\ntwo")).summary()["inserted"] == 2
    assert compare(side("one\ntwo"), empty).summary()["deleted"] == 2
    assert compare(empty, empty).changes == ()


def test_a_label_spelled_differently_is_no_renumbering() -> None:
    sides = [
        Side("text", "fr", "", (Provision(0, Kind.HEADING, "1", label, "Organes"),))
        for label in ("Chapitre I", "Chapitre\u00a0I")
    ]
    assert compare(*sides).summary()["renumbered"] == 0
