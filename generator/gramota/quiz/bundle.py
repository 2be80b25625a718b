"""The scripts and the style of our blocks, each as one text: what the reader's browser loads.

Classic scripts and no modules, for a page opened from a folder can load none. The rubric engine is a script of its own,
for pages that ask for answers in one's own words.
"""

import json
import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from gramota.quiz.shipped import shipped_script
from gramota.rubric.language import language_of
from gramota.wording import LANGUAGES, wording

RUNTIME = Path(__file__).parent / "runtime"
SCRIPTS = (
    "words.js",
    "sha256.js",
    "fold.js",
    "store.js",
    "dom.js",
    "confirm.js",
    "items/types.js",
    "items/single.js",
    "items/multiple.js",
    "items/blank.js",
    "items/number.js",
    "items/order.js",
    "items/match.js",
    "items/text.js",
    "self_check_state.js",
    "self_check_item.js",
    "self_check_element.js",
    "answers_file.js",
    "answers_text.js",
    "copy_text.js",
    "word_count.js",
    "control_question.js",
    "gone_answers.js",
    "control_review.js",
    "hand_in.js",
    "sheet_head.js",
    "control_sheet_element.js",
    "define.js",
)
RUBRIC_SCRIPTS = (
    "rubric/signs.js",
    "rubric/lexicon.js",
    "rubric/reading.js",
    "rubric/denials.js",
    "rubric/opinions.js",
    "rubric/windows.js",
    "rubric/phrases.js",
    "rubric/scoring.js",
    "rubric/rubric_index.js",
    "rubric/offer.js",
)
"""The twin of the rubric engine, in the order of its steps, its index, and its door to the other script."""

PLACEHOLDER = "__SITE__"
"""Where a script gets the site's wording or word lists; minifiers leave a name alone that is declared nowhere."""

STYLES = ("pages.css", "common.css", "self_check.css", "control_sheet.css", "own_words.css", "print.css")
_COMMENT = re.compile(r"^[ ]*(?://.*|/\*[\s\S]*?\*/[ ]*)$", re.MULTILINE)


@dataclass(frozen=True)
class Bundle:
    """The text of the one script and of the one stylesheet."""

    js: str
    css: str


def build_bundle(languages: Collection[str] = LANGUAGES) -> Bundle:
    """Return script and style, the script speaking `languages`; the same sources give the same bytes."""
    script = _filled(shipped_script("main", programs()["main"]), _runtime_wording(languages))
    return Bundle(js=script, css=_squeezed(_joined(STYLES)))


def build_script(languages: Collection[str] = LANGUAGES) -> str:
    """Return the script's declarations alone, which tests call one by one."""
    return f"const WORDING = {_runtime_wording(languages)};\n{_joined(SCRIPTS)}"


def build_rubric_script() -> str:
    """Return the declarations of the rubric engine's twin: `indexOf(table, language)`, `scoreAnswer(index, answer)`."""
    return _joined(RUBRIC_SCRIPTS)


def build_rubric_bundle(languages: Collection[str]) -> str:
    """Return the script that lets pages score answers in `languages`; it comes before the other or after it."""
    tables = {lang: language_of(lang).plain() for lang in languages}
    return _filled(shipped_script("rubric", programs()["rubric"]), _as_json(tables))


def programs() -> dict[str, str]:
    """Return the scripts that are minified, by name, each with a placeholder for what only a site's languages tell."""
    return {
        "main": _program("WORDING", SCRIPTS, "defineElements"),
        "rubric": _program("LANGUAGES", RUBRIC_SCRIPTS, "offerRubric"),
    }


def _program(given: str, names: tuple[str, ...], start: str) -> str:
    return f'(({given}) => {{\n"use strict";\n{_joined(names)}\n{start}();\n}})({PLACEHOLDER});\n'


def _filled(program: str, values: str) -> str:
    return program.replace(PLACEHOLDER, values)


def _runtime_wording(languages: Collection[str]) -> str:
    return _as_json({lang: dict(wording("runtime", lang).texts) for lang in languages})


def _as_json(value: object) -> str:
    # Every "<" is written as an escape, so that a page may hold the script inline as well.
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).replace("<", "\\u003c")


def _joined(names: tuple[str, ...]) -> str:
    return "\n".join(_without_comments((RUNTIME / name).read_text(encoding="utf-8")) for name in names)


def _without_comments(source: str) -> str:
    """Drop the comments that fill whole lines, indentation and empty lines; no source has a text of several lines."""
    lines = (line.strip() for line in _COMMENT.sub("", source).splitlines())
    return "\n".join(filter(None, lines))


def _squeezed(css: str) -> str:
    """Drop the spaces that mean nothing in a stylesheet; no text in ours holds one of these signs."""
    return re.sub(r"\s*([{};,])\s*", r"\1", css).replace(": ", ":").replace(";}", "}")
