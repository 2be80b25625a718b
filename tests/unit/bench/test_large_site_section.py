"""The page tells of sizes that were measured by an earlier list of sizes."""

from pathlib import Path

from tests.bench.large_site.build import WAYS
from tests.bench.large_site.section import NAME, RUNS, build_rows
from tests.bench.series import Series


def test_a_size_that_is_measured_no_more_is_told_with_its_own_number_of_runs(tmp_path: Path):
    series, size = Series(tmp_path, NAME), 7
    assert size not in RUNS
    costs = {f"{way}_{name}": 1.0 for way in WAYS for name in ("wall", "cpu", "memory")}
    series.keep(size, {"runs": 5, **costs})
    _, _, first, *_ = build_rows(series)
    assert first.startswith("| 7 | 5 | ")
