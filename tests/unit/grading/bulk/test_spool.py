"""The power goes at any moment: what is whole in the spool is used, and nothing that is not."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gramota.grading.bulk.graded import Graded
from gramota.grading.bulk.spool import begin_spool, open_spool

PLAN = {"format": "test"}


def chunk(number: int) -> Graded:
    return Graded(number, number * 10, {"graded": 2}, ("shop",), b"\n{x}\n" * number, b"12345678" * 2, b"[]", b"")


def spooled(chunks: int) -> bytes:
    stream = BytesIO()
    spool = begin_spool(stream, PLAN)
    for number in range(chunks):
        spool.append(chunk(number))
    return stream.getvalue()


WHOLE = spooled(5)


def test_chunks_come_back_as_they_were():
    opened = open_spool(BytesIO(WHOLE))
    assert opened
    plan, spool = opened
    assert (plan, spool.chunks) == (PLAN, 5)
    assert [frame.read("results") for frame in spool.frames()] == [chunk(number).results for number in range(5)]


@given(st.integers(0, len(WHOLE)))
def test_a_torn_spool_is_gone_on_with_from_its_last_whole_chunk(size: int):
    stream = BytesIO(WHOLE[:size])
    opened = open_spool(stream)
    if opened is None:
        assert size < len(spooled(0))
        return
    _, spool = opened
    assert spool.chunks == max(chunks for chunks in range(6) if len(spooled(chunks)) <= size)
    for number in range(spool.chunks, 5):
        spool.append(chunk(number))
    assert stream.getvalue() == WHOLE


@given(st.integers(len(spooled(0)), len(WHOLE) - 1), st.integers(1, 255))
def test_a_damaged_chunk_is_never_taken_for_a_whole_one(at: int, change: int):
    damaged = bytearray(WHOLE)
    damaged[at] ^= change
    opened = open_spool(BytesIO(bytes(damaged)))
    assert opened
    for frame in opened[1].frames():
        assert frame.read("results") == chunk(frame.number).results
        assert frame.read("prints") == chunk(frame.number).prints


@pytest.mark.parametrize("content", [b"", b"{", b"not json\n", b"[]\n"])
def test_what_is_no_spool_is_none(content: bytes):
    assert open_spool(BytesIO(content)) is None
