"""Problems in words: what is wrong and what to do, for people who do not program."""

from gramota.errors import Problem
from gramota.wording import wording


def describe(problem: Problem, lang: str) -> tuple[str, str]:
    """Return the problem's message and its hint (empty where there is none) in the language."""
    texts = wording("problems", lang)
    values = dict(problem.values)
    hint = texts(f"{problem.code}.hint", **values) if f"{problem.code}.hint" in texts.texts else ""
    if values.get("suggestion"):
        hint = " ".join(filter(None, (texts("did_you_mean", **values), hint)))
    return texts(problem.code, **values), hint
