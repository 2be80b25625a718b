"""From matches to decisions: what is met, how surely, and why."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import NamedTuple

from gramota.notice_kinds import EMPTY, NoticeKind
from gramota.rubric.compiling.compiled import CompiledQuestion
from gramota.rubric.languages.word_class import OPINION
from gramota.rubric.matching.match import Text
from gramota.rubric.matching.phrase_index import PhraseIndex
from gramota.rubric.matching.windows import Hit
from gramota.rubric.reading.lexicon import Entry
from gramota.rubric.reading.words import Words, split_answer
from gramota.rubric.scoring.confidence import (
    REVIEW_BELOW,
    Context,
    confidence_of_holding,
    confidence_when_met,
    confidence_when_not_met,
    points_of_absence,
    points_of_holding,
    points_of_support,
    points_of_wrong_phrases,
)
from gramota.rubric.scoring.finding import Found, count_missing, find_meaning
from gramota.rubric.scoring.notices import find_notices
from gramota.uncollected import uncollected

Span = tuple[int, int]


class Decision(NamedTuple):
    """Whether a meaning is in the answer, how sure that is (0 to 1), and the spans and the phrase that show it.

    `is_learned` says that the phrases decide otherwise, and that it follows what trainers decided before.
    """

    met: bool
    confidence: float
    evidence: tuple[Span, ...] = ()
    phrase: str | None = None
    is_learned: bool = False

    @property
    def is_unsure(self) -> bool:
        """Whether a trainer should look at it."""
        return self.is_learned or self.confidence < REVIEW_BELOW


@dataclass(frozen=True, slots=True)
class Score:
    """An answer's points of the most there are, each decision by the id of its meaning, and what the answer is."""

    score: float
    max: float
    criteria: Mapping[str, Decision]
    misconceptions: Mapping[str, Decision]
    notices: tuple[NoticeKind, ...]
    review: bool


_WEIGHT = itemgetter(Entry._fields.index("weight"))


def score_answer(compiled: CompiledQuestion, answer: str) -> Score:
    """Score one answer; the same answer always scores the same, and no answer raises."""
    index = index_of(compiled)
    words = split_answer(answer, index.lexicon)
    missing = [count_missing(meaning, words.parts) for meaning in index.meanings]
    found: list[Found] = []
    split = len(index.criteria)
    if any(0 in each for each in missing):
        text = Text(index, words)
        found = [
            find_meaning(text, meaning, absent) if 0 in absent else Found(points_of_absence(meaning.accept, absent))
            for meaning, absent in zip(index.meanings, missing, strict=True)
        ]
        decisions = _decide(words, text, found, split)
    else:
        decisions = _miss(words, index, missing)
    criteria = {meaning.id: decision for meaning, decision in zip(index.criteria, decisions, strict=False)}
    misconceptions = {
        meaning.id: decision for meaning, decision in zip(index.misconceptions, decisions[split:], strict=True)
    }
    if compiled.has_conditions:
        criteria = without_voided(compiled, criteria, misconceptions)
    notices = find_notices(words, index.language)
    says_something = any(each.hit for each in found)
    return add_up(compiled, criteria, misconceptions, () if notices == (EMPTY,) and says_something else notices)


def add_up(
    compiled: CompiledQuestion,
    criteria: Mapping[str, Decision],
    misconceptions: Mapping[str, Decision],
    notices: tuple[NoticeKind, ...],
) -> Score:
    """The points of decisions, between the question's least and most; an answer that it refuses meets nothing."""
    if not compiled.refuse.isdisjoint(notices):
        criteria = {name: decision._replace(met=False) for name, decision in criteria.items()}
    earned: float = 0
    for meaning in compiled.criteria:
        earned += meaning.points if criteria[meaning.id].met else 0
    earned = min(earned, compiled.most)
    for meaning in compiled.misconceptions:
        earned -= meaning.points if misconceptions[meaning.id].met else 0
    unsure = min([each.confidence for decisions in (criteria, misconceptions) for each in decisions.values()])
    is_unsure = unsure < REVIEW_BELOW or any(each.is_learned for each in criteria.values())
    review = is_unsure or (bool(notices) and notices != (EMPTY,))
    return Score(max(compiled.least, earned), compiled.most, criteria, misconceptions, notices, review)


