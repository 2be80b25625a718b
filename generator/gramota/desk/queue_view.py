"""The queue as the page shows it: a stretch of it around the answer that lies open, and how much is left."""

from gramota.desk.answer_view import Shown
from gramota.desk.case import Case
from gramota.desk.desk import Desk
from gramota.desk.queue import Queue
from gramota.grading.files.plain_text import clean_line
from gramota.wording import Wording

SIZE = 60


class QueueItem(Shown):
    """An answer in the queue."""

    key: str
    learner: str
    place: str
    is_doubtful: bool
    is_finished: bool
    has_changed: bool


class QueueView(Shown):
    """A stretch of the queue: what lies before it and behind it, and the keys of the answers next to the open one."""

    items: list[QueueItem]
    before: str
    behind: str
    next: str | None
    previous: str | None
    left: str
    finished: int
    total: int


def view_queue(desk: Desk, queue: Queue, key: str | None, t: Wording) -> QueueView:
    """Return the queue around the answer with this key, or its beginning."""
    place = desk.place(key) if key else -1
    window = queue.window(place, SIZE)
    following, preceding = queue.next_after(place), queue.previous_before(place)
    return QueueView(
        items=[_item(desk, case, t) for case in window.cases],
        before=t("queue.more", count=window.before) if window.before else "",
        behind=t("queue.more", count=window.behind) if window.behind else "",
        next=following.key if following else None,
        previous=preceding.key if preceding else None,
        left=t("left", count=len(desk.cases) - desk.finished, total=len(desk.cases)),
        finished=desk.finished,
        total=len(desk.cases),
    )


def _item(desk: Desk, case: Case, t: Wording) -> QueueItem:
    return QueueItem(
        key=case.key,
        learner=case.learner,
        place=_place(desk, case, t),
        is_doubtful=case.is_doubtful,
        is_finished=desk.is_finished(case),
        has_changed=desk.has_changed(case),
    )


def _place(desk: Desk, case: Case, t: Wording) -> str:
    """Return the question's number; the letter's title only where answers to several letters lie on the desk."""
    if desk.has_one_letter:
        return t("queue.question", number=case.number)
    return t("queue.place", title=clean_line(case.attempt.compiled.letter.title), number=case.number)
