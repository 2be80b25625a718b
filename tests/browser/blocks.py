"""Small pages that hold our blocks and bundle and nothing of any theme, written where a test can open them."""

from collections.abc import Callable
from pathlib import Path

from gramota.course import Lesson, Match, Multiple, SelfCheckItem, Single, load_course
from gramota.course.model.hand_in import HandIn
from gramota.pages.control_sheet import render_control_sheet
from gramota.pages.self_check import render_self_check
from gramota.quiz import PageKind, build_bundle, build_rubric_bundle
from gramota.quiz.bundle import build_script, build_style
from gramota.quiz.sources import STYLES

COURSE = Path(__file__).parent / "course"
SITE = "Сайт/1"
PREFIX = "gramota/1/Сайт%2F1/every-type/"
PAGE = """<!doctype html>
<html lang="ru">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Тест</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="theme.css"><link rel="stylesheet" href="gramota.css">
<script defer src="rubric.js"></script><script defer src="gramota.js"></script>
</head>
<body class="md-typeset">
<h2 id="states">Три состояния</h2><h2 id="boiling">Кипение</h2>
{body}
</body>
</html>
"""


THEME = """:root {
  --md-default-fg-color: #212121;
  --md-default-fg-color--light: #616161;
  --md-default-fg-color--lightest: #e0e0e0;
  --md-default-bg-color: #fff;
  --md-primary-fg-color: #4051b5;
  --md-primary-bg-color: #fff;
  --md-typeset-a-color: #4051b5;
  --md-accent-fg-color: #526cfe;
  --md-code-bg-color: #f5f5f5;
}
"""
"""The colours that our styles take from the theme."""


def load_every_type() -> Lesson:
    """Return the lesson with one question of every type."""
    return load_course(COURSE / "docs", COURSE / "quizzes").lesson("every-type")


def load_rules() -> Lesson:
    """Return the lesson whose self-check has rules of its own: attempts, questions drawn, options as written."""
    return load_course(COURSE / "docs", COURSE / "quizzes").lesson("rules")


def write_pages(folder: Path) -> None:
    """Write check.html, sheet.html, their English and changed variants, bundle and sources into the folder."""
    lesson = load_every_type()
    english = _with_letter(lesson, lang="en")
    write_page(folder / "check.html", lesson)
    write_page(folder / "sheet.html", lesson)
    write_page(folder / "check-en.html", english)
    write_page(folder / "sheet-en.html", english)
    write_page(folder / "check-reordered.html", _with_reordered_options(lesson))
    write_page(folder / "check-explained.html", _with_better_explanations(lesson))
    write_page(folder / "check-asked-anew.html", _with_another_question(lesson))
    write_page(folder / "check-long-word.html", _with_long_words(lesson))
    write_page(folder / "check-rules.html", load_rules())
    write_page(folder / "check-rules-longer.html", _with_more_in_the_pool(load_rules()))
    write_page(folder / "sheet-changed.html", _with_changed_prompts(lesson))
    write_page(folder / "sheet-shorter.html", _without_the_first_control_question(lesson))
    write_page(folder / "sheet-revised.html", _with_letter(lesson, revision=lesson.letter.revision + 1))
    write_page(folder / "sheet-mail.html", _with_letter(lesson, hand_in=HandIn(email="trainer+water@example.org")))
    write_page(folder / "sheet-long-word.html", _with_letter(lesson, title="Водоснабжение" * 12))
    bundles = [build_bundle(kind) for kind in PageKind]
    (folder / "gramota.js").write_text("".join(bundle.js for bundle in bundles), encoding="utf-8")
    (folder / "rubric.js").write_text(build_rubric_bundle(["en", "ru"]).js, encoding="utf-8")
    (folder / "theme.css").write_text(THEME, encoding="utf-8")
    (folder / "gramota.css").write_text(build_style(STYLES), encoding="utf-8")
    (folder / "sources.js").write_text(build_script(), encoding="utf-8")
    head, sources = '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">', _script("sources.js")
    (folder / "sources.html").write_text(head + _script("rubric.js") + sources, encoding="utf-8")
    (folder / "sources-alone.html").write_text(head + sources, encoding="utf-8")


def _script(name: str) -> str:
    return f'<script src="{name}"></script>'


def write_page(path: Path, lesson: Lesson) -> None:
    """Write one page; its name says which block it holds."""
    is_check = path.name.startswith("check")
    body = render_self_check(lesson, SITE) if is_check else render_control_sheet(lesson, SITE)
    path.write_text(PAGE.format(body=body), encoding="utf-8")


def _with_letter(lesson: Lesson, **changes: object) -> Lesson:
    return Lesson(lesson.letter.model_copy(update=changes), lesson.quiz, lesson.letter_source, lesson.quiz_source)


def _with_quiz(lesson: Lesson, **changes: object) -> Lesson:
    assert lesson.quiz
    return Lesson(lesson.letter, lesson.quiz.model_copy(update=changes), lesson.letter_source, lesson.quiz_source)


def _with_items(lesson: Lesson, changed: Callable[[SelfCheckItem], SelfCheckItem]) -> Lesson:
    assert lesson.quiz
    return _with_quiz(lesson, self_check=tuple(map(changed, lesson.quiz.self_check)))


def _with_reordered_options(lesson: Lesson) -> Lesson:
    """Return the lesson as it is after its author turned the options of every choice and all pairs round."""

    def turned(item: SelfCheckItem) -> SelfCheckItem:
        name = "options" if isinstance(item, Single | Multiple) else "pairs" if isinstance(item, Match) else ""
        return item.model_copy(update={name: getattr(item, name)[::-1]}) if name else item

    return _with_items(lesson, turned)


def _with_better_explanations(lesson: Lesson) -> Lesson:
    """Return the lesson as it is after its author wrote new hints and explanations."""
    return _with_items(lesson, lambda item: item.model_copy(update={"why": "Подробнее.", "hints": ("Подумайте.",)}))


def _with_another_question(lesson: Lesson) -> Lesson:
    """Return the lesson as it is after its author asked every question in other words."""
    return _with_items(lesson, lambda item: item.model_copy(update={"prompt": f"{item.prompt} Точно?"}))


def _with_long_words(lesson: Lesson) -> Lesson:
    """Return the lesson with choices whose every option is one long word."""
    word = "Водоснабжение" * 12

    def widened(item: SelfCheckItem) -> SelfCheckItem:
        if not isinstance(item, Single | Multiple):
            return item
        options = [option.model_copy(update={"text": f"{word}{at}"}) for at, option in enumerate(item.options)]
        return item.model_copy(update={"options": tuple(options), "prompt": word})

    return _with_items(lesson, widened)


def _with_more_in_the_pool(lesson: Lesson) -> Lesson:
    """Return the lesson as it is after its author added questions that are not in any pool."""
    assert lesson.quiz
    last = lesson.quiz.self_check[3]
    added = tuple(last.model_copy(update={"id": f"added-{number}"}) for number in range(20))
    return _with_quiz(lesson, self_check=(*added, *lesson.quiz.self_check))


def _without_the_first_control_question(lesson: Lesson) -> Lesson:
    assert lesson.quiz
    return _with_quiz(lesson, control=lesson.quiz.control[1:])


def _with_changed_prompts(lesson: Lesson) -> Lesson:
    """Return the lesson as it is after its author worded the control questions anew."""
    assert lesson.quiz
    control = [question.model_copy(update={"prompt": f"{question.prompt} (новое)"}) for question in lesson.quiz.control]
    return _with_quiz(lesson, control=tuple(control))
