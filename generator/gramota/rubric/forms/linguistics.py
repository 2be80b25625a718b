"""The one door from phrases to the dictionaries and stemmers; behind it, each is loaded for its own language only."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache

from gramota.rubric.forms.word_forms import WordForms, forms_from
from gramota.rubric.languages.language_code import primary_language


def word_forms(word: str, lang: str) -> tuple[str, ...]:
    """All forms of a folded word, sorted."""
    return tuple(forms_in(lang)(word).spelt())


@cache
def forms_in(lang: str) -> Callable[[str], WordForms]:
    """What gives a folded word of the language all its forms."""
    if _is_russian(lang):
        from gramota.rubric.forms.russian import russian_forms  # noqa: PLC0415 - loaded when first needed

        return russian_forms
    from gramota.rubric.forms.stems import stem_forms  # noqa: PLC0415 - loaded when first needed

    return lambda word: forms_from(stem_forms(word, lang))


def learn_words(words: Sequence[str], lang: str) -> None:
    """Find the forms of many folded words, which takes less time than one by one; forms_in then knows them."""
    if _is_russian(lang):
        from gramota.rubric.forms import russian  # noqa: PLC0415 - loaded when first needed

        russian.learn_words(words)


def base_forms(word: str, lang: str) -> tuple[str, ...]:
    """The dictionary forms of a folded word's readings, the likeliest first; the word itself where there are none."""
    if not _is_russian(lang):
        return (word,)
    from gramota.rubric.forms import russian, word_kinds  # noqa: PLC0415 - loaded when first needed

    likeliest = word_kinds.dictionary_form(word)
    return likeliest, *(base for base in russian.base_forms(word) if word_kinds.dictionary_form(base) != likeliest)


def has_content(base: str, lang: str) -> bool:
    """Whether a base form says something by itself, as far as there is a dictionary to tell; jargon does."""
    if not _is_russian(lang):
        return True
    from gramota.rubric.forms.word_kinds import is_common_base  # noqa: PLC0415 - loaded when first needed

    return is_common_base(base) or not is_dictionary_word(base, lang)


def stem_prefix(word: str, lang: str) -> tuple[str, int] | None:
    """(beginning, most letters that may follow) where forms cannot be listed; None where there is no need."""
    find = stems_in(lang)
    return find(word) if find else None


@cache
def stems_in(lang: str) -> Callable[[str], tuple[str, int] | None] | None:
    """What tells of a folded word of the language what stem_prefix does; None where it is never needed."""
    if _is_russian(lang):
        return None
    from gramota.rubric.forms import stems  # noqa: PLC0415 - loaded when first needed

    return lambda word: stems.stem_prefix(word, lang)


def is_dictionary_word(word: str, lang: str) -> bool:
    """Whether a dictionary has the folded word; False where there is no dictionary."""
    if _is_russian(lang):
        from gramota.rubric.forms.strangers import is_russian_word  # noqa: PLC0415 - loaded when first needed

        return is_russian_word(word)
    from gramota.rubric.spelling.spelling_words import spelt_words  # noqa: PLC0415 - loaded when first needed

    return word in spelt_words(primary_language(lang)).words


def find_strangers(keys: Iterable[Sequence[str]], lang: str) -> frozenset[str]:
    """The dictionary words that one slip of the pen parts from any of the forms, without the forms themselves."""
    if _is_russian(lang):
        from gramota.rubric.forms.strangers import russian_strangers  # noqa: PLC0415 - loaded when first needed

        return russian_strangers(keys)
    from gramota.rubric.spelling.spelling_words import spelt_words_near  # noqa: PLC0415 - loaded when first needed

    forms = {form for its_forms in keys for form in its_forms}
    return spelt_words_near(forms, primary_language(lang)) - forms


def forget_walks() -> None:
    """Let go of what walks through the dictionary have left, a tenth of its own size; what is needed is found anew."""
    from gramota.rubric.forms.dictionary import is_listed, letters_after, words  # noqa: PLC0415 - as above

    for kept in (is_listed, letters_after, words):
        kept.cache_clear()


def _is_russian(lang: str) -> bool:
    return primary_language(lang) == "ru"
