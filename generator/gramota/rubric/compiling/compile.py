"""Phrases to tables: here, and only here, words are given their forms."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from gramota.rubric.compiling.compiled import Beginning, CompiledQuestion, Meaning, Node, Option
from gramota.rubric.forms.linguistics import forms_in, learn_words, stems_in
from gramota.rubric.forms.word_forms import WordForms, forms_from
from gramota.rubric.languages.known import language_of
from gramota.rubric.phrases.groups import find_group_errors, find_phrase_errors
from gramota.rubric.phrases.mistakes import PhraseError
from gramota.rubric.phrases.negative_rows import Kept, has_negator, rows_by_idiom, without_negators
from gramota.rubric.phrases.parse import parse_phrase
from gramota.rubric.phrases.question_words import words_of_question
from gramota.rubric.phrases.sources import CriterionSource, MisconceptionSource, QuestionSource
from gramota.rubric.phrases.tree import AnyOf, Group, Item, Phrase, Prefix, Row, Word
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
        self.words: dict[tuple[str, ...], int] = {}
        self.single: set[int] = set()
        self._groups: dict[str, int] = {}

    def meaning(self, kind: str, source: CriterionSource | MisconceptionSource, points: float) -> Meaning:
        accept = self._options(source.accept, (kind, source.id, "accept"))
        return Meaning(source.id, points, accept, self._options(source.reject, (kind, source.id, "reject")))

    def _options(self, texts: Sequence[str], place: tuple[str | int, ...]) -> tuple[Option, ...]:
        return tuple(option for index, text in enumerate(texts) for option in self._option(text, (*place, index)))

    def _option(self, text: str, place: tuple[str | int, ...]) -> list[Option]:
        """One, or one for each way to read a phrase whose bracket has an idiom."""
        for error in find_phrase_errors(text, self.synonyms):
            raise error.at(*place)
        phrase = parse_phrase(text)
        try:
            return [Option(text, node) for node in self._rows(phrase.row.items, phrase.gap)]
        except PhraseError as error:
            raise error.at(*place) from None

    def _phrase(self, phrase: Phrase) -> int:
        return self._node(phrase.row, phrase.gap)

    def _node(self, item: Item, gap: int) -> int:
        match item:
            case Word(parts=parts):
                known = self.words.get(parts)
                return self._word(parts) if known is None else known
            case Prefix(text=text):
                return self._beginning(text)
            case Group(name=name):
                return self._group(name)
            case AnyOf(options=options):
                return self._any([self._node(option, gap) for option in options])
            case Row(items=items, exact=True):
                negated = 0 if has_negator(items, self.language) else -1
                return self._add(Node("exact", parts=tuple(self._node(each, gap) for each in items), negated=negated))
            case Row(items=items):
                return self._any(self._rows(items, gap))

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
        return [part for at, part in enumerate(parts) if part not in self.single or part not in parts[:at]]

    def _any(self, parts: list[int]) -> int:
        unique = tuple(dict.fromkeys(parts))
        return unique[0] if len(unique) == 1 else self._add(Node("any", parts=unique))

    def _group(self, name: str) -> int:
        if name not in self._groups:
            self._groups[name] = self._any([self._phrase(parse_phrase(member)) for member in self.synonyms[name]])
        return self._groups[name]

    def _word(self, parts: tuple[str, ...]) -> int:
        if parts not in self.words:
            self.words[parts] = self._leaf(parts[0]) if len(parts) == 1 else self._hyphenated(parts)
        return self.words[parts]

    def _hyphenated(self, parts: tuple[str, ...]) -> int:
        whole = self._word(("".join(parts),))
        return self._any([whole, self._add(Node("exact", parts=tuple(self._word((part,)) for part in parts)))])

    def _leaf(self, word: str) -> int:
        key = self._key(self.forms_of(word))
        if self.stem_of and (stem := self.stem_of(word)):
            self.beginnings.add(Beginning(stem[0], key, stem[1]))
        return self._add_single(key)

    def _beginning(self, text: str) -> int:
        key = self._key(forms_from([f"{text}*"]))
        self.beginnings.add(Beginning(text, key, ANY_TAIL))
        return self._add_single(key)

    def _add_single(self, key: int) -> int:
        node = self._add(Node("word", key))
        self.single.add(node)
        return node

    def _key(self, forms: WordForms) -> int:
        return self.keys.setdefault(forms, len(self.keys))

    def _add(self, node: Node) -> int:
        if len(self.nodes) >= MAX_NODES:
            raise PhraseError("G116", 0, 0, {"limit": f"{MAX_NODES}"})
        return self.nodes.setdefault(node, len(self.nodes))
