"""The words of one part of a sentence, each with what it was read as; those that nobody knows are listed below."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from gramota.grading.files.plain_text import clean_line
from gramota.rubric.explaining.explained import Explanation, PartRead, WordRead
from gramota.wording import Wording

Item = TypeVar("Item")

MOST_READINGS_NAMED = 4
MOST_WORDS_SHOWN = 40
"""Words of one kind in one part of a sentence; nobody writes so many, and nobody would read them."""

_LONGEST_WORD = 30


def tell_words(part: PartRead, explained: Explanation, t: Wording) -> Iterator[RenderableType]:
    """Yield a table of the words that mean something to the phrases or deny, then the small and the unknown ones."""
    words = [explained.words[at] for at in part.words]
    telling = [word for word in words if word.words or word.negator]
    if telling:
        yield _grid([(_shown(word, explained), " · ".join(_facts(word, explained, t))) for word in _first(telling)])
    yield from _left_out(len(telling), t)
    others = [word for word in words if not word.words and not word.negator]
    for key, small in (("unknown", False), ("small", True)):
        listed = [*dict.fromkeys(_unread(word, explained, t) for word in others if word.small == small)]
        if listed:
            yield Text(t(key, words=", ".join(_first(listed))), "dim")
        yield from _left_out(len(listed), t)


def _first(items: Sequence[Item]) -> Sequence[Item]:
    return items[:MOST_WORDS_SHOWN]


def _left_out(count: int, t: Wording) -> Iterator[Text]:
    if count > MOST_WORDS_SHOWN:
        yield Text(t("words.more", count=count - MOST_WORDS_SHOWN), "dim")


def _facts(word: WordRead, explained: Explanation, t: Wording) -> Iterator[str]:
    """Yield all that is to be said of a word."""
    if word.words:
        named = [*word.words[:MOST_READINGS_NAMED], *(["…"] if len(word.words) > MOST_READINGS_NAMED else [])]
        yield t("form", words=", ".join(named))
    if word.slips:
        yield t("misspelt", count=word.slips)
    if word.other_layout:
        yield t("other_layout", word=clean_line(word.text))
    if word.negator:
        yield _negation(word, explained, t)
    elif word.covered_by:
        by = ", ".join(_shown(explained.words[at], explained) for at in _first(word.covered_by))
        yield t("denied_by" if word.denied else "asserted", words=by)
    if word.quoted:
        yield t("quoted_word")


def _negation(word: WordRead, explained: Explanation, t: Wording) -> str:
    """Return what a negator covers; the small words only where there is nothing else."""
    covered = [explained.words[at] for at in word.covers]
    if covered == [word]:
        return t("denies.itself")
    named = [each for each in covered if not (each.small or each.negator)] or covered
    return (
        t("denies", words=", ".join(_shown(each, explained) for each in _first(named)))
        if named
        else t("denies.nothing")
    )


def _unread(word: WordRead, explained: Explanation, t: Wording) -> str:
    """Return a word that no phrase knows; one that is typed in another layout with what was meant."""
    meant = f" ({t('other_layout', word=clean_line(word.text))})" if word.other_layout else ""
    return _shown(word, explained) + meant


def _shown(word: WordRead, explained: Explanation) -> str:
    start, end = word.span
    written = clean_line(explained.answer[start:end])
    return written if len(written) <= _LONGEST_WORD else written[: _LONGEST_WORD - 1] + "…"


def _grid(rows: Sequence[tuple[str, str]]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for word, facts in rows:
        table.add_row(Text(word), Text(facts))
    return table
