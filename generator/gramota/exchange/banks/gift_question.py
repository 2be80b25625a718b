"""One question of a GIFT bank, by what stands between its braces."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gramota.course import SelfCheckItem
from gramota.course.names import shorten
from gramota.errors import Problem, Where
from gramota.exchange.banks.choices import ALL, Answer, Asked
from gramota.exchange.banks.gift_text import Piece, show
from gramota.exchange.banks.item import LeftOutError
from gramota.exchange.banks.rich_text import RichText
from gramota.exchange.draft import ControlDraft

FORM = re.compile(r"\s*\[(html|markdown|moodle|plain)\]", re.IGNORECASE)
_TRUE_FALSE = re.compile(r"\s*(T|F|TRUE|FALSE)\s*(?=#|$)", re.IGNORECASE)
_SHARE = re.compile(r"\s*%(-?\d+(?:[.,]\d+)?)%")
_NUMBER = r"\s*([-+]?\d+(?:[.,]\d+)?(?:[eE][-+]?\d+)?)\s*"
_WITHIN = re.compile(rf"{_NUMBER}(?::{_NUMBER})?$")
_FROM_TO = re.compile(rf"{_NUMBER}\.\.{_NUMBER}$")


@dataclass
class GiftQuestion:
    """Reads the texts around and between the braces of one piece; `truths` are the words for true and false."""

    piece: Piece
    rich: RichText
    form: str
    truths: tuple[str, str]

    def read(self, before: str, inside: str, after: str) -> SelfCheckItem | ControlDraft:
        """Return the question; raise LeftOutError where it cannot be kept."""
        inside, _, general = inside.partition("####")
        has_gap = bool(after.strip())
        prompt = self._text(f"{before.rstrip()} ___ {after.lstrip()}" if has_gap and inside.strip() else before + after)
        prompt = re.sub(r"___ (?=[.,;:!?])", "___", prompt)
        asked = Asked(self.rich, prompt, self._text(general), {})
        if not inside.strip():
            if asked.why:
                self.rich.problems.append(Problem.at(self.rich.where, "G442.general", name=self.rich.name))
            return self._essay(prompt)
        if truth := _TRUE_FALSE.match(inside):
            return self._true_false(asked, truth[1], inside[truth.end() :])
        if inside.lstrip().startswith("#"):
            return asked.number([*self._numbers(inside.lstrip()[1:])])
        given = [*self._answers(inside)]
        if any("->" in raw for _, raw in given):
            return asked.match([*self._pairs(given)])
        if any(sign == "~" for sign, _ in given):
            options = [self._answer(sign, raw) for sign, raw in given]
            # As Moodle's importer has it: a bank that marks a right answer with "=" lets people choose one.
            is_single = any(sign == "=" for sign, _ in given) or all(answer.share <= 0 for answer in options)
            return asked.choice(options, is_single=is_single)
        return asked.blank([self._answer(sign, raw, is_typed=True) for sign, raw in given])

    def _essay(self, prompt: str) -> ControlDraft:
        if not prompt:
            raise LeftOutError(self._problem("G443.no_text", 0))
        return ControlDraft(prompt)

    def _true_false(self, asked: Asked, written: str, rest: str) -> SelfCheckItem:
        is_true = written.upper().startswith("T")
        feedback = [self._text(part) for part in rest.split("#")[1:3]]
        why_wrong, why_right = [*feedback, "", ""][:2]
        whys = (why_right, why_wrong) if is_true else (why_wrong, why_right)
        return asked.true_false(self.truths, is_true=is_true, why_true=whys[0], why_false=whys[1])

    def _answers(self, inside: str) -> Iterator[tuple[str, str]]:
        if not re.match(r"\s*[=~]", inside):
            if re.search(r"[=~]", inside):
                raise LeftOutError(self._problem("G443.answer", self.piece.text.index("{"), name=self.rich.name))
            yield "=", inside
            return
        for found in re.finditer(r"([=~])([^=~]*)", inside):
            yield found[1], found[2]

    def _answer(self, sign: str, raw: str, *, is_typed: bool = False) -> Answer:
        share = _SHARE.match(raw)
        text, _, why = (raw[share.end() :] if share else raw).partition("#")
        points = float(share[1].replace(",", ".")) if share else ALL * (sign == "=")
        shown = self.rich.plain(show(FORM.sub("", text, count=1))) if is_typed else self._text(text)
        return Answer(shown, points, self._text(why))

    def _numbers(self, inside: str) -> Iterator[tuple[float, Answer]]:
        given = [*re.finditer(r"([=~]?)([^=~]+)", inside)] if inside.strip() else []
        for found in given:
            if not found[2].strip():
                continue
            share = _SHARE.match(found[2])
            text, _, why = (found[2][share.end() :] if share else found[2]).partition("#")
            points = float(share[1].replace(",", ".")) if share else ALL * (found[1] != "~")
            if not text.strip() and why:
                self.rich.problems.append(Problem.at(self.rich.where, "G442.other", name=self.rich.name))
                continue
            value, tolerance = self._number(text)
            yield value, Answer("", points, self._text(why), tolerance)

    def _number(self, text: str) -> tuple[float, float]:
        text = show(text).strip()
        if within := _WITHIN.match(text):
            return _float(within[1]), abs(_float(within[2] or "0"))
        if between := _FROM_TO.match(text):
            low, high = sorted((_float(between[1]), _float(between[2])))
            return (low + high) / 2, (high - low) / 2
        at = self.piece.text.find(text) if text else self.piece.text.index("{")
        raise LeftOutError(self._problem("G443.number", max(at, 0), name=self.rich.name, text=shorten(text)))

    def _pairs(self, given: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
        for sign, raw in given:
            left, arrow, right = raw.partition("->")
            if not arrow or sign == "~":
                raise LeftOutError(
                    self._problem("G443.pair", self.piece.text.index("{"), name=self.rich.name, text=shorten(show(raw)))
                )
            yield self._text(left), self._text(right)

    def _text(self, text: str) -> str:
        own = FORM.match(text)
        form = form_of(own) if own else self.form
        written = text[own.end() :] if own else text
        # Lines end where the bank's author ran out of room; an end that counts is written \\n.
        return self.rich.markdown(show(written if form == "markdown" else " ".join(written.split("\n"))), form)

    def _problem(self, code: str, offset: int, **values: object) -> Problem:
        return problem_at(self.piece, self.rich.where.path, code, offset, **values)


def form_of(found: re.Match[str]) -> str:
    """Return the form that a mark such as [html] names; Moodle's own mixture has no name."""
    return found[1].lower().replace("moodle", "")


def problem_at(piece: Piece, path: str, code: str, offset: int, **values: object) -> Problem:
    """Return a problem at this character of the piece, or at the next that is not blank."""
    return Problem.at(place_in(piece, path, offset), code, **values)


def place_in(piece: Piece, path: str, offset: int) -> Where:
    """Return the place of this character of the piece, or of the next that is not blank."""
    following = piece.text[offset:]
    offset += len(following) - len(following.lstrip())
    return Where(path, piece.line_of(offset), piece.column_of(offset))


def _float(text: str) -> float:
    return float(text.replace(",", "."))
