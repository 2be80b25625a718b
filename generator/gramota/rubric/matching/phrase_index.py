"""A question's tables, laid out for reading many answers: which phrases a word of an answer can serve."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from gramota.rubric.compiling.compiled import CompiledQuestion, Meaning, Node, Option
from gramota.rubric.forms.linguistics import is_dictionary_word
from gramota.rubric.forms.word_forms import WordForms
from gramota.rubric.languages.language import Language
from gramota.rubric.reading.lexicon import Lexicon
from gramota.rubric.spelling.typos import TypoTable


class Choice(NamedTuple):
    """What a word or a choice of words can be met by: keys of single words, and nodes of several words."""

    keys: frozenset[int]
    longer: tuple[int, ...]


class Sought(NamedTuple):
    """A phrase to look for, and the nodes that an answer must have a word for."""

    needs: frozenset[int]
    option: Option


class SoughtMeaning(NamedTuple):
    """A criterion's or a misconception's phrases to look for."""

    id: str
    parts: frozenset[int]
    """All that its phrases need; an answer with none of them has nothing of it."""
    accept: tuple[Sought, ...]
    reject: tuple[Sought, ...]


class PhraseIndex:
    """Made once from a compiled question, and used for every answer."""

    def __init__(self, question: CompiledQuestion) -> None:
        self.nodes = question.nodes
        self.language = question.language
        self.keys_below = _keys_below(self.nodes)
        """The keys below each node."""
        self.choices = _choices(self.nodes)
        """What each word or choice can be met by; None for rows."""
        self.criteria = tuple(map(self._sought, question.criteria))
        self.misconceptions = tuple(map(self._sought, question.misconceptions))
        self.meanings = self.criteria + self.misconceptions
        self.lexicon = _lexicon(question, self._parts_by_key())
        prohibitions = frozenset(key for word in _naming(self.language) for key in self.lexicon.exact_keys(word))
        self.denies = _denying(self.nodes, prohibitions)
        """Whether a negation stands in or below each node, or a word that denies what follows it (“avoid”)."""
        self.negates = _denying(self.nodes, frozenset())
        """Whether a negation stands in or below each node."""

    def _sought(self, meaning: Meaning) -> SoughtMeaning:
        accept, reject = (tuple(map(self._needing, options)) for options in (meaning.accept, meaning.reject))
        parts = frozenset().union(*(sought.needs for sought in accept))
        return SoughtMeaning(meaning.id, parts, accept, reject)

    def _needing(self, option: Option) -> Sought:
        parts = (option.node,) if self.choices[option.node] else self.nodes[option.node].parts
        return Sought(frozenset(parts), option)

    def _parts_by_key(self) -> dict[int, frozenset[int]]:
        """For each key the nodes that phrases need and that it is a word for."""
        sought = [each for meaning in self.meanings for each in meaning.accept + meaning.reject]
        parts: dict[int, set[int]] = {}
        for part in frozenset().union(*(each.needs for each in sought)):
            for key in self.keys_below[part]:
                parts.setdefault(key, set()).add(part)
        return {key: frozenset(its_parts) for key, its_parts in parts.items()}


def _lexicon(question: CompiledQuestion, parts: Mapping[int, frozenset[int]]) -> Lexicon:
    rows = [*map(_spelt, question.keys)]
    typos = TypoTable(_keys_by_form(rows), rows)
    return Lexicon(typos, question.beginnings, parts, _is_stranger(question), question.language)


@lru_cache(maxsize=1 << 13)
def _spelt(forms: WordForms) -> list[str]:
    """Spelt out once for a quiz's questions, which have many words in common."""
    return forms.spelt()


def _keys_by_form(rows: Iterable[Iterable[str]]) -> dict[str, tuple[int, ...]]:
    by_form: dict[str, tuple[int, ...]] = {}
    keep = by_form.setdefault
    for key, forms in enumerate(rows):
        alone = (key,)
        for form in forms:
            others = keep(form, alone)
            if others is not alone:
                by_form[form] = (*others, key)
    return by_form


def _is_stranger(question: CompiledQuestion) -> Callable[[str], bool]:
    """Looked up in the question's table where it has one, otherwise in the dictionary that the table is made from."""
    if question.strangers is not None:
        return question.strangers.__contains__
    return lambda word: is_dictionary_word(word, question.lang)


def _keys_below(nodes: Iterable[Node]) -> list[frozenset[int]]:
    """Parts always stand before the node that has them, here and below."""
    keys: list[frozenset[int]] = []
    for node in nodes:
        below = [{node.key}] if node.kind == "word" else [keys[part] for part in node.parts]
        keys.append(frozenset().union(*below))
    return keys


def _naming(language: Language) -> list[str]:
    """The words that name a sequence which denies: its first one, of a verdict the first that tells something."""
    silent = language.free - language.all_negators
    verdicts = [row for listed in language.verdicts.values() for row in listed]
    told = [next((word for word in row if word not in silent), row[0]) for row in verdicts]
    return [*language.prohibitions, *language.alternatives, *language.ceasings, *told]


def _denying(nodes: Iterable[Node], prohibitions: frozenset[int]) -> list[bool]:
    denying: list[bool] = []
    for node in nodes:
        below = any(denying[part] for part in node.parts)
        denying.append(below or node.negated >= 0 or node.key in prohibitions)
    return denying


def _choices(nodes: Iterable[Node]) -> list[Choice | None]:
    """Choices within choices count as one."""
    choices: list[Choice | None] = []
    for node in nodes:
        if node.kind == "word":
            choices.append(Choice(frozenset({node.key}), ()))
        elif node.kind == "any":
            inner = [(part, choices[part]) for part in node.parts]
            keys = frozenset().union(*(choice.keys for _, choice in inner if choice))
            longer = [each for part, choice in inner for each in (choice.longer if choice else (part,))]
            choices.append(Choice(keys, tuple(dict.fromkeys(longer))))
        else:
            choices.append(None)
    return choices
