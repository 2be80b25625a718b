"""What the answers say of each question, and of which sections of the letter to teach again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gramota.course import ControlQuestion, Letter, Quiz
from gramota.grading.files.plain_text import clean_line
from gramota.grading.item_statistics import Item

LEAST_LOST = 0.2
"""The share of the points lost from which a section is worth teaching again."""
MOST_NAMED = 3


@dataclass(frozen=True)
class Rate:
    """How many of `n` answers had a criterion met or a misconception held."""

    title: str
    hits: int
    n: int
    question: str = ""

    @property
    def share(self) -> float:
        """The hits as a share, 0 to 1."""
        return self.hits / self.n if self.n else 0.0


@dataclass(frozen=True)
class QuestionResult:
    """A question's figures; `number` counts from 1, `share` is the mean share of its points, None without answers."""

    id: str
    number: int
    prompt: str
    sections: tuple[str, ...]
    n: int
    not_answered: int
    mean: float | None
    max: float | None
    discrimination: float | None
    criteria: tuple[Rate, ...]
    misconceptions: tuple[Rate, ...]

    @property
    def share(self) -> float | None:
        """The mean share of the points."""
        return self.mean / self.max if self.mean is not None and self.max else None


@dataclass(frozen=True)
class WeakSection:
    """Sections that the same questions ask about, the share of the points that was lost there, and what was missed."""

    titles: tuple[str, ...]
    numbers: tuple[int, ...]
    lost: float
    missed: tuple[Rate, ...]


def collect_results(quiz: Quiz, items: Sequence[Item]) -> list[QuestionResult]:
    """Return each question with its criteria and misconceptions, in the order of the quiz."""
    return [_result(number, question, items) for number, question in enumerate(quiz.control, start=1)]


def common_misconceptions(results: Sequence[QuestionResult]) -> list[Rate]:
    """Return the misconceptions that anybody holds, the commonest first."""
    held = (rate for result in results for rate in result.misconceptions if rate.hits)
    return sorted(held, key=lambda rate: (-rate.hits, -rate.share))


def find_weak_sections(letter: Letter, results: Sequence[QuestionResult]) -> list[WeakSection]:
    """Return the sections whose questions lost the most points, the weakest first.

    Sections that no question tells apart stand together.
    """
    together: dict[tuple[int, ...], list[str]] = {}
    for section in letter.sections:
        asking = tuple(result.number for result in results if section.id in result.sections and result.n)
        if asking:
            together.setdefault(asking, []).append(clean_line(section.title))
    found = [_weak([results[number - 1] for number in asking], titles) for asking, titles in together.items()]
    return sorted((weak for weak in found if weak.lost >= LEAST_LOST), key=lambda weak: -weak.lost)


def _weak(results: Sequence[QuestionResult], titles: Sequence[str]) -> WeakSection:
    most = sum((result.max or 0) * result.n for result in results)
    got = sum((result.mean or 0) * result.n for result in results)
    missed = sorted(
        (rate for result in results for rate in result.criteria if rate.hits < rate.n), key=lambda rate: rate.share
    )
    lost = 1 - got / most if most else 0.0
    return WeakSection(tuple(titles), tuple(result.number for result in results), lost, tuple(missed[:MOST_NAMED]))


def _result(number: int, question: ControlQuestion, items: Sequence[Item]) -> QuestionResult:
    own = [item for item in items if item.question == question.id]
    (about,) = (item for item in own if item.kind == "question")
    return QuestionResult(
        id=question.id,
        number=number,
        prompt=clean_line(question.prompt),
        sections=question.section,
        n=about.n,
        not_answered=about.not_answered,
        mean=about.mean,
        max=about.max,
        discrimination=about.discrimination,
        criteria=tuple(_rates("criterion", own)),
        misconceptions=tuple(_rates("misconception", own)),
    )


def _rates(kind: str, items: Sequence[Item]) -> Iterator[Rate]:
    for item in items:
        if item.kind == kind:
            yield Rate(clean_line(item.title), item.hits or 0, item.n, item.question)
