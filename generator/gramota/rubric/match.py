"""Where in an answer a phrase stands: windows over tables, no linguistics; the JavaScript twin does the same."""

from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise
from typing import Literal

from gramota.rubric.compiled import Node, Option
from gramota.rubric.contrast import find_contrasts
from gramota.rubric.negation import Denials, find_denials
from gramota.rubric.phrase_index import Choice, PhraseIndex
from gramota.rubric.quoting import find_quoted
from gramota.rubric.reading import read_answer
from gramota.rubric.windows import Hit, find_chains, find_side_by_side

LONG_LIST = 5

Mode = Literal["asserted", "open", "any"]
"""Words to count: those neither denied nor quoted; denied ones too, below a phrase's negation; all."""

MODES: tuple[Mode, ...] = ("asserted", "open", "any")


class Text:
    """One answer, read once for all phrases; finds nodes in it and remembers what it found."""

    def __init__(self, index: PhraseIndex, answer: str) -> None:
        self.index = index
        self.reading = read_answer(answer, index.lexicon, index.language)
        self.denials: Denials = find_denials(self.reading, index.language)
        self.quoted = find_quoted(self.reading, index.language)
        self.real = len(self.reading.words)
        self.origin = list(range(self.real))
        self.borrowed: set[int] = set()
        self._add_contrasts()
        self.places = self._places()
        self.present = frozenset(self.places)
        self.denials_at = frozenset(denial.at for denial in self.denials.all)
        self.parts = frozenset().union(*[index.parts_by_key.get(key, ()) for key in self.present])
        """The parts of phrases that have a word in the answer."""
        self.barred = self._barred()
        self._alike = {mode: min(each for each in MODES if self.barred[each] == self.barred[mode]) for mode in MODES}
        """Modes that bar the same words, by one name; they differ only for phrases that have a negation."""
        self._found: dict[Mode, dict[int, list[Hit]]] = {mode: {} for mode in MODES}

    @cached_property
    def is_bare_list(self) -> bool:
        """Whether the answer strings together words, two at most between commas: it names things and says nothing."""
        starts = [at for at in range(self.real) if at == 0 or self.reading.edges[at]]
        sizes = [end - start for start, end in pairwise([*starts, self.real])]
        return len(sizes) >= LONG_LIST and max(sizes) <= 2

    def _add_contrasts(self) -> None:
        """Append each asserted side with its shared noun, as a clause of its own."""
        reading = self.reading
        for noun, side in find_contrasts(reading, self.denials, self.index.language):
            order = (noun, *side) if noun < side[0] else (*side, noun)
            self.borrowed.add(len(self.origin) + order.index(noun))
            for at, word in enumerate(order):
                seen = reading.words[word]
                weight = reading.weights[word + 1] - reading.weights[word]
                reading.words.append(seen)
                reading.clauses.append(reading.clauses[-1] + (at == 0))
                reading.sentences.append(reading.sentences[-1] + (at == 0))
                reading.edges.append(0 if at else 3)
                reading.weights.append(reading.weights[-1] + weight)
                reading.bounds.append(reading.bounds[-1])
                self.origin.append(word)

    def _places(self) -> dict[int, list[Hit]]:
        """Where each key stands."""
        places: dict[int, list[Hit]] = {}
        for at, word in enumerate(self.reading.words):
            for key, slips in word.keys:
                places.setdefault(key, []).append(Hit(at, at, (at,), slips))
        return places

    def _barred(self) -> dict[Mode, set[int]]:
        """The words that do not count; in a clause made for a contrast none is denied, and a quoted one is quoted."""
        quoted = {at for at, origin in enumerate(self.origin) if origin in self.quoted} if self.quoted else set()
        made = set(range(self.real, len(self.origin)))
        return {"asserted": self.denials.denied | quoted, "open": quoted, "any": made}

    def whole(self, options: Iterable[Option]) -> list[Option]:
        """The phrases that have a word in the answer for every part; no others need a search."""
        needs, parts = self.index.needs, self.parts
        return [option for option in options if needs[option.node] <= parts]

    def begun(self, options: Iterable[Option]) -> list[Option]:
        """The phrases that have a word in the answer."""
        needs, parts = self.index.needs, self.parts
        return [option for option in options if not needs[option.node].isdisjoint(parts)]

    def missing(self, node: int) -> tuple[int, int]:
        """(parts of a phrase that have a word in the answer, parts that have none)."""
        needs = self.index.needs[node]
        present = len(needs & self.parts)
        return present, len(needs) - present

    def find(self, node: int) -> list[Hit]:
        """Every place where a phrase stands and is neither denied nor quoted."""
        return self._whole_hits(self._hits(node, "asserted"))

    def find_at_all(self, node: int) -> list[Hit]:
        """Every place where the phrase's words stand, denied or not."""
        return self._whole_hits(self._hits(node, "any"))

    def stretch(self, hit: Hit) -> tuple[int, int]:
        """The first and the last word of the answer itself that a hit uses."""
        if hit.first < self.real:
            return hit.first, hit.last
        used = [self.origin[word] for word in hit.words]
        return min(used), max(used)

    def _whole_hits(self, hits: list[Hit]) -> list[Hit]:
        """In a clause made for a contrast, a hit must use the shared noun and something of the asserted side."""
        return [hit for hit in hits if hit.first < self.real or 0 < self._lent(hit) < len(hit.words)]

    def _lent(self, hit: Hit) -> int:
        return sum(word in self.borrowed for word in hit.words)

    def _hits(self, node: int, mode: Mode) -> list[Hit]:
        if not self.index.denies[node]:
            mode = self._alike[mode]
        found = self._found[mode]
        if node not in found:
            choice = self.index.choices[node]
            found[node] = self._chosen(choice, mode) if choice else self._row(node, mode)
        return found[node]

    def _chosen(self, choice: Choice, mode: Mode) -> list[Hit]:
        barred = self.barred[mode]
        hits = {hit for key in choice.keys & self.present for hit in self.places[key] if hit.first not in barred}
        for node in choice.longer:
            if not self.present.isdisjoint(self.index.keys_below[node]):
                hits.update(self._hits(node, mode))
        return sorted(hits)

    def _row(self, index: int, mode: Mode) -> list[Hit]:
        node = self.index.nodes[index]
        inner: Mode = "open" if self.index.denies[index] and mode == "asserted" else mode
        parts = [self._hits(part, inner) for part in node.parts]
        if not all(parts):
            return []
        if node.kind == "exact":
            return [hit for hit in find_side_by_side(parts) if self._is_unbroken(hit)]
        hits = find_chains(parts, node.gap, self.reading.gap)
        return hits if mode == "any" else self._rightly_denied(hits, index)

    def _rightly_denied(self, hits: list[Hit], index: int) -> list[Hit]:
        """Of a row's hits, those that the answer denies where the phrase does, and only there."""
        if self.index.nodes[index].negated >= 0:
            return self._denied(hits, self.index.nodes[index])
        return [hit for hit in hits if self._owns_its_denials(hit)] if self.index.denies[index] else hits

    def _is_unbroken(self, hit: Hit) -> bool:
        return not any(self.reading.edges[word] for word in range(hit.first + 1, hit.last + 1))

    def _denied(self, hits: list[Hit], node: Node) -> list[Hit]:
        """Hits whose words after the phrase's negation are denied in the answer; the negation joins the evidence."""
        denied_parts = node.parts[node.negated : node.until]
        after = frozenset().union(*(self.index.keys_below[part] for part in denied_parts))
        return [denied for hit in hits if (denied := self._with_denial(hit, after))]

    def _owns_its_denials(self, hit: Hit) -> bool:
        """«(не терять|беречь) лид»: the лид may be denied by the phrase's own negation, by no other."""
        for word in self.denials.denied.intersection(hit.words):
            if not any(at in hit.words for at in self.denials.over(word)):
                return False
        return True

    def _with_denial(self, hit: Hit, after: frozenset[int]) -> Hit | None:
        words = self.reading.words
        negated = [word for word in hit.words if any(key in after for key, _ in words[word].keys)]
        for index in sorted({index for word in negated for index in self.denials.by_word.get(word, ())}):
            denial = self.denials.all[index]
            if self._serves(denial.at, frozenset(denial.covers), hit, negated):
                used = tuple(sorted({*hit.words, denial.at}))
                return Hit(max(hit.last, denial.at), min(hit.first, denial.at), used, hit.slips)
        return None

    def _serves(self, at: int, covers: frozenset[int], hit: Hit, negated: list[int]) -> bool:
        """One negation must cover all that the phrase denies, save what stands before it and belongs to it."""
        if any(word not in covers and not self._belongs(word, at) for word in negated):
            return False
        if any(self._is_affirmed(word) for word in negated):
            return False
        return all(word in covers or word not in self.denials.denied for word in hit.words if word not in negated)

    def _belongs(self, word: int, at: int) -> bool:
        """Whether a word before a negation is in its stretch, or taken up there by a word like «которую»."""
        if word > at or self.reading.clauses[word] != self.reading.clauses[at]:
            return False
        between = range(word + 1, at + 1)
        links = self.index.language.links
        return not any(self.reading.edges[each] for each in between) or any(
            self.reading.words[each].text in links for each in between
        )

    def _is_affirmed(self, word: int) -> bool:
        """Two negators make an assertion: «нельзя не»."""
        negators = self.index.language.negators
        return sum(self.reading.words[at].text in negators for at in self.denials.over(word)) == 2
