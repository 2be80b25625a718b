"""The two files of a letter as their author would have written them, from what other formats gave."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from gramota.course import SelfCheckItem
from gramota.course.checks.advice import TO_WRITE
from gramota.course.files.readable_ids import Ids
from gramota.exchange.draft import ControlDraft, LetterDraft, Question
from gramota.exchange.html.tree import read_html
from gramota.exchange.nearest import Nearest
from gramota.exchange.yaml_text import Path, Value, write_yaml
from gramota.wording import Wording, wording

_SPACED = frozenset({"sections", "self_check", "control"})
_ITEM_KEYS = ("id", "type", "section", "prompt", "hints", "shuffle", "options", "answer", "tolerance", "unit", "accept")
_ITEM_KEYS_BELOW = ("exact", "wrong", "items", "pairs", "why", "worth")
_OWN_PICTURE = re.compile(r"(?<=\]\()(?=(?:question-)?picture-[\da-f]+\.[a-z]+\))")
_LONGEST_COMMENT = 100


def write_letter(letter: LetterDraft, letter_id: str, day: dt.date) -> str:
    """Return the letter's YAML; `day` is its date where nothing else gives one."""
    t = wording("exchange", letter.lang)
    folder = _folder_of(letter_id)
    content: dict[str, Value] = {
        "title": letter.title,
        **({"number": letter.number} if letter.number else {}),
        "date": letter.date or day,
        "audience": letter.audience or (t("everyone"),),
        "lang": letter.lang,
        **({"summary": letter.summary} if letter.summary else {}),
        "sections": [
            {
                "id": section.id,
                "title": section.title,
                **({"level": section.level} if section.level != 2 else {}),
                "body": _OWN_PICTURE.sub(f"{folder}/", section.body),
            }
            for section in letter.sections
        ],
    }
    comments: dict[Path, list[str]] = {
        **({("title",): [t("comment.stub")]} if letter.is_stub else {}),
        **({} if letter.is_date_sure else {("date",): [t("comment.date")]}),
        **({} if letter.audience else {("audience",): [t("comment.audience")]}),
    }
    return write_yaml(content, comments, _SPACED)


def write_quiz(questions: Sequence[Question], letter_id: str, sections: Sequence[tuple[str, str]], lang: str) -> str:
    """Return the quiz's YAML; each question points to the section, of (id, text), that it shares most words with.

    Pictures lie beside the letter, as its own do.
    """
    quiz = _Quiz(Nearest(sections), len(sections) > 1, wording("exchange", lang))
    for question in questions:
        quiz.add(question)
    return _OWN_PICTURE.sub(f"{_folder_of(letter_id)}/", write_yaml(quiz.content(), quiz.comments, _SPACED))


def _folder_of(letter_id: str) -> str:
    return letter_id.rpartition("/")[2]


@dataclass
class _Quiz:
    nearest: Nearest
    has_choice: bool
    t: Wording
    self_check: list[dict[str, Value]] = field(default_factory=list)
    control: list[dict[str, Value]] = field(default_factory=list)
    comments: dict[Path, list[str]] = field(default_factory=dict)
    ids: tuple[Ids, Ids] = field(default_factory=lambda: (Ids(), Ids()))

    def content(self) -> dict[str, Value]:
        """Return the file's fields."""
        return {
            "pass": "70%",
            **({"self_check": self.self_check} if self.self_check else {}),
            **({"control": self.control} if self.control else {}),
        }

    def add(self, question: Question) -> None:
        """Add a question under an id of its own."""
        if isinstance(question.asked, ControlDraft):
            self._add_control(question.asked, question.name)
        else:
            self._add_item(question.asked, question.name)

    def _add_item(self, item: SelfCheckItem, name: str) -> None:
        said = item.model_dump(by_alias=True, exclude_unset=True)
        text = " ".join(_texts_in(said))
        given = {
            **said,
            "id": self.ids[0].make(name or _in_words(item.prompt), "question"),
            "section": self.nearest.section_for(f"{name} {text}"),
        }
        self._point_out("self_check", self.self_check)
        self.self_check.append(
            {key: _as_written(key, given[key]) for key in (*_ITEM_KEYS, *_ITEM_KEYS_BELOW) if key in given}
        )

    def _add_control(self, asked: ControlDraft, name: str) -> None:
        least, most = asked.words
        words = {**({"min": least} if least else {}), **({"max": most} if most else {})}
        self._point_out("control", self.control)
        index = len(self.control)
        self.control.append(
            {
                "id": self.ids[1].make(name or _in_words(asked.prompt), "question"),
                "section": self.nearest.section_for(f"{name} {asked.prompt} {asked.for_graders}"),
                "prompt": asked.prompt,
                **({} if asked.is_required else {"required": False}),
                **({"words": words} if words else {}),
                "criteria": [{"id": TO_WRITE, "title": self.t("criterion"), "accept": [self.t("accept")]}],
            }
        )
        self.comments["control", index, "criteria", 0] = [*self._for_graders(asked), self.t("comment.criterion")]

    def _for_graders(self, asked: ControlDraft) -> Iterator[str]:
        if asked.for_graders:
            yield self.t("comment.for_graders")
            for line in asked.for_graders.split("\n"):
                yield from (f"  {part}".rstrip() for part in _wrapped(line))

    def _point_out(self, key: str, listed: Sequence[Mapping[str, Value]]) -> None:
        if not listed and self.has_choice:
            self.comments[(key,)] = [self.t("comment.sections")]


def _as_written(key: str, value: Any) -> Value:  # noqa: ANN401 - what the model holds
    """Return the value as authors write it: a step without feedback is its text alone."""
    if key == "items":
        return [step["text"] if step.keys() == {"text"} else step for step in value]
    return value  # type: ignore[no-any-return]


def _texts_in(said: Any) -> Iterator[str]:  # noqa: ANN401 - whatever the model holds
    if isinstance(said, str):
        yield said
    elif isinstance(said, Mapping):
        for value in said.values():
            yield from _texts_in(value)
    elif isinstance(said, list | tuple):
        for value in said:
            yield from _texts_in(value)


def _in_words(markdown: str) -> str:
    return read_html(re.sub(r"[*_`\\]|\]\([^)]*\)", " ", markdown)).text


def _wrapped(line: str) -> Iterator[str]:
    written = ""
    for word in line.split(" "):
        if written and len(written) + len(word) >= _LONGEST_COMMENT:
            yield written
            written = word
        else:
            written = f"{written} {word}" if written else word
    yield written
