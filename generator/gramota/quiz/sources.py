"""Which sources each script and each style is made of, in their order."""

from collections.abc import Collection, Mapping

from gramota.quiz.page_kinds import PageKind

SCRIPTS = (
    "words.js",
    "sha256.js",
    "fold.js",
    "slips.js",
    "unpack.js",
    "shuffle.js",
    "store.js",
    "dates.js",
    "stamps.js",
    "dom.js",
    "block.js",
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
    "script_pieces.js",
    "letters.js",
    "steps_shown.js",
    "own_groups.js",
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
    "rubric/deciding.js",
    "rubric/scoring.js",
    "rubric/rubric_index.js",
    "rubric/own_words.js",
    "rubric/offer.js",
)
"""The twin of the rubric engine, in the order of its steps, its index, what a page asks of it, and its door."""

SEARCH_SCRIPTS = (
    "words.js",
    "dom.js",
    "block.js",
    "script_pieces.js",
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
    "letter_head.css": {PageKind.LETTER},
    "common.css": _EVERY,
    "questions.css": _ASKING,
    "reading.css": {PageKind.LETTER},
    "home.css": {PageKind.HOME},
    "self_check.css": {PageKind.LETTER},
    "growing_box.css": {PageKind.SHEET},
    "own_words.css": (),
    "control_sheet.css": {PageKind.SHEET},
    "clearing.css": {PageKind.HOME, PageKind.SHEET},
    "print.css": _EVERY,
    "print_letter.css": {PageKind.LETTER},
    "print_sheet.css": {PageKind.SHEET},
}
"""The styles in their order, and the kinds of pages that have a use for each; own_words.css comes with the rubric."""

RUBRIC_STYLES = ("growing_box.css", "own_words.css")
"""Beside those of a letter's page."""

SEARCH_STYLES = ("search/search.css",)
