"""The pure parts of the script, case by case: the same files are for any other implementation."""

import datetime as dt
import json
from pathlib import Path

import pytest
from babel.dates import format_date
from playwright.sync_api import Page
from pydantic import TypeAdapter

from gramota.course.model.time_spans import Span
from gramota.grading.inbox.answers_text import letters_of
from gramota.grading.report.feedback_folder import number_in_names
from gramota.wording import PAGE_LANGUAGES, wording

VECTORS = Path(__file__).parents[1] / "vectors"
TYPES = ("single", "multiple", "blank", "number", "order", "match", "text")
ASK = "([kind, key, given, type = questionTypes[kind]]) =>"


def cases(name: str) -> list:
    loaded = json.loads((VECTORS / f"{name}.json").read_text(encoding="utf-8"))["cases"]
    return [pytest.param(case, id=f"{name}-{number}") for number, case in enumerate(loaded)]


@pytest.mark.parametrize("case", cases("sha256"))
def test_sha256(sources: Page, case):
    assert sources.evaluate("text => sha256(text)", case["text"]) == case["hex"]


@pytest.mark.parametrize("case", cases("canonical_json"))
def test_canonical_json_is_the_same_as_pythons(sources: Page, case):
    # As JSON text: on its way into the browser an object would lose the order of its keys.
    assert sources.evaluate("json => canonicalJson(JSON.parse(json))", json.dumps(case["value"])) == case["canonical"]
    assert json.dumps(case["value"], ensure_ascii=False, sort_keys=True, separators=(",", ":")) == case["canonical"]


@pytest.mark.parametrize("case", cases("fold"))
def test_fold(sources: Page, case):
    assert sources.evaluate("text => fold(text)", case["text"]) == case["folded"]
    assert sources.evaluate("text => fold(fold(text))", case["text"]) == case["folded"]


@pytest.mark.parametrize("case", cases("words"))
def test_words(sources: Page, case):
    assert sources.evaluate("({lang, key, values}) => say(lang, key, values)", case) == case["text"]


@pytest.mark.parametrize("case", cases("word_count"))
def test_word_count(sources: Page, case):
    assert sources.evaluate("text => countWords(text)", case["text"]) == case["words"]


@pytest.mark.parametrize("case", cases("letters_of"))
def test_what_no_messenger_changes_is_the_same_as_pythons(sources: Page, case):
    assert sources.evaluate("text => lettersOf(text)", case["text"]) == case["letters"]
    assert letters_of(case["text"]) == case["letters"]


@pytest.mark.parametrize("case", cases("time_span"))
def test_time_span_ends_where_pythons_does(sources: Page, case):
    ended = sources.evaluate("({at, span}) => lastMoment(at, span).toISOString()", case)
    span = TypeAdapter(Span).validate_python(case["span"])
    assert ended[:10] == case["end"] == span.after(dt.datetime.fromisoformat(case["at"])).date().isoformat()


@pytest.mark.parametrize("lang", PAGE_LANGUAGES)
def test_a_day_is_written_as_the_pages_write_it(sources: Page, lang: str):
    """English readers would meet 3/4/21 beside 4 March 2021."""
    say = wording("blocks", lang)
    for month in range(1, 13):
        written = format_date(dt.date(2021, month, 4), say("date_pattern"), locale=say.locale)
        moment = [f"2021-{month:02}-04T18:05:00Z", lang]
        assert sources.evaluate("([moment, lang]) => localDate(moment, lang)", moment) == written
        assert sources.evaluate("([moment, lang]) => localMoment(moment, lang)", moment) == f"{written}, 21:05"


@pytest.mark.parametrize("case", cases("number_in_names"))
def test_what_may_stand_in_a_files_name_is_the_same_as_pythons(sources: Page, case):
    assert sources.evaluate("said => numberInNames(said)", case["said"]) == case["number"]
    assert number_in_names(case["said"]) == case["number"]


@pytest.mark.parametrize("case", cases("file_name"))
def test_file_name(sources: Page, case):
    answers = {
        "letter": {"id": case["letter"]},
        "learner": case["learner"],
        "attempt": case.get("attempt", 1),
        "finished": "2026-11-23T22:30:00.000Z",
        "checksum": f"sha256:{'0f3c2a9b' * 8}",
    }
    assert sources.evaluate("answers => answersFileName(answers)", answers) == case["name"]


@pytest.mark.parametrize(
    ("kind", "case"), [pytest.param(kind, *case.values, id=case.id) for kind in TYPES for case in cases(kind)]
)
def test_question_types(sources: Page, kind: str, case):
    given = [kind, case["key"], case["response"]]
    assert sources.evaluate(f"{ASK} type.accepts(key, given)", given) is True
    assert sources.evaluate(f"{ASK} type.missing(key, given)", given) == case["missing"]
    if "decided" in case:
        assert sources.evaluate(f"{ASK} type.decide(key, given)", given) == case["decided"]
    if "again" in case:
        assert sources.evaluate(f"{ASK} type.again(given, type.decide(key, given))", given) == case["again"]


@pytest.mark.parametrize("kind", [kind for kind in TYPES if kind != "text"])
def test_the_answer_shown_is_one_that_counts_as_right(sources: Page, kind: str):
    for case in cases(kind):
        key = case.values[0]["key"]
        assert sources.evaluate(f"{ASK} type.decide(key, type.answer(key)).correct", [kind, key])


def test_own_words_stay_the_readers_own_when_the_answer_is_shown(sources: Page):
    key = cases("text")[0].values[0]["key"]
    assert sources.evaluate(f"{ASK} type.answer(key, given)", ["text", key, "Mine."]) == "Mine."


def test_without_the_rubrics_script_own_words_are_not_judged(sources: Page):
    """The page may have been saved without it, or it is still on its way."""
    page = sources.context.new_page()
    page.goto(sources.url.replace("sources.html", "sources-alone.html"))
    given = ["text", cases("text")[3].values[0]["key"], "I press the button."]
    assert page.evaluate(f"{ASK} type.missing(key, given)", given) == "first_reload"
    assert page.evaluate(f"{ASK} type.decide(key, given).parts", given) == []


HOSTILE_RESPONSES = [
    None,
    True,
    1,
    "x" * 1001,
    "x" * 5001,
    {},
    [None],
    [-1],
    [0.5],
    ["0"],
    [9],
    [0, 0],
    [[0]],
    {"length": 1},
]


@pytest.mark.parametrize("kind", TYPES)
@pytest.mark.parametrize("response", HOSTILE_RESPONSES, ids=repr)
def test_no_response_from_a_damaged_store_makes_a_type_fail(sources: Page, kind: str, response):
    """Either it is refused, or it can be looked at."""
    given = [kind, cases(kind)[-1].values[0]["key"], response]
    accepted = sources.evaluate(f"{ASK} type.accepts(key, given)", given)
    assert isinstance(accepted, bool)
    if accepted:
        assert isinstance(sources.evaluate(f"{ASK} type.missing(key, given)", given), str)
