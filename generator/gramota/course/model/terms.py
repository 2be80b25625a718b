"""Terms and abbreviations with their meanings: which of them a text uses, and which no tooltip can explain."""

import re
from collections.abc import Iterable, Iterator

from gramota.course.names import shorten
from gramota.course.yaml_files.source import Source
from gramota.course.yaml_files.tree import Mapping, child
from gramota.errors import Problem


def check_terms(source: Source) -> Iterator[Problem]:
    """Yield the terms of a letter or a shared file that get no tooltip."""
    terms = child(source.tree, "terms")
    for term, mark in terms.key_marks.items() if isinstance(terms, Mapping) else ():
        # Markdown looks for abbreviations between the boundaries of words.
        if term.strip() and not re.fullmatch(r"\w(?:.*\w)?", term.strip(), re.DOTALL):
            yield Problem.at(source.at(mark), "G073", term=shorten(term))


def used_terms(terms: Iterable[str], texts: Iterable[str]) -> frozenset[str]:
    """Return those of the terms that stand in one of the texts as whole words."""
    whole = "\n".join(texts)
    return frozenset(term for term in terms if term in whole and re.search(rf"\b{re.escape(term)}\b", whole))
