"""The cases that the browser's engine must decide alike."""

import json

import pytest
from tests.twins import VECTORS, result_of

CASES = json.loads(VECTORS.read_text(encoding="utf-8"))["cases"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["answer"])
def test_vectors(case):
    assert json.loads(json.dumps(result_of(case["rubric"], case["answer"]))) == case["result"]
