"""Where in an answer a phrase stands: windows over tables, no linguistics; the JavaScript twin does the same."""

from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from gramota.rubric.compiled import CompiledQuestion, Node
from gramota.rubric.contrast import find_contrasts
from gramota.rubric.negation import Denials, find_denials
from gramota.rubric.quoting import find_quoted
from gramota.rubric.reading import Lexicon, Reading, read_answer

MOST_OPTIONS_PER_START = 8
LONG_LIST = 5


class Hit(NamedTuple):
    """A place where a node stands: first and last word, the words matched, and slips of the pen among them."""

    last: int
    first: int
    words: tuple[int, ...]
    slips: int


class Matcher:
    """A question's tables, made once and used for every answer."""

    def __init__(self, question: CompiledQuestion) -> None:
        self.nodes = question.nodes
        self.language = question.language
        forms: dict[str, list[int]] = {}
        for key, words in enumerate(question.keys):
            for form in words:
                forms.setdefault(form, []).append(key)
        tables = {form: tuple(keys) for form, keys in forms.items()}
        self.lexicon = Lexicon(
            tables,
            question.beginnings,
            {text: tail for tail, texts in enumerate(question.strangers) for text in texts},
            self.language,
        )
        self.keys_below = _keys_by_node(self.nodes)
        self.denies = _denying(self.nodes)
        self.parts: dict[int, int] = {}
        self.postings: dict[int, list[tuple[int, int]]] = {}
        for meaning in (*question.criteria, *question.misconceptions):
            for option in (*meaning.accept, *meaning.reject):
                self._index(option.node)

    def _index(self, node: int) -> None:
        """Note under each key which part of which phrase it serves."""
        if node in self.parts:
            return
        is_one = self.nodes[node].kind in {"word", "any"}
        needs = (node,) if is_one else self.nodes[node].parts
        self.parts[node] = len(needs)
        for part, need in enumerate(needs):
            for key in sorted(self.keys_below[need]):
                self.postings.setdefault(key, []).append((node, 1 << part))

    def read(self, answer: str) -> "Text":
        """Read an answer, once for all phrases."""
        return Text(self, read_answer(answer, self.lexicon, self.language))


def _keys_by_node(nodes: tuple[Node, ...]) -> list[frozenset[int]]:
    """The keys below each node; parts always stand before the node that has them."""
    keys: list[frozenset[int]] = []
    for node in nodes:
        below = [{node.key}] if node.kind == "word" else [keys[part] for part in node.parts]
        keys.append(frozenset().union(*below))
    return keys


def _denying(nodes: tuple[Node, ...]) -> list[bool]:
    """Whether a negation stands in or below each node."""
    denying: list[bool] = []
    for node in nodes:
        denying.append(node.negated >= 0 or any(denying[part] for part in node.parts))
    return denying


