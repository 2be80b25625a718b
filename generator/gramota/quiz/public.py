"""The border between the trainers' side and the public: whatever crosses it is named here, field by field.

A self-check question crosses with its key and its feedback, for the reader's own browser decides; of phrases only the
compiled rubric does, and examples never do. A control question crosses with its prompt only; criteria, phrases,
misconceptions, examples and sections stay behind.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, assert_never

from gramota.course import (
    Blank,
    ControlQuestion,
    Lesson,
    Markdown,
    Match,
    Multiple,
    Number,
    Order,
    OwnWords,
    SelfCheckItem,
    Single,
)
from gramota.course.identity import content_hash
from gramota.quiz.own_words import compile_own_words, rubric_table
from gramota.quiz.shuffle import never_in_order, shuffled

Key = dict[str, int | float | str | Sequence[int] | Sequence[float] | Sequence[str] | dict[str, Any]]

_NO_TEXT = Markdown("")


@dataclass(frozen=True)
class PublicOption:
    """One thing to choose, to put in order or to find a partner for, and the feedback that belongs to it."""

    text: Markdown
    why: Markdown = _NO_TEXT


@dataclass(frozen=True)
class PublicPoint:
    """A key point of an answer in one's own words, and what helps who left it out."""

    title: Markdown
    section: str
    why: Markdown = _NO_TEXT


@dataclass(frozen=True)
class PublicItem:
    """A self-check question as the page shows it; `key` is the JSON that the browser decides by.

    `options` and `rights` stand in the order shown, and the key counts in it; `wrong` holds the feedback for
    particular wrong answers in the order of the key's `wrong`. Of an answer in one's own words `points` and `options`
    are the key points and the wrong ideas in the order of the rubric, `answer` is a model.
    """

    id: str
    type: str
    hash: str
    section: str
    prompt: Markdown
    hint: Markdown
    why: Markdown
    key: str
    options: tuple[PublicOption, ...] = ()
    rights: tuple[Markdown, ...] = ()
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

    The lesson says how its phrases are read.
    """
    match item:
        case Single() | Multiple():
            return _choice(item)
        case Blank():
            return _blank(item)
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
    shown = [item.options[place] for place in shuffled(len(item.options), content_hash(item))]
    correct = [place for place, option in enumerate(shown) if option.correct]
    options = tuple(PublicOption(option.text, option.why) for option in shown)
    return replace(_bare(item, {"of": len(shown), "correct": correct}), options=options)


def _blank(item: Blank) -> PublicItem:
    key: Key = {"accept": item.accept, "wrong": [wrong.answer for wrong in item.wrong]}
    return replace(_bare(item, key), wrong=tuple(wrong.why for wrong in item.wrong))


def _number(item: Number) -> PublicItem:
    wrong_numbers = [wrong.answer for wrong in item.wrong]
    key: Key = {"answer": item.answer, "tolerance": item.tolerance, "unit": item.unit, "wrong": wrong_numbers}
    return replace(_bare(item, key), wrong=tuple(wrong.why for wrong in item.wrong), unit=item.unit)


def _order(item: Order) -> PublicItem:
    shown = never_in_order(len(item.items), content_hash(item))
    key: Key = {"order": [shown.index(place) for place in range(len(shown))]}
    return replace(_bare(item, key), options=tuple(PublicOption(item.items[place]) for place in shown))


def _match(item: Match) -> PublicItem:
    shown = never_in_order(len(item.pairs), content_hash(item))
    key: Key = {"partners": [shown.index(place) for place in range(len(shown))]}
    lefts = tuple(PublicOption(pair.left, pair.why) for pair in item.pairs)
    return replace(_bare(item, key), options=lefts, rights=tuple(item.pairs[place].right for place in shown))


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
        hash=content_hash(item),
        section=item.section,
        prompt=item.prompt,
        hint=item.hint,
        why=item.why,
        key=json.dumps(key, ensure_ascii=False, sort_keys=True, separators=(",", ":")),
    )
