"""A compiled question as JSON that reads back as it was, the phrases' texts included; no program but ours reads it."""

import json
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from gramota.rubric.compiling.compiled import Beginning, CompiledQuestion, Meaning, Node, Option
from gramota.rubric.forms.word_forms import WordForms
from gramota.uncollected import uncollected


def write_whole(question: CompiledQuestion) -> str:
    """Return JSON for read_whole; always the same bytes."""
    ends: dict[tuple[str, ...], int] = {}
    whole = {
        "id": question.id,
        "lang": question.lang,
        "keys": [(forms.start, ends.setdefault(forms.ends, len(ends))) for forms in question.keys],
        "ends": [*map(" ".join, ends)],
        "beginnings": question.beginnings,
        "nodes": question.nodes,
        "criteria": [_row(meaning) for meaning in question.criteria],
        "misconceptions": [_row(meaning) for meaning in question.misconceptions],
        "least": question.least,
        "most": question.most,
        "refuse": sorted(question.refuse),
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def read_whole(text: str) -> CompiledQuestion:
    """Return what write_whole wrote."""
    with uncollected():
        return _question(json.loads(text))


def _question(whole: dict[str, Any]) -> CompiledQuestion:
    ends = [*map(_ends, whole["ends"])]
    return CompiledQuestion(
        id=whole["id"],
        lang=whole["lang"],
        keys=tuple(WordForms(start, ends[row]) for start, row in whole["keys"]),
        beginnings=tuple(Beginning(*row) for row in whole["beginnings"]),
        nodes=tuple(Node(kind, key, tuple(parts), *rest) for kind, key, parts, *rest in whole["nodes"]),
        criteria=tuple(_meaning(*row) for row in whole["criteria"]),
        misconceptions=tuple(_meaning(*row) for row in whole["misconceptions"]),
        least=whole["least"],
        most=whole["most"],
        refuse=frozenset(whole["refuse"]),
    )


@lru_cache(maxsize=1 << 12)
def _ends(row: str) -> tuple[str, ...]:
    """Read once, for a quiz's questions have most of them in common."""
    return tuple(row.split(" "))


_Rows = list[tuple[str, int]]


def _row(meaning: Meaning) -> Sequence[object]:
    return meaning.id, meaning.points, meaning.accept, meaning.reject, meaning.requires, meaning.excludes


def _meaning(name: str, points: float, accept: _Rows, reject: _Rows, *conditions: Iterable[str]) -> Meaning:
    return Meaning(name, points, _options(accept), _options(reject), *map(tuple, conditions))


def _options(rows: _Rows) -> tuple[Option, ...]:
    return tuple(Option(*row) for row in rows)
