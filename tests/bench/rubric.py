"""How fast the rubric engine is by itself, and how much of it a reader loads; in one process, on one core."""

import gzip
import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from random import Random

from gramota.cache.store import FOLDER
from gramota.course import load_course
from gramota.quiz.bundle import programs
from gramota.quiz.shipped import shipped_script
from gramota.rubric import CompiledQuestion, compile_question, score_answer
from tests.bench.timing import INSTALLED, RUNS, median_seconds, seconds_of
from tests.hostile import HOSTILE, MANY_WORDS
from tests.unit.rubric.questions import Criterion, Question, compiled

ANSWERS = 10_000
WORDS = 20
LONG = 100_000
LABELLED = "tests/answers/fresh/first/trainer-1.jsonl"

HEAD = f"## The rubric engine\n\nMedians of {RUNS} runs on one core.\n\n"

# Four criteria and twelve phrases on what a manager does, as an author would begin.
TWELVE_PHRASES = Question(
    [
        Criterion("speed", ["высокий скорость реакция", "быстро (ответить|перезвонить|связаться)", "сразу отвечать"]),
        Criterion("needs", ["выявить|узнать потребность", "комплексный запрос", "спросить что строить"]),
        Criterion("crm", ["заполнить|внести|записать crm|црм", "информация о клиенте", "данные (crm|база)"]),
        Criterion("followup", ["регулярный дожим", "дожимать до (сделка|отказ)", "не (бросать|забывать) клиент"]),
    ]
)


def rubric_section(root: Path) -> str:
    twelve = compiled(TWELVE_PHRASES)
    answers = _answers(root)
    met = sum(score_answer(twelve, answer).score for answer in answers) / len(answers)
    rows = [
        _throughput(twelve, answers, met),
        _compiling(root),
        *_ten_answers(root),
        _longest(twelve, "twelve phrases"),
        _longest(_largest_question(root), "the largest shipped rubric"),
        _size(),
    ]
    table = "\n".join(f"| {what} | {figure} | {note} |" for what, figure, note in rows)
    return f"{HEAD}| what | figure | |\n| --- | ---: | --- |\n{table}\n"


def _answers(root: Path) -> list[str]:
    """Running text of other people's answers, cut every so many words, from places drawn by a seed."""
    lines = (root / LABELLED).read_text(encoding="utf-8").splitlines()
    said = [row["answer"] for row in map(json.loads, lines) if row["question"] == "actions"]
    words = " ".join(said).split()
    random = Random(1)
    starts = [random.randrange(len(words) - WORDS) for _ in range(ANSWERS)]
    return [" ".join(words[start : start + WORDS]) for start in starts]


def _throughput(question: CompiledQuestion, answers: list[str], met: float) -> tuple[str, str, str]:
    seconds = median_seconds(lambda: [score_answer(question, answer) for answer in answers])
    what = f"answers of {WORDS} words against four criteria of twelve phrases"
    return what, f"{len(answers) / seconds:,.0f} a second", f"{met:.2f} criteria met on average; aim: 20,000"


def _compiling(root: Path) -> tuple[str, str, str]:
    quiz = load_course(root / "docs", root / "quizzes").lesson("closer-product").quiz
    script = (
        "import sys, time; from pathlib import Path; from gramota.course import load_course;"
        "from gramota.rubric import compile_question; from gramota.rubric.forms.linguistics import word_forms;"
        "quiz = load_course(Path('docs'), Path('quizzes')).lesson('closer-product').quiz; word_forms('слово', 'ru');"
        "start = time.perf_counter();"
        "[compile_question(question, quiz.synonyms, 'ru') for question in quiz.control];"
        "print(time.perf_counter() - start)"
    )
    run = [sys.executable, "-c", script]
    times = [float(subprocess.run(run, check=True, cwd=root, capture_output=True).stdout) for _ in range(RUNS)]
    phrases = sum(
        len(each.accept) + len(each.reject) for q in quiz.control for each in (*q.criteria, *q.misconceptions)
    )
    what = f"compile the shipped quiz: {len(quiz.control)} questions, {phrases} phrases; dictionary loaded"
    return what, f"{statistics.median(times):.2f} s", "aim: under 0.3 s"


def _ten_answers(root: Path) -> Iterator[tuple[str, str, str]]:
    with tempfile.TemporaryDirectory() as folder:
        ten = Path(folder, "ten.jsonl")
        lines = (root / LABELLED).read_text(encoding="utf-8").splitlines()
        ten.write_text("\n".join(lines[::18][:10]) + "\n", encoding="utf-8")
        command = [sys.executable, "-m", "gramota", "grade", str(ten), "--quiz", "closer-product", "--format", "jsonl"]
        for kept, cache in (("rubric compiled before", f"{folder}/cache"), ("nothing kept", "")):
            run = partial(
                subprocess.run, command, check=True, cwd=root, capture_output=True, env={**INSTALLED, FOLDER: cache}
            )
            run()
            what = f"`gramota grade` of ten answers, whole process, {kept}"
            yield what, f"{median_seconds(run):.2f} s", "aim: under 1.5 s"


def _longest(question: CompiledQuestion, name: str) -> tuple[str, str, str]:
    """The slowest answer of 100 KB that the tests know: repeated texts, words all different, forms, misspelt forms."""
    score_answer(question, "")  # lays the rubric out, once for all answers
    forms = [form for key in question.keys for form in key.spelt()]
    words = Random(2).choices(forms, k=LONG // 7)
    misspelt = [word[:3] + "ж" + word[4:] for word in words if len(word) > 8]
    rows = ("".join(MANY_WORDS) * 2, " ".join(words), ", ".join(words), " ".join(misspelt))
    texts = [*(text * (LONG // len(text)) for text in HOSTILE), *(row[:LONG] for row in rows)]
    slowest = max(seconds_of(lambda text=text: score_answer(question, text)) for text in texts)
    return f"the slowest of {len(texts)} answers of 100,000 characters, {name}", f"{slowest:.2f} s", "aim: under 0.5 s"


def _largest_question(root: Path) -> CompiledQuestion:
    quiz = load_course(root / "docs", root / "quizzes").lesson("closer-product").quiz
    largest = max(quiz.control, key=lambda question: sum(len(each.accept) for each in question.criteria))
    return compile_question(largest, quiz.synonyms, "ru")


def _size() -> tuple[str, str, str]:
    size = len(gzip.compress(shipped_script("rubric", programs()["rubric"]).encode(), mtime=0))
    return "the engine's script in the browser, minified, gzip", f"{size / 1000:.1f} KB", "aim: 4 KB"