class Text:
    """One answer, read; finds nodes in it and remembers what it found."""

    def __init__(self, matcher: Matcher, reading: Reading) -> None:
        self.matcher = matcher
        self.reading = reading
        self.denials: Denials = find_denials(reading, matcher.language)
        self.quoted = find_quoted(reading, matcher.language)
        self.real = len(reading.words)
        self.origin = list(range(self.real))
        self.borrowed: set[int] = set()
        self._add_contrasts()
        self.places = self._places()
        self.denials_at = frozenset(denial.at for denial in self.denials.all)
        self.present = frozenset(self.places)
        self._served = self._served_parts()
        self._found: dict[tuple[int, str], list[Hit]] = {}

    @cached_property
    def is_bare_list(self) -> bool:
        """Whether the answer strings together words, two at most between commas: it names things and says nothing."""
        starts = [at for at in range(self.real) if at == 0 or self.reading.edges[at]]
        sizes = [end - start for start, end in pairwise([*starts, self.real])]
        return len(sizes) >= LONG_LIST and max(sizes) <= 2

    def _add_contrasts(self) -> None:
        """Append each asserted side with its shared noun, as a clause of its own."""
        reading = self.reading
        for noun, side in find_contrasts(reading, self.denials, self.matcher.language):
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

    def _places(self) -> dict[int, list[tuple[int, int]]]:
        places: dict[int, list[tuple[int, int]]] = {}
        for at, word in enumerate(self.reading.words):
            for key, slips in word.keys:
                places.setdefault(key, []).append((at, slips))
        return places

    def _served_parts(self) -> dict[int, int]:
        """For each phrase with a word in the answer, the bits of its parts that have one."""
        served: dict[int, int] = {}
        for key in self.places:
            for node, bit in self.matcher.postings.get(key, ()):
                served[node] = served.get(node, 0) | bit
        return served

    def missing(self, node: int) -> tuple[int, int]:
        """(parts of a phrase that have a word in the answer, parts that have none)."""
        present = self._served.get(node, 0).bit_count()
        return present, self.matcher.parts[node] - present

    def may_have(self, node: int) -> bool:
        """Whether the answer has a word for every part of a phrase; a cheap look before the search."""
        return self._served.get(node, 0).bit_count() == self.matcher.parts[node]

    def find(self, node: int) -> list[Hit]:
        """Every place where a phrase stands and is neither denied nor quoted."""
        return [hit for hit in self._hits(node, "asserted") if self._is_whole(hit)] if self.may_have(node) else []

    def find_at_all(self, node: int) -> list[Hit]:
        """Every place where the phrase's words stand, denied or not."""
        return [hit for hit in self._hits(node, "any") if self._is_whole(hit)] if self.may_have(node) else []

    def stretch(self, hit: Hit) -> tuple[int, int]:
        """The first and the last word of the answer itself that a hit uses."""
        if hit.first < self.real:
            return hit.first, hit.last
        used = [self.origin[word] for word in hit.words]
        return min(used), max(used)

    def _is_whole(self, hit: Hit) -> bool:
        """In a clause made for a contrast, a hit must use the shared noun and something of the asserted side."""
        if hit.first < self.real:
            return True
        lent = sum(word in self.borrowed for word in hit.words)
        return 0 < lent < len(hit.words)

    def _hits(self, index: int, mode: str) -> list[Hit]:
        """Modes: asserted (no denied or quoted word), open (denied words too, below a negation), any."""
        if (index, mode) not in self._found:
            self._found[index, mode] = self._search(index, mode)
        return self._found[index, mode]

    def _search(self, index: int, mode: str) -> list[Hit]:
        node = self.matcher.nodes[index]
        if node.kind == "word":
            return [Hit(at, at, (at,), slips) for at, slips in self.places.get(node.key, ()) if self._allows(at, mode)]
        if node.kind == "any":
            return sorted({hit for part in self._alive(node.parts) for hit in self._hits(part, mode)})
        inner = "open" if self.matcher.denies[index] and mode == "asserted" else mode
        parts = [self._hits(part, inner) for part in node.parts]
        if not all(parts):
            return []
        if node.kind == "exact":
            return self._side_by_side(parts)
        hits = self._windows(parts, node.gap)
        return hits if mode == "any" else self._rightly_denied(hits, index)

    def _alive(self, parts: tuple[int, ...]) -> list[int]:
        """The parts that have a word in the answer; long lists of alternatives are mostly dead."""
        below = self.matcher.keys_below
        return [part for part in parts if not self.present.isdisjoint(below[part])]

    def _rightly_denied(self, hits: list[Hit], index: int) -> list[Hit]:
        """Of a row's hits, those that the answer denies where the phrase does, and only there."""
        if self.matcher.nodes[index].negated >= 0:
            return self._denied(hits, self.matcher.nodes[index])
        return [hit for hit in hits if self._owns_its_denials(hit)] if self.matcher.denies[index] else hits

    def _allows(self, at: int, mode: str) -> bool:
        """Words of a clause made for a contrast are never denied; quoted ones count nowhere."""
        if mode == "any":
            return at < self.real
        denied = mode == "asserted" and at in self.denials.denied
        return not denied and self.origin[at] not in self.quoted

    def _side_by_side(self, parts: list[list[Hit]]) -> list[Hit]:
        found = parts[0]
        for part in parts[1:]:
            starts: dict[int, list[Hit]] = {}
            for hit in part:
                starts.setdefault(hit.first, []).append(hit)
            joined = [
                _join((hit, follows))
                for hit in found
                for follows in starts.get(hit.last + 1, ())[:MOST_OPTIONS_PER_START]
            ]
            found = _one_each(joined)
        return [hit for hit in found if self._is_unbroken(hit)]

    def _is_unbroken(self, hit: Hit) -> bool:
        return not any(self.reading.edges[word] for word in range(hit.first + 1, hit.last + 1))

    def _windows(self, parts: list[list[Hit]], gap: int) -> list[Hit]:
        """Chains of parts in any order, no two neighbours further apart than the gap; the shortest for each end."""
        found: list[Hit] = []
        latest: list[list[Hit]] = [[] for _ in parts]
        end = -1
        for hit, part in sorted((hit, part) for part, hits in enumerate(parts) for hit in hits):
            if end >= 0 and self.reading.gap(end, hit.first) > gap:
                latest = [[] for _ in parts]
                end = -1
            latest[part] = [hit, *latest[part][:1]]
            end = max(end, hit.last)
            if all(latest):
                chosen = _choose(latest, part)
                found.extend([_join(chosen)] if chosen else [])
        return _one_each(found)

    def _denied(self, hits: list[Hit], node: Node) -> list[Hit]:
        """Hits whose words after the phrase's negation are denied in the answer; the negation joins the evidence."""
        denied_parts = node.parts[node.negated : node.until]
        after = frozenset().union(*(self.matcher.keys_below[part] for part in denied_parts))
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
        links = self.matcher.language.links
        return not any(self.reading.edges[each] for each in between) or any(
            self.reading.words[each].text in links for each in between
        )

    def _is_affirmed(self, word: int) -> bool:
        """Two negators make an assertion: «нельзя не»."""
        negators = self.matcher.language.negators
        return sum(self.reading.words[at].text in negators for at in self.denials.over(word)) == 2


