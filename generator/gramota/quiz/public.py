"""The border between the trainers' side and the public: whatever crosses it is named here, field by field.

A self-check question crosses with its key and its feedback, for the reader's own browser decides; of phrases only the
compiled rubric does, and examples never do. A control question crosses with its prompt only; criteria, phrases,
misconceptions, examples and sections stay behind.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import Any, assert_never

from gramota.cache.gaps import gap_once
from gramota.course import (
    Blank,
    ControlQuestion,
    Lesson,
    Markdown,
    Match,
    Multiple,
    Number,
    Option,
    Order,
    OwnWords,
    Pair,
    SelfCheckItem,
    Single,
    TickOption,
)
from gramota.course.model.base import fold
from gramota.course.model.identity import question_hash
from gramota.quiz.own_words import compile_own_words, rubric_table
from gramota.quiz.shuffle import never_in_order, shuffled

Key = dict[str, Any]
"""What the browser decides by; each type of question has its own, told in runtime/items/."""

_NO_TEXT = Markdown("")


@dataclass(frozen=True)
class PublicOption:
    """One thing to choose, to put in order or to find a partner for, and the feedback that belongs to it.

    `place` is its number in the key, whatever order it is shown in; `wrong` is feedback for particular partners, each
    with the number by which the browser calls it.
    """

    text: Markdown
    why: Markdown = _NO_TEXT
    place: int = 0
    missed: Markdown = _NO_TEXT
    wrong: tuple[tuple[int, Markdown], ...] = ()


@dataclass(frozen=True)
class PublicPoint:
    """A key point of an answer in one's own words, and what helps who left it out."""

    title: Markdown
    section: str
    why: Markdown = _NO_TEXT


@dataclass(frozen=True)
class PublicItem:
    """A self-check question as the page shows it; `key` is the JSON that the browser decides by.

    `options` and `rights` stand in the order shown without a script; `wrong` holds the feedback for particular wrong
    answers in the order of the key's `wrong`. Of an answer in one's own words `points` and `options` are the key points
    and the wrong ideas in the order of the rubric, `answer` is a model.
    """

    id: str
    type: str
    hash: str
    section: str
    prompt: Markdown
    hints: tuple[Markdown, ...]
    why: Markdown
    key: str
    worth: int = 1
    attempts: int | None = None
    shows_answer: bool = True
    shuffles: bool = False
    pool: str = ""
    options: tuple[PublicOption, ...] = ()
    rights: tuple[PublicOption, ...] = ()
    wrong: tuple[Markdown, ...] = ()
    unit: str = ""
    points: tuple[PublicPoint, ...] = ()
    answer: Markdown = _NO_TEXT


@dataclass(frozen=True)
class PublicQuestion:
    """A control question as everyone may see it; `hash` tells when the prompt was changed."""

    id: str
    prompt: Markdown
    required: bool
    hash: str
    least_words: int | None = None
    most_words: int | None = None


def public_question(question: ControlQuestion) -> PublicQuestion:
    """Return the prompt and the length advised, and nothing that helps to answer it."""
    digest = hashlib.sha256(question.prompt.encode()).hexdigest()[:16]
    asked = PublicQuestion(question.id, question.prompt, question.required, digest)
    return replace(asked, least_words=question.words.least, most_words=question.words.most) if question.words else asked


def public_items(lesson: Lesson) -> tuple[PublicItem, ...]:
    """Return the lesson's self-check as shown."""
    return tuple(public_item(item, lesson) for item in lesson.self_check)


def public_item(item: SelfCheckItem, lesson: Lesson) -> PublicItem:
    """Return the question as shown, its parts shuffled by its hash: the same order on every build and computer.

    The lesson says how its phrases are read, and which forms its words have.
    """
    match item:
        case Single() | Multiple():
            return _choice(item)
        case Blank():
            return _blank(item, lesson.letter.lang)
        case Number():
            return _number(item)
        case Order():
            return _order(item)
        case Match():
            return _match(item)
        case OwnWords():
            return _own_words(item, lesson)
        case _:
            assert_never(item)


def _choice(item: Single | Multiple) -> PublicItem:
    places = _places(option.text for option in item.options)
    options = [PublicOption(one.text, one.why, places[one.text], _missed(one)) for one in item.options]
    correct = sorted(places[option.text] for option in item.options if option.correct)
    public = replace(_bare(item, {"of": len(options), "correct": correct}), shuffles=item.shuffle)
    if item.shuffle:
        by_place = sorted(options, key=lambda option: option.place)
        options = [by_place[place] for place in shuffled(len(options), public.hash)]
    return replace(public, options=tuple(options))