def index_of(compiled: CompiledQuestion) -> PhraseIndex:
    """The question's index, kept with the question."""
    kept = compiled.__dict__.get("_index")
    if kept is None:
        with uncollected():
            kept = compiled.__dict__["_index"] = PhraseIndex(compiled)
    return kept


def _miss(words: Words, index: PhraseIndex, missing: Sequence[Sequence[int]]) -> list[Decision]:
    """Decide that nothing is there: most answers say nothing of most questions, and this costs the least."""
    size = _weight(words.entries)
    unknown = sum([entry.weight for entry in words.entries if not entry.keys])
    context = Context(size, size, unknown, len(index.criteria), met=0, wrong=0, reports=words.seen & OPINION > 0)
    absences = [points_of_absence(each.accept, absent) for each, absent in zip(index.meanings, missing, strict=True)]
    return [_absent(confidence_when_not_met(points, context)) for points in absences]


def _decide(words: Words, text: Text, found: Sequence[Found], split: int) -> list[Decision]:
    """Decide criteria, which come first, and misconceptions, which begin at `split`."""
    hits = [each.hit for each in found if each.hit]
    spans = words.spans() if hits else []
    context = _context(words, _unread(words, text, hits), found, split)
    deciders = (_decide_criterion,) * split + (_decide_misconception,) * (len(found) - split)
    return [
        decide(each, evidence_of(text, each.hit, spans), context)
        if each.hit
        else _absent(confidence_when_not_met(each.points, context))
        for decide, each in zip(deciders, found, strict=True)
    ]


def _context(words: Words, unread: Sequence[Entry], found: Sequence[Found], split: int) -> Context:
    return Context(
        words=_weight(words.entries),
        unread=_weight(unread),
        unknown=_weight([entry for entry in unread if not entry.keys]),
        criteria=split,
        met=_count_hits(found[:split]),
        wrong=_count_hits(found[split:]),
        reports=words.seen & OPINION > 0,
    )


def _count_hits(found: Sequence[Found]) -> int:
    return sum(each.hit is not None for each in found)


def _weight(entries: Iterable[Entry]) -> int:
    """How many of the words say something."""
    return sum(map(_WEIGHT, entries))


@cache
def _absent(confidence: float) -> Decision:
    """Made once for each of the few confidences that there are."""
    return Decision(met=False, confidence=confidence)


def _decide_criterion(found: Found, evidence: tuple[Span, ...], context: Context) -> Decision:
    support = points_of_support(found.hit, found.silent) if found.hit else 0
    confidence = confidence_when_met(found.points + support, context)
    return Decision(met=True, confidence=confidence, evidence=evidence, phrase=found.phrase)


def _decide_misconception(found: Found, evidence: tuple[Span, ...], context: Context) -> Decision:
    points = points_of_holding(found.points + points_of_wrong_phrases(found.whole), context)
    return Decision(points >= 0, confidence_of_holding(points), evidence, found.phrase)


def _unread(words: Words, text: Text, hits: Iterable[Hit]) -> list[Entry]:
    """The words between boundaries where nothing was found: a paraphrase may hide there."""
    bounds = text.reading.bounds
    read = {bounds[text.origin[word]] for hit in hits for word in hit.words}
    return [entry for entry, bound in zip(words.entries, bounds, strict=False) if bound not in read]


def without_voided(
    compiled: CompiledQuestion, criteria: Mapping[str, Decision], misconceptions: Mapping[str, Decision]
) -> dict[str, Decision]:
    """Return the criteria, not met where others exclude them or where they require one that is not met."""
    said = {name for name, decision in (*criteria.items(), *misconceptions.items()) if decision.met}
    met = {each.id for each in compiled.criteria if criteria[each.id].met and said.isdisjoint(each.excludes)}
    while unmet := {each.id for each in compiled.criteria if each.id in met and not met.issuperset(each.requires)}:
        met -= unmet
    return {name: decision._replace(met=name in met) for name, decision in criteria.items()}


def evidence_of(text: Text, hit: Hit, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans in the answer as given; words side by side make one span."""
    evidence: list[Span] = []
    last = -2
    for word in sorted({text.origin[word] for word in hit.words}):
        start, end = spans[word]
        if word == last + 1:
            start = evidence.pop()[0]
        evidence.append((start, end))
        last = word
    return tuple(evidence)
