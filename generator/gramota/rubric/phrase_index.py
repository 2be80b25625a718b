"""A question's tables, laid out for reading many answers: which phrases a word of an answer can serve."""

from collections.abc import Iterator
from typing import NamedTuple

from gramota.rubric.compiled import CompiledQuestion, Node
from gramota.rubric.reading import Lexicon


class Choice(NamedTuple):
    """What a word or a choice of words can be met by: keys of single words, and nodes of several words."""

    keys: frozenset[int]
    longer: tuple[int, ...]


class PhraseIndex:
    """Made once from a compiled question, and used for every answer."""

    def __init__(self, question: CompiledQuestion) -> None:
        self.nodes = question.nodes
        self.language = question.language
        self.lexicon = _lexicon(question)
        self.keys_below = _keys_below(self.nodes)
        """The keys below each node."""
        self.denies = _denying(self.nodes)
        """Whether a negation stands in or below each node."""
        self.choices = _choices(self.nodes)
        """What each word or choice can be met by; None for rows."""
        self.needs = {node: self._parts(node) for node in _phrases(question)}
        """For each phrase the nodes that an answer must have a word for."""
        self.parts_by_key = self._by_key()
        """For each key the nodes among those that it is a word for."""

    def _parts(self, phrase: int) -> frozenset[int]:
        return frozenset((phrase,) if self.choices[phrase] else self.nodes[phrase].parts)

    def _by_key(self) -> dict[int, frozenset[int]]:
        parts: dict[int, set[int]] = {}
        for part in frozenset().union(*self.needs.values()):
            for key in self.keys_below[part]:
                parts.setdefault(key, set()).add(part)
        return {key: frozenset(its_parts) for key, its_parts in parts.items()}


def _phrases(question: CompiledQuestion) -> Iterator[int]:
    for meaning in (*question.criteria, *question.misconceptions):
        yield from (option.node for option in (*meaning.accept, *meaning.reject))


def _lexicon(question: CompiledQuestion) -> Lexicon:
    keys: dict[str, list[int]] = {}
    for key, forms in enumerate(question.keys):
        for form in forms:
            keys.setdefault(form, []).append(key)
    strangers = {text: tail for tail, texts in enumerate(question.strangers) for text in texts}
    by_form = {form: tuple(its_keys) for form, its_keys in keys.items()}
    return Lexicon(by_form, question.beginnings, strangers, question.language)


def _keys_below(nodes: tuple[Node, ...]) -> list[frozenset[int]]:
    """Parts always stand before the node that has them, here and below."""
    keys: list[frozenset[int]] = []
    for node in nodes:
        below = [{node.key}] if node.kind == "word" else [keys[part] for part in node.parts]
        keys.append(frozenset().union(*below))
    return keys


def _denying(nodes: tuple[Node, ...]) -> list[bool]:
    denying: list[bool] = []
    for node in nodes:
        denying.append(node.negated >= 0 or any(denying[part] for part in node.parts))
    return denying


def _choices(nodes: tuple[Node, ...]) -> list[Choice | None]:
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
