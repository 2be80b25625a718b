"""The sentences of a letter, laid out so that an answer copied from them is known at its first words."""

import html
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gramota.course import Letter
from gramota.rubric.spelling.fold import WORD, fold_word

SHORTEST = 5
"""Words of a sentence that nobody writes by chance."""
COPIED_TENTHS = 8
"""Tenths of an answer's words that stand in the letter's sentences, from which the answer is called copied."""

Words = tuple[str, ...]

# Where Markdown begins something new: an empty line, a list's item, a heading, a quotation, a table's row, a box.
_BREAK = re.compile(r"\n\s*\n|^[ \t]*(?:[-*+>|]|\d+[.)]|#+)[ \t]|^[ \t]*(?:!!!|\?\?\?|===).*$", re.MULTILINE)
# What Markdown does not show, or shows without a gap.
_HIDDEN = re.compile(r"\]\([^()\s]*(?:\s[^()]*)?\)|\[\^[^\]]*\]|<[^<>]*>|\{[^{}]*\}|[*`~]")
# A full stop before a small letter ends an abbreviation and no sentence.
_END = re.compile(r"[.!?…][»”\"')\]]*\s+(?=[^a-zа-яё\s])")


@dataclass(frozen=True)
class LetterSentences:
    """The folded words of each sentence that is long enough, by the first SHORTEST of them."""

    by_beginning: Mapping[Words, tuple[Words, ...]]

    def has_copied(self, answer: str) -> bool:
        """Whether the answer is to a large part whole sentences of the letter; signs, case and ё do not matter."""
        raw = WORD.findall(answer)
        # A copied answer has so few words of its own that a sentence begins among the first of them.
        own = len(raw) * (10 - COPIED_TENTHS) // 10
        first = [*map(fold_word, raw[: own + SHORTEST])]
        if not any(tuple(first[at : at + SHORTEST]) in self.by_beginning for at in range(own + 1)):
            return False
        words = [*map(fold_word, raw)]
        return self._count_copied(words) * 10 >= len(words) * COPIED_TENTHS

    def _count_copied(self, words: list[str]) -> int:
        copied = at = 0
        while at < len(words):
            length = self._length_of_sentence(words, at)
            copied += length
            at += length or 1
        return copied

    def _length_of_sentence(self, words: list[str], at: int) -> int:
        """Words of the longest sentence that stands here; 0 where none does."""
        sentences = self.by_beginning.get(tuple(words[at : at + SHORTEST]), ())
        return max((len(each) for each in sentences if tuple(words[at : at + len(each)]) == each), default=0)


def index_sentences(letter: Letter) -> LetterSentences:
    """Lay out the sentences of a letter's sections, without their Markdown."""
    found: defaultdict[Words, dict[Words, None]] = defaultdict(dict)
    for section in letter.sections:
        for sentence in _sentences(section.body):
            if len(sentence) >= SHORTEST:
                found[sentence[:SHORTEST]][sentence] = None
    return LetterSentences({beginning: tuple(sentences) for beginning, sentences in found.items()})


def _sentences(markdown: str) -> Iterator[Words]:
    for block in _BREAK.split(markdown):
        for sentence in _END.split(html.unescape(_HIDDEN.sub("", block)) + " "):
            yield tuple(map(fold_word, WORD.findall(sentence)))
