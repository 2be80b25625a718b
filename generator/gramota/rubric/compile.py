"""Phrases to tables: here, and only here, words are given their forms."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from os.path import commonprefix
from typing import NamedTuple, Protocol

from gramota.rubric.compiled import Beginning, CompiledQuestion, Meaning, Node, Option
from gramota.rubric.language import Language, Rows, language_of
from gramota.rubric.mistakes import PhraseError
from gramota.rubric.phrase import AnyOf, Group, Item, Phrase, Prefix, Row, Word, groups_of, parse_phrase
from gramota.rubric.reading import CONTRAST
from gramota.rubric.typos import SHORTEST_FOR_ONE

MAX_NODES = 20_000
SHORTEST_STEM = 3
LONGEST_STRANGER = 12


class CriterionSource(Protocol):
    """What earns points."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def points(self) -> float: ...  # noqa: D102
    @property
    def accept(self) -> Sequence[str]: ...  # noqa: D102
    @property
    def reject(self) -> Sequence[str]: ...  # noqa: D102


class MisconceptionSource(Protocol):
    """What costs points."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def costs(self) -> float: ...  # noqa: D102
    @property
    def accept(self) -> Sequence[str]: ...  # noqa: D102
    @property
    def reject(self) -> Sequence[str]: ...  # noqa: D102


class QuestionSource(Protocol):
    """A question with its rubric, as the author wrote it."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def criteria(self) -> Sequence[CriterionSource]: ...  # noqa: D102
    @property
    def misconceptions(self) -> Sequence[MisconceptionSource]: ...  # noqa: D102


def find_phrase_errors(text: str, groups: Collection[str]) -> list[PhraseError]:
    """Everything wrong with one phrase, given the names of the synonym groups there are."""
    try:
        phrase = parse_phrase(text)
    except PhraseError as error:
        return [error]
    return [_unknown_group(group, groups) for group in groups_of(phrase) if group.name not in groups]


def find_group_errors(synonyms: Mapping[str, Sequence[str]]) -> list[PhraseError]:
    """Everything wrong with the synonym groups; each error's place is ("synonyms", name, index)."""
    errors = [
        PhraseError("G115", 0, 0, {"name": name}, ("synonyms", name))
        for name, members in synonyms.items()
        if not members
    ]
    for name, members in synonyms.items():
        for index, text in enumerate(members):
            errors.extend(error.at("synonyms", name, index) for error in find_phrase_errors(text, synonyms))
    return errors or [_cycle(name) for name in synonyms if name in _reached_from(name, synonyms)]


def _unknown_group(group: Group, groups: Collection[str]) -> PhraseError:
    return PhraseError("G108", group.start, group.end, {"name": group.name, "known": ", ".join(sorted(groups))})


def _cycle(name: str) -> PhraseError:
    return PhraseError("G114", 0, 0, {"name": name}, ("synonyms", name))


def _reached_from(name: str, synonyms: Mapping[str, Sequence[str]]) -> set[str]:
    reached: set[str] = set()
    ahead = [name]
    while ahead:
        inner = {group.name for text in synonyms[ahead.pop()] for group in groups_of(parse_phrase(text))}
        ahead.extend(sorted(inner - reached))
        reached |= inner
    return reached


def compile_question(question: QuestionSource, synonyms: Mapping[str, Sequence[str]], lang: str) -> CompiledQuestion:
    """Compile a question's rubric. Raises the first PhraseError, its `place` set; lang is a code like ru or en."""
    for error in find_group_errors(synonyms):
        raise error
    compiler = _Compiler(synonyms, lang)
    criteria = [compiler.meaning("criteria", each, each.points) for each in question.criteria]
    misconceptions = [compiler.meaning("misconceptions", each, each.costs) for each in question.misconceptions]
    keys = tuple(compiler.keys)
    return CompiledQuestion(
        id=question.id,
        lang=lang,
        keys=keys,
        beginnings=tuple(sorted(compiler.beginnings)),
        strangers=_strangers(compiler.words, keys, lang),
        nodes=tuple(compiler.nodes),
        criteria=tuple(criteria),
        misconceptions=tuple(misconceptions),
    )


