"""All that can be wrong with one lesson by itself: its two files, and its rubrics against their own examples."""

from collections.abc import Sequence

from gramota.course import Lesson, advise
from gramota.course.load import LessonSources, read_lesson
from gramota.errors import ContentError, Problem
from gramota.grading.checking.examples import check_lesson_rubrics
from gramota.grading.checking.lesson_findings import LessonFindings
from gramota.grading.checking.unusable_quizzes import find_phrase_problems_in
from gramota.grading.second_reader.learned_file import load_known_readers
from gramota.quiz.own_words import own_words_of


def check_lesson(sources: LessonSources) -> LessonFindings:
    """Return what is found in a lesson; the rubrics are tried only where both files can be read."""
    read = read_lesson(sources)
    about = read.linked, sources.shared.digests(read.included, sources.letter)
    if read.lesson is None:
        phrases = find_phrase_problems_in(sources.quiz, sources.shared) if sources.quiz else ()
        return LessonFindings((*read.problems, *phrases), (), *about, is_read=False, questions=0, examples=0)
    lesson = read.lesson
    broken, outlived = _check_learned(lesson)
    return LessonFindings(
        (*check_lesson_rubrics(lesson), *broken),
        (*advise(lesson), *outlived),
        *about,
        is_read=True,
        questions=len(lesson.control),
        examples=_count_examples(lesson),
    )


def _check_learned(lesson: Lesson) -> tuple[Sequence[Problem], Sequence[Problem]]:
    """Return what is wrong with the file of what was learned, and what in it is no longer used."""
    if not (lesson.quiz and lesson.quiz_source):
        return (), ()
    try:
        return (), load_known_readers(lesson.quiz, lesson.quiz_source).advice
    except ContentError as error:
        return error.problems, ()


def _count_examples(lesson: Lesson) -> int:
    of_control = sum(len(question.examples) for question in lesson.control)
    return of_control + sum(len(item.examples) for _, item in own_words_of(lesson))
