"""A table of any number of answers of twenty words, no two the same, and the course that it answers."""

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from random import Random

import pyarrow as pa
import pyarrow.parquet as pq
import yaml

from tests.bench.rubric import LABELLED, TWELVE_PHRASES, WORDS

QUIZ = "calls"
_HALF = WORDS // 2
_AT_ONCE = 50_000


def write_course(folder: Path) -> None:
    """Write a letter with one question of four criteria and twelve phrases."""
    letter = {
        "title": "Звонки",
        "date": "2026-01-15",
        "audience": ["Продажи"],
        "revision": 1,
        "lang": "ru",
        "summary": "Как говорить с клиентом.",
        "sections": [{"id": "calls", "title": "Звонки", "body": "Перезвоните клиенту в тот же день."}],
    }
    criteria = [
        {"id": each.id, "title": each.id, "points": each.points, "accept": [*each.accept]}
        for each in TWELVE_PHRASES.criteria
    ]
    question = {"id": "q", "prompt": "Что делает менеджер?", "section": "calls", "criteria": criteria}
    for path, content in (("docs/letters", letter), ("quizzes", {"pass": "70%", "control": [question]})):
        (folder / path).mkdir(parents=True)
        text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
        (folder / path / f"{QUIZ}.yml").write_text(text, encoding="utf-8")


def write_answers(root: Path, path: Path, count: int) -> None:
    """Write the first so many answers; a larger table begins with the smaller ones."""
    schema = pa.schema([(name, pa.string()) for name in ("id", "question", "answer", "department")])
    numbered = enumerate(distinct_answers(root, count))
    with pq.ParquetWriter(path, schema) as writer:
        while some := [*islice(numbered, _AT_ONCE)]:
            rows = [(f"a-{number:07}", "q", answer, f"d{number % 37}") for number, answer in some]
            writer.write_table(pa.table([*map(pa.array, zip(*rows, strict=True))], schema=schema))


def distinct_answers(root: Path, count: int) -> Iterator[str]:
    """Yield answers put together of two stretches of what people wrote, from places drawn by a seed."""
    lines = (root / LABELLED).read_text(encoding="utf-8").splitlines()
    words = " ".join(row["answer"] for row in map(json.loads, lines) if row["question"] == "actions").split()
    random, drawn = Random(1), set[tuple[int, int]]()
    places = len(words) - _HALF
    while len(drawn) < count:
        first, second = random.randrange(places), random.randrange(places)
        if (first, second) not in drawn:
            drawn.add((first, second))
            yield " ".join(words[first : first + _HALF] + words[second : second + _HALF])
