"""The system speaks English, or the language of the machine; people are told in their own why it refused a file."""

import errno
import os
import re

import pytest

from gramota.errors import Problem, Where, reason_of
from gramota.wording import LANGUAGES, wording
from gramota.wording.problems import describe
from gramota.wording.reasons import tell_error, tell_reason

USUAL = ("ENOENT", "EACCES", "EPERM", "EISDIR", "ENOTDIR", "EEXIST", "ENOSPC", "EROFS", "ENAMETOOLONG", "EFBIG", "EIO")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", USUAL)
def test_usual_reasons_are_told_in_the_readers_language(name: str, lang: str):
    number = getattr(errno, name)
    error = OSError(number, os.strerror(number), "answers.csv")
    told = tell_error(error, lang)
    assert os.strerror(number) not in told
    assert str(number) not in told
    assert bool(re.search("[а-яё]", told)) == (lang == "ru")
    assert not told.endswith(".")
    assert told in describe(Problem.at(Where("answers.csv"), "G001", reason=reason_of(error)), lang)[0]


def test_a_reason_without_words_of_ours_is_the_systems():
    assert tell_error(OSError(errno.EUCLEAN, os.strerror(errno.EUCLEAN)), "ru") == os.strerror(errno.EUCLEAN)
    assert tell_error(OSError("something odd"), "ru") == "something odd"
    assert tell_reason("Everything is odd", "ru") == "Everything is odd"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_name_that_no_file_can_have_is_told_as_such(lang: str):
    assert tell_error(ValueError("embedded null byte"), lang) == wording("reasons", lang)("EINVAL")


def test_every_reason_is_the_name_of_an_error_of_the_system():
    assert [name for name in wording("reasons", "en").texts if not hasattr(errno, name)] == []
