"""Links between letters, to sections and to files: those that lead nowhere are told, and no others."""

from pathlib import Path

import pytest

from gramota.course import read_course
from gramota.course.markdown.links import find_all_links, find_anchors
from gramota.wording.problems import tell

HEAD = "title: T\ndate: 2026-01-31\naudience: All\nlang: en\n"


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    _put("fire", "Get out.", section="alarm")
    _put("sales/refunds", "Pay.", section="rule")
    Path("docs/plan (1).png").write_bytes(b"")
    Path("docs/letters/sales/plan.png").write_bytes(b"")
    Path("docs/guide.md").write_text("# Guide", encoding="utf-8")


def _put(letter: str, body: str, section: str = "text") -> None:
    path = Path(f"docs/letters/{letter}.yml")
    path.parent.mkdir(parents=True, exist_ok=True)
    text = body.replace("\n", "\n      ")
    path.write_text(f"{HEAD}sections:\n  - id: {section}\n    title: S\n    body: |\n      {text}\n", encoding="utf-8")


def _told(body: str) -> list[str]:
    _put("sales/new", body)
    return [tell(problem, "en") for problem in read_course(Path("docs"), Path("quizzes"))[1]]


def test_a_page_by_hand_that_turns_the_direction_of_reading_is_told_by_line() -> None:
    page = "# Guide\r\n\r\nA\u202eb\u2066 c\r\n&#x202e; `&#8238;` &#0008297 &#82381;\n\n```\n&#x2066;\n```\n"
    Path("docs/guide.md").write_bytes(page.encode())
    _, problems = read_course(Path("docs"), Path("quizzes"))
    assert [(str(each.where), each.code, dict(each.values)["character"], each.end) for each in problems] == [
        ("docs/guide.md:3:2", "G004.direction", "U+202E", 3),
        ("docs/guide.md:4:1", "G004.escaped", "U+202E", 9),
        ("docs/guide.md:4:20", "G004.escaped", "U+2069", 29),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "[a](refunds.yml) [b](../fire.yml#alarm) [c](../sales/refunds.yml#rule) [d](#text) [e](#)",
        "![a](plan.png) ![b](<../../plan (1).png>) ![c](../../plan%20(1).png) ![d](plan.png?v=2 'A plan')",
        "[![a](plan.png)](../../guide.md#guide)",
        "[a](https://example.org/x.yml#y) [b](HTTPS://example.org) [c](mailto:a@example.org) [d](//example.org/x.yml)",
        "[a](/letters/fire.yml#alarm) [b](/guide.md#guide) ![c](/letters/sales/plan.png) [d](/index.md)",
        '<a href="refunds.yml">a</a> <a href=../fire.yml#alarm>b</a> <a href="#text">c</a>',
        "<img src='plan.png' alt=''> <img src='/letters/sales/plan.png' alt=''>",
        '<a href="https://example.org/x.yml">a</a> <a href="mailto:a@example.org">b</a> `<a href="nowhere.yml">`',
        "<!-- [a](nowhere.yml) <a href='nowhere.yml'> -->",
        "[a](../fire/index.md#alarm) [b](../fire/control.md#control.why)",
        "[a](refunds/index.md) [b](../fire/control.md) [c](../../index.md)",
        "`[a](nowhere.yml)` and ``[b](#nowhere)``\n\n```\n[c](nowhere.md)\n```",
        "A footnote[^1].\n\n[^1]: nowhere.yml is no link",
        "[by name]\n\n[by name]: refunds.yml#rule",
        "\\[no link\\](nowhere.yml)",
        "A part {: #part }\n\n[a](#part) [b](#gramota-self-check)",
        '<span id="part">x</span> [a](#part)',
        "#### Lunch & dinner\n\n[a](#lunch--dinner)",
    ],
)
def test_link_that_leads_somewhere_is_not_told(body: str) -> None:
    assert _told(body) == []


@pytest.mark.parametrize(
    ("body", "place", "said"),
    [
        ("[a](../fier.yml)", "9:11: G081", "Did you mean “../fire.yml”?"),
        ("[a](fire.yml)", "9:11: G081", "Did you mean “../fire.yml”?"),
        ("[a](refunds.yaml)", "9:11: G081", "Did you mean “refunds.yml”?"),
        ("[a](refunds.yml?x=1)", "9:11: G081", "Did you mean “refunds.yml”?"),
        ("[a](../fire.yml#alrm)", "9:11: G082", "Did you mean “alarm”?"),
        ("One\n\ntwo [a](#txt)", "11:15: G082", "Did you mean “text”?"),
        ("[a](../fire.yml#text)", "9:11: G082", "Its sections: alarm."),
        ("![a](paln.png)", "9:12: G083", "Did you mean “plan.png”?"),
        ("[a](../../giude.md)", "9:11: G083", "Did you mean “../../guide.md”?"),
        ("[a](../../../../etc/passwd)", "9:11: G083", "leads to no file"),
        ("[a](..)", "9:11: G083", "leads to no file"),
        ("[a](../../../guide.md)", "9:11: G083", "leads to no file"),
        (f"[a]({'x' * 300}/{'y' * 5000}.md)", "9:11: G083", "leads to no file"),
        ("[a](%00/%00.md)", "9:11: G083", "leads to no file"),
        ("![a](PLAN.png)", "9:12: G083", "Did you mean “plan.png”?"),
        ("[a][b]\n\n[b]: nowhere.md", "11:12: G083", "leads to no file"),
        ("[a](/letters/fier.yml)", "9:11: G081", "Did you mean “/letters/fire.yml”?"),
        ("[a](/anywhere)", "9:11: G083", "write its whole address"),
        ("[a](/)", "9:11: G083", "Did you mean “/index.md”?"),
        ("[a](../..)", "9:11: G083", "Did you mean “../../index.md”?"),
        ("[a](/letters/fire/)", "9:11: G083", "Did you mean “/letters/fire.yml”?"),
        ("[a](../fire/)", "9:11: G083", "Did you mean “../fire.yml”?"),
        ("[a](refunds.html)", "9:11: G083", "Did you mean “refunds.yml”?"),
        ('<a href="fier.yml">a</a>', "9:16: G081", "Did you mean “../fire.yml”?"),
        ("<img src='paln.png' alt=''>", "9:17: G083", "Did you mean “plan.png”?"),
        ("<a href=../fire.yml#alrm>a</a>", "9:15: G082", "Did you mean “alarm”?"),
        ("[a](../fire/index.md#alrm)", "9:11: G082", "Did you mean “alarm”?"),
        ("[a](../../guide.md#giude)", "9:11: G082", "Did you mean “guide”?"),
    ],
)
def test_link_that_leads_nowhere_is_told_at_its_place(body: str, place: str, said: str) -> None:
    [told] = _told(body)
    assert told.startswith(f"docs/letters/sales/new.yml:{place} ")
    assert said in told


