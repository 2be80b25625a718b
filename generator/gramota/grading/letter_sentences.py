"""The sentences of a letter, laid out so that an answer copied from them is known at its first words."""

import html
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from gramota.course import Letter
from gramota.rubric.fold import WORD, fold_word

SHORTEST = 5
"""Words of a sentence that nobody writes by chance."""
COPIED_TENTHS = 8
"""Tenths of an answer's words that stand in the letter's sentences, from which the answer is called copied."""

Words = tuple[str, ...]

# Where Markdown begins something new: an empty line, a list's item, a heading, a quotation, a box, a table's row.
_BREAK = re.compile(r"\n\s*\n|^\s*(?:[-*+>|]|\d+[.)]|#+|!!!|\?\?\?\+?|===)\s", re.MULTILINE)
# What Markdown does not show, or shows without a gap.
_HIDDEN = re.compile(r"\]\([^()\s]*(?:\s[^()]*)?\)|\[\^[^\]]*\]|<[^<>]*>|\{[^{}]*\}|[*`~]")
# A full stop before a small letter ends an abbreviation and no sentence.
_END = re.compile(r"[.!?…][»”\"')\]]*\s+(?=[^a-zа-яё\s])")


@dataclass(frozen=True)
class LetterSentences:
    """The folded words of each sentence that is long enough, by the first of them."""

    by_first_word: dict[str, tuple[Words, ...]]

    def has_copied(self, answer: str) -> bool:
        """Whether the answer is to a large part whole sentences of the letter; signs, case and ё do not matter."""
        raw = WORD.findall(answer)
        if len(raw) < SHORTEST or not self._may_begin_early(raw):
            return False
        words = [*map(fold_word, raw)]
        return self._count_copied(words) * 10 >= len(words) * COPIED_TENTHS

    def _may_begin_early(self, raw: list[str]) -> bool:
        """Whether a sentence begins before so much of the answer is its writer's own that it cannot be copied."""
        own = len(raw) * (10 - COPIED_TENTHS) // 10
        return any(fold_word(word) in self.by_first_word for word in raw[: own + 1])

    def _count_copied(self, words: list[str]) -> int:
        copied = at = 0
        while at < len(words):
            length = self._length_of_sentence(words, at)
            copied += length
            at += length or 1
        return copied

    def _length_of_sentence(self, words: list[str], at: int) -> int:
        """Words of the longest sentence that stands here; 0 where none does."""
        sentences = self.by_first_word.get(words[at], ())
        return max((len(each) for each in sentences if tuple(words[at : at + len(each)]) == each), default=0)


def index_sentences(letter: Letter) -> LetterSentences:
    """Lay out the sentences of a letter's sections, without their Markdown."""
    found: defaultdict[str, dict[Words, None]] = defaultdict(dict)
    for section in letter.sections:
        for sentence in _sentences(section.body):
            if len(sentence) >= SHORTEST:
                found[sentence[0]][sentence] = None
    return LetterSentences({first: tuple(sentences) for first, sentences in found.items()})


def _sentences(markdown: str) -> Iterator[Words]:
    for block in _BREAK.split(markdown):
        for sentence in _END.split(html.unescape(_HIDDEN.sub("", block)) + " "):
            yield tuple(map(fold_word, WORD.findall(sentence)))
