"""Memory is tidied while nobody types, and now and then even so."""

import gc

import pytest

from negotiator.tui.tidying import AT_MOST, QUIET, Tidying


@pytest.fixture
def tidying():
    clock = [0.0]
    thresholds = gc.get_threshold()
    yield Tidying(lambda: clock[0]), clock
    gc.set_threshold(*thresholds)
    gc.unfreeze()


def test_old_things_are_left_alone_while_keys_are_pressed(tidying):
    tidy, clock = tidying
    tidy.begin()
    assert gc.get_threshold()[2] > 100_000
    clock[0] = 100
    tidy.key()
    clock[0] = 100 + QUIET - 1
    assert not tidy.look()
    clock[0] = 100 + QUIET
    assert tidy.look()


def test_somebody_who_types_for_long_does_not_fill_the_memory(tidying):
    tidy, clock = tidying
    clock[0] = AT_MOST
    tidy.key()
    assert tidy.look()
    assert not tidy.look()
