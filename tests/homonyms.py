"""`python -m tests.homonyms` writes the list of Russian nouns and adjectives that have homonyms."""

from pathlib import Path
from textwrap import wrap

from gramota.rubric.forms import homonyms_ru
from gramota.rubric.forms.dictionary import revision
from gramota.rubric.forms.homonyms import bases_with_homonyms

HEAD = '''"""Nouns and adjectives with forms that are nearly always another word; from `python -m tests.homonyms`.

Found in OpenCorpora's dictionary, as pymorphy3 has it, of the revision named here. With any other they are not used.
"""

REVISION = "{revision}"
BASES = """
{bases}
"""
'''


def homonyms_module() -> str:
    """The module as it should be for the dictionary that is installed."""
    bases = "\n".join(wrap(" ".join(sorted({*bases_with_homonyms()})), 118))
    return HEAD.format(revision=revision(), bases=bases)


if __name__ == "__main__":
    Path(homonyms_ru.__file__).write_text(homonyms_module(), encoding="utf-8")
