"""What several rooms of tests need: the built sites, each built once a run whatever its number of workers."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from gramota.cache import store
from tests.browser.sites import SUB_PATH, build_anywhere
from tests.built_site.building import ROOT, build_site
from tests.once import MadeOnce, place_of_the_run
from tests.zensical.engine import find_zensical

# How long an example takes is decided by what else the machine does, most of all by the other workers.
settings.register_profile("beside others", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("beside others")


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
def made_once(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> MadeOnce:
    return MadeOnce(place_of_the_run(pytestconfig, tmp_path_factory.getbasetemp()))


@pytest.fixture(scope="session")
def example_site(made_once: MadeOnce) -> Path:
    return made_once.folder("example", lambda folder: build_site(ROOT, folder))


@pytest.fixture(scope="session")
def canary_site(made_once: MadeOnce) -> Path:
    return made_once.folder("canary", lambda folder: build_site(ROOT / "tests/sites/canary", folder))


@pytest.fixture(scope="session")
def handbook_site(made_once: MadeOnce) -> Path:
    return made_once.folder("handbook", lambda folder: build_site(ROOT / "tests/sites/handbook", folder))


@pytest.fixture(scope="session")
def languages_site(made_once: MadeOnce) -> Path:
    """The site with letters in three languages."""
    return made_once.folder("languages", lambda folder: build_site(ROOT / "tests/sites/languages", folder))


@pytest.fixture(scope="session")
def anywhere_site(made_once: MadeOnce) -> Path:
    """The site with a page of each kind, in the sub-path of its server's folder."""
    return made_once.folder("anywhere", build_anywhere) / SUB_PATH
