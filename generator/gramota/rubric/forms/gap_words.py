"""What may be typed into a gap besides the answers as written: their other forms, and slips of the pen.

Words that the dictionary knows are no slips, however near they are: баржа is no misspelt маржа.
"""

from collections.abc import Sequence

from gramota.rubric.forms.linguistics import find_strangers, word_forms
from gramota.rubric.spelling.fold import split_words
from gramota.rubric.spelling.packed_words import Packer


def words_of_answers(answers: Sequence[str]) -> list[str]:
    """Return the folded words of all the answers, sorted."""
    return sorted({token.text for answer in answers for token in split_words(answer)})


def compile_gap(words: Sequence[str], lang: str) -> dict[str, object]:
    """Return `forms`, packed by word, and `strangers`, packed; what both end with stands in `endings`."""
    forms = {word: word_forms(word, lang) for word in words}
    packer = Packer()
    packed = {word: packer.pack(its_forms) for word, its_forms in forms.items() if len(its_forms) > 1}
    strangers = packer.pack(sorted(find_strangers(forms.values(), lang)))
    return {"forms": packed, "strangers": strangers, "endings": packer.endings}
