"""The tables of a compiled question in its author's words: what each key and each part of a phrase was written as."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import chain

from gramota.rubric.compiling.whole_rubric import WholeRubric
from gramota.rubric.forms.linguistics import forms_in
from gramota.rubric.forms.word_forms import WordForms, forms_from
from gramota.rubric.matching.phrase_index import Sought
from gramota.rubric.phrases.negative_rows import rows_by_idiom, without_negators
from gramota.rubric.phrases.parse import parse_phrase
from gramota.rubric.phrases.parts import leaves_of, render_item
from gramota.rubric.phrases.tree import Group, Item, Prefix, Row, Word

MOST_OPTIONS = 6
"""Alternatives of a part that are named where its own text is not to be had."""


class AuthorWords:
    """Names for what the matcher knows by number only."""

    def __init__(self, rubric: WholeRubric) -> None:
        self._rubric = rubric
        self._compiled = rubric.compiled

    def word(self, key: int) -> str:
        """The word that a key was first written as."""
        return self._by_key.get(key) or self._compiled.keys[key].spelt()[0]

    def parts(self, sought: Sought, way: int) -> Mapping[int, str]:
        """The texts of the nodes that a phrase needs; `way` is which of the ways to read the phrase this is."""
        nodes = self._compiled.nodes
        row = parse_phrase(sought.option.text).row
        if sought.needs == {sought.option.node}:
            return {sought.option.node: render_item(row)}
        items = self._items(row, way)
        parts = nodes[sought.option.node].parts
        if len(items) == len(parts):
            return {part: render_item(item) for part, item in zip(parts, items, strict=True)}
        return {part: self._render(part) for part in parts}

    def _items(self, row: Row, way: int) -> tuple[Item, ...]:
        """The items that the compiler made parts of."""
        match row.items:
            case (Row(items=quoted, exact=True),):
                return quoted
        rows = rows_by_idiom(row.items, self._compiled.language)
        return without_negators(rows[way], self._compiled.language).items if way < len(rows) else ()

    def _render(self, at: int) -> str:
        node = self._compiled.nodes[at]
        if node.kind == "word":
            return self.word(node.key)
        inner = [self._render(part) for part in node.parts[:MOST_OPTIONS]]
        if node.kind == "any":
            return f"({'|'.join([*inner, *(['…'] if len(node.parts) > MOST_OPTIONS else [])])})"
        return f'"{" ".join(inner)}"' if node.kind == "exact" else " ".join(inner)

    @cached_property
    def _by_key(self) -> Mapping[int, str]:
        keys = {forms: key for key, forms in enumerate(self._compiled.keys)}
        names: dict[int, str] = {}
        for forms, written in chain.from_iterable(map(self._written, self._phrases())):
            if forms in keys:
                names.setdefault(keys[forms], written)
        return names

    def _phrases(self) -> Iterator[str]:
        question = self._rubric.question
        yield from (text for each in question.criteria for text in (*each.accept, *each.reject))
        yield from (text for each in question.misconceptions for text in (*each.accept, *each.reject))
        yield from chain.from_iterable(self._rubric.synonyms.values())

    def _written(self, text: str) -> Iterator[tuple[WordForms, str]]:
        """The forms of each word of a phrase, and the word."""
        lang = self._rubric.lang
        for leaf in leaves_of(parse_phrase(text).row):
            match leaf:
                case Prefix(text=beginning):
                    yield forms_from([f"{beginning}*"]), f"{beginning}*"
                case Word(parts=parts, raw=raw):
                    yield forms_in(lang)("".join(parts)), raw
                    yield from ((forms_in(lang)(part), part) for part in (parts if len(parts) > 1 else ()))
                case Group():
                    pass
