"""Questions from GIFT, Moodle's format for people who write banks by hand.

By docs.moodle.org/en/GIFT_format and the behaviour of its importer.
"""

import re

from gramota.course.names import shorten
from gramota.errors import Problem, Where
from gramota.exchange.banks.gift_question import FORM, GiftQuestion, form_of, place_in, problem_at
from gramota.exchange.banks.gift_text import Piece, show, split_gift
from gramota.exchange.banks.item import LeftOutError
from gramota.exchange.banks.rich_text import RichText, without_tags
from gramota.exchange.draft import Found, Question
from gramota.exchange.input_file import decode_text
from gramota.exchange.language import language_of
from gramota.exchange.losses import is_loss
from gramota.wording import wording

_NAME = re.compile(r"\s*::(.*?)::", re.DOTALL)


def read_gift(data: bytes, path: str) -> Found:
    """Return the bank's questions, and for each that cannot be kept, why; raise ContentError where it is no text."""
    text, problems = decode_text(data, path)
    words = wording("exchange", language_of([text]))
    truths = (words("true"), words("false"))
    questions: list[Question] = []
    for piece in split_gift(text):
        try:
            question, told = _read_piece(piece, path, truths)
            questions.append(question)
            problems += told
        except LeftOutError as error:
            problems += error.problems
    if not questions and not any(map(is_loss, problems)):
        problems.append(Problem.at(Where(path, 0), "G417.questions"))
    return Found(questions=tuple(questions), problems=tuple(problems))


def _read_piece(piece: Piece, path: str, truths: tuple[str, str]) -> tuple[Question, list[Problem]]:
    """Return the question, and what of it is lost; raise LeftOutError where it cannot be kept."""
    text = piece.text
    if text.lstrip().startswith("$CATEGORY:"):
        raise LeftOutError(problem_at(piece, path, "G446", 0, text=shorten(show(text.partition(":")[2]))))
    named = _NAME.match(text)
    name = " ".join(show(named[1]).split()) if named else ""
    begin = named.end() if named else 0
    form = FORM.match(text, begin)
    before, inside, after = _parts(piece, path, form.end() if form else begin, name)
    rich = RichText(place_in(piece, path, begin), name or shorten(without_tags(show(before.strip() or after.strip()))))
    if piece.has_labels:
        rich.problems.append(Problem.at(rich.where, "G442.labels", name=rich.name))
    question = GiftQuestion(piece, rich, form_of(form) if form else "", truths)
    return Question(question.read(before, inside, after), name, rich.where), rich.problems


def _parts(piece: Piece, path: str, begin: int, name: str) -> tuple[str, str, str]:
    """Return what stands before, between and after the braces."""
    text = piece.text
    opening, closing = text.find("{", begin), text.rfind("}")
    if opening < 0 and closing < 0:
        raise LeftOutError(problem_at(piece, path, "G445", begin, text=name or shorten(show(text[begin:]))))
    if opening < 0 or closing < opening:
        raise LeftOutError(problem_at(piece, path, "G443.brace", opening if opening >= 0 else closing))
    if (second := text.find("{", opening + 1)) >= 0:
        raise LeftOutError(problem_at(piece, path, "G443.second", second))
    if text.find("}", opening) != closing:
        raise LeftOutError(problem_at(piece, path, "G443.brace", closing))
    return text[begin:opening], text[opening + 1 : closing], text[closing + 1 :]
