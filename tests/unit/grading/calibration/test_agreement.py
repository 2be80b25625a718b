"""Figures of agreement are those of the books, and an interval never says more than the answers do."""

import pytest

from gramota.grading.calibration.agreement import (
    Crossed,
    add_crossed,
    cross,
    kappa,
    kappa_interval,
    proportion,
    weighted_kappa,
)
from gramota.grading.suggesting.chance import at_least_by_chance

# Wilson's intervals as in Newcombe, Statistics in Medicine 17 (1998), table I.
WILSON = [
    ((81, 263), (0.2553, 0.3662)),
    ((15, 148), (0.0624, 0.1605)),
    ((0, 20), (0.0, 0.1611)),
    ((1, 29), (0.0061, 0.1718)),
]


@pytest.mark.parametrize(("counts", "bounds"), WILSON)
def test_proportions_have_the_published_intervals(counts: tuple[int, int], bounds: tuple[float, float]):
    found = proportion(*counts)
    assert found
    assert (round(found.low, 4), round(found.high, 4)) == bounds


def test_nothing_has_no_share():
    assert proportion(0, 0) is None
    assert kappa(Crossed()) is None
    assert kappa_interval([]) is None
    assert weighted_kappa([]) is None


def test_kappa_is_that_of_the_books():
    """The worked example of Cohen (1960) and of most textbooks since: 20, 5, 10, 15 make 0.4."""
    assert kappa(Crossed(20, 5, 10, 15)) == pytest.approx(0.4)


def test_pairs_are_counted_by_what_both_say():
    assert cross([(True, True), (True, False), (False, False), (True, True)]) == Crossed(2, 1, 0, 1)
    assert add_crossed([Crossed(1, 2, 3, 4), Crossed(1, 1, 1, 1)]) == Crossed(2, 3, 4, 5)


def test_where_all_decisions_are_the_same_there_is_no_kappa():
    assert kappa_interval([Crossed(neither=1)] * 30) is None


def test_full_agreement_on_few_answers_is_no_certainty():
    few = kappa_interval([Crossed(both=1)] * 5 + [Crossed(neither=1)] * 5)
    many = kappa_interval([Crossed(both=1)] * 500 + [Crossed(neither=1)] * 500)
    assert few
    assert many
    assert (few.value, few.high, many.value) == (1, 1, 1)
    assert few.low < 0.5
    assert many.low > 0.98


def test_decisions_on_one_answer_count_as_one_piece_of_evidence():
    """Ten decisions on each of ten answers that are all right or all wrong prove no more than ten decisions."""
    single = [Crossed(both=1)] * 5 + [Crossed(neither=1)] * 3 + [Crossed(only_one=1)] * 2
    tenfold = [Crossed(*(10 * count for count in table)) for table in single]
    one, ten = kappa_interval(single), kappa_interval(tenfold)
    assert one == ten


def test_the_same_answers_have_the_same_interval():
    tables = [Crossed(both=1), Crossed(only_one=1), Crossed(neither=1), Crossed(neither=1)] * 10
    assert kappa_interval(tables) == kappa_interval(tables)


def test_weighted_kappa_is_cohens_with_quadratic_weights():
    """By the definition, over all pairs of points: 1 less disagreement by that of the margins."""
    pairs = [(0, 0), (1, 1), (2, 1), (2, 2), (3, 1), (3, 3), (0, 1)]
    n = len(pairs)
    observed = sum((a - b) ** 2 for a, b in pairs) / n
    by_chance = sum((a - b) ** 2 for a, _ in pairs for _, b in pairs) / n**2
    found = weighted_kappa([(float(a), float(b)) for a, b in pairs])
    assert found
    assert found.value == pytest.approx(1 - observed / by_chance)
    assert found.low < found.value < found.high


def test_points_may_be_fractions_and_never_vary():
    found = weighted_kappa([(0.1, 0.1), (0.2, 0.2), (0.3, 0.3)])
    assert found
    assert found.value == pytest.approx(1)
    assert weighted_kappa([(1.5, 1.5)] * 10) is None


def test_chance_is_the_tail_of_the_binomial():
    assert at_least_by_chance(2, 2, 0.5) == pytest.approx(0.25)
    assert at_least_by_chance(1, 3, 0.1) == pytest.approx(1 - 0.9**3)
    assert at_least_by_chance(0, 3, 0.1) == pytest.approx(1)
