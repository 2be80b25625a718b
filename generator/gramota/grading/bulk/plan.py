"""What work a spool belongs to: the same files, quiz, form and program; anything else is not gone on with."""

import json
from collections.abc import Iterable, Iterator
from hashlib import blake2b, file_digest

from gramota.cache.makers import checkers
from gramota.errors import Problem, Where
from gramota.grading.bulk.chunk_grader import Work
from gramota.grading.bulk.chunks import Source
from gramota.grading.bulk.own_files import UNFINISHED

FORMAT = f"{UNFINISHED}1"

Plan = dict[str, object]

_CODES = {"format": "G338.program", "program": "G338.program", "quiz": "G338.quiz", "form": "G338.form"}


def plan_of(work: Work, sources: Iterable[Source]) -> Plan:
    """Return what the work is done by and on, the content of the files included."""
    return {
        "format": FORMAT,
        "program": checkers().hex(),
        "quiz": blake2b(_quiz_of(work).encode(), digest_size=16).hexdigest(),
        "form": [work.form, work.lang if work.form in {"csv", "text"} else ""],
        "inputs": [[source.shown, _content_of(source)] for source in sources],
    }


def _quiz_of(work: Work) -> str:
    """The compiled rubrics, and the questions where a report shows them."""
    return work.rubrics.to_json() + (work.page.quiz.model_dump_json() if work.page else "")


def find_changes(begun: Plan, now: Plan, where: Where) -> Iterator[Problem]:
    """Yield what is not as it was when the work was begun."""
    changed_keys = [key for key in _CODES if begun.get(key) != now[key]]
    if changed_keys:
        yield Problem.at(where, _CODES[changed_keys[0]])
        return
    before, after = ([tuple(each) for each in plan["inputs"]] for plan in (begun, now))  # type: ignore[attr-defined]  # both are of this format
    if before != after:
        names = [name for name, _ in before if name not in {name for name, _ in after}]
        changed = [name for name, content in after if (name, content) not in before] or names
        yield Problem.at(where, "G338", file=", ".join(changed[:3]) or ", ".join(name for name, _ in before[:3]))


def _content_of(source: Source) -> str:
    try:
        with source.path.open("rb") as stream:
            content = file_digest(stream, lambda: blake2b(digest_size=16)).hexdigest()
    except OSError:
        return ""  # who reads it will tell
    return f"{content} {json.dumps(source.keys)}" if source.keys else content
