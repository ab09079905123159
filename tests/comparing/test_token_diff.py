from hypothesis import given
from hypothesis import strategies as st

from negotiator.comparing.sequences import common_blocks
from negotiator.comparing.token_diff import LONGEST, kept_runs

rows = st.lists(st.integers(0, 6), max_size=LONGEST + 20)


@given(rows, rows)
def test_kept_runs_stand_in_both_rows_in_order(a: list[int], b: list[int]) -> None:
    at_a = at_b = 0
    for i, j, length in kept_runs(a, b):
        assert length > 0
        assert i >= at_a
        assert j >= at_b
        assert a[i : i + length] == b[j : j + length]
        at_a, at_b = i + length, j + length


@given(rows, rows)
def test_as_much_is_kept_whichever_method_is_asked(a: list[int], b: list[int]) -> None:
    assert sum(run[2] for run in kept_runs(a, b)) == sum(run[2] for run in common_blocks(a, b))


def test_a_long_row_is_not_given_to_the_slower_method() -> None:
    long = list(range(LONGEST + 1))
    assert kept_runs(long, long[::-1]) == common_blocks(long, long[::-1])
