"""The files that letters and quizzes include, each read once, and what tells whether one of them has changed."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path

from gramota.course.files.folder import shown_path
from gramota.course.files.include_path import ProjectFolders, find_refusal, find_shared_files, path_from, real
from gramota.course.files.included import Included, Part, SharedFile
from gramota.course.files.inclusion import Inclusion
from gramota.course.model.shared_text import SharedText
from gramota.course.model.terms import check_terms
from gramota.course.validation.validation import parse_model
from gramota.course.yaml_files.source import Source, load_source


class SharedFiles:
    """The shared files of one project, read when they are asked for."""

    def __init__(self, docs: Path, quizzes: Path) -> None:
        self.folders = ProjectFolders(real(docs), real(quizzes))
        self.whole: dict[tuple[Part, Path], Included] = {}
        self._read: dict[Path, SharedFile] = {}
        self._digests: dict[tuple[Path, str], str] = {}
        self.looked_for: set[Path] = set()

    def __reduce__(self) -> tuple[Callable[[Path, Path], "SharedFiles"], tuple[Path, ...]]:
        """Another process reads the files itself, once for all letters that it gets."""
        return _in_this_process, tuple(self.folders)

    def included_by(self, source: Source, part: Part) -> Included:
        """Return what a letter or a quiz takes from the files that it includes, and from those that they include."""
        return Inclusion(self, part).of(source)

    def digests(self, files: Iterable[Path], source: Source) -> dict[str, str]:
        """Return a digest of each file by its path from the folder of the source; "" where there is no text for us.

        A digest tells where links lead to as well: what is said of a file names it by its own path.
        """
        folder = real(Path(source.path).parent)
        return {(place := path_from(folder, path)): self._digest_once(folder, place) for path in sorted(files)}

    def has_digests(self, digests: Mapping[str, str], source: Source) -> bool:
        """Whether the files at these paths from the folder of the source are there and have these digests."""
        folder = real(Path(source.path).parent)
        found = {path: self._digest_once(folder, path) for path in digests}
        return all(digest and digest == found[path] for path, digest in digests.items())

    def look_for(self, path: Path) -> None:
        """Remember a file of the project, and the link at whose path it is found."""
        places = real(path.parent) / path.name, real(path)
        self.looked_for.update(place for place in places if self.folders.is_beside(place))

    def file(self, path: Path) -> SharedFile:
        """Return the file at a path free of links."""
        if path not in self._read:
            self._read[path] = _read_shared(path)
        return self._read[path]

    @cached_property
    def known(self) -> tuple[Path, ...]:
        """All files that could be included, for who has misspelt one."""
        return find_shared_files(self.folders)

    def _digest_once(self, folder: Path, path: str) -> str:
        """Return the digest of the file at this path from the folder; all letters of a folder ask for the same."""
        if (folder, path) not in self._digests:
            self.look_for(folder / path)
            self._digests[folder, path] = self._digest(folder / path, folder)
        return self._digests[folder, path]

    def _digest(self, path: Path, folder: Path) -> str:
        file = real(path)
        if find_refusal(file, self.folders):
            return ""
        source = self.file(file).source
        place = path_from(folder, file)
        return "" if source.unreadable else sha256(f"{place}\n{source.text}".encode()).hexdigest()


@cache
def _in_this_process(docs: Path, quizzes: Path) -> SharedFiles:
    return SharedFiles(docs, quizzes)


def _read_shared(path: Path) -> SharedFile:
    source = load_source(path, shown_path(path))
    parsed = parse_model(source, SharedText)
    text, problems = (None, parsed) if isinstance(parsed, list) else (parsed, [])
    return SharedFile(source, text, (*source.problems, *problems, *check_terms(source)))
