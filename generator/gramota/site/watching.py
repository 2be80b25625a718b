"""The quizzes' folder, watched by `mkdocs serve` though it comes and goes while that runs."""

from pathlib import Path

from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileModifiedEvent, FileSystemEvent, FileSystemEventHandler
from watchdog.observers.api import ObservedWatch


def watch_quizzes(server: LiveReloadServer, quizzes: Path, docs: Path) -> None:
    """Rebuild when a quiz changes, and when their folder appears or vanishes; `docs` is watched already."""
    if quizzes.is_dir():
        server.watch(str(quizzes))
    if quizzes.parent.is_dir():
        server.observer.schedule(_Folder(server, quizzes, docs), str(quizzes.parent), recursive=False)


class _Folder(FileSystemEventHandler):
    """Told of changes beside the folder: a watch begins when it is made, and one of a deleted folder is blind."""

    def __init__(self, server: LiveReloadServer, quizzes: Path, docs: Path) -> None:
        self.server = server
        self.quizzes = quizzes
        self.is_watched = quizzes.is_dir()
        self.watch_of_docs = ObservedWatch(str(docs), recursive=True)

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
        # As if a letter had changed: the server itself passes over what happens to folders.
        self.server.observer.event_queue.put((FileModifiedEvent(str(self.quizzes)), self.watch_of_docs))
