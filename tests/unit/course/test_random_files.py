"""Whatever stands in a file, what comes out is a course or a list of problems with places in that file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from gramota.course import load_course
from gramota.errors import ContentError
from gramota.wording.problems import describe

ROOT = Path(__file__).parents[3]
SHIPPED = {
    name: (ROOT / name).read_bytes() for name in ("docs/letters/closer-product.yml", "quizzes/closer-product.yml")
}
SMALL = {
    "docs/letters/a.yml": (ROOT / "tests/sites/broken/docs/letters/returns.yml").read_bytes(),
    "quizzes/a.yml": (ROOT / "tests/sites/broken/quizzes/returns.yml").read_bytes(),
}
DIRT = ["[", "]", "{", "}", ":", "-", "'", '"', "|", "\\", "%", "#", "?", "~", "no", "1:30", "10", ".inf", "&a", "*a"]
DIRT += ["!!x", "<<:", "___", "<script>", "](javascript:", "id:", "type:"]
DIRT += ["\t", "\n", "  ", "---\n", ": ", "- ", "\u00a0", "\0", "\ud7ff"]

fuzz = settings(
    derandomize=True, deadline=None, max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    (tmp_path / "docs/letters").mkdir(parents=True)
    (tmp_path / "quizzes").mkdir()
    monkeypatch.chdir(tmp_path)
    return


def load_anything(files: dict[str, bytes]) -> None:
    for name, data in files.items():
        Path(name).write_bytes(data)
    try:
        load_course(Path("docs"), Path("quizzes"))
    except ContentError as error:
        for problem in error.problems:
            lines = files[problem.where.path].decode("utf-8-sig", "replace").splitlines()
            last_line = len(lines) + 1
            assert 1 <= problem.where.line <= last_line, problem
            here = lines[problem.where.line - 1] if problem.where.line <= len(lines) else ""
            assert 1 <= problem.where.column <= len(here) + 1, problem
            assert all(describe(problem, "en")), problem
            assert all(describe(problem, "ru")), problem


@given(st.text(max_size=200))
@example("a: [")
@example("? ")
@example("\ufeff\ufeff")
@example("%YAML 1.1\n%YAML 1.1\n---\na")
@example("a:\n  - b\n  c\n")
@fuzz
def test_random_text_is_told_and_does_not_crash(text: str) -> None:
    load_anything({"docs/letters/a.yml": text.encode("utf-8", "surrogatepass")})


@given(st.binary(max_size=200))
@fuzz
def test_random_bytes_are_told_and_do_not_crash(data: bytes) -> None:
    load_anything({"docs/letters/a.yml": data})


@given(st.text(st.sampled_from("ab:-[]{}\"'#&*!|>%@`?,~ \n\t01.<_"), max_size=80))
@fuzz
def test_random_punctuation_is_told_and_does_not_crash(text: str) -> None:
    load_anything({"docs/letters/a.yml": text.encode()})


def damaged(data: bytes, cuts: list[tuple[float, int, str]]) -> bytes:
    text = data.decode()
    for place, length, dirt in cuts:
        at = int(place * len(text))
        text = text[:at] + dirt + text[at + length :]
    return text.encode("utf-8", "surrogatepass")


CUTS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 12), st.sampled_from(["", *DIRT])), min_size=1, max_size=4)


@given(CUTS, CUTS)
@fuzz
def test_damaged_course_is_told_and_does_not_crash(
    in_letter: list[tuple[float, int, str]], in_quiz: list[tuple[float, int, str]]
) -> None:
    letter, quiz = SMALL.values()
    load_anything({"docs/letters/a.yml": damaged(letter, in_letter), "quizzes/a.yml": damaged(quiz, in_quiz)})


@given(CUTS)
@settings(fuzz, max_examples=60)
def test_damaged_shipped_quiz_is_told_and_does_not_crash(cuts: list[tuple[float, int, str]]) -> None:
    letter, quiz = SHIPPED
    load_anything({letter: SHIPPED[letter], quiz: damaged(SHIPPED[quiz], cuts)})


VALUES = """~ no 1 -1 .nan 1e400 2021-03-15 [] {} [~] [[]] '' текст 70% true [a,a] {a:b} {type:single} [{}] [1,{}]"""


@given(st.data(), st.sampled_from(["", "' '", "9" * 400, "{a: b}", *VALUES.split()]))
@settings(fuzz, max_examples=500)
def test_any_value_in_any_field_is_told_and_does_not_crash(data: st.DataObject, value: str) -> None:
    files = dict(SMALL)
    name = data.draw(st.sampled_from(sorted(files)))
    lines = files[name].decode().splitlines()
    number = data.draw(
        st.sampled_from([number for number, line in enumerate(lines) if ": " in line and "{" not in line])
    )
    lines[number] = f"{lines[number].split(': ')[0]}: {value}"
    files[name] = "\n".join(lines).encode()
    load_anything(files)
