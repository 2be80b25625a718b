"""Questions from Moodle XML, the format in which Moodle hands out whole banks.

By docs.moodle.org/en/Moodle_XML_format.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from gramota.course.names import shorten
from gramota.errors import ContentError, Problem, Where
from gramota.exchange.banks.item import LeftOutError
from gramota.exchange.banks.moodle_question import read_question
from gramota.exchange.banks.xml_tree import Element, read_xml
from gramota.exchange.draft import Found, Question
from gramota.exchange.input_file import decode_text
from gramota.exchange.pictures import BankPictures

_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']""")
_QUESTION = re.compile(r"<question\b[^>]*>.*?</question\s*>", re.DOTALL)
_BEGIN = re.compile(r"<question\b")


def read_moodle_xml(data: bytes, path: str) -> Found:
    """Return the bank's questions, and for each that cannot be kept, why; raise ContentError where it is no bank."""
    problems: list[Problem] = []
    questions: list[Question] = []
    pictures = BankPictures(path)
    for element in _questions(data, path, problems):
        try:
            question, told = read_question(element, pictures)
            questions.append(question)
            problems += told
        except LeftOutError as error:
            problems += error.problems
    if not questions and not problems:
        problems.append(Problem.at(Where(path, 0), "G417.questions"))
    problems += pictures.problems
    return Found(questions=tuple(questions), problems=tuple(problems), pictures=tuple(pictures.kept))


def _questions(data: bytes, path: str, problems: list[Problem]) -> Iterator[Element]:
    """Yield the questions; where the file as a whole is broken, each that is whole by itself."""
    try:
        root = read_xml(data, path)
    except ContentError as error:
        if any(problem.code != "G415" for problem in error.problems):
            raise
        pieces = [*_pieces(data, path)]
        if not pieces:
            raise
        problems += error.problems
        yield from _read_pieces(pieces, path, problems, {problem.where.line for problem in error.problems})
        return
    if root.name != "quiz":
        raise ContentError([Problem.at(Where(path, root.line), "G415.other", name=shorten(root.name))])
    yield from root.all("question")


def _pieces(data: bytes, path: str) -> Iterator[tuple[str, int]]:
    """Yield each question's text with its line; one that is not closed ends where the next begins."""
    text = _decoded(data, path)
    starts = [found.start() for found in _BEGIN.finditer(text)]
    for start, following in pairwise([*starts, len(text)]):
        whole = _QUESTION.match(text, start, following)
        yield text[start : whole.end() if whole else following].rstrip(), text.count("\n", 0, start) + 1


def _decoded(data: bytes, path: str) -> str:
    declared = _DECLARED.match(data)
    if declared:
        try:
            return data.decode(declared[1].decode("ascii")).replace("\r\n", "\n")
        except (LookupError, UnicodeDecodeError):
            pass
    return decode_text(data, path)[0]


def _read_pieces(
    pieces: list[tuple[str, int]], path: str, problems: list[Problem], told: set[int]
) -> Iterator[Element]:
    for text, line in pieces:
        try:
            yield read_xml(text.encode("utf-8", "replace"), path, line, "utf-8")
        except ContentError as error:
            # The first mistake is told already.
            problems += [problem for problem in error.problems if problem.where.line not in told]
            problems.append(Problem.at(Where(path, line), "G443.xml"))
