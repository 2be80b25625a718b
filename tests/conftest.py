"""What several rooms of tests need: the built sites, each built once a run."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from gramota.cache import store
from tests.built_site.building import ROOT, build_site
from tests.zensical.engine import find_zensical


def pytest_report_header() -> str:
    found = find_zensical()
    return f"Zensical: {found or 'not found, so ejected projects are built with MkDocs only'}"


@pytest.fixture(scope="session", autouse=True)
def _cache_of_the_run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What an earlier run or the user's own work left in the cache decides no test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(store.FOLDER, str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def example_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(ROOT, tmp_path_factory.mktemp("example"))


@pytest.fixture(scope="session")
def canary_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(ROOT / "tests/sites/canary", tmp_path_factory.mktemp("canary"))
