"""The caret stands under the character that the message is about, as a terminal shows it."""

import pytest
from rich.cells import cell_len

from gramota.errors import Problem, Where
from gramota.wording.caret import WIDEST, point_at
from gramota.wording.problems import tell


@pytest.mark.parametrize(
    ("line", "inside", "columns"),
    [
        ("accept: [a, (b]", "(", 12),
        ("        - '(b'", "(", 3),
        ("- 客户 (b", "(", 7),
        ("- и\u0306ё\u0301 (b", "(", 5),
        ("- 👍 (b", "(", 5),
    ],
)
def test_wide_and_combining_characters_do_not_move_the_caret_away(line: str, inside: str, columns: int):
    shown, caret = point_at(line, line.index(inside) + 1)
    indent = len(line) - len(line.lstrip())
    assert (shown, caret) == (line, " " * (indent + columns) + "^")


def test_the_caret_under_a_combining_character_stands_under_its_letter():
    assert point_at("и\u0306", 2) == ("и\u0306", "^")


def test_behind_the_last_character_there_is_a_place_too():
    assert point_at("- (b", 5) == ("- (b", "    ^")


@pytest.mark.parametrize("filler", ["слово ", "客", "и\u0306"])
def test_a_long_line_is_cut_around_the_place(filler: str):
    line = filler * 5000 + "(" + filler * 5000
    shown, caret = point_at(line, line.index("(") + 1)
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert cell_len(shown) <= WIDEST + 1
    assert cell_len(shown[: shown.index("(")]) == len(caret) - 1


def test_a_line_that_commands_the_terminal_is_shown_harmless_and_the_caret_stands_right():
    line = "\t- \x1b[2J\u202e(b"
    told = tell(Problem.at(Where("q.yml", 3, line.index("(") + 1), "G102").showing(line), "en").splitlines()
    assert told[1:3] == ["    3 |  - \ufffd[2J\ufffd(b", "      |         ^"]
    assert "\x1b" not in "".join(told)


def test_the_space_within_a_large_number_is_a_space():
    told = tell(Problem.at(Where("answers.csv"), "G330.table", limit="5000000", count="2"), "ru")
    assert "\ufffd" not in told
    assert "5\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}000" in told
