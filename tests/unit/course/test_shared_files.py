"""What letters and quizzes take from shared files: whose words count, where mistakes are told, what is no one's."""

import ntpath
import os
import pickle
from pathlib import Path, PureWindowsPath

import pytest

from gramota.course import Course, Lesson, load_course, read_course
from gramota.course.files import include_path, included, shared_files
from gramota.course.files.shared_files import SharedFiles
from gramota.course.load import find_lessons
from gramota.course.model.identity import content_hash
from gramota.errors import ContentError
from gramota.grading.checking.course_check import check_course
from gramota.grading.checking.lesson_check import check_lesson
from gramota.grading.compiled_quiz import compile_quiz

LETTER = """\
title: Refunds
date: 2026-01-31
audience: All
lang: en
{}sections:
  - id: pay
    title: Pay
    body: Pay the VAT back, and ask the CEO.
"""
QUIZ = """\
{}control:
  - id: why
    prompt: Why?
    section: pay
    criteria:
      - {{id: goods, title: Goods, accept: [return <goods>]}}
"""


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tmp_path / "project"
    root.mkdir()
    monkeypatch.chdir(root)


def _put(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def _letter(extra: str = "include: ../../shared/a.yml\n", at: str = "docs/letters/refunds.yml") -> None:
    _put(at, LETTER.format(extra))


def _quiz(extra: str = "include: ../shared/a.yml\n") -> None:
    _put("quizzes/refunds.yml", QUIZ.format(extra))


def _course() -> Course:
    return load_course(Path("docs"), Path("quizzes"))


def _lesson() -> Lesson:
    return _course().lesson("refunds")


def _told() -> list[str]:
    return [f"{found.where} {found.code}" for found in check_course(Path("docs"), Path("quizzes")).problems]


def test_a_letter_takes_the_terms_that_it_uses_and_no_others():
    _letter()
    _put("shared/a.yml", "terms: {VAT: Value-added tax, PPE: Protection, EO: Nothing, CEO: Chief}\n")
    assert _lesson().letter.terms == {"VAT": "Value-added tax", "CEO": "Chief"}


def test_own_words_outweigh_included_ones_and_those_of_a_file_what_it_includes():
    _letter("include: ../../shared/a.yml\nterms: {VAT: own}\n")
    _quiz("include: ../shared/a.yml\nsynonyms: {goods: [own]}\n")
    _put("shared/a.yml", "include: deeper/b.yml\nterms: {VAT: a, CEO: a}\nsynonyms: {goods: [a], client: [a]}\n")
    _put("shared/deeper/b.yml", "terms: {CEO: b}\nsynonyms: {client: [b], seller: [b]}\n")
    lesson = _lesson()
    assert lesson.letter.terms == {"CEO": "a", "VAT": "own"}
    assert lesson.quiz
    assert lesson.quiz.synonyms == {"goods": ("own",), "client": ("a",), "seller": ("b",)}


def test_a_term_that_moves_to_a_shared_file_makes_no_other_letter():
    _letter("terms: {VAT: Value-added tax}\n")
    before = content_hash(_lesson().letter)
    _letter()
    _put("shared/a.yml", "terms: {VAT: Value-added tax, PPE: Protection}\n")
    assert content_hash(_lesson().letter) == before


def test_the_same_file_by_two_ways_is_no_contradiction():
    _letter("include: [../../shared/a.yml, ../../shared/b.yml]\n")
    _put("shared/a.yml", "include: c.yml\n")
    _put("shared/b.yml", "include: c.yml\nterms: {CEO: b}\n")
    _put("shared/c.yml", "terms: {VAT: c}\n")
    assert _lesson().letter.terms == {"VAT": "c", "CEO": "b"}


def test_what_the_including_file_decides_is_no_contradiction():
    _letter("include: [../../shared/a.yml, ../../shared/b.yml]\nterms: {VAT: own}\n")
    _put("shared/a.yml", "terms: {VAT: a}\n")
    _put("shared/b.yml", "terms: {VAT: b}\n")
    assert _lesson().letter.terms == {"VAT": "own"}


def test_an_included_group_is_known_to_phrases():
    _letter("")
    _quiz()
    _put("shared/a.yml", "synonyms: {goods: [goods, merchandise]}\n")
    assert compile_quiz(_lesson()).rubrics["why"].keys
    assert _told() == []


def test_a_mistake_in_a_shared_phrase_is_told_once_and_in_the_shared_file():
    for name in ("refunds", "second"):
        _letter("", at=f"docs/letters/{name}.yml")
        _put(f"quizzes/{name}.yml", QUIZ.format("include: ../shared/a.yml\n"))
    _put("shared/a.yml", "synonyms:\n  goods: [goods, '(merchandise']\n")
    assert _told() == ["shared/a.yml:2:19 G102"]


def test_groups_of_a_file_that_is_not_there_are_not_missed_as_well():
    _letter("")
    _quiz()
    assert _told() == ["quizzes/refunds.yml:1:10 G130"]


def test_a_mistake_in_the_quiz_does_not_make_included_groups_unknown():
    _letter("")
    _quiz("include: ../shared/a.yml\npass: most\n")
    _put("shared/a.yml", "synonyms: {goods: [goods]}\n")
    assert _told() == ["quizzes/refunds.yml:2:7 G039"]


def test_a_changed_shared_file_is_seen_though_nothing_else_has_changed(monkeypatch, tmp_path):
    monkeypatch.setenv("GRAMOTA_CACHE", str(tmp_path / "cache"))
    _letter("")
    _quiz()
    assert _told() == ["quizzes/refunds.yml:1:10 G130"]
    _put("shared/a.yml", "include: b.yml\n")
    assert _told() == ["shared/a.yml:1:10 G130"]
    _put("shared/b.yml", "synonyms: {goods: [goods]}\n")
    assert _told() == []
    _put("shared/b.yml", "synonyms: {good: [goods]}\n")
    assert _told() == ["quizzes/refunds.yml:7:51 G108"]
    _put("shared/b.yml", "synonyms: {goods: [goods]}\n")
    assert _told() == []


def test_what_is_kept_of_one_project_is_not_taken_for_another(monkeypatch, tmp_path):
    monkeypatch.setenv("GRAMOTA_CACHE", str(tmp_path / "cache"))
    _letter("")
    _quiz()
    _put("shared/a.yml", "synonyms: {goods: [goods]}\n")
    assert _told() == []
    other = tmp_path / "other"
    other.mkdir()
    monkeypatch.chdir(other)
    _letter("")
    _quiz()
    _put("shared/a.yml", "synonyms: {good: [goods]}\n")
    assert _told() == ["quizzes/refunds.yml:7:51 G108"]


def test_a_link_does_not_lead_out_of_the_project(tmp_path: Path):
    (tmp_path / "secret.yml").write_text("terms: {VAT: secret}\n", encoding="utf-8")
    Path("shared").mkdir()
    Path("shared/a.yml").symlink_to(tmp_path / "secret.yml")
    _letter()
    assert _told() == ["docs/letters/refunds.yml:5:10 G131"]


def test_quizzes_elsewhere_share_what_lies_beside_them(tmp_path: Path):
    _letter("")
    _put("../private/quizzes/refunds.yml", QUIZ.format("include: ../shared.yml\n"))
    _put("../private/shared.yml", "synonyms: {goods: [goods]}\n")
    course, problems = read_course(Path("docs"), tmp_path / "private/quizzes")
    assert problems == []
    assert course.lesson("refunds").quiz


def test_a_file_with_another_name_is_offered():
    _letter("include: ../../shared/trems.yml\n")
    _put("shared/terms.yml", "terms: {VAT: Tax}\n")
    with pytest.raises(ContentError) as caught:
        _course()
    assert dict(caught.value.problems[0].values)["suggestion"] == "../../shared/terms.yml"


def test_a_link_to_another_file_is_seen_though_no_file_has_changed(monkeypatch, tmp_path):
    monkeypatch.setenv("GRAMOTA_CACHE", str(tmp_path / "cache"))
    _letter("")
    _quiz("include: ../shared/terms.yml\n")
    _put("shared/2025.yml", "synonyms: {goods: [goods]}\n")
    _put("shared/2026.yml", "synonyms: {good: [goods]}\n")
    link = Path("shared/terms.yml")
    link.symlink_to("2025.yml")
    assert _told() == []
    link.unlink()
    link.symlink_to("2026.yml")
    assert _told() == ["quizzes/refunds.yml:7:51 G108"]


def test_a_link_to_another_folder_of_the_same_file_is_seen(monkeypatch, tmp_path):
    monkeypatch.setenv("GRAMOTA_CACHE", str(tmp_path / "cache"))
    _letter("")
    _quiz("include: ../shared/a.yml\n")
    for year, group in (("2025", "goods"), ("2026", "good")):
        _put(f"kept/{year}/a.yml", "include: b.yml\n")
        _put(f"kept/{year}/b.yml", f"synonyms: {{{group}: [goods]}}\n")
    link = Path("shared")
    link.symlink_to("kept/2025")
    assert _told() == []
    link.unlink()
    link.symlink_to("kept/2026")
    assert _told() == ["quizzes/refunds.yml:7:51 G108"]


def test_a_link_to_follow_is_watched_and_so_is_where_it_leads():
    _letter()
    _put("shared/2025.yml", "terms: {VAT: Tax}\n")
    Path("shared/a.yml").symlink_to("2025.yml")
    shared = SharedFiles(Path("docs"), Path("quizzes"))
    read_course(Path("docs"), Path("quizzes"), shared)
    assert shared.looked_for == {Path.cwd() / "shared/a.yml", Path.cwd() / "shared/2025.yml"}


@pytest.mark.parametrize("path", ["/dev/zero", "../../../pipe.yml", "../../shared/pipe.yml"])
def test_what_is_no_file_of_the_project_is_not_read_without_end(path: str, tmp_path: Path):
    os.mkfifo(tmp_path / "pipe.yml")
    Path("shared").mkdir()
    os.mkfifo("shared/pipe.yml")
    _letter(f"include: {path}\n")
    assert _told() == [f"docs/letters/refunds.yml:5:10 {'G130' if 'shared' in path else 'G131'}"]


@pytest.mark.parametrize("name", [r"a\0b", "a" * 300, "a" * 300 + "/b"])
def test_a_path_that_no_file_can_have_leads_to_no_file(name: str):
    _letter(f'include: "../../shared/{name}.yml"\n')
    assert [each for each in _told() if "G004" not in each] == ["docs/letters/refunds.yml:5:10 G130"]


def test_what_lies_outside_the_project_is_not_read_and_not_watched(monkeypatch, tmp_path):
    (tmp_path / "secret.yml").write_text("terms: {VAT: secret}\n", encoding="utf-8")
    _letter("include: ../../../secret.yml\n")
    read: list[Path] = []
    monkeypatch.setattr(shared_files, "load_source", lambda path, shown_as: read.append(path))
    shared = SharedFiles(Path("docs"), Path("quizzes"))
    (lesson,) = find_lessons(Path("docs"), Path("quizzes"), shared)[0]
    found = check_lesson(lesson.sources())
    assert ([each.code for each in found.problems], set(found.included.values())) == (["G131"], {""})
    assert (read, shared.looked_for) == ([], set())


def test_a_path_that_leads_out_and_is_mended_is_read(monkeypatch, tmp_path):
    monkeypatch.setenv("GRAMOTA_CACHE", str(tmp_path / "cache"))
    (tmp_path / "terms.yml").write_text("terms: {VAT: Tax}\n", encoding="utf-8")
    link = Path("shared/a.yml")
    link.parent.mkdir()
    link.symlink_to(tmp_path / "terms.yml")
    _letter()
    assert _told() == ["docs/letters/refunds.yml:5:10 G131"]
    link.unlink()
    _put("shared/a.yml", "terms: {VAT: Tax}\n")
    assert _told() == []


def test_a_path_to_another_drive_is_the_path_itself(monkeypatch):
    monkeypatch.setattr(include_path, "relpath", ntpath.relpath)
    letters, other = PureWindowsPath("C:/project/docs/letters"), PureWindowsPath("D:/terms.yml")
    assert include_path.path_from(letters, other) == r"D:\terms.yml"
    assert include_path.path_from(letters, PureWindowsPath("C:/project/a.yml")) == r"..\..\a.yml"
    assert letters / include_path.path_from(letters, other) == other


def _chain(length: int) -> None:
    """Shared files 1, 2, … of which each includes the next, and the last has a term."""
    for number in range(1, length):
        _put(f"shared/{number}.yml", f"include: {number + 1}.yml\n")
    _put(f"shared/{length}.yml", "terms: {VAT: Tax}\n")


def test_a_term_that_only_questions_use_is_not_lost_when_it_moves_to_a_shared_file():
    _letter("include: ../../shared/a.yml\nterms: {CEO: own}\n")
    _put(
        "quizzes/refunds.yml",
        """\
self_check:
  - id: one
    type: single
    section: pay
    prompt: Who signs an SLA?
    hints: Not the CFO.
    why: See the NDA.
    options: [{text: The CTO, correct: true, why: The COO cannot.}, {text: The CMO}]
control:
  - id: why
    prompt: What is an RFP?
    section: pay
    criteria: [{id: goods, title: The KPI, accept: [ROI]}]
    examples: [{answer: The GMV}]
""",
    )
    shown, private = ("SLA", "CFO", "NDA", "CTO", "COO", "CMO", "RFP"), ("KPI", "ROI", "GMV")
    _put("shared/a.yml", f"terms: {{{', '.join(f'{term}: Meaning' for term in (*shown, *private, 'PPE'))}}}\n")
    assert _lesson().letter.terms.keys() == {"CEO", *shown}


def test_a_question_that_uses_another_term_makes_no_other_letter():
    _letter()
    _quiz("")
    _put("shared/a.yml", "terms: {VAT: Tax, SLA: Agreement}\n")
    before = content_hash(_lesson().letter)
    _put("quizzes/refunds.yml", QUIZ.format("").replace("Why?", "Why an SLA?"))
    assert _lesson().letter.terms.keys() == {"VAT", "SLA"}
    assert content_hash(_lesson().letter) == before


def test_one_file_for_all_letters_may_include_one_of_terms_and_one_of_synonyms():
    _letter()
    _quiz()
    _put("shared/a.yml", "include: [terms.yml, synonyms.yml, nothing-yet.yml]\n")
    _put("shared/terms.yml", "terms: {VAT: Tax}\n")
    _put("shared/synonyms.yml", "synonyms: {goods: [goods]}\n")
    _put("shared/nothing-yet.yml", "include: terms.yml\n")
    lesson = _lesson()
    assert (lesson.letter.terms, lesson.quiz and lesson.quiz.synonyms) == ({"VAT": "Tax"}, {"goods": ("goods",)})


def test_a_letter_that_takes_nothing_of_files_within_files_is_told():
    _letter()
    _put("shared/a.yml", "include: b.yml\n")
    _put("shared/b.yml", "synonyms: {goods: [goods]}\n")
    assert _told() == ["docs/letters/refunds.yml:5:10 G137.terms"]


def test_files_that_include_one_another_by_very_many_ways_are_read_once():
    _letter("include: ../../shared/0.yml\n")
    for step in range(19):
        _put(f"shared/{step}.yml", f"include: [{step + 1}.yml, {step + 1}b.yml]\n")
        _put(f"shared/{step + 1}b.yml", f"include: [{step + 2}.yml, {step + 2}b.yml]\n" if step < 18 else "x: y\n")
    _put("shared/19.yml", "terms: {VAT: }\n")
    assert _told() == ["shared/19.yml:1:9 G041", "shared/19b.yml:1:1 G031"]


def test_a_long_chain_of_files_is_no_traceback():
    _letter("include: ../../shared/1.yml\n")
    _chain(20)
    assert _lesson().letter.terms == {"VAT": "Tax"}
    _chain(500)
    assert _told() == ["shared/20.yml:1:10 G138"]


def test_too_long_a_row_is_told_from_the_letter_though_another_one_met_its_end_before():
    _letter("include: ../../shared/10.yml\n", at="docs/letters/first.yml")
    _letter("include: ../../shared/1.yml\n", at="docs/letters/second.yml")
    _chain(25)
    assert _told() == ["shared/20.yml:1:10 G138"]


def test_what_a_thousand_letters_include_is_put_together_once(monkeypatch: pytest.MonkeyPatch):
    for number in range(50):
        _letter(at=f"docs/letters/l{number}.yml")
    _put("shared/a.yml", "include: b.yml\n")
    _put("shared/b.yml", "terms: {VAT: Tax}\n")
    put_together: list[Path] = []
    own = included.SharedFile.own
    monkeypatch.setattr(
        included.SharedFile, "own", lambda file, part: (put_together.append(Path(file.source.path)), own(file, part))[1]
    )
    assert {lesson.letter.terms["VAT"] for lesson in _course().lessons} == {"Tax"}
    assert sorted(put_together) == [Path("shared/a.yml"), Path("shared/b.yml")]


def test_another_process_reads_shared_files_once_for_all_letters_that_it_is_given():
    """Each letter comes with its own description of them; a thousand readings took longer than all the rest."""
    shared = SharedFiles(Path("docs"), Path("quizzes"))
    first, second = (pickle.loads(pickle.dumps(shared)) for _ in range(2))
    assert first is second
    assert first is not shared


def test_a_circle_is_named_file_by_file():
    _letter("include: ../../shared/1.yml\n")
    _chain(4)
    _put("shared/4.yml", "include: 2.yml\n")
    [told] = check_course(Path("docs"), Path("quizzes")).problems
    circle = "shared/2.yml → shared/3.yml → shared/4.yml → shared/2.yml"
    assert (str(told.where), told.code, dict(told.values)) == ("shared/4.yml:1:10", "G134", {"circle": circle})


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("shared/terms.yml", "G130"),
        ("../shared/terms.yml", "G130"),
        ("/shared/terms.yml", "G131"),
        ("../../../shared/terms.yml", "G131"),
        ("../../shared/trems.yml", "G130"),
        ("../../terms.yml", "G130"),
        (r"..\..\shared\terms.yml", "G130"),
        ("../../shared/terms.yaml", "G133"),
        ("../../shared/terms", "G133"),
    ],
)
def test_of_every_wrong_path_the_right_one_is_offered(written: str, code: str):
    _letter(f"include: {written}\n")
    _put("shared/terms.yml", "terms: {VAT: Tax}\n")
    _put("shared/sales/synonyms.yml", "synonyms: {goods: [goods]}\n")
    _put("mkdocs.yml", "site_name: Terms\n")
    [told] = check_course(Path("docs"), Path("quizzes")).problems
    assert (told.code, dict(told.values)["suggestion"]) == (code, "../../shared/terms.yml")


def test_the_offered_path_leads_from_the_file_that_includes():
    _letter("include: ../../shared/a.yml\n")
    _put("shared/a.yml", "include: shared/sales/terms.yml\n")
    _put("shared/sales/terms.yml", "terms: {VAT: Tax}\n")
    [told] = check_course(Path("docs"), Path("quizzes")).problems
    assert (str(told.where), dict(told.values)["suggestion"]) == ("shared/a.yml:1:10", "sales/terms.yml")


def test_a_file_that_is_put_where_it_is_offered_is_offered_at_once(monkeypatch, tmp_path):
    monkeypatch.setenv("GRAMOTA_CACHE", str(tmp_path / "cache"))
    _letter("include: refunds.yml\n")
    for expected in ("", "../../shared/refunds.yml"):
        [told] = check_course(Path("docs"), Path("quizzes")).problems
        assert (told.code, dict(told.values)["suggestion"]) == ("G132", expected)
        _put("shared/refunds.yml", "terms: {VAT: Tax}\n")
