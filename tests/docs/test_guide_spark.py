"""The guide's program for Spark grades, and declares the columns that come: Spark refuses any others."""

import re
from contextlib import chdir
from pathlib import Path

import pyarrow as pa
import pytest

from tests.docs.guide import LANGUAGES, blocks, page_text

_NAMES = {"double": "double", "string": "string", "bool": "boolean", "int32": "int"}


def spark_type(kind: pa.DataType) -> str:
    if pa.types.is_list(kind):
        return f"array<{spark_type(kind.value_type)}>"
    if pa.types.is_struct(kind):
        fields = (kind.field(number) for number in range(kind.num_fields))
        return f"struct<{', '.join(f'{field.name}: {spark_type(field.type)}' for field in fields)}>"
    return _NAMES[str(kind)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_program_for_spark_gives_the_columns_that_it_declares(lang: str, project: Path):
    program = next(block for block in blocks(page_text(lang, "many-answers"), "py") if block.path)
    names: dict[str, object] = {}
    with chdir(project):
        exec(program.text, names)
        grade = names["grader"]()
    batch = pa.RecordBatch.from_pydict({"id": ["17"], "question": ["first-steps"], "answer": ["…"]})
    (graded,) = grade(iter([batch]))
    declared = re.sub(r"\s+", " ", str(names["GRADES"])).strip()
    assert declared == ", ".join(f"{field.name} {spark_type(field.type)}" for field in graded.schema)
