"""From matches to decisions: what is met, how surely, and why."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gramota.rubric.compiled import CompiledQuestion, Meaning, Option
from gramota.rubric.match import Text
from gramota.rubric.phrase_index import PhraseIndex
from gramota.rubric.windows import Hit

REVIEW_BELOW = 0.6
"""An answer with a decision less sure than this wants a trainer's eye."""

SUREST = 0.98
"""How sure a hit is at most."""

HIDDEN = 0.8
"""How sure an absence is when an author's reject hid all that was found."""

DENIED = 0.72
"""… when all that was found stands after a negation."""

DOUBTFUL = 0.55
"""… when it stands before the negation, or in a reported opinion: word order and hearsay are the hardest to read."""

APART = 0.7
NEARLY = 0.75
HALF = 0.88
NOTHING = 0.95
"""… when all words are there and too far apart, all but one of three or more, one of two, none."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether a meaning is in the answer, how sure that is (0 to 1), and the spans and the phrase that show it."""

    met: bool
    confidence: float
    evidence: tuple[Span, ...] = ()
    phrase: str | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """An answer's points (never below 0) of the most there are, and each decision by the id of its meaning."""

    score: float
    max: float
    criteria: dict[str, Decision]
    misconceptions: dict[str, Decision]
    review: bool


def score_answer(compiled: CompiledQuestion, answer: str) -> Score:
    """Score one answer; the same answer always scores the same, and no answer raises."""
    text = Text(_index(compiled), answer)
    criteria = {meaning.id: _decide(text, meaning) for meaning in compiled.criteria}
    misconceptions = {meaning.id: _decide(text, meaning) for meaning in compiled.misconceptions}
    earned = sum(meaning.points for meaning in compiled.criteria if criteria[meaning.id].met)
    lost = sum(meaning.points for meaning in compiled.misconceptions if misconceptions[meaning.id].met)
    unsure = any(decision.confidence < REVIEW_BELOW for decision in (*criteria.values(), *misconceptions.values()))
    return Score(max(0, earned - lost), compiled.max, criteria, misconceptions, unsure)


def _index(compiled: CompiledQuestion) -> PhraseIndex:
    """The question's index, kept with the question."""
    kept = compiled.__dict__.get("_index")
    if kept is None:
        kept = compiled.__dict__["_index"] = PhraseIndex(compiled)
    return kept


def _decide(text: Text, meaning: Meaning) -> Decision:
    """By the surest hit that no reject hides; phrases after one as sure as can be are not even looked for."""
    best: tuple[float, Hit, Option] | None = None
    refused = False
    for hit, option in _found(text, meaning.accept):
        if _is_hidden(text, hit, meaning.reject):
            refused = True
            continue
        sure = _sureness(text, hit)
        if best is None or sure > best[0]:
            best = (sure, hit, option)
        if sure >= SUREST:
            break
    if best:
        return Decision(met=True, confidence=round(best[0], 2), evidence=_evidence(text, best[1]), phrase=best[2].text)
    return Decision(met=False, confidence=HIDDEN if refused else _sureness_of_absence(text, meaning))


def _found(text: Text, options: Iterable[Option]) -> Iterator[tuple[Hit, Option]]:
    return ((hit, option) for option in text.whole(options) for hit in text.find(option.node))


def _is_hidden(text: Text, hit: Hit, reject: Iterable[Option]) -> bool:
    first, last = text.stretch(hit)
    rejected = (text.stretch(other) for other, _ in _found(text, reject))
    return any(start <= first and last <= end for start, end in rejected)


def _sureness(text: Text, hit: Hit) -> float:
    """SUREST for exact words side by side; less for slips, gaps, boundaries, negations, and a bare list of words."""
    reading = text.reading
    outer = reading.weights[hit.last + 1] - reading.weights[hit.first]
    foreign = max(0, outer - sum(reading.weights[word + 1] - reading.weights[word] for word in hit.words))
    boundaries = reading.bounds[hit.last] - reading.bounds[hit.first]
    sure = SUREST - 0.09 * hit.slips - 0.02 * min(foreign, 8) - 0.04 * min(boundaries, 4)
    sure -= 0.04 if len(hit.words) == 1 else 0
    sure -= 0.12 if hit.first >= text.real else 0
    sure -= 0.4 if text.is_bare_list else 0
    sure -= 0.15 if any(word in text.denials.by_word for word in hit.words) and not _has_denial(text, hit) else 0
    return max(0.3, sure)


def _has_denial(text: Text, hit: Hit) -> bool:
    return not text.denials_at.isdisjoint(hit.words)


def _sureness_of_absence(text: Text, meaning: Meaning) -> float:
    """The least sure of what each phrase tells."""
    return min([_absence(text, option.node) for option in text.begun(meaning.accept)], default=NOTHING)


def _absence(text: Text, node: int) -> float:
    present, absent = text.missing(node)
    if not absent:
        return min((_refusal(text, hit) for hit in text.find_at_all(node)), default=APART)
    if absent == 1:
        return NEARLY if present > 1 else HALF
    return NOTHING


def _refusal(text: Text, hit: Hit) -> float:
    after = all(at < word for word in hit.words for at in text.denials.over(word))
    return DENIED if after and text.quoted.isdisjoint(hit.words) else DOUBTFUL


def _evidence(text: Text, hit: Hit) -> tuple[Span, ...]:
    """Spans in the answer as given; words side by side make one span."""
    spans: list[Span] = []
    last = -2
    for word in sorted({text.origin[word] for word in hit.words}):
        seen = text.reading.words[word]
        if word == last + 1 and spans:
            spans[-1] = (spans[-1][0], seen.end)
        else:
            spans.append((seen.start, seen.end))
        last = word
    return tuple(spans)
