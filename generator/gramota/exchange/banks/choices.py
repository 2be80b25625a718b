"""Questions as banks have them, answers with shares of the points, as questions of ours."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from gramota.course import SelfCheckItem
from gramota.course.model.base import fold
from gramota.course.model.self_check import GAP
from gramota.course.names import listed
from gramota.errors import Problem
from gramota.exchange.banks.item import LeftOutError, make_item
from gramota.exchange.banks.rich_text import RichText

ALL = 100.0


@dataclass(frozen=True)
class Answer:
    """An answer with its share of the points in percent, and the feedback for who gave it, as Markdown.

    `text` is Markdown where it is an option to choose, plain where it is to be typed.
    """

    text: str
    share: float
    why: str = ""
    tolerance: float = 0


@dataclass
class Asked:
    """What all kinds of questions have; `extra` are fields of ours that are known already."""

    rich: RichText
    prompt: str
    why: str
    extra: dict[str, Any]

    def choice(self, answers: Sequence[Answer], *, is_single: bool) -> SelfCheckItem:
        """Return a question with options: shares of the points are lost, but for whole and nothing."""
        right = [answer for answer in answers if answer.share > 0]
        whole = [answer for answer in right if answer.share >= ALL]
        if is_single:
            self._tell("G442.partial", is_so=len(right) > len(whole) or any(answer.share < 0 for answer in answers))
            self._tell("G442.any_of", is_so=len(whole) > 1)
            right = whole
        else:
            self._tell("G442.partial", is_so=len({answer.share for answer in right}) > 1)
            self._tell("G442.penalty", is_so=any(answer.share < 0 for answer in answers))
        kind = "single" if is_single and len(right) <= 1 else "multiple"
        return self._item(kind, options=tuple(_option(answer, is_right=answer in right) for answer in answers))

    def true_false(self, words: tuple[str, str], *, is_true: bool, why_true: str, why_false: str) -> SelfCheckItem:
        """Return a question with the two options that these words name."""
        options = (Answer(words[0], ALL * is_true, why_true), Answer(words[1], ALL * (not is_true), why_false))
        written = tuple(_option(answer, is_right=answer.share > 0) for answer in options)
        return self._item("single", options=written, shuffle=False)

    def blank(self, answers: Sequence[Answer], *, is_exact: bool = False) -> SelfCheckItem:
        """Return a question with a gap, put at its end where it has none."""
        usable = [answer for answer in answers if "*" not in answer.text and answer.text]
        patterns = [answer.text for answer in answers if "*" in answer.text and answer.text.strip("* ")]
        self._tell("G442.wildcard", is_so=bool(patterns), texts=listed(patterns))
        self._tell("G442.other", is_so=any(answer.text.strip("* ") == "" and answer.why for answer in answers))
        accept = [*_once(answer.text for answer in usable if answer.share >= ALL)]
        wrong = [answer for answer in usable if answer.share < ALL and fold(answer.text) not in map(fold, accept)]
        self._tell("G442.partial", is_so=any(answer.share > 0 for answer in wrong))
        bare = [answer.text for answer in wrong if not answer.why]
        self._tell("G442.wrong", is_so=bool(bare), texts=listed(bare))
        self.extra |= {"exact": True} if is_exact else {}
        return self._item(
            "blank",
            prompt=_with_gap(self.prompt),
            accept=tuple(accept),
            wrong=tuple({"answer": answer.text, "why": answer.why} for answer in wrong if answer.why),
            why=self._why_with(answer.why for answer in usable if answer.share >= ALL),
        )

    def number(self, answers: Sequence[tuple[float, Answer]], unit: str = "") -> SelfCheckItem:
        """Return a question for a number; the first that gives all points is the right one."""
        whole = [(value, answer) for value, answer in answers if answer.share >= ALL]
        if not whole:
            raise LeftOutError(Problem.at(self.rich.where, "G443.no_right", name=self.rich.name))
        right, chosen = whole[0]
        others = [(value, answer) for value, answer in answers if answer is not chosen]
        far = [(value, answer) for value, answer in others if abs(value - right) > chosen.tolerance and answer.why]
        self._tell("G442.partial", is_so=any(0 < answer.share < ALL for _, answer in others))
        bare = [f"{_whole(value)}" for value, answer in others if not answer.why]
        self._tell("G442.wrong", is_so=bool(bare), texts=listed(bare))
        self._tell("G442.margin", is_so=len(far) + len(bare) < len(others))
        return self._item(
            "number",
            answer=_whole(right),
            tolerance=_whole(chosen.tolerance) or None,
            unit=unit,
            wrong=tuple({"answer": _whole(value), "why": answer.why} for value, answer in far),
            why=self._why_with([chosen.why]),
        )

    def match(self, pairs: Sequence[tuple[str, str]]) -> SelfCheckItem:
        """Return a question with pairs; partners of nothing are lost."""
        lone = [right for left, right in pairs if not left]
        self._tell("G442.partner", is_so=bool(lone), texts=listed(lone))
        return self._item("match", pairs=tuple({"left": left, "right": right} for left, right in pairs if left))

    def order(self, items: Sequence[str]) -> SelfCheckItem:
        """Return a question with things to put in this order."""
        return self._item("order", items=tuple(items))

    def _why_with(self, whys: Iterable[str]) -> str:
        """Put the feedback for right answers, which is one and the same to us, before that of the question."""
        return "\n\n".join(_once(filter(None, (*whys, self.why))))

    def _item(self, kind: str, **fields: Any) -> SelfCheckItem:  # noqa: ANN401 - checked by the model
        given = {"type": kind, "prompt": self.prompt, "why": self.why, **self.extra, **fields}
        return make_item(given, self.rich.name, self.rich.where)

    def _tell(self, code: str, *, is_so: bool, **values: str) -> None:
        problem = Problem.at(self.rich.where, code, name=self.rich.name, **values)
        if is_so and problem not in self.rich.problems:
            self.rich.problems.append(problem)


def _option(answer: Answer, *, is_right: bool) -> dict[str, Any]:
    return {
        "text": answer.text,
        **({"correct": True} if is_right else {}),
        **({"why": answer.why} if answer.why else {}),
    }


def _with_gap(prompt: str) -> str:
    return GAP.sub("___", prompt) if GAP.search(prompt) else f"{prompt.rstrip()} ___"


def _whole(number: float) -> float:
    return int(number) if number == int(number) else number


def _once(texts: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for text in texts:
        if fold(text) not in seen:
            seen.add(fold(text))
            yield text
