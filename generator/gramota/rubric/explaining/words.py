"""How an answer's words were read: what each is to the phrases, to grammar, and who denies whom."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from gramota.rubric.explaining.author_words import AuthorWords
from gramota.rubric.explaining.explained import PartRead, WordRead
from gramota.rubric.languages.word_class import ANY_NEGATOR, FREE
from gramota.rubric.matching.match import Text
from gramota.rubric.reading.reading import START
from gramota.rubric.reading.words import Words
from gramota.rubric.scoring.score import Span


class _Place(NamedTuple):
    at: int
    span: Span
    other_layout: bool


def explain_parts(text: Text, spans: Sequence[Span]) -> tuple[PartRead, ...]:
    """The answer's parts of sentences, each from its first word to its last."""
    return tuple(_parts(text, spans))


def explain_words(text: Text, words: Words, answer: str, names: AuthorWords) -> tuple[WordRead, ...]:
    """Each word of the answer."""
    own = _own_denials(text)
    written = zip(words.pieces[1::2], words.spans(), strict=True)
    places = (_Place(at, span, as_read != answer[slice(*span)]) for at, (as_read, span) in enumerate(written))
    return tuple(_word(text, place, own.get(place.at), names) for place in places)


def explain_contrasts(text: Text, spans: Sequence[Span]) -> tuple[tuple[Span, ...], ...]:
    """The clauses that contrasts leave to be understood."""
    made = range(text.real, len(text.origin))
    starts = [at for at in made if text.reading.edges[at] == START]
    ends = [*starts, len(text.origin)]
    return tuple(tuple(spans[text.origin[at]] for at in range(start, end)) for start, end in pairwise(ends))


def _parts(text: Text, spans: Sequence[Span]) -> Iterator[PartRead]:
    sentences = text.reading.sentences()
    starts = [at for at in range(text.real) if at == 0 or text.reading.edges[at] == START]
    before = number = 0
    for start, end in pairwise([*starts, text.real]):
        sentence = sentences[start] + 1
        number = number + 1 if sentence == before else 1
        yield PartRead(sentence, number, (spans[start][0], spans[end - 1][1]), tuple(range(start, end)))
        before = sentence


def _own_denials(text: Text) -> dict[int, set[int]]:
    """The words that each negation covers, by where it stands; looked up once, for an answer may have thousands."""
    own: dict[int, set[int]] = {}
    for denial in text.denials.all:
        own.setdefault(denial.at, set()).update(denial.covers)
    return own


def _word(text: Text, place: _Place, covers: set[int] | None, names: AuthorWords) -> WordRead:
    at, span, other_layout = place
    entry, denials = text.reading.words[at], text.denials
    return WordRead(
        span=span,
        text=entry.text,
        words=tuple(dict.fromkeys(names.word(key) for key, _ in entry.keys)),
        slips=entry.keys[0][1] if entry.keys else 0,
        other_layout=other_layout,
        small=bool(entry.classes & FREE),
        negator=covers is not None or bool(entry.classes & ANY_NEGATOR),
        covers=tuple(sorted(covers or ())),
        covered_by=tuple(denials.places_over(at)),
        denied=at in denials.denied,
        quoted=at in text.quoted,
    )
