"""How long checking, building and grading take, as medians of several runs of the commands that people use."""

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from gramota.course import load_course
from tests.bench.timing import RUNS, median_seconds
from tests.built_site.building import build_site

COPIES = 1_000
ANSWERS = 20_000


def speed_section(root: Path) -> str:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        rows = [
            ("`gramota --help`", _seconds(root, ["--help"]), ""),
            ("`gramota check` on the example", _seconds(root, ["check"]), ""),
            (f"load and check {COPIES:,} letters and quizzes", _load_copies(root, place), ""),
            ("`mkdocs build` of the example", median_seconds(lambda: build_site(root, place / "site")), ""),
            _bulk_row(root, place),
        ]
    table = "\n".join(f"| {what} | {seconds:.2f} | {note} |" for what, seconds, note in rows)
    return f"## Speed\n\nMedians of {RUNS} runs, seconds.\n\n| what | s | |\n| --- | ---: | --- |\n{table}\n"


def _bulk_row(root: Path, place: Path) -> tuple[str, float, str]:
    answers = place / "answers.jsonl"
    examples = _example_answers(root)
    lines = (
        json.dumps({"id": str(number), "question": question, "answer": answer}, ensure_ascii=False)
        for number, (question, answer) in enumerate(examples * (ANSWERS // len(examples) + 1))
    )
    answers.write_text("\n".join(list(lines)[:ANSWERS]) + "\n", encoding="utf-8")
    words = statistics.mean(len(answer.split()) for _, answer in examples)
    command = ["grade", str(answers), "--quiz", "closer-product", "--format", "jsonl", "-o", str(place / "results")]
    seconds = _seconds(root, command)
    note = (
        f"{ANSWERS / seconds:,.0f} answers a second, {words:.0f} words each on average, one process, start-up included"
    )
    return f"`gramota grade` of {ANSWERS:,} answers", seconds, note


def _example_answers(root: Path) -> list[tuple[str, str]]:
    quiz = load_course(root / "docs", root / "quizzes").lesson("closer-product").quiz
    return [(question.id, example.answer) for question in quiz.control for example in question.examples]


def _load_copies(root: Path, place: Path) -> float:
    for kind, source in (("docs/letters", "docs/letters"), ("quizzes", "quizzes")):
        folder = place / "many" / kind
        folder.mkdir(parents=True)
        for number in range(COPIES):
            shutil.copy(root / source / "closer-product.yml", folder / f"letter-{number:04}.yml")
    code = (
        "from pathlib import Path; from gramota.course import load_course; load_course(Path('docs'), Path('quizzes'))"
    )
    return median_seconds(lambda: subprocess.run([sys.executable, "-c", code], check=True, cwd=place / "many"), runs=3)


def _seconds(root: Path, arguments: Sequence[str]) -> float:
    command = [sys.executable, "-m", "gramota", *arguments]
    return median_seconds(lambda: subprocess.run(command, check=True, cwd=root, capture_output=True))
