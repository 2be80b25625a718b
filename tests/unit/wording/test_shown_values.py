"""Numbers in messages are read by people, and some are copied by them into files."""

import re

import pytest

from gramota.errors import Problem, Where
from gramota.wording import LANGUAGES
from gramota.wording.problems import describe

NEAR = [(1_000_001, 1_000_000), (1_000_000, 999_999), (1_049_999, 1_000_000), (20_000_001, 20_000_000), (1_001, 1_000)]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("size", "limit"), NEAR)
def test_a_file_just_above_the_limit_does_not_seem_to_have_the_limits_size(size: int, limit: int, lang: str):
    told = describe(Problem.at(Where("a.yml"), "G003", size_bytes=size, limit_bytes=limit), lang)[0]
    sizes = re.findall(r"\d+(?:[.,\N{NO-BREAK SPACE}]\d+)*\s\w+", told)
    assert len({*sizes}) == 2, told


def test_other_sizes_stay_short():
    told = describe(Problem.at(Where("a.yml"), "G003", size_bytes=2_345_678, limit_bytes=1_000_000), "en")[0]
    assert told == "The file is too large: 2.3 MB, and at most 1 MB is read."


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", ["G038.above", "G038.least", "G038.most"])
def test_a_bound_can_be_copied_into_yaml(code: str, lang: str):
    assert "1000000" in describe(Problem.at(Where("a.yml"), code, key="revision", value="0", bound="1000000"), lang)[0]
