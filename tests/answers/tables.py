"""Tables of answers to the quiz of tests/answers/course, of any size, in every kind of file; all rows differ."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

_SAID = (
    "14 дней, если есть чек",
    "Кассир вернет",
    "две недели",
    "не знаю",
    "",
    "Деньги отдаст старший кассир",
    "4 дня",
)
_SHOPS = ("Тверь", "Орёл", None)


def rows(count: int, first: int = 0) -> Iterator[dict[str, str | None]]:
    for number in range(first, first + count):
        answer = _SAID[number % len(_SAID)]
        yield {
            "id": f"n-{number}",
            "question": ("term", "money")[number % 2],
            "answer": f"{answer} {number}" if answer else "",
            "shop": _SHOPS[number % 3],
        }


def write_table(path: Path, count: int, first: int = 0) -> Path:
    listed = [*rows(count, first)]
    match path.suffix:
        case ".jsonl":
            lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in listed)
            path.write_text("".join(lines), encoding="utf-8")
        case ".csv":
            with path.open("w", encoding="utf-8", newline="") as stream:
                table = csv.DictWriter(stream, [*listed[0]] if listed else ["id", "question", "answer", "shop"])
                table.writeheader()
                table.writerows(listed)
        case ".parquet":
            names = ("id", "question", "answer", "shop")
            columns = {name: pa.array([row[name] for row in listed], pa.string()) for name in names}
            pq.write_table(pa.table(columns), path)
    return path