def _join(hits: Iterable[Hit]) -> Hit:
    hits = tuple(hits)
    words = tuple(sorted({word for hit in hits for word in hit.words}))
    return Hit(max(hit.last for hit in hits), min(hit.first for hit in hits), words, sum(hit.slips for hit in hits))


def _choose(latest: list[list[Hit]], newest: int) -> list[Hit] | None:
    """One hit for each part, no word used twice; the newest hit must be among them."""
    chosen = [hits[0] for hits in latest]
    if sum(len(hit.words) for hit in chosen) == len({word for hit in chosen for word in hit.words}):
        return chosen
    order = [newest, *(part for part in range(len(latest)) if part != newest)]
    return _pick([latest[part][:1] if part == newest else latest[part] for part in order], frozenset())


def _pick(choices: list[list[Hit]], used: frozenset[int]) -> list[Hit] | None:
    if not choices:
        return []
    for hit in choices[0]:
        if used.isdisjoint(hit.words):
            rest = _pick(choices[1:], used.union(hit.words))
            if rest is not None:
                return [hit, *rest]
    return None


def _one_each(hits: list[Hit]) -> list[Hit]:
    """One hit for each stretch, the one with the fewest slips, in order."""
    best: dict[tuple[int, int], Hit] = {}
    for hit in hits:
        at = (hit.last, hit.first)
        if at not in best or (hit.slips, hit.words) < (best[at].slips, best[at].words):
            best[at] = hit
    return sorted(best.values())
