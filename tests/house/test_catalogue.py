"""Everything people read is there in each language, with the same names in braces, and compiled."""

import re
from gettext import GNUTranslations

import pytest

from tests.house.catalogue import TRANSLATED, messages, po_path, read_catalogue, untranslated

FIELD = re.compile(r"\{(\w*)[^{}]*\}")


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_is_translated_and_nothing_else_is_kept(language: str) -> None:
    catalogue = read_catalogue(language)
    kept = {each.id if isinstance(each.id, str) else tuple(each.id) for each in catalogue if each.id}
    said = set(messages())
    assert sorted(map(str, said - kept)) == []
    assert sorted(map(str, kept - said)) == []
    assert untranslated(catalogue) == []
    assert not catalogue.obsolete


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_has_the_same_names_in_braces(language: str) -> None:
    wrong = []
    for each in read_catalogue(language):
        ids = [each.id] if isinstance(each.id, str) else list(each.id)
        strings = [each.string] if isinstance(each.string, str) else list(each.string or [])
        wanted = set(FIELD.findall(ids[-1]))
        wrong += [string for string in strings if each.id and string and set(FIELD.findall(string)) != wanted]
    assert not wrong


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_compiled_catalogue_is_made_from_the_written_one(language: str) -> None:
    with po_path(language).with_suffix(".mo").open("rb") as file:
        compiled = GNUTranslations(file)
    for each in read_catalogue(language):
        if each.id and isinstance(each.id, str):
            assert compiled.gettext(each.id) == each.string
        elif each.id:
            assert [compiled.ngettext(each.id[0], each.id[1], 2)] == list(each.string)
