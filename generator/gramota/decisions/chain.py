"""The chain of the log's lines: each knows the hash of the one before, so that nothing changes unnoticed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pydantic import ValidationError

from gramota.decisions.line import BEGINNING, Forgotten, Gone, Line, Opened, hash_of, parse_line
from gramota.errors import ContentError, Problem, Where


@dataclass(frozen=True)
class Chain:
    """The lines that hold together, the hash by which each is known, and the torn end of the file."""

    lines: tuple[Line, ...]
    hashes: tuple[str, ...]
    torn: bytes

    @property
    def head(self) -> str:
        """The hash that the next line is to carry."""
        return self.hashes[-1] if self.hashes else BEGINNING


def read_chain(content: bytes, path: str) -> Chain:
    """Read a whole log; raise ContentError with the number of the first line that does not fit the one before.

    Only the last line can be torn: it was being written when the power went, and nobody was told that it is saved.
    """
    whole, torn = _split(content)
    lines: list[Line] = []
    hashes = [BEGINNING]
    for number, text in enumerate(whole, start=1):
        line = _parse(text, Where(path, number))
        if line.n != number or line.prev != hashes[-1] or isinstance(line.did, Opened) != (number == 1):
            raise ContentError([Problem.at(Where(path, number), "G380")])
        lines.append(line)
        hashes.append(line.did.was if isinstance(line.did, Gone) else hash_of(text))
    _check_gone(lines, path)
    return Chain(tuple(lines), tuple(hashes[1:]), torn)


def _split(content: bytes) -> tuple[list[bytes], bytes]:
    *whole, torn = content.split(b"\n")
    if not torn and whole and not _is_line(whole[-1]):
        # A disk may have kept the end of the last line and lost its middle.
        torn = whole.pop() + b"\n"
    return whole, torn


def _is_line(text: bytes) -> bool:
    try:
        parse_line(text)
    except ValidationError as error:
        return not _is_no_json(error)
    return True


def _is_no_json(error: ValidationError) -> bool:
    return any(detail["type"] == "json_invalid" for detail in error.errors())


def _parse(text: bytes, where: Where) -> Line:
    try:
        return parse_line(text)
    except ValidationError as error:
        code = "G381" if _is_no_json(error) else "G382"
        raise ContentError([Problem.at(where, code)]) from None


def _check_gone(lines: Sequence[Line], path: str) -> None:
    """Refuse a line that says nothing any more, unless a later line says that it was forgotten."""
    forgotten = dict(_forgotten(lines))
    for line in lines:
        if isinstance(line.did, Gone) and forgotten.get(line.n, 0) <= line.n:
            raise ContentError([Problem.at(Where(path, line.n), "G380")])


def _forgotten(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    for line in lines:
        if isinstance(line.did, Forgotten):
            yield from ((number, line.n) for number in line.did.lines)
