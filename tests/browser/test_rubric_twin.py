"""The rubric engine's twin in the browser decides as Python does, to the byte; and so does its minified script."""

import json
from collections.abc import Callable, Iterator, Sequence

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

from gramota.quiz.bundle import build_rubric_bundle, build_rubric_script
from tests.twins import RUBRICS, VECTORS, random_answers, result_of, tables

CASES = json.loads(VECTORS.read_text(encoding="utf-8"))["cases"]
BATCH = 250
BATCHES = 84
"""At least 20,000 answers in all."""

Scorer = Callable[[Sequence[tuple[str, str]]], list[str]]

LOAD = """
const loaded = ({ table, language }) => indexOf(table, readyLanguage(language));
const shipped = ({ table }) => window.gramotaRubric.indexOf(table);
const ofAll = (index) => Object.fromEntries(Object.entries(tables).map(([name, given]) => [name, index(given)]));
const ours = ofAll(loaded), theirs = ofAll(shipped);
const plain = (decisions) => decisions.map(({ met, evidence }) => ({ met, evidence }));
const decided = ({ criteria, misconceptions, notices }) =>
  JSON.stringify({ criteria: plain(criteria), misconceptions: plain(misconceptions), notices });
"""
ASK = """
pairs => pairs.map(([rubric, answer]) => {
  const whole = scoreAnswer(ours[rubric], JSON.parse(answer));
  const shipped = decided(window.gramotaRubric.decideAnswer(theirs[rubric], JSON.parse(answer)));
  return decided(whole) === shipped ? JSON.stringify(whole) : `sources: ${decided(whole)} minified: ${shipped}`;
})
"""


@pytest.fixture(scope="module")
def scored(browser: Browser) -> Iterator[Scorer]:
    """Scores (rubric, answer) pairs by the sources; what sites ship, which only decides, must decide the same.

    Answers cross as JSON, which keeps lone surrogates.
    """
    page = browser.new_context().new_page()
    page.add_script_tag(content=build_rubric_bundle([*RUBRICS]).js)
    page.add_script_tag(content=f"{build_rubric_script()}\nconst tables = {json.dumps(tables())};\n{LOAD}")
    yield lambda pairs: page.evaluate(ASK, [[rubric, json.dumps(answer)] for rubric, answer in pairs])
    page.context.close()


def canonical(result: dict[str, object]) -> str:
    """As JSON.stringify writes it."""
    whole = json.loads(
        json.dumps(result), parse_float=lambda text: float(text) if float(text) % 1 else int(float(text))
    )
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["answer"])
def test_vectors(scored: Scorer, case):
    assert json.loads(scored([(case["rubric"], case["answer"])])[0]) == case["result"]


def found_different(scored: Scorer, rubric: str, answers: Sequence[str]) -> list[str]:
    results = scored([(rubric, answer) for answer in answers])
    pairs = zip(answers, results, strict=True)
    return [answer for answer, result in pairs if result != canonical(result_of(rubric, answer))]


@given(st.sampled_from([*RUBRICS]), st.integers(0, 2**64))
@settings(max_examples=BATCHES, deadline=None, derandomize=True, phases=[Phase.generate])
def test_random_answers_are_decided_alike(scored: Scorer, rubric: str, seed: int):
    assert found_different(scored, rubric, random_answers(rubric, seed, BATCH)) == []


@given(st.sampled_from([*RUBRICS]), st.text(max_size=80))
@settings(max_examples=500, deadline=None, derandomize=True)
def test_any_signs_are_read_alike(scored: Scorer, rubric: str, answer: str):
    assert found_different(scored, rubric, [answer, f"плановая{answer}маржа", f"press {answer}button"]) == []
