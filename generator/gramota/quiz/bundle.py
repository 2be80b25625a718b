"""The scripts and the styles of our blocks, one of each for a kind of page: what the reader's browser loads.

Classic scripts and no modules, for a page opened from a folder can load none. What reads answers in one's own words,
the rubric engine and that type of question, is a script and a style of its own, for pages that ask for such answers.
"""

import json
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from gramota.quiz.page_kinds import PageKind
from gramota.quiz.shipped import shipped_script
from gramota.quiz.sources import PROGRAMS, RUBRIC_SCRIPTS, RUBRIC_STYLES, SCRIPTS, SEARCH_STYLES, STYLES
from gramota.rubric.languages.known import language_of
from gramota.wording import PAGE_LANGUAGES, Said, wording

RUNTIME = Path(__file__).parent / "runtime"
_NAMED_KEY = re.compile(r"""["'`]([a-z]+(?:_[a-z]+)*)["'`]""")
_BUILT_KEY = re.compile(r"""["'`]([a-z]+_)(?:\$\{|["'`])""")
"""A key of the wording, and the beginning of one that a script puts together, in sources and minified scripts."""

PLACEHOLDER = "__SITE__"
"""Where a script gets the site's wording or word lists; minifiers leave a name alone that is declared nowhere."""

_COMMENT = re.compile(r"^[ ]*(?://.*|/\*[\s\S]*?\*/[ ]*)$", re.MULTILINE)


@dataclass(frozen=True)
class Bundle:
    """The text of a page's one script and of its one stylesheet."""

    js: str
    css: str


def build_bundle(kind: PageKind, languages: Collection[str] = PAGE_LANGUAGES) -> Bundle:
    """Return script and style of a kind of page, the script speaking `languages`; the same sources, the same bytes."""
    script = shipped_script(kind, _program(kind))
    styles = tuple(name for name, kinds in STYLES.items() if kind in kinds)
    return Bundle(js=_filled(script, _as_json(_said_by(script, languages))), css=build_style(styles))


def build_script(languages: Collection[str] = PAGE_LANGUAGES) -> str:
    """Return the script's declarations alone, which tests call one by one."""
    return f"const WORDING = {_wording_of('runtime', languages)};\n{_joined(SCRIPTS)}"


def build_rubric_script() -> str:
    """Return the declarations of the rubric engine's twin: `indexOf(table, language)`, `scoreAnswer(index, answer)`."""
    return _joined(RUBRIC_SCRIPTS)


def build_rubric_bundle(languages: Collection[str]) -> Bundle:
    """Return script and style of questions in one's own words, asked in `languages`; before a page's own or after.

    The engine reads more languages than gramota has texts in.
    """
    script = shipped_script("rubric", _program("rubric"))
    tables = {lang: language_of(lang).plain() for lang in languages}
    spoken = [lang for lang in languages if lang in PAGE_LANGUAGES]
    values = _as_json({"languages": tables, "wording": _said_by(script, spoken)})
    return Bundle(js=_filled(script, values), css=build_style(RUBRIC_STYLES))


def build_search_bundle(languages: Collection[str]) -> Bundle:
    """Return script and style of the search box, the script speaking `languages`."""
    script = _filled(shipped_script("search", _program("search")), _wording_of("search", sorted(languages)))
    return Bundle(js=script, css=build_style(SEARCH_STYLES))


def build_style(names: Iterable[str]) -> str:
    """Return the stylesheets as one, in this order."""
    return _squeezed(_joined(names))


def programs() -> dict[str, str]:
    """Return the scripts that are minified, by name, each with a placeholder for what only a site's languages tell."""
    return {name: _program(name) for name in PROGRAMS}


def _program(name: str) -> str:
    given, names, start = PROGRAMS[name]
    return f'(({given}) => {{\n"use strict";\n{_joined(names)}\n{start}();\n}})({PLACEHOLDER});\n'


def _filled(program: str, values: str) -> str:
    return program.replace(PLACEHOLDER, values)


def _said_by(script: str, languages: Collection[str]) -> dict[str, dict[str, Said]]:
    """Return the texts that the script names, or whose names it puts together."""
    named, begun = {*_NAMED_KEY.findall(script)}, (*_BUILT_KEY.findall(script),)
    texts = {lang: wording("runtime", lang).texts for lang in languages}
    kept = {key for said in texts.values() for key in said if key in named or key.startswith(begun)}
    return {lang: {key: said[key] for key in said if key in kept} for lang, said in texts.items()}


def _wording_of(room: str, languages: Collection[str]) -> str:
    return _as_json({lang: dict(wording(room, lang).texts) for lang in languages})


def _as_json(value: object) -> str:
    # Every "<" is written as an escape, so that a page may hold the script inline as well.
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).replace("<", "\\u003c")


def _joined(names: Iterable[str]) -> str:
    return "\n".join(_without_comments((RUNTIME / name).read_text(encoding="utf-8")) for name in names)


def _without_comments(source: str) -> str:
    """Drop the comments that fill whole lines, indentation and empty lines; no source has a text of several lines."""
    lines = (line.strip() for line in _COMMENT.sub("", source).splitlines())
    return "\n".join(filter(None, lines))


def _squeezed(css: str) -> str:
    """Drop what means nothing in a stylesheet, spaces and the 0 of 0.5; no text in ours holds one of these signs."""
    spaceless = re.sub(r"\s*([{};,>~])\s*", r"\1", css).replace(": ", ":").replace(" !", "!").replace(";}", "}")
    return re.sub(r"(?<![\d.])0(?=\.\d)", "", spaceless)
