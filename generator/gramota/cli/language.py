"""The language of help and messages; known before the arguments are parsed, for their faults are told in it too."""

from collections.abc import Mapping, Sequence

from gramota.wording import LANGUAGES

DEFAULT = "en"


def choose_language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """Return the language of --lang, else of GRAMOTA_LANG, else of the locale, else English."""
    asked = [_language_option(arguments), environment.get("GRAMOTA_LANG", "")]
    locale = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    spoken = (wanted.lower().replace("-", "_").split(".")[0].split("_")[0] for wanted in (*asked, locale))
    return next((lang for lang in spoken if lang in LANGUAGES), DEFAULT)


def _language_option(arguments: Sequence[str]) -> str:
    for position, argument in enumerate(arguments):
        if argument == "--lang":
            return next(iter(arguments[position + 1 :]), "")
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
    return ""
