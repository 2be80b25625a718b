"""Phrases to tables: here, and only here, words are given their forms."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from gramota.rubric.compiling.compiled import Beginning, CompiledQuestion, Meaning, Node, Option
from gramota.rubric.forms.linguistics import forms_in, learn_words, stems_in
from gramota.rubric.forms.word_forms import WordForms
from gramota.rubric.languages.known import language_of
from gramota.rubric.phrases.groups import find_group_errors, find_phrase_errors
from gramota.rubric.phrases.mistakes import PhraseError
from gramota.rubric.phrases.negative_rows import Kept, has_negator, rows_by_idiom, without_negators
from gramota.rubric.phrases.parse import parse_phrase
from gramota.rubric.phrases.question_words import words_of_question
from gramota.rubric.phrases.sources import CriterionSource, MisconceptionSource, QuestionSource
from gramota.rubric.phrases.tree import AnyOf, Group, Item, Prefix, Row, Word
from gramota.rubric.reading.reading import CONTRAST
from gramota.uncollected import uncollected

MAX_NODES = 20_000
ANY_TAIL = 99
"""Letters after the beginning of a word that an author wrote with a star: as many as there are."""


def compile_question(question: QuestionSource, synonyms: Mapping[str, Sequence[str]], lang: str) -> CompiledQuestion:
    """Compile a question's rubric. Raises the first PhraseError, its `place` set; lang is a code like ru or en."""
    with uncollected():
        return _compile(question, synonyms, lang)


def _compile(question: QuestionSource, synonyms: Mapping[str, Sequence[str]], lang: str) -> CompiledQuestion:
    for error in find_group_errors(synonyms):
        raise error
    learn_words(words_of_question(question, synonyms), lang)
    compiler = _Compiler(synonyms, lang)
    criteria = [
        replace(
            compiler.meaning("criteria", each, each.points),
            requires=tuple(each.requires),
            excludes=tuple(each.excludes),
        )
        for each in question.criteria
    ]
    misconceptions = [compiler.meaning("misconceptions", each, each.costs) for each in question.misconceptions]
    points = sum(criterion.points for criterion in question.criteria)
    return CompiledQuestion(
        id=question.id,
        lang=lang,
        keys=tuple(compiler.keys),
        beginnings=tuple(sorted(compiler.beginnings)),
        nodes=tuple(compiler.nodes),
        criteria=tuple(criteria),
        misconceptions=tuple(misconceptions),
        least=question.min_points,
        most=points if question.max_points is None else question.max_points,
        refuse=frozenset(question.refuse),
    )