class _Compiler:
    """Collects keys and nodes; equal ones are kept once."""

    def __init__(self, synonyms: Mapping[str, Sequence[str]], lang: str) -> None:
        self.synonyms = {name: tuple(map(parse_phrase, members)) for name, members in synonyms.items()}
        self.lang = lang
        self.language = language_of(lang)
        self.keys: dict[tuple[str, ...], int] = {}
        self.beginnings: set[Beginning] = set()
        self.nodes: dict[Node, int] = {}
        self.words: set[str] = set()
        self._groups: dict[str, int] = {}

    def meaning(self, kind: str, source: CriterionSource | MisconceptionSource, points: float) -> Meaning:
        accept = self._options(source.accept, (kind, source.id, "accept"))
        return Meaning(source.id, points, accept, self._options(source.reject, (kind, source.id, "reject")))

    def _options(self, texts: Sequence[str], place: tuple[str | int, ...]) -> tuple[Option, ...]:
        return tuple(self._option(text, (*place, index)) for index, text in enumerate(texts))

    def _option(self, text: str, place: tuple[str | int, ...]) -> Option:
        for error in find_phrase_errors(text, self.synonyms):
            raise error.at(*place)
        try:
            return Option(text, self._phrase(parse_phrase(text)))
        except PhraseError as error:
            raise error.at(*place) from None

    def _phrase(self, phrase: Phrase) -> int:
        return self._node(phrase.row, phrase.gap)

    def _node(self, item: Item, gap: int) -> int:
        match item:
            case Word():
                return self._word(item)
            case Prefix(text=text):
                return self._beginning(text)
            case Group(name=name):
                return self._group(name)
            case AnyOf(options=options):
                return self._any([self._node(option, gap) for option in options])
            case Row(items=items, exact=True):
                negated = 0 if any(_is_negator(each, self.language) for each in items) else -1
                return self._add(Node("exact", parts=tuple(self._node(each, gap) for each in items), negated=negated))
            case Row(items=items):
                return self._near(items, gap)

    def _near(self, items: tuple[Item, ...], gap: int) -> int:
        """A row whose negation words are taken out: the parts from the first to a turn («а») must be denied."""
        kept = _without_negators(items, self.language)
        parts = [self._node(item, gap) for item in kept.items]
        if kept.negated < 0:
            parts = list(dict.fromkeys(parts))
        if len(parts) == 1 and kept.negated < 0:
            return parts[0]
        return self._add(Node("near", -1, tuple(parts), gap + kept.turns * CONTRAST, kept.negated, kept.until))

    def _any(self, parts: list[int]) -> int:
        unique = tuple(dict.fromkeys(parts))
        return unique[0] if len(unique) == 1 else self._add(Node("any", parts=unique))

    def _group(self, name: str) -> int:
        if name not in self._groups:
            self._groups[name] = self._any([self._phrase(member) for member in self.synonyms[name]])
        return self._groups[name]

    def _word(self, word: Word) -> int:
        whole = self._leaf("".join(word.parts))
        if len(word.parts) == 1:
            return whole
        return self._any([whole, self._add(Node("exact", parts=tuple(self._leaf(part) for part in word.parts)))])

    def _leaf(self, word: str) -> int:
        self.words.add(word)
        key = self._key(tuple(sorted(word_forms(word, self.lang))))
        beginning = None if self.lang.startswith("ru") else _stem_prefix(word, self.lang)
        if beginning:
            self.beginnings.add(Beginning(beginning[0], key, beginning[1]))
        return self._add(Node("word", key))

    def _beginning(self, text: str) -> int:
        key = self._key((f"{text}*",))
        self.beginnings.add(Beginning(text, key, LONG_TAIL))
        return self._add(Node("word", key))

    def _key(self, forms: tuple[str, ...]) -> int:
        return self.keys.setdefault(forms, len(self.keys))

    def _add(self, node: Node) -> int:
        if len(self.nodes) >= MAX_NODES:
            raise PhraseError("G116", 0, 0, {"limit": f"{MAX_NODES}"})
        return self.nodes.setdefault(node, len(self.nodes))


