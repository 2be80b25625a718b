"""Why a path will not do is said only where it is known."""

from pathlib import Path

import click
import pytest

from gramota.cli.usage_errors import tell_usage_error
from gramota.wording import wording


@pytest.mark.parametrize(
    ("kind", "given", "said"),
    [
        (click.Path(exists=True), "missing", "does not exist"),
        (click.Path(dir_okay=False), "folder", "is a directory"),
        (click.Path(file_okay=False), "file", "is a file"),
    ],
)
def test_a_path_refused_for_another_reason_is_not_said_to_be_forbidden(
    tmp_path: Path, kind: "click.Path[str]", given: str, said: str
):
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    parameter = click.Argument(["files"], type=kind)
    with pytest.raises(click.BadParameter) as refused:
        parameter.type_cast_value(click.Context(click.Command("read")), str(tmp_path / given))
    told = tell_usage_error(refused.value, wording("cli", "en"))
    assert said in told
    assert "you may not do that" not in told


def test_a_path_that_may_not_be_read_is_said_to_be_so():
    refused = click.BadParameter("is not readable", param=click.Argument(["files"], type=click.Path()))
    assert tell_usage_error(refused, wording("cli", "en")) == (
        "What stands after FILES cannot be opened: you may not do that here."
    )
