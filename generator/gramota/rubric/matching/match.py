"""Where in an answer a phrase stands: windows over tables, no linguistics; the JavaScript twin does the same."""

from collections.abc import Sequence

from gramota.rubric.compiling.compiled import Node
from gramota.rubric.languages.word_class import DENYING, LINK, NEGATOR, NOUN_NEGATOR, REPORTING
from gramota.rubric.matching.phrase_index import Choice, PhraseIndex
from gramota.rubric.matching.windows import Hit, find_chains, find_side_by_side, one_each
from gramota.rubric.reading.contrast import find_contrasts
from gramota.rubric.reading.lexicon import Entry
from gramota.rubric.reading.negation import Denials, find_denials
from gramota.rubric.reading.quoting import find_quoted
from gramota.rubric.reading.reading import FAR, Reading, read
from gramota.rubric.reading.words import Words

ASSERTED, OPEN, ANY = range(3)
"""Words to count: those neither denied nor quoted; denied ones too, below a phrase's negation; all."""


class Text:
    """One answer, read once for all phrases; finds nodes in it and remembers what it found."""

    def __init__(self, index: PhraseIndex, words: Words) -> None:
        self.index = index
        self.reading: Reading = read(words, index.language)
        self.real = len(words.entries)
        self.parts = words.parts
        self.borrowed: set[int] = set()
        self.origin: Sequence[int] = range(self.real)
        self.denials = find_denials(self.reading, index.language) if words.seen & DENYING else Denials()
        self.quoted = find_quoted(self.reading, index.language) if words.seen & REPORTING else set()
        if self.denials.all:
            self._add_contrasts()
        self.places = _places(self.reading.words)
        self.barred = self._barred()
        """For each mode the words that do not count."""
        self._found: tuple[dict[int, list[Hit]], ...] = ({}, {}, {})

    def _add_contrasts(self) -> None:
        """Append each asserted side with the words that it shares, as a clause of its own."""
        reading = self.reading
        origin = [*self.origin]
        for shared, side in [*find_contrasts(reading, self.denials, self.index.language)]:
            order = sorted((*shared, *side))
            self.borrowed |= {len(origin) + order.index(word) for word in shared}
            for at, word in enumerate(order):
                entry = reading.words[word]
                reading.words.append(entry)
                reading.edges.append(0 if at else 3)
                reading.weights.append(reading.weights[-1] + entry.weight)
                reading.bounds.append(reading.bounds[-1] + (0 if at else FAR))
                origin.append(word)
        self.origin = origin

    def _barred(self) -> tuple[set[int], set[int], set[int]]:
        """In a clause made for a contrast no word is denied, and a quoted one is quoted."""
        quoted = {at for at, origin in enumerate(self.origin) if origin in self.quoted} if self.quoted else self.quoted
        return self.denials.denied | quoted, quoted, {*range(self.real, len(self.origin))}

    def find(self, node: int) -> list[Hit]:
        """Every place where a phrase stands and is neither denied nor quoted."""
        return self._whole_hits(self._hits(node, ASSERTED))

    def find_at_all(self, node: int) -> list[Hit]:
        """Every place where the phrase's words stand, denied or not."""
        return self._whole_hits(self._hits(node, ANY))

    def stretch(self, hit: Hit) -> tuple[int, int]:
        """The first and the last word of the answer itself that a hit uses."""
        if hit.first < self.real:
            return hit.first, hit.last
        used = [self.origin[word] for word in hit.words]
        return min(used), max(used)

    def _whole_hits(self, hits: list[Hit]) -> list[Hit]:
        """In a clause made for a contrast, a hit must use a shared word and something of the asserted side."""
        if not self.borrowed:
            return hits
        return [hit for hit in hits if hit.first < self.real or 0 < self._lent(hit) < len(hit.words)]

    def _lent(self, hit: Hit) -> int:
        return sum(word in self.borrowed for word in hit.words)

    def _hits(self, node: int, mode: int) -> list[Hit]:
        found = self._found[mode]
        if node not in found:
            choice = self.index.choices[node]
            found[node] = self._chosen(choice, mode) if choice else self._row(node, mode)
        return found[node]

    def _chosen(self, choice: Choice, mode: int) -> list[Hit]:
        barred = self.barred[mode]
        hits = [hit for key, its_hits in self.places.items() if key in choice.keys for hit in its_hits]
        if barred:
            hits = [hit for hit in hits if hit.first not in barred]
        longer = [hit for node in choice.longer if self._has_word_of(node) for hit in self._hits(node, mode)]
        return one_each([*hits, *longer]) if longer or len(hits) > 1 else hits

    def _has_word_of(self, node: int) -> bool:
        """Whether the answer has any word of a node."""
        return not self.index.keys_below[node].isdisjoint(self.places)

    def _row(self, index: int, mode: int) -> list[Hit]:
        node = self.index.nodes[index]
        denies = self.index.denies[index]
        inner = OPEN if denies and mode == ASSERTED else mode
        parts = []
        for part in node.parts:
            hits = self._hits(part, inner)
            if not hits:
                return []
            parts.append(hits)
        if node.kind == "exact":
            return [hit for hit in find_side_by_side(parts) if self._is_unbroken(hit)]
        hits = find_chains(parts, node.gap, self.reading.gap)
        return self._rightly_denied(hits, node) if denies and mode != ANY else hits

    def _rightly_denied(self, hits: list[Hit], node: Node) -> list[Hit]:
        """Of a row's hits, those that the answer denies where the phrase does, and only there."""
        if node.negated < 0:
            return [hit for hit in hits if self._owns_its_denials(hit)]
        after = frozenset().union(*(self.index.keys_below[part] for part in node.parts[node.negated : node.until]))
        return [denied for hit in hits for denied in self._with_denial(hit, after)]

    def _is_unbroken(self, hit: Hit) -> bool:
        return not any(self.reading.edges[word] for word in range(hit.first + 1, hit.last + 1))

    def _owns_its_denials(self, hit: Hit) -> bool:
        """«(не терять|беречь) лид»: the лид may be denied by the phrase's own negation, by no other."""
        denied = self.denials.denied.intersection(hit.words)
        return all(at in hit.words for word in denied for at in self.denials.places_over(word))

    def _with_denial(self, hit: Hit, after: frozenset[int]) -> list[Hit]:
        """The hit with the negation that denies what the phrase does, if there is one; it joins the evidence."""
        words = self.reading.words
        negated = [word for word in hit.words if any(key in after for key, _ in words[word].keys)]
        for index in sorted({index for word in negated for index in self.denials.over.get(word, ())}):
            denial = self.denials.all[index]
            if self._serves(denial.at, denial.covers, hit, negated):
                used = tuple(sorted({*hit.words, denial.at}))
                return [Hit(max(hit.last, denial.at), min(hit.first, denial.at), used, hit.slips)]
        return []

    def _serves(self, at: int, covers: Sequence[int], hit: Hit, negated: Sequence[int]) -> bool:
        """One negation must cover all that the phrase denies, save what stands before it and belongs to it."""
        if any((word not in covers and not self._belongs(word, at)) or self._is_affirmed(word) for word in negated):
            return False
        if all(map(self._is_not_without, negated)):
            return False
        denied = self.denials.denied
        return all(word in covers or word not in denied for word in hit.words if word not in negated)

    def _belongs(self, word: int, at: int) -> bool:
        """Whether a word before a negation is in its stretch, or taken up there by a word like «которую»."""
        reading = self.reading
        if word > at or reading.bounds[at] - reading.bounds[word] >= FAR:
            return False
        between = range(word + 1, at + 1)
        return not any(reading.edges[each] for each in between) or any(reading.classes[each] & LINK for each in between)

    def _is_affirmed(self, word: int) -> bool:
        """Two negators make an assertion: «нельзя не»."""
        return sum(bool(self.reading.classes[at] & NEGATOR) for at in self.denials.places_over(word)) == 2

    def _is_not_without(self, word: int) -> bool:
        """«Не без проверки», «нельзя без проверки»."""
        classes = self.reading.classes
        return any(classes[at] & NOUN_NEGATOR and classes[at - 1] & NEGATOR for at in self.denials.places_over(word))


def _places(words: Sequence[Entry]) -> dict[int, list[Hit]]:
    """Where each key stands."""
    places: dict[int, list[Hit]] = {}
    for at, word in enumerate(words):
        if word.keys:
            hit = Hit(at, at, (at,), word.keys[0][1])
            for key, _ in word.keys:
                places.setdefault(key, []).append(hit)
    return places
