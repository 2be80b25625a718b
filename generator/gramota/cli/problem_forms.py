"""Problems for programs: one JSON document, and the lines that GitHub shows beside the changed files."""

import json
from collections.abc import Iterable, Iterator, Mapping

from gramota.course.yaml_files.marked import mark_problems
from gramota.errors import Problem, Severity
from gramota.wording.problems import describe

FORMAT = "gramota-problems/1"

_COMMANDS: Mapping[Severity, str] = {"error": "error", "advice": "notice"}


def problems_json(problems: Iterable[Problem], checked: Mapping[str, int], lang: str) -> str:
    """Return all problems with their places as `gramota-problems/1`; `checked` is how much was looked at."""
    told = [_plain(problem, lang) for problem in mark_problems(problems)]
    return json.dumps({"format": FORMAT, "checked": dict(checked), "problems": told}, ensure_ascii=False, indent=2)


def github_lines(problems: Iterable[Problem], lang: str) -> Iterator[str]:
    """Yield a workflow command for each problem, in GitHub's own escaping."""
    for problem in mark_problems(problems):
        message, hint = describe(problem, lang)
        where = problem.where
        places = {"line": where.line, "col": where.column, "endColumn": problem.end} if where.line else {}
        facts = {"file": where.path, **places, "title": problem.code.split(".")[0]}
        written = ",".join(f"{name}={_property(str(value))}" for name, value in facts.items() if value)
        said = "\n".join(filter(None, (message, hint)))
        yield f"::{_COMMANDS[problem.severity]} {written}::{_data(said)}"


def _plain(problem: Problem, lang: str) -> dict[str, object]:
    message, hint = describe(problem, lang)
    where = problem.where
    return {
        "file": where.path,
        "line": where.line or None,
        "column": where.column if where.line else None,
        "end_column": problem.end or None,
        "code": problem.code.split(".")[0],
        "severity": problem.severity,
        "message": message,
        "hint": hint,
        "suggestion": dict(problem.values).get("suggestion") or None,
        "source": problem.line,
    }


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
