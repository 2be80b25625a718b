"""What became of each phrase in an answer: matched, or why not quite; by the matcher's own findings."""

from collections.abc import Sequence

from gramota.rubric.explaining.author_words import AuthorWords
from gramota.rubric.explaining.distance import find_distance
from gramota.rubric.explaining.explained import PhrasePart, PhraseRead
from gramota.rubric.matching.match import Text
from gramota.rubric.matching.phrase_index import Sought, SoughtMeaning
from gramota.rubric.matching.windows import Hit
from gramota.rubric.scoring.finding import Found, count_missing, hiding_phrase
from gramota.rubric.scoring.score import Span, evidence_of

MOST_SERVING = 20
"""Words of the answer that are told for one part of a phrase."""


class PhraseExplainer:
    """Explains the phrases of one question's meanings in one answer."""

    def __init__(self, text: Text, spans: Sequence[Span], names: AuthorWords) -> None:
        self._text = text
        self._spans = spans
        self._names = names
        self._serving = _serving(text, spans)

    def explain(self, meaning: SoughtMeaning, found: Found) -> tuple[PhraseRead, ...]:
        """Each phrase of `accept`; the one that decided shows the evidence that decided."""
        missing = count_missing(meaning, self._text.parts) or [len(needs) for needs, _ in meaning.accept]
        read: list[PhraseRead] = []
        for sought, absent in zip(meaning.accept, missing, strict=True):
            way = sum(each.text == sought.option.text for each in read)
            read.append(self._phrase(sought, absent, way, meaning.reject, found))
        return tuple(read)

    def _phrase(self, sought: Sought, absent: int, way: int, reject: Sequence[Sought], found: Found) -> PhraseRead:
        text = sought.option.text
        parts = self._parts(sought, way)
        if absent:
            return PhraseRead(text, "absent" if absent == len(sought.needs) else "lacking", parts)
        hits = self._text.find(sought.option.node)
        shown = [(hit, hiding_phrase(self._text, hit, reject)) for hit in hits]
        open_hits = [hit for hit, hiding in shown if hiding is None]
        if open_hits:
            decided = found.hit if found.hit in open_hits and found.phrase == text else open_hits[0]
            return PhraseRead(text, "matched", parts, self._evidence(decided))
        if shown:
            hit, hiding = shown[0]
            return PhraseRead(text, "hidden", parts, self._evidence(hit), hidden_by=hiding)
        return self._near_miss(sought, parts)

    def _near_miss(self, sought: Sought, parts: tuple[PhrasePart, ...]) -> PhraseRead:
        """Of a phrase that has a word for each part and no place where it counts."""
        text, node = sought.option
        at_all = self._text.find_at_all(node)
        if not at_all:
            return (
                self._apart(sought, parts) if all(part.whole for part in parts) else PhraseRead(text, "lacking", parts)
            )
        hit = at_all[0]
        evidence = self._evidence(hit)
        if not self._text.quoted.isdisjoint(hit.words):
            return PhraseRead(text, "quoted", parts, evidence)
        denials = self._text.denials
        by = sorted({at for word in hit.words if word in denials.denied for at in denials.places_over(word)})
        if by and not self._text.index.negates[node]:
            return PhraseRead(text, "denied", parts, evidence, denied_by=tuple(self._spans[at] for at in by))
        return PhraseRead(text, "affirmed", parts, evidence)

    def _parts(self, sought: Sought, way: int) -> tuple[PhrasePart, ...]:
        texts = self._names.parts(sought, way)
        return tuple(
            PhrasePart(text, tuple(self._serving.get(node, ())), bool(self._text.find_at_all(node)))
            for node, text in texts.items()
        )

    def _apart(self, sought: Sought, parts: tuple[PhrasePart, ...]) -> PhraseRead:
        text, node = sought.option
        apart, reach, hit = find_distance(self._text, node)
        firsts = sorted({span for part in parts for span in part.found[:1]})
        evidence = self._evidence(hit) if hit else tuple(firsts)
        limit = self._text.index.nodes[node].gap
        return PhraseRead(text, "apart", parts, evidence, apart=apart, reach=reach, limit=limit)

    def _evidence(self, hit: Hit) -> tuple[Span, ...]:
        return evidence_of(self._text, hit, self._spans)


def _serving(text: Text, spans: Sequence[Span]) -> dict[int, list[Span]]:
    """The first words of the answer that serve each part of a phrase."""
    serving: dict[int, list[Span]] = {}
    for at, span in enumerate(spans):
        for part in text.reading.words[at].parts:
            if len(found := serving.setdefault(part, [])) < MOST_SERVING:
                found.append(span)
    return serving