LONG_TAIL = 99


class _Kept(NamedTuple):
    items: tuple[Item, ...]
    negated: int = -1
    until: int = 0
    turns: int = 0


def _without_negators(items: tuple[Item, ...], language: Language) -> _Kept:
    """Take negators, and modals after them, out of a row; a row of nothing else stays as it is."""
    kept: list[Item] = []
    negated, until, turns, skip = -1, 0, 0, 0
    for at, item in enumerate(items):
        rest = items[at + 1 :]
        if skip:
            skip -= 1
        elif _is_negator(item, language) and not _begins_row(rest, language.idioms):
            negated = len(kept) if negated < 0 else negated
            modal = _begins_row(rest, language.modals)
            skip = modal if len(rest) > modal else 0
        elif negated >= 0 and _is_turn(item, language):
            until, turns = until or len(kept), 1
        elif _is_turn(item, language) and rest and _is_negator(rest[0], language):
            turns = 1
        else:
            kept.append(item)
    if not 0 <= negated < len(kept):
        return _Kept(items)
    return _Kept(tuple(kept), negated, until if until > negated else len(kept), turns)


def _is_turn(item: Item, language: Language) -> bool:
    return isinstance(item, Word) and item.parts[0] in language.turns | language.breaks


def _is_negator(item: Item, language: Language) -> bool:
    return isinstance(item, Word) and item.parts[0] in language.all_negators and len(item.parts) == 1


def _begins_row(items: Sequence[Item], rows: Rows) -> int:
    """How many of the items make a listed word sequence, 0 for none."""
    words = tuple(item.parts[0] if isinstance(item, Word) else "" for item in items[:3])
    return next((len(row) for row in rows.get(words[0], ()) if words[: len(row)] == row), 0) if words else 0


def word_forms(word: str, lang: str) -> frozenset[str]:
    """All forms of a folded word in a language."""
    if lang.startswith("ru"):
        from gramota.rubric.russian import russian_forms  # noqa: PLC0415 - other languages need no dictionary

        return russian_forms(word)
    from gramota.rubric.stems import stem_forms  # noqa: PLC0415

    return stem_forms(word, lang)


def _stem_prefix(word: str, lang: str) -> tuple[str, int] | None:
    from gramota.rubric.stems import stem_prefix  # noqa: PLC0415

    return stem_prefix(word, lang)


def _strangers(words: Collection[str], keys: Sequence[tuple[str, ...]], lang: str) -> tuple[tuple[str, ...], ...]:
    """Beginnings («барж») and whole words («мажа») that are no typo of a form, by how many letters may follow."""
    if not lang.startswith("ru"):
        return ()
    begun = {form[:size] for forms in keys for form in forms for size in range(1, len(form) + 1)}
    tails: dict[str, int] = {}
    for text, tail in (each for forms in _neighbours(words) for each in _told_apart(forms, begun)):
        tails[text] = max(tail, tails.get(text, 0))
    return tuple(
        tuple(sorted(text for text, tail in tails.items() if tail == size))
        for size in range(max(tails.values(), default=-1) + 1)
    )


def _told_apart(forms: tuple[str, ...], begun: Collection[str]) -> Iterator[tuple[str, int]]:
    """The stem that a word's forms share, or the forms themselves where the stem is too short or one of ours."""
    stem = commonprefix(forms)  # noqa: RUF071 - of words, not of paths
    if len(stem) >= SHORTEST_STEM and stem not in begun:
        yield stem, max(map(len, forms)) - len(stem)
    else:
        yield from ((form, 0) for form in forms if SHORTEST_FOR_ONE <= len(form) <= LONGEST_STRANGER)


def _neighbours(words: Collection[str]) -> Iterator[tuple[str, ...]]:
    from gramota.rubric.russian import base_forms, russian_neighbours  # noqa: PLC0415

    for lemma in sorted({lemma for word in words for lemma in base_forms(word)}):
        if SHORTEST_STEM <= len(lemma) <= LONGEST_STRANGER:
            yield from russian_neighbours(lemma)