def test_links_of_a_broken_letter_are_told_and_links_to_it_are_not() -> None:
    """One mistake hides no other, and makes none."""
    path = Path("docs/letters/fire.yml")
    path.write_text(path.read_text(encoding="utf-8").replace("2026-01-31", "soon"), encoding="utf-8")
    _put("sales/new", "[a](../fire.yml#alarm)")
    path.write_text(path.read_text(encoding="utf-8").replace("Get out.", "[b](nowhere.yml)"), encoding="utf-8")
    codes = [problem.code for problem in read_course(Path("docs"), Path("quizzes"))[1]]
    assert sorted(codes) == ["G033", "G081"]


def test_link_to_a_section_of_a_letter_that_cannot_be_read_is_not_told() -> None:
    Path("docs/letters/fire.yml").write_text("title: [", encoding="utf-8")
    assert [told.split()[1] for told in _told("[a](../fire.yml#alarm)")] == ["G025"]


_UNCLOSED = ("[a](" + "(" * 200_000, "[" * 200_000 + "]:", "](<" * 60_000, "<a href=" * 50_000, "<!--" * 50_000)


@pytest.mark.parametrize("unclosed", _UNCLOSED)
def test_brackets_without_end_do_not_keep_the_author_waiting(unclosed: str) -> None:
    assert len([*find_all_links(unclosed), *find_anchors(unclosed)]) <= 1


def test_no_two_links_share_a_letter_of_the_text() -> None:
    """Else what stands between them would be written twice."""
    [link] = find_all_links("[a](<a href='fire.yml'>)")
    assert link.target == "a href='fire.yml'"


def _told_of_page(text: str, *, at: str = "docs/about/us.md") -> list[str]:
    Path(at).parent.mkdir(exist_ok=True)
    Path(at).write_text(text, encoding="utf-8")
    return [tell(problem, "en") for problem in read_course(Path("docs"), Path("quizzes"))[1]]


@pytest.mark.parametrize(
    "text",
    [
        "[a](../letters/fire.yml#alarm) [b](/letters/sales/refunds.yml) <a href='../letters/fire.yml'>c</a>",
        "# Тема: «А» и Б\n\n[a](#тема-а-и-б) [b](../guide.md#guide) [c](../index.md#any)",
        "## A `b` {: #own .c }\n\nOther\n-----\n\n[a](#own) [b](#a-b) [c](#other)",
        "## [Name](https://example.org)\n\n[a](#name)",
        "## Twice\n\n## Twice\n\n[a](#twice_1)",
        "[no page: the engine tells](nowhere.md#any) `[a](nowhere.yml)`",
        "{% include 'x' %} [a](#made-later)",
    ],
)
def test_link_of_a_page_by_hand_that_leads_somewhere_is_not_told(text: str) -> None:
    assert _told_of_page(text) == []


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("# Us\n\n[a](../letters/fier.yml)", "3:5: G081", "Did you mean “../letters/fire.yml”?"),
        ("[a](fire.yml)", "1:5: G081", "Did you mean “../letters/fire.yml”?"),
        ("[a](../letters/fire.yml#alrm)", "1:5: G082", "Did you mean “alarm”?"),
        ("[a](../guide.md#giude)", "1:5: G082", "Did you mean “guide”?"),
        ("# One\r\n\r\n\r\n[a](#on)\r\n", "4:5: G082", "Did you mean “one”?"),
    ],
)
def test_link_of_a_page_by_hand_that_leads_nowhere_is_told_at_its_place(text: str, place: str, said: str) -> None:
    [told] = _told_of_page(text)
    assert told.startswith(f"docs/about/us.md:{place} ")
    assert said in told


def test_pages_that_are_not_published_are_not_looked_at() -> None:
    assert _told_of_page("[a](nowhere.yml)", at="docs/.drafts/us.md") == []


def test_folders_are_listed_once_however_many_links_lead_there(monkeypatch: pytest.MonkeyPatch) -> None:
    listed: list[Path] = []
    iterdir = Path.iterdir
    monkeypatch.setattr(Path, "iterdir", lambda path: (listed.append(path), iterdir(path))[1])
    assert _told("![a](plan.png) " * 50 + "[b](../../guide.md) " * 50) == []
    assert sorted(listed) == [Path("docs"), Path("docs/letters/sales")]
