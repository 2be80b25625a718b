"""What YAML reads as a remark is told where it was meant for text, and is left alone where it is one."""

import pytest

from gramota.course.yaml_files.source import Source


@pytest.mark.parametrize(
    "line",
    [
        "title: Fire # as it was",
        "title: Fire  #",
        "title: 'Order #5'",
        'title: "Order #5" #x',
        "title: Order#5",
        "revision: 2 #raised in May",
        "accept: [goods, things] #both",
        "body: |\n  Take form #5\n  and #6",
        "#a note",
        "- -1\n- x",
        "title: -Fire",
        "title: x\n# a\n#b",
    ],
)
def test_a_remark_and_a_sign_in_quotes_are_not_told(line: str):
    assert Source("a.yml", f"first: x\n{line}\n").problems == () or line.startswith("- ")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("title: Order #5", "1:14"),
        ("a: x\r\ntitle: Order #5\r\n", "2:14"),
        ("a: x\rtitle: Order #5\r", "2:14"),
        ("accept:\n  - form #5\n  - x", "2:10"),
        ("title: One\n  two \t#three", "2:8"),
        ("title: Приказ 🔥 #5", "1:17"),
    ],
)
def test_a_text_that_ends_before_a_number_sign_is_told_there(text: str, place: str):
    [told] = Source("a.yml", text).problems
    assert (told.code, str(told.where)) == ("G100", f"a.yml:{place}")


def test_very_many_number_signs_do_not_keep_the_author_waiting():
    assert len(Source("a.yml", "a:\n" + "- b #c\n" * 50_000).problems) == 50_000
