"""What one letter, with its quiz, links to and lets others link to."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from gramota.course.checks.group_names import PlacedGroup, read_groups
from gramota.course.checks.quiz_texts import Path, shown_texts
from gramota.course.checks.translations import Spoken, read_spoken
from gramota.course.markdown.links import Link, find_all_links, find_anchors
from gramota.course.yaml_files.source import Source
from gramota.course.yaml_files.tree import Node, Scalar, Sequence


class PlacedLink(NamedTuple):
    """A link in the text at this path of its file."""

    path: Path
    link: Link


class LinkedLetter(NamedTuple):
    """What other letters may link to in this one, None where that cannot be known; and what it links to itself.

    `asked` are the links of its quiz, whose texts stand on the letter's own pages; `groups` those that it is for.
    """

    source: Source
    quiz: Source | None
    sections: tuple[str, ...] | None
    anchors: frozenset[str]
    links: tuple[PlacedLink, ...]
    asked: tuple[PlacedLink, ...]
    spoken: Spoken
    groups: tuple[PlacedGroup, ...]

    def placed(self) -> Iterator[tuple[Source, PlacedLink]]:
        """Yield all its links with their files."""
        yield from ((self.source, link) for link in self.links)
        if self.quiz:
            yield from ((self.quiz, link) for link in self.asked)


def read_linked(source: Source, quiz: Source | None) -> LinkedLetter:
    """Return what the letter's texts link to and let others link to, whatever else is wrong with them."""
    bodies, sections = dict(_bodies(source)), _section_ids(source)
    asked = dict(shown_texts(quiz)) if quiz else {}
    return LinkedLetter(
        source.without_tree(),
        quiz.without_tree() if quiz else None,
        sections,
        frozenset(anchor for body in bodies.values() for anchor in find_anchors(body.raw)),
        tuple(_placed(bodies)),
        tuple(_placed(asked)),
        read_spoken(source, sections),
        read_groups(source),
    )


def _placed(texts: Mapping[Path, Scalar]) -> Iterator[PlacedLink]:
    for path, text in texts.items():
        yield from (PlacedLink(path, link) for link in find_all_links(text.raw))


def _bodies(source: Source) -> Iterator[tuple[Path, Scalar]]:
    for index in range(len(_sections(source))):
        body = source.node("sections", index, "body")
        if isinstance(body, Scalar) and isinstance(body.value, str):
            yield ("sections", index, "body"), body


def _section_ids(source: Source) -> tuple[str, ...] | None:
    ids = [source.node("sections", index, "id") for index in range(len(_sections(source)))]
    known = tuple(found.raw for found in ids if isinstance(found, Scalar))
    return known if ids and len(known) == len(ids) else None


def _sections(source: Source) -> tuple[Node, ...]:
    sections = source.node("sections")
    return sections.items if isinstance(sections, Sequence) else ()
