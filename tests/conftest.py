"""What several rooms of tests need: the built sites, each built once a run."""

from pathlib import Path

import pytest

from tests.built_site.building import ROOT, build_site


@pytest.fixture(scope="session")
def example_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(ROOT, tmp_path_factory.mktemp("example"))


@pytest.fixture(scope="session")
def canary_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(ROOT / "tests/sites/canary", tmp_path_factory.mktemp("canary"))
