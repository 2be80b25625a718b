"""Letters of a folder that the course has already: they are left alone, and the rest is imported."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path

from gramota.course.files.folder import shown_path
from gramota.errors import Problem, Where
from gramota.exchange.plan import Lesson
from gramota.grading.files.new_files import find_taken


def find_imported_before(
    lessons: Iterable[Lesson], of_folders: Collection[str], files_of: Callable[[Lesson], Iterable[Path]]
) -> Mapping[str, Problem]:
    """Return the files, by their full paths, whose letters are there in part or as a whole, and a word on each.

    `of_folders` are the full paths of files that nobody has named; whoever names a file wants that one, and is refused.
    """
    unnamed = (lesson for lesson in lessons if all(each.file in of_folders for each in lesson.files))
    taken = ((lesson, find_taken(files_of(lesson))) for lesson in unnamed)
    return {
        given.file: Problem.at(Where(given.path, 0), "G418.folder", file=_shown(paths))
        for lesson, paths in taken
        if paths
        for given in lesson.files
    }


def _shown(taken: Sequence[Path]) -> str:
    """The letter or the quiz, unless nothing but a picture is there."""
    return shown_path(next((path for path in taken if path.suffix == ".yml"), taken[0]))
