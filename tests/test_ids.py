import uuid
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator.ids import uuid7

moments = st.datetimes(datetime(1970, 1, 2), datetime(2200, 1, 1), timezones=st.just(UTC))


@given(moments, st.binary(min_size=10, max_size=10))
def test_an_identifier_is_a_uuid_of_version_seven(at, randomness):
    made = uuid.UUID(uuid7(at, randomness))
    assert made.version == 7
    assert made.variant == uuid.RFC_4122


@given(moments, st.binary(min_size=10, max_size=10), st.binary(min_size=10, max_size=10))
def test_a_later_identifier_sorts_after_an_earlier_one(at, one, other):
    assert uuid7(at, one) < uuid7(at + timedelta(milliseconds=2), other)


def test_too_little_randomness_is_refused():
    with pytest.raises(ValueError, match="ten"):
        uuid7(datetime.now(UTC), b"short")
