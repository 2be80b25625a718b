"""The browser's side: what of a quiz may be published, and the script and style that make it work."""

from gramota.quiz.bundle import Bundle, build_bundle
from gramota.quiz.public import PublicItem, PublicOption, PublicQuestion, public_item, public_question

__all__ = [
    "Bundle",
    "PublicItem",
    "PublicOption",
    "PublicQuestion",
    "build_bundle",
    "public_item",
    "public_question",
]
