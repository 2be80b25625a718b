"""How long checking, building and grading take, as medians of several runs of the commands that people use."""

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import yaml

from gramota.cache.store import FOLDER
from gramota.course import load_course
from tests.bench.timing import INSTALLED, RUNS, median_seconds
from tests.built_site.building import build_site

COPIES = 1_000
ANSWERS = 20_000


def speed_section(root: Path) -> str:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        rows = [
            ("`gramota --help`", _seconds(root, ["--help"]), ""),
            ("`gramota check` on the example, nothing kept", _seconds(root, ["check"], cache=""), ""),
            ("`gramota check` on the example, nothing changed", _seconds(root, ["check"]), "aim: under 1.5 s"),
            (f"load {COPIES:,} letters and quizzes as large as the example", _load_copies(root, place), ""),
            *_checks_of_many(root, place),
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


def _checks_of_many(root: Path, place: Path) -> list[tuple[str, float, str]]:
    """The course is of letters like the example's, all different, with quizzes of a usual size."""
    letter = (root / "docs/letters/closer-product.yml").read_text(encoding="utf-8")
    quiz = _usual_quiz(root)
    for number in range(COPIES):
        for folder, text in (("docs/letters", letter), ("quizzes", quiz)):
            path = place / "usual" / folder / f"letter-{number:04}.yml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"{text}\n# {number}\n", encoding="utf-8")
    check = partial(_seconds, place / "usual", ["check"], cache=str(place / "cache"), runs=1)
    what = f"`gramota check` on {COPIES:,} letters and quizzes of {len(quiz.encode()) // 1000} KB"
    first = check()
    again = statistics.median(check() for _ in range(RUNS))
    changed = statistics.median(_after_a_change(path, check) for path in [*place.glob("usual/quizzes/*")][:RUNS])
    return [
        (f"{what}, the first time", first, "aim: under 10 s"),
        (f"{what}, nothing changed", again, ""),
        (f"{what}, one changed", changed, "aim: under 1 s"),
    ]


def _after_a_change(path: Path, check: Callable[[], float]) -> float:
    path.write_text(path.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
    return check()


def _usual_quiz(root: Path) -> str:
    """The example's quiz with two control questions of four phrases a criterion, their synonyms, and no examples."""
    quiz = yaml.safe_load((root / "quizzes/closer-product.yml").read_text(encoding="utf-8"))
    quiz["control"] = quiz["control"][:2]
    for question in quiz["control"]:
        question.pop("examples", None)
        for entry in (*question["criteria"], *question.get("misconceptions", ())):
            entry["accept"] = entry["accept"][:4]
            entry.pop("reject", None)
    synonyms, said = quiz.pop("synonyms"), ""
    while (dumped := yaml.safe_dump(quiz, allow_unicode=True, sort_keys=False, width=120)) != said:
        said = dumped
        quiz["synonyms"] = {name: group for name, group in synonyms.items() if f"<{name}>" in said}
    return said


def _seconds(root: Path, arguments: Sequence[str], cache: str | None = None, runs: int = RUNS) -> float:
    """Median time of a command; `cache` is the folder of what is kept, empty for none, None for the usual one."""
    command = [sys.executable, "-m", "gramota", *arguments]
    env = INSTALLED if cache is None else {**INSTALLED, FOLDER: cache}
    return median_seconds(lambda: subprocess.run(command, check=True, cwd=root, env=env, capture_output=True), runs)
