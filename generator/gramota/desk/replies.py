"""What the desk does for each request of the page, and what it answers: the state after it, in words."""

from gramota.decisions.line import Commented, Finished, Kept, Line, Marked
from gramota.desk.answer_view import AnswerView, CommentView, Shown, view_answer, view_kept
from gramota.desk.case import Case
from gramota.desk.desk import Desk
from gramota.desk.queue import Queue, Wanted
from gramota.desk.queue_view import QueueView, view_queue
from gramota.desk.requests import (
    Asked,
    CommentRequest,
    FinishRequest,
    KeepRequest,
    MarkRequest,
    OpenRequest,
    TrainerRequest,
    UndoRequest,
)
from gramota.grading.files.plain_text import clean_line, fit_text
from gramota.wording import wording

_LONGEST_TOLD = 60


class State(Shown):
    """Everything that the page shows; `saved` tells what is on disk now."""

    who: str | None
    answer: AnswerView | None
    queue: QueueView
    kept: list[CommentView]
    saved: str = ""


class Replies:
    """A desk in one language."""

    def __init__(self, desk: Desk, lang: str) -> None:
        self.desk = desk
        self.lang = lang
        self._t = wording("desk", lang)
        self._queue = Queue(desk, Wanted())

    def open(self, asked: OpenRequest) -> State:
        """Lay the answer open, or the first wanted one."""
        return self.state(asked, self.desk.case(asked.key) if asked.key else None)

    def mark(self, asked: MarkRequest) -> State:
        """Set a criterion or a misconception."""
        case = self.desk.case(asked.key)
        line = self.desk.mark(case, asked.after, asked.kind, asked.id, asked.met)
        return self._saved(asked, case, line)

    def comment(self, asked: CommentRequest) -> State:
        """Comment on the answer."""
        case = self.desk.case(asked.key)
        return self._saved(asked, case, self.desk.comment(case, asked.after, asked.text))

    def finish(self, asked: FinishRequest) -> State:
        """Finish the question and go on to the next wanted answer; from the last one back to the first that waits."""
        case = self.desk.case(asked.key)
        line = self.desk.finish(case, asked.after)
        queue = self._wanted(asked)
        following = queue.next_after(self.desk.place(case.key)) or queue.next_after(-1)
        return self._saved(asked, following or case, line)

    def undo(self, asked: UndoRequest) -> State:
        """Undo a line, and lay open the answer that it was about."""
        line = self.desk.undo(asked.line)
        case = self.desk.case_of(line) or (self.desk.case(asked.key) if asked.key else None)
        return self.state(asked, case, saved=self._t("undone", did=self._tell(line)))

    def keep(self, asked: KeepRequest) -> State:
        """Keep a comment to use again."""
        line = self.desk.keep_comment(asked.text)
        return self._saved(asked, self.desk.case(asked.key) if asked.key else None, line)

    def trainer(self, asked: TrainerRequest) -> State:
        """Take note of who decides; nothing is written before there is a decision."""
        self.desk.who = asked.name
        return self.state(asked, self.desk.case(asked.key) if asked.key else None)

    def state(self, asked: Asked, case: Case | None, saved: str = "") -> State:
        """Return what the page shows with this answer open, or with the first wanted one."""
        queue = self._wanted(asked)
        shown = case or queue.next_after(-1)
        return State(
            who=self.desk.who,
            answer=view_answer(self.desk, shown, self.lang) if shown else None,
            queue=view_queue(self.desk, queue, shown.key if shown else None, self._t),
            kept=view_kept(self.desk),
            saved=saved,
        )

    def _wanted(self, asked: Asked) -> Queue:
        """Return the queue of what is wanted; it is laid out anew where something else is than before."""
        if self._queue.wanted != asked.wanted:
            self._queue = Queue(self.desk, asked.wanted)
        return self._queue

    def _saved(self, asked: Asked, case: Case | None, line: Line) -> State:
        return self.state(asked, case, saved=self._t("saved", did=self._tell(line)))

    def _tell(self, line: Line) -> str:
        """Return what a line did."""
        match line.did:
            case Marked(kind=kind, met=met):
                key = f"did.{kind}.{'met' if met else 'unmet'}"
                return self._t(key, title=self._title(line))
            case Commented(text=text):
                return self._t("did.commented", text=fit_text(clean_line(text), _LONGEST_TOLD))
            case Kept(text=text):
                return self._t("did.kept", text=fit_text(clean_line(text), _LONGEST_TOLD))
            case Finished():
                case = self.desk.case_of(line)
                return self._t("did.finished", learner=case.learner if case else "", number=case.number if case else 0)
            case _:
                return ""

    def _title(self, line: Line) -> str:
        case = self.desk.case_of(line)
        question = {each.id: each for each in case.attempt.compiled.quiz.control} if case else {}
        if not isinstance(line.did, Marked) or line.did.subject.question not in question:
            return ""
        found = question[line.did.subject.question]
        titles = {each.id: each.title for each in (*found.criteria, *found.misconceptions)}
        return clean_line(titles.get(line.did.id, line.did.id))
