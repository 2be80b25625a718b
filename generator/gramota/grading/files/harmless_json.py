"""JSON that may be printed on a terminal."""

import json

from gramota.grading.files.strict_json import Json


def write_harmless(content: Json) -> str:
    """Return the content as indented JSON; what could command a terminal is written in JSON's other way."""
    text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
    return "".join(sign if sign.isprintable() or sign == "\n" else json.dumps(sign)[1:-1] for sign in text)
