"""What takes an hour to measure must not be lost by measuring what takes a minute."""

import json
from xml.etree import ElementTree

from tests.bench.benchmarks_page import HEAD, with_sections
from tests.bench.plot import Line, Plot, plot_svg
from tests.bench.series import Series

PAGE = f"{HEAD}\n## One\n\nold\n\n### Within\n\n## Two\n\nkept\n"


def test_sections_that_are_not_measured_stay_and_keep_their_order() -> None:
    page = with_sections(PAGE, ["## One\n\nnew\n", "## Three\n\nadded\n"])
    assert page == f"{HEAD}\n## One\n\nnew\n\n## Two\n\nkept\n\n## Three\n\nadded\n"
    assert with_sections(page, []) == page


def test_large_sizes_stay_when_only_the_small_are_measured(tmp_path) -> None:
    Series(tmp_path, "site").keep(1000, {"seconds": 7.5})
    Series(tmp_path, "site").keep(10, {"seconds": 0.5})
    series = Series(tmp_path, "site")
    assert series.sizes() == [10, 1000]
    assert series.points("seconds") == [(10, 0.5), (1000, 7.5)]
    assert series.points("megabytes") == []
    assert not series.machines()
    assert [*json.loads((tmp_path / "docs/benchmarks/site.json").read_text(encoding="utf-8"))] == ["10", "1000"]


def test_a_plot_is_one_picture_whatever_the_figures() -> None:
    lines = [Line("with & without", [(10, 0.02), (1000, 1)]), Line("one size", [(100, 100)])]
    plot = Plot("Cost", "letters", "seconds", lines)
    assert plot_svg(plot) == plot_svg(plot)
    assert ElementTree.fromstring(plot_svg(plot)).tag.endswith("svg")