class _Compiler:
    """Collects keys and nodes; equal ones are kept once."""

    def __init__(self, synonyms: Mapping[str, Sequence[str]], lang: str) -> None:
        self.synonyms = synonyms
        self.lang = lang
        self.language = language_of(lang)
        self.forms_of = forms_in(lang)
        self.stem_of = stems_in(lang)
        self.keys: dict[WordForms, int] = {}
        self.beginnings: set[Beginning] = set()
        self.nodes: dict[Node, int] = {}
        self._words: dict[Item, int] = {}
        self._groups: dict[str, int] = {}

    def meaning(self, kind: str, source: CriterionSource | MisconceptionSource, points: float) -> Meaning:
        accept = self._options(source.accept, (kind, source.id, "accept"))
        return Meaning(source.id, points, accept, self._options(source.reject, (kind, source.id, "reject")))

    def _options(self, texts: Sequence[str], place: tuple[str, ...]) -> tuple[Option, ...]:
        return tuple([option for index, text in enumerate(texts) for option in self._option(text, place, index)])

    def _option(self, text: str, place: tuple[str, ...], index: int) -> list[Option]:
        """One, or one for each way to read a phrase whose bracket has an idiom."""
        try:
            for error in find_phrase_errors(text, self.synonyms):
                raise error
            phrase = parse_phrase(text)
            return [Option(text, node) for node in self._rows(phrase.row.items, phrase.gap)]
        except PhraseError as error:
            raise error.at(*place, index) from None

    def _node(self, item: Item, gap: int) -> int:
        match item:
            case Word():
                known = self._words.get(item)
                return self._word(item) if known is None else known
            case AnyOf(options=options):
                return self._any(self._choices(options, gap))
            case Row(items=items, exact=True):
                negated = 0 if has_negator(items, self.language) else -1
                return self._add(Node("exact", parts=tuple([self._node(each, gap) for each in items]), negated=negated))
            case Row(items=items):
                return self._any(self._rows(items, gap))
            case Group(name=name):
                return self._group(name)
            case Prefix(text=text):
                return self._beginning(text)

    def _choices(self, options: tuple[Item, ...], gap: int) -> list[int]:
        """Nearly all are words, and most of these known."""
        known = self._words.get
        return [self._node(each, gap) if (node := known(each)) is None else node for each in options]

    def _rows(self, items: tuple[Item, ...], gap: int) -> list[int]:
        if len(items) == 1:  # most members of most groups: nothing is near it, and nothing denied
            return [self._node(items[0], gap)]
        if not has_negator(items, self.language):
            return [self._row(Kept(items), gap)]
        return [self._row(without_negators(row, self.language), gap) for row in rows_by_idiom(items, self.language)]

    def _row(self, kept: Kept, gap: int) -> int:
        """A row whose negation words are taken out: the parts from the first to a turn («а») must be denied."""
        parts = [self._node(item, gap) for item in kept.items]
        if kept.negated < 0:
            parts = self._without_repeated_words(parts)
        if len(parts) == 1 and kept.negated < 0:
            return parts[0]
        return self._add(Node("near", -1, tuple(parts), gap + kept.turns * CONTRAST, kept.negated, kept.until))

    def _without_repeated_words(self, parts: list[int]) -> list[int]:
        """A word that an author wrote twice is one; a group written twice needs two words."""
        if len(set(parts)) == len(parts):
            return parts
        nodes = [*self.nodes]
        return [part for at, part in enumerate(parts) if nodes[part].kind != "word" or part not in parts[:at]]

    def _any(self, parts: list[int]) -> int:
        if len(parts) == 1:
            return parts[0]
        unique = tuple(dict.fromkeys(parts))
        return unique[0] if len(unique) == 1 else self._add(Node("any", -1, unique))

    def _group(self, name: str) -> int:
        if name not in self._groups:
            members = _members(tuple(self.synonyms[name]))
            self._groups[name] = self._any([self._node(item, gap) for item, gap in members])
        return self._groups[name]

    def _word(self, word: Word) -> int:
        node = self._leaf(word.parts[0]) if len(word.parts) == 1 else self._hyphenated(word.parts)
        self._words[word] = node
        return node

    def _hyphenated(self, parts: tuple[str, ...]) -> int:
        whole = self._leaf("".join(parts))
        return self._any([whole, self._add(Node("exact", parts=tuple(map(self._leaf, parts))))])

    def _leaf(self, word: str) -> int:
        key = self.keys.setdefault(self.forms_of(word), len(self.keys))
        if self.stem_of and (stem := self.stem_of(word)):
            self.beginnings.add(Beginning(stem[0], key, stem[1]))
        return self._add(_word_node(key))

    def _beginning(self, text: str) -> int:
        key = self.keys.setdefault(WordForms(f"{text}*", ("",)), len(self.keys))
        self.beginnings.add(Beginning(text, key, ANY_TAIL))
        return self._add(_word_node(key))

    def _add(self, node: Node) -> int:
        if len(self.nodes) >= MAX_NODES:
            raise PhraseError("G116", 0, 0, {"limit": f"{MAX_NODES}"})
        return self.nodes.setdefault(node, len(self.nodes))


@lru_cache(maxsize=1 << 14)
def _word_node(key: int) -> Node:
    """One for all questions, which number their words alike."""
    return Node("word", key)


@lru_cache(maxsize=1 << 9)
def _members(texts: tuple[str, ...]) -> tuple[tuple[Item, int], ...]:
    """What the members of a synonym group say, and the gap of each; the same group is asked for by many questions."""
    phrases = [*map(parse_phrase, texts)]
    return tuple([(row.items[0] if len(row.items) == 1 else row, gap) for _, row, gap, _ in phrases])
