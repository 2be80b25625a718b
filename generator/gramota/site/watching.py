"""What `mkdocs serve` watches besides docs: the quizzes' folder and shared files, though they come and go meanwhile."""

from collections.abc import Iterable
from os.path import isdir
from pathlib import Path

from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileModifiedEvent, FileSystemEvent, FileSystemEventHandler
from watchdog.observers.api import ObservedWatch

# To open a file or to close it unread changes nothing, and a build does both.
_CHANGES = {"created", "modified", "deleted", "moved", "closed"}
# A folder is modified by each file in it.
_COMINGS = {"created", "deleted", "moved"}
_GOINGS = {"deleted", "moved"}


def watch_quizzes(server: LiveReloadServer, quizzes: Path, docs: Path) -> None:
    """Rebuild when a quiz changes, and when their folder appears or vanishes; `docs` is watched already."""
    if quizzes.is_dir():
        server.watch(str(quizzes))
    if quizzes.parent.is_dir():
        server.observer.schedule(_Folder(server, quizzes, docs), str(quizzes.parent), recursive=False)


class _Watcher(FileSystemEventHandler):
    """Can make the server rebuild for what the server itself passes over; `docs` is watched already."""

    def __init__(self, server: LiveReloadServer, docs: Path) -> None:
        self.server = server
        self.watch_of_docs = ObservedWatch(str(docs), recursive=True)

    def _rebuild_for(self, path: str) -> None:
        """Rebuild as if a letter had changed."""
        self.server.observer.event_queue.put((FileModifiedEvent(path), self.watch_of_docs))


class _Folder(_Watcher):
    """Told of changes beside the folder: a watch begins when it is made, and one of a deleted folder is blind."""

    def __init__(self, server: LiveReloadServer, quizzes: Path, docs: Path) -> None:
        super().__init__(server, docs)
        self.quizzes = quizzes
        self.is_watched = quizzes.is_dir()

    def on_created(self, event: FileSystemEvent) -> None:
        """Watch the folder, and rebuild for what it already holds."""
        self._watch_anew(event)

    def on_deleted(self, event: FileSystemEvent) -> None:
        """Rebuild without the folder."""
        self._watch_anew(event)

    def on_moved(self, event: FileSystemEvent) -> None:
        """Do the same where the folder got its name, or lost it."""
        self._watch_anew(event)

    def _watch_anew(self, event: FileSystemEvent) -> None:
        if str(self.quizzes) not in {event.src_path, event.dest_path}:
            return
        if self.is_watched:
            self.server.unwatch(str(self.quizzes))
        self.is_watched = self.quizzes.is_dir()
        if self.is_watched:
            self.server.watch(str(self.quizzes))
        self._rebuild_for(str(self.quizzes))


class SharedFilesWatch(_Watcher):
    """Rebuilds when one of the files changes that letters and quizzes include now, or comes into being."""

    def __init__(self, server: LiveReloadServer, docs: Path) -> None:
        super().__init__(server, docs)
        self.watches: dict[str, ObservedWatch] = {}
        self.blind: set[str] = set()
        """Folders that vanished after they were watched: their watches see nothing, though a folder is there again."""
        self.files: frozenset[str] = frozenset()
        self.folders: frozenset[str] = frozenset()

    def follow(self, files: Iterable[Path]) -> None:
        """Watch these files and no others; of a folder that is not there, the one in which it would be made."""
        sought = frozenset(files)
        self.files = frozenset(map(str, sought))
        self.folders = frozenset(str(folder) for file in sought for folder in file.parents)
        there = {str(above) for file in sought if (above := _nearest_folder(file))}
        self._forget_blind()
        for folder in sorted(there - self.watches.keys()):
            self.watches[folder] = self.server.observer.schedule(self, folder, recursive=False)

    def _forget_blind(self) -> None:
        gone = {folder for folder in self.watches if not isdir(folder)}  # noqa: PTH112 - they are texts
        # Another thread adds to the set meanwhile.
        blind, self.blind = self.blind, set()
        for folder in gone | (blind & self.watches.keys()):
            self.server.observer.unschedule(self.watches.pop(folder))

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Rebuild for what happens to one of the files."""
        paths = {str(event.src_path), str(event.dest_path)}
        if event.event_type in _GOINGS:
            self.blind.add(str(event.src_path))
        is_file = event.event_type in _CHANGES and self.files & paths
        if is_file or (event.event_type in _COMINGS and self.folders & paths):
            self._rebuild_for(str(event.src_path))


def _nearest_folder(file: Path) -> Path | None:
    """Return the innermost folder above the file that is there; None on a drive that is not."""
    return next((folder for folder in file.parents if isdir(folder)), None)  # noqa: PTH112 - is_dir may raise
