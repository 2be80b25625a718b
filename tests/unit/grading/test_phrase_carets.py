"""A mistake in a phrase is shown in its line, with a caret under the character, however the phrase is written."""

from pathlib import Path

import pytest
from tests.answers.sheets import HERE
from tests.unit.grading.test_examples import QUIZ

from gramota.course import load_course
from gramota.grading.checking.examples import check_rubrics
from gramota.wording.problems import tell

PHRASES = {
    "block list": ("деньги (кассир", "- деньги (кассир", "(кассир"),
    "flow list": ("[ФРАЗЫ]", "accept: [чек, деньги (кассир]", "(кассир]"),
    "flow list of several lines": ("[ФРАЗЫ,\n", "чек, деньги (кассир]", "(кассир]"),
    "doubled quotes": ("'д''Артаньян (кассир'", "- 'д''Артаньян (кассир'", "(кассир'"),
    "escapes": (r'"\u0434енег\t\"кассир"', r'- "\u0434енег\t\"кассир"', r'\"кассир"'),
    "folded": (">-\n            деньги\n            вернет (кассир", "вернет (кассир", "(кассир"),
    "literal": ("|\n            деньги (кассир", "деньги (кассир", "(кассир"),
    "several plain lines": ("деньги\n            вернет <shop>", "вернет <shop>", "<shop>"),
    "combining marks": ("де\u0301ньги (кассир", "- де\u0301ньги (кассир", "(кассир"),
    "wide letters": ("客户 (кассир", "- 客户 (кассир", "(кассир"),
}
WIDER = {"wide letters": 2, "combining marks": -1}


def quiz_with(written: str) -> str:
    if written.startswith("[ФРАЗЫ,"):
        return QUIZ.replace("\n          - PHRASE", " [касса,\n          чек, деньги (кассир]")
    if written.startswith("["):
        return QUIZ.replace("\n          - PHRASE", " [чек, деньги (кассир]")
    return QUIZ.replace("PHRASE", written)


@pytest.mark.parametrize("style", PHRASES)
def test_the_caret_stands_under_the_mistake(style: str, tmp_path: Path):
    written, line, rest = PHRASES[style]
    (tmp_path / "docs/letters").mkdir(parents=True)
    (tmp_path / "quizzes").mkdir()
    letter = (HERE / "course/docs/letters/returns.yml").read_text(encoding="utf-8")
    (tmp_path / "docs/letters/returns.yml").write_text(letter, encoding="utf-8")
    (tmp_path / "quizzes/returns.yml").write_text(quiz_with(written), encoding="utf-8")
    (problem,) = check_rubrics(load_course(tmp_path / "docs", tmp_path / "quizzes"))
    _, shown, caret, _ = tell(problem, "ru").splitlines()
    assert shown.partition(" | ")[2].strip() == line
    assert caret.index("^") == shown.index(rest) + WIDER.get(style, 0)
    assert problem.line[problem.where.column - 1 :] == rest
