"""Which letters and quizzes come of the files that are imported, and what stands in each."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from gramota.course.checks.crosscheck import check_letter, check_quiz
from gramota.course.files.readable_ids import Ids, make_id
from gramota.course.model.letter import LetterText
from gramota.course.model.quiz import QuizText
from gramota.course.validation.validation import parse_model
from gramota.course.yaml_files.source import Source
from gramota.errors import ContentError, Problem, Where
from gramota.exchange.compose import write_letter, write_quiz
from gramota.exchange.draft import ControlDraft, Found, LetterDraft, Picture, Question, SectionDraft
from gramota.exchange.language import language_of
from gramota.exchange.letter_links import NamedLetter, with_links
from gramota.wording import wording

Existing = Callable[[str], LetterText | None]


@dataclass(frozen=True)
class Given:
    """A file that was read: its path as people know it, its name without the ending, its day, and what it holds.

    `file` is its full path, by which other files link to it.
    """

    path: str
    name: str
    day: dt.date
    found: Found
    file: str = ""

    def without_questions(self) -> "Given":
        """Return the same file as if it had no questions."""
        return replace(self, found=replace(self.found, questions=(), pictures=()))


@dataclass(frozen=True)
class Lesson:
    """A letter and its quiz as YAML, empty where it has none, how much stands in them, and the files that gave it."""

    id: str
    letter: str
    quiz: str
    pictures: tuple[Picture, ...]
    counts: Mapping[str, int]
    files: tuple[Given, ...]
    problems: tuple[Problem, ...] = ()


def plan_lessons(given: Sequence[Given], letter_id: str, existing: Existing) -> list[Lesson]:
    """Return what is to be written; questions join the letter of the same name, or the only one that is there.

    `letter_id` is the name that is asked for, empty where the titles decide; `existing` gives letters that the course
    has already. Raise ContentError where two letters would have one name.
    """
    letters = [each for each in given if each.found.letter]
    if letter_id and len(letters) > 1:
        raise ContentError([Problem.at(Where(letters[1].path, 0), "G419")])
    ids = Ids()
    named: dict[str, list[Given]] = {}
    for each in letters:
        title = each.found.letter.title if each.found.letter else ""
        name = letter_id or ids.make(title, make_id(each.name, "letter"))
        named[name] = [each]
    for each in given:
        if not each.found.letter and each.found.questions:
            own = make_id(each.name, "questions")
            name = letter_id or (own if own in named or len(letters) != 1 else next(iter(named)))
            named.setdefault(name, []).append(each)
    linked = _linked(named)
    return [_lesson(name, [linked.get(each.file, each) for each in files], existing) for name, files in named.items()]


def _linked(named: Mapping[str, Sequence[Given]]) -> dict[str, Given]:
    """Return the letters' files, their links leading to one another's letters."""
    files = {first.file: first for first, *_ in named.values() if first.found.letter}
    letters = {
        first.file: NamedLetter(name, first.found.letter) for name, (first, *_) in named.items() if first.found.letter
    }
    return {
        file: replace(each, found=with_links(each.found, letters[file], each.path, letters))
        for file, each in files.items()
    }


def _lesson(letter_id: str, files: Sequence[Given], existing: Existing) -> Lesson:
    first, questions = files[0], [question for each in files for question in each.found.questions]
    draft, problems = first.found.letter, [*first.found.problems]
    known = existing(letter_id) if draft is None else None
    if draft is None and known is None:
        draft = _stub(first, questions)
        problems.append(Problem.at(Where(first.path, 0), "G457"))
    elif draft is not None:
        problems += _doubts(draft, first)
    letter = write_letter(draft, letter_id, first.day) if draft else ""
    sections = _sections(draft, known)
    lang = draft.lang if draft else known.lang if known else "ru"
    quiz = write_quiz(questions, letter_id, sections, lang) if questions else ""
    asked_pictures = tuple(dict.fromkeys(picture for each in files for picture in each.found.pictures))
    problems += [problem for each in files for problem in _about_questions(each, has_choice=len(sections) > 1)]
    return Lesson(
        letter_id,
        letter,
        quiz,
        (*(draft.pictures if draft else ()), *asked_pictures),
        {**_counts(draft, questions), "asked_pictures": len(asked_pictures)},
        (*files,),
        (*problems, *_check(letter_id, letter, quiz)),
    )


def _stub(first: Given, questions: Sequence[Question]) -> LetterDraft:
    """A letter for questions that have none: its file can be filled in, and the check has nothing against it."""
    lang = language_of(_prompt(question) for question in questions)
    t = wording("exchange", lang)
    section = SectionDraft("text", t("stub.title"), 2, f"{t('stub.body')}\n")
    title = " ".join(first.name.replace("_", " ").replace("-", " ").split()) or first.path
    return LetterDraft(title=title, sections=(section,), lang=lang, is_stub=True)


def _doubts(draft: LetterDraft, first: Given) -> list[Problem]:
    where = Where(first.path, 0)
    date = [] if draft.is_date_sure else [Problem.at(where, "G420")]
    return [*date, *([] if draft.audience else [Problem.at(where, "G421")])]


def _about_questions(given: Given, *, has_choice: bool) -> list[Problem]:
    open_ones = sum(isinstance(question.asked, ControlDraft) for question in given.found.questions)
    where = Where(given.path, 0)
    told = [Problem.at(where, "G426", count=open_ones)] if open_ones else []
    return [*told, *([Problem.at(where, "G427")] if given.found.questions and has_choice else [])]


def _sections(draft: LetterDraft | None, known: LetterText | None) -> list[tuple[str, str]]:
    if draft:
        return [(section.id, f"{section.title}\n{section.body}") for section in draft.sections]
    return [(section.id, f"{section.title}\n{section.body}") for section in known.sections] if known else []


def _counts(draft: LetterDraft | None, questions: Sequence[Question]) -> dict[str, int]:
    control = sum(isinstance(question.asked, ControlDraft) for question in questions)
    return {
        "sections": len(draft.sections) if draft else 0,
        "pictures": len(draft.pictures) if draft else 0,
        "self_check": len(questions) - control,
        "control": control,
    }


def _check(letter_id: str, letter: str, quiz: str) -> list[Problem]:
    """Return what the check will say of the new files, so that nothing in them comes as a surprise."""
    problems: list[Problem] = []
    source = Source(f"docs/letters/{letter_id}.yml", letter) if letter else None
    if source:
        problems += [*source.problems, *_refused(source, LetterText), *check_letter(source)]
    if quiz:
        asked = Source(f"quizzes/{letter_id}.yml", quiz)
        problems += [*asked.problems, *_refused(asked, QuizText), *check_quiz(asked, source)]
    return problems


def _refused(source: Source, model: type[LetterText | QuizText]) -> list[Problem]:
    parsed = parse_model(source, model)
    return parsed if isinstance(parsed, list) else []


def _prompt(question: Question) -> str:
    return question.asked.prompt
