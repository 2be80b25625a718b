"""A new quiz: a question of each kind for what the letter says, to be put into the author's own words."""

from gramota.course.model.letter import LetterText, Section
from gramota.exchange.yaml_text import Comments, Value, write_yaml
from gramota.wording import Wording, wording


def render_quiz(letter: LetterText, letter_id: str) -> str:
    """Return the file of a quiz about the letter's first and last section, in the letter's language."""
    t = wording("starter", letter.lang)
    content: dict[str, Value] = {
        "pass": "70%",
        "self_check": [_self_check(letter.sections[0], t)],
        "control": [_control(letter.sections[-1], t)],
    }
    return write_yaml(content, _comments(letter_id, t), frozenset({"self_check", "control"}))


def _self_check(section: Section, t: Wording) -> dict[str, Value]:
    return {
        "id": "question-1",
        "type": "single",
        "section": section.id,
        "prompt": t("quiz.prompt", title=section.title),
        "options": [
            {"text": t("quiz.right"), "correct": True, "why": t("quiz.right_why")},
            {"text": t("quiz.wrong"), "why": t("quiz.wrong_why")},
        ],
    }


def _control(section: Section, t: Wording) -> dict[str, Value]:
    return {
        "id": "control-1",
        "section": section.id,
        "prompt": t("quiz.control_prompt", title=section.title),
        "criteria": [{"id": "main-point", "title": t("quiz.criterion"), "accept": [t("quiz.phrase")]}],
        "examples": [{"answer": t("quiz.good_answer"), "met": ["main-point"]}, {"answer": t("quiz.bad_answer")}],
    }


def _comments(letter_id: str, t: Wording) -> Comments:
    return {
        ("pass",): t("quiz.about", letter=letter_id).splitlines(),
        ("self_check",): [t("quiz.about_self_check")],
        ("self_check", 0, "type"): [t("quiz.about_type")],
        ("self_check", 0, "options"): [t("quiz.about_options")],
        ("control",): [t("quiz.about_control")],
        ("control", 0, "criteria"): t("quiz.about_criteria").splitlines(),
        ("control", 0, "examples"): t("quiz.about_examples").splitlines(),
    }
