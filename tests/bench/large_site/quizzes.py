"""Quizzes of these letters: five questions to check oneself with, and a control question with a small rubric."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from tests.bench.large_site.corpus import Corpus, sentences_of
from tests.bench.large_site.letters import Draft

Question = dict[str, Any]
# Answers in one's own words cost most: one letter in ten asks for them.
_OWN_WORDS = 10


@dataclass(frozen=True)
class _Words:
    where: str
    all_of: str
    pairs: str
    order: str
    tell: str
    right: str
    wrong: str


_SAID = {
    "en": _Words(
        "Which of these does the part “{}” say?",
        "Tick all that the letter says.",
        "Which part says what?",
        "Put the parts in the order of the letter.",
        "Tell in your own words what the letter asks of you.",
        "Right, the letter says so.",
        "This stands elsewhere: read the part again.",
    ),
    "ru": _Words(
        "Что из этого сказано в части «{}»?",
        "Отметьте все, что сказано в письме.",
        "В какой части что сказано?",
        "Расставьте части в порядке письма.",
        "Расскажите своими словами, чего письмо ждет от вас.",
        "Верно, так и сказано.",
        "Это сказано в другом месте: перечитайте эту часть.",
    ),
}


def yaml_of_quiz(draft: Draft, corpus: Corpus) -> dict[str, object]:
    """Return the quiz's file as plain values."""
    chance = random.Random(-draft.number)
    said = [(section, sentences_of(section.pieces)) for section in draft.sections]
    own = list(dict.fromkeys(sentence for _, sentences in said for sentence in sentences))
    others = [sentence for sentence in chance.sample(corpus.sentences, 12) if sentence not in own]
    # A letter of lists alone has too few sentences of its own; questions go on with those of its language.
    asked = [*own, *others][:12]
    questions = [*_questions(draft, asked, others[-3:] or asked[-3:])]
    if draft.number % _OWN_WORDS == 1:
        questions.append(_own_words(draft, asked))
    return {"pass": "70%", "self_check": questions, "control": [_control(draft, asked)]}


def _questions(draft: Draft, asked: Sequence[str], others: Sequence[str]) -> Iterator[Question]:
    words, titles = _SAID[draft.lang], [section.title for section in draft.sections]
    first = draft.sections[0]
    yield {
        **_head("where", "single", first.id, words.where.format(first.title)),
        "options": [_option(asked[0], words, correct=True), *(_option(text, words) for text in asked[1:4])],
    }
    yield {
        **_head("all-of", "multiple", first.id, words.all_of),
        "options": [
            *(_option(text, words, correct=True) for text in asked[4:6]),
            *(_option(text, words) for text in others),
        ],
    }
    word = max(re.findall(r"\w+", asked[6]), key=len)
    yield {**_head("gap", "blank", first.id, asked[6].replace(word, "___", 1)), "accept": [word]}
    yield {
        **_head("pairs", "match", first.id, words.pairs),
        "pairs": [{"left": title, "right": text} for title, text in zip(titles[:3], asked[7:10], strict=True)],
    }
    yield {**_head("order", "order", first.id, words.order), "items": titles[:5]}


def _own_words(draft: Draft, asked: Sequence[str]) -> Question:
    return {
        **_head("tell", "text", draft.sections[0].id, _SAID[draft.lang].tell),
        "points": [_recognised(f"point-{at}", text) for at, text in enumerate(asked[:2], 1)],
    }


def _control(draft: Draft, asked: Sequence[str]) -> Question:
    return {
        "id": "tell-in-full",
        "prompt": _SAID[draft.lang].tell,
        "section": [section.id for section in draft.sections[:2]],
        "criteria": [{**_recognised(f"point-{at}", text), "points": 1} for at, text in enumerate(asked[:3], 1)],
    }


def _recognised(entry_id: str, sentence: str) -> Question:
    """Three pairs of the sentence's longer words, which may stand in any order and form."""
    words = [word for word in re.findall(r"[^\W\d_]+", sentence) if len(word) > 4] or ["letter", "other"]
    pairs = zip(words, [*words[1:], words[0]], strict=True)
    phrases = dict.fromkeys(f"{one} {other}".lower() for one, other in pairs)
    return {"id": entry_id, "title": sentence[:60].strip(), "accept": [*phrases][:3]}


def _head(question_id: str, kind: str, section: str, prompt: str) -> Question:
    return {"id": question_id, "type": kind, "section": section, "prompt": prompt}


def _option(text: str, words: _Words, *, correct: bool = False) -> Question:
    known = {"correct": True} if correct else {}
    return {"text": text, **known, "why": words.right if correct else words.wrong}
