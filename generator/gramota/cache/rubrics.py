"""Rubrics that were compiled before: what costs a second or two the first time costs some milliseconds from then on."""

import json
from collections.abc import Mapping, Sequence

from gramota.cache import store
from gramota.cache.makers import makers
from gramota.rubric import CompiledQuestion, CriterionSource, MisconceptionSource, QuestionSource, compile_question
from gramota.rubric.compiling.whole_json import read_whole, write_whole

_MOST_AT_HAND = 32
_at_hand: dict[str, CompiledQuestion] = {}
"""The rubrics of this process's last questions: departments ask the same of many letters."""


def compile_once(question: QuestionSource, synonyms: Mapping[str, Sequence[str]], lang: str) -> CompiledQuestion:
    """Compile a question's rubric, or read what came of it before; raise PhraseError as compile_question does."""
    if not store.is_on():
        return compile_question(question, synonyms, lang)
    address = store.address_of(b"rubric", makers(), _source(question, synonyms, lang))
    if address not in _at_hand:
        _at_hand[address] = _read(address) or _compile(address, question, synonyms, lang)
        if len(_at_hand) > _MOST_AT_HAND:
            del _at_hand[next(iter(_at_hand))]
    return _at_hand[address]


def _read(address: str) -> CompiledQuestion | None:
    kept = store.read(address)
    return None if kept is None else read_whole(kept.decode())


def _compile(
    address: str, question: QuestionSource, synonyms: Mapping[str, Sequence[str]], lang: str
) -> CompiledQuestion:
    compiled = compile_question(question, synonyms, lang)
    store.write(address, write_whole(compiled).encode())
    return compiled


def try_once(question: QuestionSource, synonyms: Mapping[str, Sequence[str]], lang: str) -> None:
    """Raise PhraseError as compile_question does; what compiled before is not read again."""
    if not store.has(store.address_of(b"rubric", makers(), _source(question, synonyms, lang))):
        compile_once(question, synonyms, lang)


def table_once(rubric: CompiledQuestion) -> dict[str, object]:
    """Return the rubric's public table, `rubric.plain()`; finding what is no slip of the pen takes its time."""
    address = store.address_of(b"table", makers(), write_whole(rubric).encode())
    table: dict[str, object] = json.loads(store.made_once(address, rubric.to_json))
    return table


def _source(question: QuestionSource, synonyms: Mapping[str, Sequence[str]], lang: str) -> bytes:
    """Everything that compile_question reads, in its order."""
    source = {
        "id": question.id,
        "lang": lang,
        "criteria": [_criterion(each) for each in question.criteria],
        "misconceptions": [_misconception(each) for each in question.misconceptions],
        "points": [question.min_points, question.max_points],
        "refuse": sorted(question.refuse),
        "synonyms": [[name, *members] for name, members in synonyms.items()],
    }
    return json.dumps(source, ensure_ascii=False).encode()


def _criterion(source: CriterionSource) -> Sequence[object]:
    conditions = [*source.requires], [*source.excludes]
    return source.id, source.points, [*source.accept], [*source.reject], *conditions


def _misconception(source: MisconceptionSource) -> Sequence[object]:
    return source.id, source.costs, [*source.accept], [*source.reject]
