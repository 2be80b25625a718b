"""A number that is rounded must not say more than the result."""

import pytest
from babel import Locale

from gramota.grading.report.charts import draw_histogram, draw_slices
from gramota.grading.report.figures import bins_of, tell_share


@pytest.mark.parametrize(
    ("share", "ru", "en"),
    [
        (0.7, "70\u00a0%", "70%"),
        (0.69999, "69,9\u00a0%", "69.9%"),
        (2 / 3, "66,6\u00a0%", "66.6%"),
        (0.1 + 0.2, "30\u00a0%", "30%"),
        (0.29, "29\u00a0%", "29%"),
        (1.0, "100\u00a0%", "100%"),
        (None, "—", "—"),
    ],
)
def test_a_share_that_does_not_pass_never_reads_as_one_that_does(share: float | None, ru: str, en: str):
    assert [tell_share(share, Locale.parse(lang)) for lang in ("ru", "en")] == [ru, en]


def test_every_share_stands_in_one_column_and_full_points_in_the_last():
    assert bins_of([0, 0.099, 0.1, 0.3, 0.1 + 0.2, 0.7, 1], 10) == [2, 1, 0, 2, 0, 0, 0, 1, 0, 1]


def test_charts_stay_within_their_frames():
    histogram = draw_histogram([0, 3, 0, 0, 0, 0, 0, 0, 0, 1000], 0.7)
    assert all(bar.x >= 0 and bar.x + bar.width <= 320 and bar.y >= 15 for bar in histogram.bars)
    assert all(bar.y + bar.height == pytest.approx(histogram.base) for bar in histogram.bars)
    assert histogram.passes_at == 220
    slices = draw_slices([("passed", 1), ("not_passed", 0), ("review", 2)])
    assert [each.kind for each in slices] == ["passed", "review"]
    assert sum(each.width for each in slices) == pytest.approx(100, abs=0.01)


def test_an_empty_chart_can_be_drawn():
    assert draw_slices([("passed", 0)]) == []
    assert {bar.height for bar in draw_histogram([0] * 10, 0).bars} == {0}
