"""The scripts and the styles of our blocks, one of each for a kind of page: what the reader's browser loads.

Classic scripts and no modules, for a page opened from a folder can load none. The rubric engine is a script of its own,
for pages that ask for answers in one's own words.
"""

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from gramota.quiz.page_kinds import PageKind
from gramota.quiz.shipped import shipped_script
from gramota.rubric.language import language_of
from gramota.wording import LANGUAGES, wording

RUNTIME = Path(__file__).parent / "runtime"
SCRIPTS = (
    "words.js",
    "sha256.js",
    "fold.js",
    "slips.js",
    "unpack.js",
    "shuffle.js",
    "store.js",
    "stamps.js",
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
    "items/question_types.js",
    "deal.js",
    "self_check_state.js",
    "self_check_view.js",
    "self_check_item.js",
    "self_check_outcome.js",
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
    "read_element.js",
    "rail_element.js",
    "progress.js",
    "home_element.js",
    "clear_element.js",
    "define.js",
)
RUBRIC_SCRIPTS = (
    "slips.js",
    "unpack.js",
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

SEARCH_SCRIPTS = (
    "words.js",
    "dom.js",
    "search/query.js",
    "search/pieces.js",
    "search/ranking.js",
    "search/excerpt.js",
    "search/page_marks.js",
    "search/search_element.js",
    "search/start_search.js",
)
"""The site's search box, on every page."""

_NAMED_KEY = re.compile(r"""["'`]([a-z]+(?:_[a-z]+)*)["'`]""")
_BUILT_KEY = re.compile(r"""["'`]([a-z]+_)(?:\$\{|["'`])""")
"""A key of the wording, and the beginning of one that a script puts together, in sources and minified scripts."""

PLACEHOLDER = "__SITE__"
"""Where a script gets the site's wording or word lists; minifiers leave a name alone that is declared nowhere."""

STYLES = (
    "pages.css",
    "common.css",
    "reading.css",
    "home.css",
    "grow.css",
    "self_check.css",
    "control_sheet.css",
    "own_words.css",
    "print.css",
    "print_sheet.css",
)
NOT_FOR = {
    PageKind.HOME: {"grow.css", "self_check.css", "control_sheet.css", "own_words.css", "print_sheet.css"},
    PageKind.LETTER: {"home.css", "control_sheet.css", "print_sheet.css"},
    PageKind.SHEET: {"home.css", "self_check.css", "own_words.css"},
}
"""Styles that a kind of page has no use for."""

STARTS = {PageKind.HOME: "startHomePage", PageKind.LETTER: "startLetterPage", PageKind.SHEET: "startSheetPage"}
"""What begins each kind of page. The minifier leaves out what is not reached from there."""

_PROGRAMS: Mapping[str, tuple[str, tuple[str, ...], str]] = {
    **{kind: ("WORDING", SCRIPTS, start) for kind, start in STARTS.items()},
    "rubric": ("LANGUAGES", RUBRIC_SCRIPTS, "offerRubric"),
    "search": ("WORDING", SEARCH_SCRIPTS, "startSearch"),
}
"""Of each script: what only a site's languages tell, its sources, and what begins it."""

SEARCH_STYLES = ("search/search.css",)
_COMMENT = re.compile(r"^[ ]*(?://.*|/\*[\s\S]*?\*/[ ]*)$", re.MULTILINE)


@dataclass(frozen=True)
class Bundle:
    """The text of a page's one script and of its one stylesheet."""

    js: str
    css: str


def build_bundle(kind: PageKind, languages: Collection[str] = LANGUAGES) -> Bundle:
    """Return script and style of a kind of page, the script speaking `languages`; the same sources, the same bytes."""
    script = shipped_script(kind, _program(kind))
    styles = tuple(name for name in STYLES if name not in NOT_FOR[kind])
    return Bundle(js=_filled(script, _said_by(script, languages)), css=build_style(styles))


def build_script(languages: Collection[str] = LANGUAGES) -> str:
    """Return the script's declarations alone, which tests call one by one."""
    return f"const WORDING = {_wording_of('runtime', languages)};\n{_joined(SCRIPTS)}"


def build_rubric_script() -> str:
    """Return the declarations of the rubric engine's twin: `indexOf(table, language)`, `scoreAnswer(index, answer)`."""
    return _joined(RUBRIC_SCRIPTS)


def build_rubric_bundle(languages: Collection[str]) -> str:
    """Return the script that lets pages score answers in `languages`; it comes before the other or after it."""
    tables = {lang: language_of(lang).plain() for lang in languages}
    return _filled(shipped_script("rubric", _program("rubric")), _as_json(tables))


def build_search_bundle(language: str) -> Bundle:
    """Return script and style of the search box, which speaks one language."""
    script = _filled(shipped_script("search", _program("search")), _wording_of("search", [language]))
    return Bundle(js=script, css=build_style(SEARCH_STYLES))


def build_style(names: tuple[str, ...]) -> str:
    """Return the stylesheets as one, in this order."""
    return _squeezed(_joined(names))


def programs() -> dict[str, str]:
    """Return the scripts that are minified, by name, each with a placeholder for what only a site's languages tell."""
    return {name: _program(name) for name in _PROGRAMS}


def _program(name: str) -> str:
    given, names, start = _PROGRAMS[name]
    return f'(({given}) => {{\n"use strict";\n{_joined(names)}\n{start}();\n}})({PLACEHOLDER});\n'


def _filled(program: str, values: str) -> str:
    return program.replace(PLACEHOLDER, values)


def _said_by(script: str, languages: Collection[str]) -> str:
    """Return the texts that the script names, or whose names it puts together."""
    named, begun = {*_NAMED_KEY.findall(script)}, (*_BUILT_KEY.findall(script),)
    texts = {lang: wording("runtime", lang).texts for lang in languages}
    kept = {key for said in texts.values() for key in said if key in named or key.startswith(begun)}
    return _as_json({lang: {key: said[key] for key in said if key in kept} for lang, said in texts.items()})


def _wording_of(room: str, languages: Collection[str]) -> str:
    return _as_json({lang: dict(wording(room, lang).texts) for lang in languages})


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
    """Drop the spaces and zeros that mean nothing in a stylesheet; no text in ours holds one of these signs."""
    css = re.sub(r"(?<![\w.])0(?=\.\d)", "", css)
    return re.sub(r"\s*([{};,>~])\s*", r"\1", css).replace(": ", ":").replace(" !", "!").replace(";}", "}")
