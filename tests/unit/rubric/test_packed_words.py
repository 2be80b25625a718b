"""Words come out of their packing as they went in, and the packing is worth its while."""

from hypothesis import given
from hypothesis import strategies as st

from gramota.rubric.forms.linguistics import word_forms
from gramota.rubric.spelling.packed_words import Packer, Unpacker

WORDS = st.sets(st.text("абвё1*-'", min_size=1, max_size=8), max_size=30).map(sorted)


@given(st.lists(WORDS, max_size=5))
def test_every_list_comes_out_as_it_went_in(lists: list[list[str]]):
    packer = Packer()
    packed = [packer.pack(words) for words in lists]
    unpack = Unpacker(packer.endings).unpack
    assert [list(unpack(row)) for row in packed] == lists


def test_the_same_words_are_packed_alike():
    first, second = Packer(), Packer()
    words = sorted(word_forms("выполнять", "ru"))
    assert (first.pack(words), first.endings) == (second.pack(words), second.endings)


def test_words_that_are_inflected_alike_share_their_endings():
    packer = Packer()
    packer.pack(sorted(word_forms("улучшать", "ru")))
    rows = len(packer.endings)
    packer.pack(sorted(word_forms("ухудшать", "ru")))
    assert len(packer.endings) <= rows + 3
