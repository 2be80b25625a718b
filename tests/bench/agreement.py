"""How well the shipped rubric agrees with the trainers' labels on the development answers.

The labelled answers lie beside the repository in ../shared/assessment. A third of them (SHA-256 of the id divisible
by 3) is kept aside: nobody who writes the rubric or the engine looks at it.
"""

import hashlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

MEASURES = ("accuracy", "precision", "recall", "f1", "kappa")
ANSWER_MEASURES = ("misconceptions F1", "whole answer right", "mean QWK", "errors in the least confident 15 %")
HEAD = """## Agreement with trainers

`closer_answers_dev.jsonl` graded by `gramota grade` with the shipped quiz, compared by `score.py`. The rubric was
written with the two thirds “learned from” at hand, and with practice answers (tests/answers/practice); of the third
“kept aside” only the figures were looked at.

"""


FRESH_HEAD = """
### Fresh answers

Answers that nobody who wrote the rubric or the engine had seen, labelled by two before they were graded (see
tests/answers/fresh/README.md). “First grading” is what came out the one time that a set was graded unseen; “today” is
after it was learned from, by the second reader and by the rubric, which took nothing from the twelfth set and little
from the thirteenth.

"""


def agreement_section(root: Path) -> str:
    assessment = root.parent / "shared/assessment"
    if not assessment.is_dir():
        return "## Agreement with trainers\n\nNot measured: ../shared/assessment is not here.\n"
    score = assessment / "score.py"
    return HEAD + _table(_development_figures(root, assessment)) + FRESH_HEAD + _table(_fresh_figures(root, score))


def _development_figures(root: Path, assessment: Path) -> dict[str, dict]:
    lines = (assessment / "closer_answers_dev.jsonl").read_text(encoding="utf-8").splitlines()
    parts = {
        "all": lines,
        "learned from": [line for line in lines if not _is_aside(line)],
        "kept aside": [line for line in lines if _is_aside(line)],
    }
    return {name: _score(part, root, assessment / "score.py") for name, part in parts.items()}


def _fresh_figures(root: Path, score: Path) -> dict[str, dict]:
    figures = {}
    for folder in sorted(path for path in (root / "tests/answers/fresh").iterdir() if path.is_dir()):
        for trainer in ("trainer-1", "trainer-2"):
            labelled = folder / f"{trainer}.jsonl"
            name = f"{folder.name}, {trainer.replace('-', ' ')}"
            if (graded := folder / "first-grading.jsonl").exists():
                figures[f"{name}: first grading"] = _compare(labelled, graded, score)
            figures[f"{name}: today"] = _score(labelled.read_text(encoding="utf-8").splitlines(), root, score)
    return figures


def _is_aside(line: str) -> bool:
    return int(hashlib.sha256(json.loads(line)["id"].encode()).hexdigest(), 16) % 3 == 0


def _score(lines: list[str], root: Path, score: Path) -> dict:
    with tempfile.TemporaryDirectory() as folder:
        answers, results = Path(folder, "answers.jsonl"), Path(folder, "results.jsonl")
        answers.write_text("\n".join(lines) + "\n", encoding="utf-8")
        grade = [sys.executable, "-m", "gramota", "grade", answers, "--quiz", "closer-product", "--format", "jsonl"]
        subprocess.run([*grade, "-o", results], check=True, cwd=root)
        return _compare(answers, results, score)


def _compare(labelled: Path, results: Path, score: Path) -> dict:
    done = subprocess.run([sys.executable, score, labelled, results, "--json"], check=True, capture_output=True)
    return json.loads(done.stdout)


def _table(figures: dict[str, dict]) -> str:
    columns = ("part", "answers", "decisions", *MEASURES, *ANSWER_MEASURES)
    rows = [_row(columns), _row(["---", *(["---:"] * (len(columns) - 1))])]
    rows += [_row([name, *_cells(figure)]) for name, figure in figures.items()]
    return "\n".join(rows) + "\n"


def _cells(figure: dict) -> list[str]:
    counts = [str(figure["answers"]), str(figure["criteria"]["n"])]
    shares = [figure["criteria"][measure] for measure in MEASURES]
    shares += [figure["misconceptions"]["f1"], figure["whole_vector_right"], figure["qwk_mean"]]
    return [*counts, *(f"{share:.3f}" for share in shares), f"{figure['errors_found_in_least_confident_15pct']:.2f}"]


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
