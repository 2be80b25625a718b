"""Whatever bytes lie in an inbox, they are a sheet or a problem with words."""

import json
import random
import zipfile
from io import BytesIO

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.answers.sheets import course, sheet
from tests.answers.texts import sheet_text

from gramota.errors import Problem
from gramota.grading.inbox.answer_files import HandedIn, parse_piece
from gramota.grading.inbox.found_files import Piece
from gramota.grading.inbox.inbox import load_inbox
from gramota.grading.inbox.messenger_lines import without_messenger_lines
from gramota.wording.problems import tell

RIGHT = [json.dumps(sheet(), ensure_ascii=False), sheet_text(sheet())]
ENDINGS = st.sampled_from([".json", ".txt"])


def parsed(name: str, data: bytes) -> list[HandedIn | Problem]:
    found = [*parse_piece(Piece(name, data), course())]
    for each in found:
        if isinstance(each, Problem):
            assert tell(each, "ru").startswith(name)
    return found


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300), ENDINGS)
def test_any_bytes_are_a_problem(data: bytes, ending: str):
    assert all(isinstance(each, Problem) for each in parsed(f"a{ending}", data))


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(RIGHT), st.data(), ENDINGS)
def test_a_sheet_with_something_put_in_or_left_out_is_read_or_told(right: str, data: st.DataObject, ending: str):
    start = data.draw(st.integers(0, len(right)))
    end = data.draw(st.integers(start, min(len(right), start + 30)))
    put = data.draw(st.text(alphabet=' \n[]:/"{},>14abя\u202e\x00', max_size=20))
    assert parsed(f"a{ending}", (right[:start] + put + right[end:]).encode())


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="[]0123456789:/., \nAМpm>-", max_size=200))
def test_messenger_lines_only_ever_go(text: str):
    for reading in without_messenger_lines(text):
        letters = iter(text)
        assert all(letter in letters for letter in reading), "the reading has what the text has not"


def test_archives_with_spoilt_bytes_are_read_or_told(tmp_path_factory):
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(3):
            archive.writestr(zipfile.ZipInfo(f"{number}.json"), RIGHT[0], zipfile.ZIP_DEFLATED)
    path, dice = tmp_path_factory.mktemp("zip") / "a.zip", random.Random(7)
    for _ in range(300):
        data = bytearray(stream.getvalue())
        for _ in range(dice.randint(1, 4)):
            data[dice.randrange(len(data))] = dice.randrange(256)
        path.write_bytes(data)
        found = load_inbox([path], course())
        assert len(found.handed_in) <= 3
