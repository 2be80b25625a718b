"""The browser's side: what of a quiz may be published, and the script and style that make it work."""

from gramota.quiz.bundle import Bundle, build_bundle, build_rubric_bundle, build_search_bundle
from gramota.quiz.page_kinds import PageKind
from gramota.quiz.public import (
    PublicItem,
    PublicOption,
    PublicPoint,
    PublicQuestion,
    public_item,
    public_items,
    public_question,
)

__all__ = [
    "Bundle",
    "PageKind",
    "PublicItem",
    "PublicOption",
    "PublicPoint",
    "PublicQuestion",
    "build_bundle",
    "build_rubric_bundle",
    "build_search_bundle",
    "public_item",
    "public_items",
    "public_question",
]
