"""One question of a Moodle bank, by its type."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from gramota.course import SelfCheckItem
from gramota.course.names import shorten
from gramota.errors import Problem, Where
from gramota.exchange.banks.choices import ALL, Answer, Asked
from gramota.exchange.banks.item import LeftOutError
from gramota.exchange.banks.pictures import QuestionPictures, files_of
from gramota.exchange.banks.rich_text import RichText, first_words
from gramota.exchange.banks.xml_tree import Element
from gramota.exchange.draft import ControlDraft, Question
from gramota.exchange.language import language_of
from gramota.exchange.pictures import Pictures
from gramota.wording import wording

_FORMS = {"html": "html", "markdown": "markdown", "plain_text": "plain", "moodle_auto_format": ""}
# What Moodle says by itself where the bank's author has said nothing.
_STOCK = re.compile(
    r"\s*(?:your answer is (?:partially )?(?:in)?correct"
    r"|(?:вы ответили|ваш ответ)\s+(?:частично\s+)?(?:не)?(?:правильно|верно|верный))\s*\.?\s*",
    re.IGNORECASE,
)
_COMBINED = ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")
_MOST_WORDS = 5000


def read_question(element: Element, pictures: Pictures) -> tuple[Question, list[Problem]]:
    """Return the question, and what of it is lost; raise LeftOutError where it cannot be kept.

    Its pictures go to those of the bank.
    """
    kind = element.attributes.get("type", "")
    where = Where(pictures.path, element.line)
    if kind == "category":
        raise LeftOutError(Problem.at(where, "G446", text=shorten(element.value("category"))))
    name = " ".join(element.value("name").split())
    shown = shorten(name or first_words(element.value("questiontext")))
    if kind == "description":
        raise LeftOutError(Problem.at(where, "G445", text=shown))
    read = _KINDS.get(kind)
    if read is None:
        raise LeftOutError(Problem.at(where, "G440", name=shown, kind=kind or "?"))
    rich = RichText(where, shown, pictures=QuestionPictures(pictures, element.line))
    reader = _Reader(element, rich)
    asked = read(reader)
    reader.tell_what_is_lost()
    return Question(asked, name, where), reader.rich.problems


@dataclass
class _Reader:
    element: Element
    rich: RichText

    def essay(self) -> ControlDraft:
        """Return a control question; what is for graders stands there for who writes the criteria."""
        self._tell("G442.general", is_so=bool(self._text("generalfeedback")))
        self._tell("G442.template", is_so=bool(self._text("responsetemplate")))
        self._tell("G442.attachments", is_so=self.element.value("attachments", "0") not in {"", "0"})
        return ControlDraft(
            prompt=self._prompt(),
            # Pictures lie beside the letter, where everyone may see them.
            for_graders=self._written(graders, {}) if (graders := self.element.first("graderinfo")) else "",
            is_required=self.element.value("responserequired", "1") != "0",
            words=(self._words("minwordlimit"), self._words("maxwordlimit")),
        )

    def choice(self) -> SelfCheckItem:
        """Return a question with options."""
        is_single = self.element.value("single", "true").lower() in {"true", "1"}
        return self._asked().choice([*self._answers()], is_single=is_single)

    def true_false(self) -> SelfCheckItem:
        """Return a question with two options in the question's language."""
        by_word = {
            self.rich.plain(answer.value("text") or answer.text).lower(): answer
            for answer in self.element.all("answer")
        }
        true, false = by_word.get("true"), by_word.get("false")
        if true is None or false is None:
            raise LeftOutError(self._problem("G443.no_right"))
        t = wording("exchange", language_of([self.element.value("questiontext")]))
        return self._asked().true_false(
            (t("true"), t("false")),
            is_true=_share(true) > _share(false),
            why_true=self._feedback(true),
            why_false=self._feedback(false),
        )

    def short_answer(self) -> SelfCheckItem:
        """Return a question with a gap."""
        typed = [*self._answers(is_typed=True)]
        return self._asked().blank(typed, is_exact=self.element.value("usecase", "0") == "1")

    def number(self) -> SelfCheckItem:
        """Return a question for a number, with the first of its units."""
        units = [unit.value("unit_name") for holder in self.element.all("units") for unit in holder.all("unit")]
        self._tell("G442.units", is_so=len(units) > 1)
        return self._asked().number([*self._numbers()], units[0] if units else "")

    def match(self) -> SelfCheckItem:
        """Return a question with pairs."""
        pairs = [
            # What is chosen from a list is text alone.
            (self._text_of(pair), self._written(answer, {}) if (answer := pair.first("answer")) else "")
            for pair in self.element.all("subquestion")
        ]
        return self._asked().match(pairs)

    def order(self) -> SelfCheckItem:
        """Return a question with things to put in order."""
        placed = sorted(self.element.all("answer"), key=_share)
        return self._asked().order([self._text_of(answer) for answer in placed])

    def true_false_rows(self) -> SelfCheckItem:
        """Return a question in which those rows are to be ticked that belong to the first of two columns."""
        columns = [
            self._text_of(holder) for column in self.element.all("column") if (holder := column.first("responsetext"))
        ]
        if len(columns) != 2:
            raise LeftOutError(self._problem("G440.columns", count=len(columns)))
        right = {
            weight.attributes.get("rownumber")
            for weight in self.element.all("weight")
            if weight.attributes.get("columnnumber") == "1" and _float(weight.value("value", "0")) > 0
        }
        self.rich.problems.append(self._problem("G442.columns", column=shorten(columns[0])))
        options = [
            Answer(
                self._text_of(row.first("optiontext")),
                ALL * (row.attributes.get("number") in right),
                self._text_of(row.first("feedbacktext")),
            )
            for row in self.element.all("row")
        ]
        return self._asked().choice(options, is_single=False)

    def tell_what_is_lost(self) -> None:
        """Note what a question of ours has no place for."""
        said = [self._text(name) for name in _COMBINED]
        self._tell("G442.combined", is_so=any(text and not _STOCK.fullmatch(text) for text in said))
        has_labels = self.element.first("tags") is not None or bool(self.element.value("idnumber"))
        self._tell("G442.labels", is_so=has_labels)
        is_kept = self.rich.pictures is not None and self.rich.pictures.are_all_seen(self.element)
        self._tell("G442.picture", is_so=not is_kept)

    def _asked(self) -> Asked:
        grade = _float(self.element.value("defaultgrade", "1") or "1")
        self._tell("G442.grade", is_so=grade != int(grade) or grade < 1)
        extra: dict[str, Any] = {
            "hints": tuple(filter(None, (self._text_of(hint) for hint in self.element.all("hint")))),
            "worth": int(grade) if grade == int(grade) and grade > 1 else None,
        }
        if (
            self.element.value("shuffleanswers", "1").lower() in {"0", "false"}
            and self.element.first("answer") is not None
        ):
            extra |= {"shuffle": False} if self.element.attributes.get("type") in {"multichoice"} else {}
        return Asked(self.rich, self._prompt(), self._text("generalfeedback"), extra)

    def _answers(self, *, is_typed: bool = False) -> Iterator[Answer]:
        for answer in self.element.all("answer"):
            text = self.rich.plain(answer.value("text")) if is_typed else self._text_of(answer)
            yield Answer(text, _share(answer), self._feedback(answer))

    def _numbers(self) -> Iterator[tuple[float, Answer]]:
        for answer in self.element.all("answer"):
            text, why = answer.value("text"), self._feedback(answer)
            if text == "*":
                self._tell("G442.other", is_so=bool(why))
                continue
            try:
                value = float(text.replace(",", "."))
            except ValueError:
                raise LeftOutError(self._problem("G443.number", text=shorten(text))) from None
            yield value, Answer("", _share(answer), why, abs(_float(answer.value("tolerance", "0"))))

    def _prompt(self) -> str:
        if not (prompt := self._text("questiontext")):
            raise LeftOutError(self._problem("G443.no_text"))
        return prompt

    def _feedback(self, answer: Element) -> str:
        return self._text_of(answer.first("feedback"))

    def _text(self, name: str) -> str:
        return self._text_of(self.element.first(name))

    def _text_of(self, element: Element | None) -> str:
        return self._written(element, files_of(element)) if element else ""

    def _written(self, element: Element, files: Mapping[str, Element]) -> str:
        inner = element.first("text")
        form = _FORMS.get(element.attributes.get("format", "moodle_auto_format"), "")
        return self.rich.markdown((inner if inner is not None else element).text, form, files)

    def _words(self, name: str) -> int | None:
        written = self.element.value(name)
        return min(int(written), _MOST_WORDS) if written.isdigit() and len(written) < 9 and int(written) else None

    def _tell(self, code: str, *, is_so: bool) -> None:
        problem = self._problem(code)
        if is_so and problem not in self.rich.problems:
            self.rich.problems.append(problem)

    def _problem(self, code: str, **values: object) -> Problem:
        return Problem.at(self.rich.where, code, name=self.rich.name, **values)


_KINDS: dict[str, Callable[[_Reader], SelfCheckItem | ControlDraft]] = {
    "essay": _Reader.essay,
    "matching": _Reader.match,
    "ddmatch": _Reader.match,
    "mtf": _Reader.true_false_rows,
    "multichoice": _Reader.choice,
    "multichoiceset": _Reader.choice,
    "numerical": _Reader.number,
    "ordering": _Reader.order,
    "shortanswer": _Reader.short_answer,
    "truefalse": _Reader.true_false,
}


def _share(answer: Element) -> float:
    return _float(answer.attributes.get("fraction", "0"))


def _float(text: str) -> float:
    try:
        value = float(text.strip().replace(",", "."))
    except ValueError:
        return 0
    return value if abs(value) < 1e15 else 0
