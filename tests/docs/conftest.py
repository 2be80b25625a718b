"""The guide's example as a project of its own, once a language."""

from pathlib import Path

import pytest

from tests.docs.guide import LANGUAGES, example_project


@pytest.fixture(params=LANGUAGES)
def lang(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def project(lang: str, tmp_path: Path) -> Path:
    return example_project(lang, tmp_path)
