"""A schema as the text of its file."""

import json
from collections.abc import Mapping

from gramota.course.model.base import Entry
from gramota.course.model.letter import LetterText
from gramota.course.model.quiz import QuizText
from gramota.course.model.shared_text import SharedText
from gramota.schema.dialect import DIALECT, Dialect
from gramota.schema.speech import Speech

_MODELS: Mapping[str, type[Entry]] = {"letter": LetterText, "quiz": QuizText, "shared": SharedText}
SCHEMA_NAMES = tuple(_MODELS)


def schema_file(name: str) -> str:
    """Return the name that the schema's file has."""
    return f"{name}.schema.json"


def render_schema(name: str, lang: str) -> str:
    """Return the JSON Schema (draft-07) of the files that `name` of SCHEMA_NAMES stands for, in words of the language.

    It accepts what the model accepts of a file by itself, short forms included; what stands in several places at once,
    such as a section that the letter lacks, is for `gramota check`.
    """
    schema = _MODELS[name].model_json_schema(
        by_alias=True, ref_template="#/definitions/{model}", schema_generator=Dialect.speaking(Speech(lang))
    )
    definitions = schema.pop("$defs", {})
    whole = {"$schema": DIALECT, **schema, "definitions": dict(sorted(definitions.items()))}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
