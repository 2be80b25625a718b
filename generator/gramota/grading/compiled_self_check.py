"""The rubrics of one self-check, compiled; or why they cannot be used, by line and column."""

from collections.abc import Mapping
from types import MappingProxyType

from gramota.course import Lesson
from gramota.errors import refuse
from gramota.grading.compiled_quiz import find_phrase_problems, path_inside, phrase_problem
from gramota.quiz.own_words import compile_own_words, own_words_of
from gramota.rubric import CompiledQuestion, PhraseError

_AUTHORS_NAME = {"criteria": "points", "misconceptions": "wrong"}


def compile_self_check(lesson: Lesson) -> Mapping[str, CompiledQuestion]:
    """Compile the rubrics of a lesson's self-check, by the ids of their questions.

    Raise ContentError with every phrase of the quiz that cannot be read and every rubric that grows too large.
    """
    if lesson.quiz is None or lesson.quiz_source is None:
        return {}
    problems = [*find_phrase_problems(lesson)]
    rubrics = {}
    for number, item in () if problems else own_words_of(lesson):
        try:
            rubrics[item.id] = compile_own_words(item, lesson.quiz.synonyms, lesson.letter.lang)
        except PhraseError as error:
            lists = {"criteria": item.points, "misconceptions": item.wrong}
            kind, *inside = path_inside(lists, error.place)
            path = ("self_check", number, _AUTHORS_NAME[str(kind)], *inside)
            problems.append(phrase_problem(error, path, lesson.quiz_source))
    refuse(problems)
    return MappingProxyType(rubrics)
