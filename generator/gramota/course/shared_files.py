"""The files that letters and quizzes include, each read once; and what comes of them, with the place of every key."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Literal, NamedTuple, Self

from gramota.course.folder import shown_path
from gramota.course.include_path import ProjectFolders, check_include, included_path, path_from, real
from gramota.course.names import shorten
from gramota.course.shared_text import SharedText
from gramota.course.source import Source, load_source
from gramota.course.terms import check_terms
from gramota.course.validation import parse_model
from gramota.course.yaml_tree import Mapping as Fields
from gramota.course.yaml_tree import Scalar, child, words
from gramota.errors import Problem

Part = Literal["terms", "synonyms"]
"""What a letter takes of a shared file, and what a quiz does."""

_NOTHING = {"terms": "G137.terms", "synonyms": "G137.synonyms"}
_Chain = tuple[Path, ...]


class SharedEntry(NamedTuple):
    """What stands under a key of a shared file, and the file."""

    value: str | tuple[str, ...]
    source: Source


@dataclass(frozen=True)
class Included:
    """What a file includes, by key; the problems met on the way; and the path, as written, of every file looked for."""

    entries: Mapping[str, SharedEntry] = field(default_factory=dict)
    problems: Sequence[Problem] = ()
    files: frozenset[Path] = frozenset()

    @property
    def texts(self) -> dict[str, str]:
        """The terms with their meanings."""
        return {key: entry.value for key, entry in self.entries.items() if isinstance(entry.value, str)}

    @property
    def groups(self) -> dict[str, tuple[str, ...]]:
        """The groups of synonyms."""
        return {key: entry.value for key, entry in self.entries.items() if isinstance(entry.value, tuple)}

    def sources_but(self, own: Collection[str]) -> dict[str, Source]:
        """Return the file of each key, without those that the including file has as its own."""
        return {key: entry.source for key, entry in self.entries.items() if key not in own}


class _SharedFile(NamedTuple):
    source: Source
    text: SharedText | None
    problems: tuple[Problem, ...]


class SharedFiles:
    """The shared files of one project, read when they are asked for."""

    def __init__(self, docs: Path, quizzes: Path) -> None:
        self._folders = ProjectFolders(docs, quizzes)
        self._read: dict[Path, _SharedFile] = {}
        self.looked_for: set[Path] = set()

    def __reduce__(self) -> tuple[type[Self], tuple[Path, ...]]:
        """Another process reads the files itself."""
        return type(self), tuple(self._folders)

    def included_by(self, source: Source, part: Part) -> Included:
        """Return what a letter or a quiz takes from the files that it includes, and from those that they include."""
        return self._gathered(source, part, (real(Path(source.path)),))

    def digests(self, files: Iterable[Path], source: Source) -> dict[str, str]:
        """Return a digest of each file by its path from the folder of the source; "" where there is no text for us.

        A digest tells where links lead to as well: what is said of a file names it by its own path.
        """
        folder = real(Path(source.path).parent)
        return {path_from(folder, path): self._digest(path, folder) for path in sorted(files)}

    def has_digests(self, digests: Mapping[str, str], source: Source) -> bool:
        """Whether the files at these paths from the folder of the source are there and have these digests."""
        folder = real(Path(source.path).parent)
        files = {folder / path: digest for path, digest in digests.items()}
        for path in files:
            self._look_for(path)
        return all(digest and digest == self._digest(path, folder) for path, digest in files.items())

    def _digest(self, path: Path, folder: Path) -> str:
        file = real(path)
        if not self._folders.is_beside(file):
            return ""
        source = self._file(file).source
        place = path_from(folder, file)
        return "" if source.unreadable else sha256(f"{place}\n{source.text}".encode()).hexdigest()

    def _look_for(self, path: Path) -> None:
        """Remember a file of the project, and the link at whose path it is found."""
        places = real(path.parent) / path.name, real(path)
        self.looked_for.update(place for place in places if self._folders.is_beside(place))

    def _gathered(self, source: Source, part: Part, way: _Chain) -> Included:
        """`way` are the files that led here, the including one last."""
        found = [(written, self._include(source, written, part, way)) for written in words(source.tree, "include")]
        return Included(
            dict(chain.from_iterable(each.entries.items() for _, each in found)),
            [*chain.from_iterable(each.problems for _, each in found), *_find_conflicts(source, part, found)],
            frozenset(chain.from_iterable(each.files for _, each in found)),
        )

    def _include(self, source: Source, written: Scalar, part: Part, way: _Chain) -> Included:
        named, refused = included_path(source, written), check_include(source, written, self._folders)
        self._look_for(named)
        path = real(named)
        if not refused and path in way:
            refused = Problem.at(source.at(written.mark), "G134", file=shorten(written.raw))
        if refused:
            return Included(problems=[refused], files=frozenset({named}))
        shared = self._file(path)
        inner = self._gathered(shared.source, part, (*way, path))
        entries = {**inner.entries, **_own_entries(shared, part)}
        problems = [*shared.problems, *inner.problems]
        if not (entries or problems):
            problems = [Problem.at(source.at(written.mark), _NOTHING[part], file=shorten(written.raw))]
        return Included(entries, problems, inner.files | {named})

    def _file(self, path: Path) -> _SharedFile:
        if path not in self._read:
            self._read[path] = _read_shared(path)
        return self._read[path]


def _read_shared(path: Path) -> _SharedFile:
    source = load_source(path, shown_path(path))
    parsed = parse_model(source, SharedText)
    text, problems = (None, parsed) if isinstance(parsed, list) else (parsed, [])
    return _SharedFile(source, text, (*source.problems, *problems, *check_terms(source)))


def _own_entries(shared: _SharedFile, part: Part) -> Mapping[str, SharedEntry]:
    if shared.text is None:
        return {}
    own = shared.text.terms if part == "terms" else shared.text.synonyms
    return {key: SharedEntry(value, shared.source) for key, value in own.items()}


def _find_conflicts(source: Source, part: Part, found: Sequence[tuple[Scalar, Included]]) -> Iterator[Problem]:
    """Yield each key that two of the included files have in their own ways, unless the including file decides."""
    own = child(source.tree, part)
    decided = own.items.keys() if isinstance(own, Fields) else ()
    first: dict[str, SharedEntry] = {}
    for written, included in found:
        for key, entry in included.entries.items():
            other = first.setdefault(key, entry)
            if other.value != entry.value and key not in decided:
                files = {"one": other.source.path, "other": entry.source.path}
                yield Problem.at(source.at(written.mark), "G135", key=shorten(key), **files)
