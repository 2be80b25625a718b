"""Forgetting: lines lose what they say, and the chain still holds."""

from collections.abc import Callable
from pathlib import Path

from gramota.decisions.chain import Chain
from gramota.decisions.durable import replace_durably
from gramota.decisions.line import Forgotten, Gone, Line, Subject, moment_text, write_line
from gramota.decisions.log import LOG, Clock, load_chain
from gramota.decisions.standing import subject_of

IsTheirs = Callable[[Subject], bool]


def count_lines(folder: Path, is_theirs: IsTheirs) -> int:
    """Return how many lines are about such answers; raise ContentError where the chain is broken."""
    return len(_theirs(load_chain(folder / LOG), is_theirs))


def find_learners(folder: Path) -> set[str]:
    """Return whom the lines are about; raise ContentError where the chain is broken."""
    return {about.learner for line in load_chain(folder / LOG).lines if (about := subject_of(line))}


def forget_decisions(folder: Path, is_theirs: IsTheirs, clock: Clock) -> int:
    """Empty every line about such answers, log that, and return how many they were; all at once or not at all.

    What was torn off lines is deleted with them. The caller holds the folder. Raises ContentError where the chain is
    broken, and OSError.
    """
    chain = load_chain(folder / LOG)
    theirs = _theirs(chain, is_theirs)
    if theirs:
        told = Line(
            n=len(chain.lines) + 1,
            prev=chain.head,
            when=moment_text(clock()),
            did=Forgotten(lines=tuple(theirs)),
        )
        lines = [*_emptied(chain, set(theirs)), told]
        replace_durably(folder / LOG, b"".join(map(write_line, lines)))
    for torn in sorted(folder.glob(f"{LOG}.torn-*")):
        torn.unlink()
    return len(theirs)


def _theirs(chain: Chain, is_theirs: IsTheirs) -> list[int]:
    return [line.n for line in chain.lines if (about := subject_of(line)) and is_theirs(about)]


def _emptied(chain: Chain, numbers: set[int]) -> list[Line]:
    return [
        line.model_copy(update={"did": Gone(was=known)}) if line.n in numbers else line
        for line, known in zip(chain.lines, chain.hashes, strict=True)
    ]
