"""Whether a word or phrase mends no more answers than any other would; pure arithmetic."""

from math import comb

LIKELIEST_BY_CHANCE = 0.05
"""What any word might equal with this probability or more is not proposed."""


def at_least_by_chance(hits: int, n: int, share: float) -> float:
    """Return the probability of at least so many hits among n where each has this probability (binomial tail)."""
    return sum(comb(n, k) * share**k * (1 - share) ** (n - k) for k in range(hits, n + 1))


def is_by_chance(mends: int, breaks: int, wrong: int, of: int, tried: int = 1) -> bool:
    """Whether any of so many phrases that are tried might mend as many answers, where so many of all are wrong now.

    Source: C. E. Bonferroni, Teoria statistica delle classi e calcolo delle probabilità (1936).
    """
    return at_least_by_chance(mends, mends + breaks, wrong / of if of else 0) * tried > LIKELIEST_BY_CHANCE
