"""The two algorithms under the engine, against slow and plain ones."""

from itertools import combinations, pairwise

from diff_match_patch import diff_match_patch
from hypothesis import given
from hypothesis import strategies as st

from negotiator.comparing import sequences
from negotiator.comparing.sequences import common_blocks, heaviest_chain

ROW = st.lists(st.integers(0, 5), max_size=40)


@given(ROW, ROW)
def test_the_common_subsequence_is_as_long_as_that_of_diff_match_patch(a: list[int], b: list[int]) -> None:
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    edits = engine.diff_main(
        "".join(map(chr, (n + 0x4E00 for n in a))), "".join(map(chr, (n + 0x4E00 for n in b))), False
    )
    assert sum(length for *_, length in common_blocks(a, b)) == sum(len(text) for op, text in edits if op == 0)


@given(ROW, ROW)
def test_blocks_are_in_order_apart_and_equal(a: list[int], b: list[int]) -> None:
    at_i = at_j = 0
    blocks = common_blocks(a, b)
    for i, j, length in blocks:
        assert i >= at_i
        assert j >= at_j
        assert a[i : i + length] == b[j : j + length]
        at_i, at_j = i + length, j + length


def test_a_row_too_long_for_one_table_is_cut_at_what_both_have_once() -> None:
    small = sequences.CELLS
    try:
        sequences.CELLS = 10_000
        a = [n * 7919 % 100_003 for n in range(5_000)]
        b = a[:1_000] + [1] * 50 + a[1_000:2_500] + a[2_520:]
        assert sum(length for *_, length in common_blocks(a, b)) == 4_980
    finally:
        sequences.CELLS = small


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(1, 9)), max_size=9))
def test_the_chain_is_the_heaviest(items: list[tuple[int, int]]) -> None:
    places, weights = [place for place, _ in items], [weight for _, weight in items]
    chain = heaviest_chain(places, weights)
    assert all(places[a] < places[b] for a, b in pairwise(chain))
    best = max(
        sum(weights[k] for k in chosen)
        for size in range(len(items) + 1)
        for chosen in combinations(range(len(items)), size)
        if all(places[a] < places[b] for a, b in pairwise(chosen))
    )
    assert sum(weights[k] for k in chain) == best
