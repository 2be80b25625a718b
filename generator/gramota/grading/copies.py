"""The same sheet handed in more than once: as a file and as its text, or in two places."""

from collections.abc import Sequence

from gramota.grading.grade import Attempt
from gramota.grading.inbox.answers_text import seal_of


def originals_of(attempts: Sequence[Attempt]) -> list[Attempt]:
    """Return for each attempt the one that stands for its sheet: the one that knows most, and of equals the first."""
    if len(attempts) < 2:
        return [*attempts]
    seals = [seal_of(attempt.handed_in.answers) for attempt in attempts]
    found: dict[str, Attempt] = {}
    for seal, attempt in sorted(zip(seals, attempts, strict=True), key=lambda each: -knowledge(each[1])):
        found.setdefault(seal, attempt)
    return [found[seal] for seal in seals]


def without_copies(attempts: Sequence[Attempt]) -> tuple[Attempt, ...]:
    """Return one attempt for each sheet, in their order."""
    pairs = zip(attempts, originals_of(attempts), strict=True)
    return tuple(attempt for attempt, original in pairs if attempt is original)


def knowledge(attempt: Attempt) -> int:
    """Return how much a sheet knows beyond its answers: a file knows of the self-check, and a text does not."""
    return len(attempt.handed_in.answers.self_check)