def _places(texts: Iterable[str]) -> dict[str, int]:
    """Return the key's number of each text: it follows from the texts alone, so authors may change their order."""
    return {text: place for place, text in enumerate(sorted(texts))}


def _missed(option: Option) -> Markdown:
    return option.missed if isinstance(option, TickOption) else _NO_TEXT


def _blank(item: Blank, lang: str) -> PublicItem:
    wrong = [wrong.answer for wrong in item.wrong]
    key: Key = {"accept": item.accept, "wrong": wrong}
    if not item.exact:
        key |= gap_once((*item.accept, *wrong), lang)
    return replace(_bare(item, key), wrong=tuple(wrong.why for wrong in item.wrong))


def _number(item: Number) -> PublicItem:
    wrong_numbers = [wrong.answer for wrong in item.wrong]
    key: Key = {"answer": item.answer, "tolerance": item.tolerance, "unit": item.unit, "wrong": wrong_numbers}
    return replace(_bare(item, key), wrong=tuple(wrong.why for wrong in item.wrong), unit=item.unit)


def _order(item: Order) -> PublicItem:
    shown = never_in_order(len(item.items), question_hash(item))
    key: Key = {"order": [shown.index(place) for place in range(len(shown))]}
    steps = [item.items[place] for place in shown]
    options = tuple(PublicOption(step.text, step.why, place) for place, step in enumerate(steps))
    return replace(_bare(item, key), options=options, shuffles=True)


def _match(item: Match) -> PublicItem:
    rights = _places(pair.right for pair in item.pairs)
    pairs = sorted(item.pairs, key=lambda pair: pair.left)
    wrong = [*_wrong_partners(pairs, rights)]
    key: Key = {
        "partners": [rights[pair.right] for pair in pairs],
        "wrong": {left: numbers for left, numbers in enumerate(wrong) if numbers},
    }
    options = {pair: _left(pair, place, wrong[place]) for place, pair in enumerate(pairs)}
    shown = [item.pairs[place].right for place in never_in_order(len(item.pairs), question_hash(item))]
    choices = tuple(PublicOption(right, place=rights[right]) for right in shown)
    public = replace(_bare(item, key), rights=choices, shuffles=True)
    return replace(public, options=tuple(options[pair] for pair in item.pairs))


def _wrong_partners(pairs: Sequence[Pair], rights: Mapping[str, int]) -> Iterator[dict[int, int]]:
    """Yield for each pair the numbers of its feedback by the wrong partner's place; they go on after the pairs' own."""
    places = {fold(right): place for right, place in rights.items()}
    numbers = count(len(pairs))
    yield from ({places[fold(wrong.answer)]: next(numbers) for wrong in pair.wrong} for pair in pairs)


def _left(pair: Pair, place: int, wrong: Mapping[int, int]) -> PublicOption:
    numbered = zip(wrong.values(), (each.why for each in pair.wrong), strict=True)
    return PublicOption(pair.left, pair.why, place, wrong=tuple(numbered))


def _own_words(item: OwnWords, lesson: Lesson) -> PublicItem:
    synonyms = lesson.quiz.synonyms if lesson.quiz else {}
    rubric = compile_own_words(item, synonyms, lesson.letter.lang)
    key: Key = {"needed": item.needed, "rubric": rubric_table(rubric)}
    points = tuple(PublicPoint(point.title, point.section or item.section, point.why) for point in item.points)
    ideas = tuple(PublicOption(idea.title, idea.why) for idea in item.wrong)
    return replace(_bare(item, key), points=points, options=ideas, answer=item.answer)


def _bare(item: SelfCheckItem, key: Key) -> PublicItem:
    """Return what every type shares: the question without its parts."""
    return PublicItem(
        id=item.id,
        type=item.type,
        hash=question_hash(item),
        section=item.section,
        prompt=item.prompt,
        hints=item.hints,
        why=item.why,
        worth=item.worth,
        attempts=item.attempts,
        shows_answer=item.show_answer is not False,
        pool=item.pool or "",
        key=json.dumps(key, ensure_ascii=False, sort_keys=True, separators=(",", ":")),
    )
