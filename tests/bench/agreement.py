"""How well the shipped rubric agrees with the trainers' labels on the development answers.

The labelled answers lie beside the repository in ../shared/assessment. A third of them (SHA-256 of the id divisible
by 3) is kept aside: nobody who writes the rubric or the engine looks at it.
"""

import hashlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path

MEASURES = ("accuracy", "precision", "recall", "f1", "kappa")


def agreement_section(root: Path) -> str:
    assessment = root.parent / "shared/assessment"
    if not assessment.is_dir():
        return "## Agreement with trainers\n\nNot measured: ../shared/assessment is not here.\n"
    lines = (assessment / "closer_answers_dev.jsonl").read_text(encoding="utf-8").splitlines()
    parts = {
        "all": lines,
        "learned from": [line for line in lines if not _is_aside(line)],
        "kept aside": [line for line in lines if _is_aside(line)],
    }
    figures = {name: _score(part, root, assessment / "score.py") for name, part in parts.items()}
    return _table(figures)


def _is_aside(line: str) -> bool:
    return int(hashlib.sha256(json.loads(line)["id"].encode()).hexdigest(), 16) % 3 == 0


def _score(lines: list[str], root: Path, score: Path) -> dict:
    with tempfile.TemporaryDirectory() as folder:
        answers, results = Path(folder, "answers.jsonl"), Path(folder, "results.jsonl")
        answers.write_text("\n".join(lines) + "\n", encoding="utf-8")
        grade = [sys.executable, "-m", "gramota", "grade", answers, "--quiz", "closer-product", "--format", "jsonl"]
        subprocess.run([*grade, "-o", results], check=True, cwd=root)
        done = subprocess.run([sys.executable, score, answers, results, "--json"], check=True, capture_output=True)
        return json.loads(done.stdout)


def _table(figures: dict[str, dict]) -> str:
    rows = [
        "## Agreement with trainers",
        "",
        "`closer_answers_dev.jsonl` graded by `gramota grade` with the shipped quiz, compared by `score.py`. The rubric was",
        "written with the two thirds “learned from” at hand; the third “kept aside” was looked at by figure only.",
        "",
        "| part | answers | decisions | "
        + " | ".join(MEASURES)
        + " | misconceptions F1 | whole answer | mean QWK | errors found in the least confident 15 % |",
        "| --- |" + " ---: |" * (len(MEASURES) + 6),
    ]
    for name, figure in figures.items():
        criteria = figure["criteria"]
        rows.append(
            f"| {name} | {figure['answers']} | {criteria['n']} | "
            + " | ".join(f"{criteria[measure]:.3f}" for measure in MEASURES)
            + f" | {figure['misconceptions']['f1']:.3f} | {figure['whole_vector_right']:.3f} | {figure['qwk_mean']:.3f}"
            + f" | {figure['errors_found_in_least_confident_15pct']:.2f} |"
        )
    return "\n".join(rows) + "\n"
