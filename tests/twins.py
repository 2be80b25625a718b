"""Rubrics and answers for holding the Python engine and its JavaScript twin equal."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random

from gramota.rubric import CompiledQuestion, Decision, Score, score_answer
from gramota.rubric.languages.known import language_of
from tests.unit.rubric.questions import Criterion, Misconception, Question, compiled

VECTORS = Path(__file__).parent / "vectors/rubric.json"

RUSSIAN = Question(
    [
        Criterion("margin", ["плановая маржа", "маржинальная прибыль", "не (фактическая|постоянная) маржа"], points=2),
        Criterion("clients", ['"новый клиент"', "<sell> новый", "ни один лид"], ["новый план"], requires=["margin"]),
        Criterion("ads", ["окуп* (реклама|(затраты на рекламу))", "без реклама не прожить ~6"], excludes=["old"]),
        Criterion("dept", ["тех-отдел решать", "не влиять срок", "crm", "никто не обижать"], points=0.5),
    ],
    [Misconception("old", ["старый клиент", "не плановая а фактическая"], costs=0.3)],
    synonyms={"sell": ["продавать", "заключать сделка"]},
    max_points=4,
    refuse=["keyword_list"],
)
ENGLISH = Question(
    [
        Criterion("alarm", ["press button", "call <guard>", '"red button"'], ["press lift button"], requires=["leave"]),
        Criterion("leave", ["evacu*", "take stairs ~0", "not use lift", "(avoid|skip) lift"], excludes=["lift"]),
    ],
    [Misconception("lift", ["use lift", "no stairs"])],
    synonyms={"guard": ["guard", "fire brigade"]},
    min_points=0.5,
)
GERMAN = Question([Criterion("a", ["Kunden anrufen", "Angebot schicken ~5"], ["kein Angebot"])])
RUBRICS: Mapping[str, CompiledQuestion] = {
    "ru": compiled(RUSSIAN, "ru"),
    "en": compiled(ENGLISH, "en"),
    "de": compiled(GERMAN, "de"),
}


def tables() -> dict[str, dict[str, object]]:
    """What the twin is given: each rubric's JSON and its language's tables."""
    return {
        name: {"table": rubric.plain(), "language": language_of(rubric.lang).plain()}
        for name, rubric in RUBRICS.items()
    }


def result_of(rubric: str, answer: str) -> dict[str, object]:
    """What both engines must say, in the twin's form."""
    return plain_score(score_answer(RUBRICS[rubric], answer))


def plain_score(score: Score) -> dict[str, object]:
    return {
        "score": score.score,
        "max": score.max,
        "criteria": [*map(_plain, score.criteria.values())],
        "misconceptions": [*map(_plain, score.misconceptions.values())],
        "notices": [*score.notices],
        "review": score.review,
    }


def _plain(decision: Decision) -> dict[str, object]:
    evidence = [[*span] for span in decision.evidence]
    return {"met": decision.met, "confidence": decision.confidence, "evidence": evidence}


def _rows(lang: str) -> list[str]:
    return [row for rows in language_of(lang).plain()["rows"].values() for row in rows]


_LAYOUT = str.maketrans("йцукенгшщзхъфывапролджэячсмитьбюё", "qwertyuiop[]asdfghjkl;'zxcvbnm,.`")
_TWINS = str.maketrans("асеорхукм", "aceopxykm")
_SIGNS = [
    *",.;!?…—-–:()«»\n\t·'’`½²№",
    *[", ", ". ", " — ", "\r\n", "..", "т.е.", "т. е. ", "3.5", "20%", "10", " а ", " но ", " и ", ", а не ", " but "],
    *["\u00ad", "\u200d", "\u0301", "\u0308", "и\u0306", "е\u0308", "\ufeff", "\u202e", "\u1100\u1161", "\ud800"],
    *[
        "👍🏽",
        "👨‍👩‍👧",
        "⏰",
        "1️⃣",
        "❤️",
        "⁉",
        "אב",
        "مرحبا",
        "\U00010400",
        "\U00020000",
        "𝐀",
        "İ",
        "ς",
        "Σ",
        "ﬁ",
        "constructor",
        "__proto__",
    ],
]


def _said(rubric: CompiledQuestion) -> list[str]:
    listed = sorted(language_of(rubric.lang).classes)
    return [*(form for forms in rubric.keys for form in forms.spelt()), *listed, *_rows(rubric.lang)]


def random_answers(rubric: str, seed: int, count: int) -> list[str]:
    """Words of the rubric and its language, misspelt, denied, in the wrong layout, very long; any signs between."""
    random = Random(seed)
    said = _said(RUBRICS[rubric])
    return [_answer(random, said) for _ in range(count)]


def _answer(random: Random, said: Sequence[str]) -> str:
    words = (_changed(random, random.choice(said)) for _ in range(random.randrange(22)))
    answer = "".join(word + (" " if random.random() < 0.6 else random.choice(_SIGNS)) for word in words)
    # Two halves of a sign that came to stand together are that sign, as they are to a browser.
    return answer.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


def _changed(random: Random, word: str) -> str:
    changes = (
        *[lambda: word] * 8,
        *[lambda: _misspelt(random, word)] * 2,
        lambda: _misspelt(random, _misspelt(random, word)),
        lambda: word.translate(_LAYOUT),
        lambda: word.translate(_TWINS),
        word.upper,
        lambda: f"не{word}",
        lambda: f"{random.choice(['не', 'без', 'ни', 'not', 'never'])} {word}",
        lambda: word * random.randrange(1, 40),
        lambda: random.choice(["кол-во", "тех-отдел", "CRM-система", "красно-синий"]),
        lambda: "".join(
            chr(random.choice([random.randrange(0x20, 0x600), random.randrange(0x10FFFF)])) for _ in range(4)
        ),
    )
    return random.choice(changes)()


def _misspelt(random: Random, word: str) -> str:
    """A word with a letter lost, doubled, swapped or changed."""
    at = random.randrange(len(word))
    head, sign, tail = word[:at], word[at], word[at + 1 :]
    return random.choice(
        [head + tail or sign, head + sign * 2 + tail, head + tail[:1] + sign + tail[1:], f"{head}ж{tail}"]
    )


def write_vectors() -> None:
    """Set down what the Python engine says of the vectors' answers; look at the difference before you commit it."""
    kept = json.loads(VECTORS.read_text(encoding="utf-8"))
    asked = [(case["rubric"], case["answer"]) for case in kept["cases"]]
    cases = [{"rubric": rubric, "answer": answer, "result": result_of(rubric, answer)} for rubric, answer in asked]
    lines = ",\n".join(f"    {json.dumps(case, ensure_ascii=False)}" for case in cases)
    source = json.dumps(kept["source"], ensure_ascii=False)
    VECTORS.write_text(f'{{\n  "source": {source},\n  "cases": [\n{lines}\n  ]\n}}\n', encoding="utf-8")


if __name__ == "__main__":
    write_vectors()
