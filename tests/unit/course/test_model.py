"""What authors may write, and what the model makes of it."""

import datetime as dt
from pathlib import Path

import pytest
from pydantic import ValidationError
from tests.breakages import COURSE

from gramota.course import Course, Letter, Multiple, Quiz, load_course
from gramota.course.model.identity import content_hash

ROOT = Path(__file__).parents[3]
LETTER = (COURSE / "docs/letters/returns.yml").read_text(encoding="utf-8")
QUIZ = (COURSE / "quizzes/returns.yml").read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def load(letter: str = LETTER, quiz: str = QUIZ) -> Course:
    Path("docs/letters").mkdir(parents=True, exist_ok=True)
    Path("quizzes").mkdir(exist_ok=True)
    Path("docs/letters/returns.yml").write_text(letter, encoding="utf-8")
    Path("quizzes/returns.yml").write_text(quiz, encoding="utf-8")
    return load_course(Path("docs"), Path("quizzes"))


def letter_of(replaced: str, by: str) -> Letter:
    assert replaced in LETTER
    return load(letter=LETTER.replace(replaced, by, 1)).lessons[0].letter


def quiz_of(replaced: str, by: str) -> Quiz:
    assert replaced in QUIZ
    quiz = load(quiz=QUIZ.replace(replaced, by, 1)).lessons[0].quiz
    assert quiz is not None
    return quiz


def test_shipped_course_is_right() -> None:
    assert [lesson.letter.id for lesson in load_course(ROOT / "docs", ROOT / "quizzes").lessons] == ["closer-product"]


def test_every_option_of_multiple_may_be_correct() -> None:
    item = load().lessons[0].quiz.self_check[1]
    assert isinstance(item, Multiple)
    assert all(option.correct for option in item.options)


@pytest.mark.parametrize("written", ["'2021-03-15'", '"2021-03-15"'])
def test_date_may_be_quoted(written: str) -> None:
    assert letter_of("2021-03-15", written).date == dt.date(2021, 3, 15)


def test_list_of_one_needs_no_brackets() -> None:
    assert letter_of("[Отдел продаж]", "Отдел продаж").audience == ("Отдел продаж",)
    assert quiz_of("[accept, money]", "money").control[0].section == ("money",)


@pytest.mark.parametrize(
    ("written", "share"), [("70%", 0.7), ("66,5 %", 0.665), ("66.5%", 0.665), ("0%", 0), ("100%", 1)]
)
def test_pass_is_a_share(written: str, share: float) -> None:
    assert quiz_of("pass: 70%", f"pass: {written}").pass_share == pytest.approx(share)


def test_quiz_without_its_optional_parts_has_defaults() -> None:
    quiz = load(quiz=QUIZ[QUIZ.index("control:") :]).lessons[0].quiz
    assert quiz is not None
    assert (quiz.pass_share, quiz.synonyms, quiz.self_check) == (0.7, {}, ())


def test_very_long_text_is_kept_whole() -> None:
    text = "слово " * 50_000
    assert letter_of("Как принять товар обратно", f"'{text}'").summary == text


def test_author_cannot_be_changed_behind_the_back() -> None:
    with pytest.raises(ValidationError):
        load().lessons[0].letter.title = "Другое"


def test_question_and_section_are_found_by_id() -> None:
    lesson = load().lessons[0]
    assert lesson.letter.section("money").level == 3
    assert lesson.quiz is not None
    assert lesson.quiz.question("why-act").criteria[0].points == 2
    with pytest.raises(KeyError):
        lesson.quiz.question("nowhere")


def test_places_are_known_after_the_trees_are_forgotten() -> None:
    lesson = load().lessons[0]
    assert "_reading" not in vars(lesson.quiz_source)
    assert str(lesson.quiz_source.where("control", 0, "criteria", 0, "accept", 1)) == "quizzes/returns.yml:57:36"
    assert str(lesson.letter_source.where_key("sections", 1, "body")) == "docs/letters/returns.yml:19:5"


def test_hash_is_of_what_is_said_and_not_of_how_it_is_written() -> None:
    said = content_hash(letter_of("revision: 2", "revision: 2"))
    assert content_hash(letter_of("title: Возврат товара", "title: >-\n  Возврат\n  товара")) == said
    assert content_hash(letter_of("title: Деньги", "title: 'Деньги' # и только")) == said
    assert content_hash(letter_of("lang: ru\n", "")) == said
    assert content_hash(letter_of("10 дней", "11 дней")) != said
    assert content_hash(letter_of("revision: 2", "revision: 3")) != said


TOLD = "revision: 2\nchanges:\n  - {revision: 2, date: 2021-09-01, what: Срок теперь 14 дней}"


def test_a_revision_has_the_date_of_its_change_and_else_the_letters() -> None:
    assert letter_of("revision: 2", TOLD).revised == dt.date(2021, 9, 1)
    assert letter_of("revision: 2", "revision: 2").revised == dt.date(2021, 3, 15)


def test_changes_may_begin_with_any_revision_and_stand_in_any_order() -> None:
    rows = "".join(f"\n  - {{revision: {number}, date: 2021-09-01, what: [а, б]}}" for number in (5, 4, 6))
    assert [change.revision for change in letter_of("revision: 2", f"revision: 6\nchanges:{rows}").changes] == [5, 4, 6]


@pytest.mark.parametrize(("written", "span"), [("365d", "365d"), ("6 m", "6m"), ("'1y'", "1y")])
def test_a_span_of_time_is_read(written: str, span: str) -> None:
    assert str(letter_of("revision: 2", f"revision: 2\nvalid_for: {written}").valid_for) == span


def test_telling_what_changed_and_how_long_it_counts_is_no_other_letter() -> None:
    """Trainers would be warned of every sheet that the text has changed."""
    told = letter_of("revision: 2", f"{TOLD}\nvalid_for: 1y")
    assert content_hash(told) == content_hash(letter_of("revision: 2", "revision: 2"))
