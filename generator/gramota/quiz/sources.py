"""Which sources each script and each style is made of, in their order."""

from collections.abc import Collection, Mapping

from gramota.quiz.page_kinds import PageKind

SCRIPTS = (
    "page/words.js",
    "page/sha256.js",
    "page/short_answer.js",
    "page/typos.js",
    "page/unpack.js",
    "page/shuffle.js",
    "page/store.js",
    "page/dates.js",
    "page/stamps.js",
    "page/dom.js",
    "page/block.js",
    "page/confirm.js",
    "items/types.js",
    "items/single.js",
    "items/multiple.js",
    "items/blank.js",
    "items/number.js",
    "items/order.js",
    "items/match.js",
    "items/text.js",
    "items/question_types.js",
    "self_check/deal.js",
    "self_check/state.js",
    "self_check/view.js",
    "self_check/item.js",
    "self_check/outcome.js",
    "self_check/element.js",
    "control/answers_file.js",
    "control/answers_text.js",
    "control/copy_text.js",
    "control/word_count.js",
    "control/question.js",
    "control/gone_answers.js",
    "control/review.js",
    "control/hand_in.js",
    "control/sheet_head.js",
    "control/element.js",
    "letter/read_element.js",
    "letter/rail_element.js",
    "home/progress.js",
    "page/script_pieces.js",
    "home/letters.js",
    "home/steps_shown.js",
    "home/own_groups.js",
    "home/element.js",
    "home/clear_element.js",
    "page/define.js",
)
RUBRIC_SCRIPTS = (
    "page/typos.js",
    "page/unpack.js",
    "rubric/fold.js",
    "rubric/lexicon.js",
    "rubric/reading.js",
    "rubric/denials.js",
    "rubric/opinions.js",
    "rubric/windows.js",
    "rubric/phrases.js",
    "rubric/deciding.js",
    "rubric/scoring.js",
    "rubric/rubric_index.js",
    "rubric/own_words.js",
    "rubric/offer.js",
)
"""The twin of the rubric engine, in the order of its steps, its index, what a page asks of it, and its door."""

SEARCH_SCRIPTS = (
    "page/words.js",
    "page/dom.js",
    "page/block.js",
    "page/script_pieces.js",
    "search/query.js",
    "search/pieces.js",
    "search/ranking.js",
    "search/excerpt.js",
    "search/page_marks.js",
    "search/search_element.js",
    "search/start_search.js",
)
"""The site's search box, on every page."""

STARTS = {PageKind.HOME: "startHomePage", PageKind.LETTER: "startLetterPage", PageKind.SHEET: "startSheetPage"}
"""What begins each kind of page. The minifier leaves out what is not reached from there."""

PROGRAMS: Mapping[str, tuple[str, tuple[str, ...], str]] = {
    **{kind: ("WORDING", SCRIPTS, start) for kind, start in STARTS.items()},
    "rubric": ("SITE", RUBRIC_SCRIPTS, "offerRubric"),
    "search": ("WORDING", SEARCH_SCRIPTS, "startSearch"),
}
"""Of each script: what only a site's languages tell, its sources, and what begins it."""

_EVERY = frozenset(PageKind)
_ASKING = frozenset({PageKind.LETTER, PageKind.SHEET})
STYLES: Mapping[str, Collection[PageKind]] = {
    "letter/letter_head.css": {PageKind.LETTER},
    "page/common.css": _EVERY,
    "page/questions.css": _ASKING,
    "letter/reading.css": {PageKind.LETTER},
    "home/home.css": {PageKind.HOME},
    "self_check/self_check.css": {PageKind.LETTER},
    "page/growing_box.css": {PageKind.SHEET},
    "rubric/own_words.css": (),
    "control/control_sheet.css": {PageKind.SHEET},
    "home/clearing.css": {PageKind.HOME, PageKind.SHEET},
    "page/print.css": _EVERY,
    "letter/print_letter.css": {PageKind.LETTER},
    "control/print_sheet.css": {PageKind.SHEET},
}
"""The styles in their order, and the kinds of pages that have a use for each; own_words.css comes with the rubric."""

RUBRIC_STYLES = ("page/growing_box.css", "rubric/own_words.css")
"""Beside those of a letter's page."""

SEARCH_STYLES = ("search/search.css",)
