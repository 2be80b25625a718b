"""Which words a question's rubric or its language knows as they stand; slips of the pen are no knowledge."""

from gramota.rubric.compiling.compiled import CompiledQuestion
from gramota.rubric.languages.word_class import IN_ROWS


class KnownWords:
    """The forms and beginnings of words that stand anywhere in a compiled rubric, and its language's small words."""

    def __init__(self, question: CompiledQuestion) -> None:
        self._forms = frozenset(form for forms in question.keys for form in forms.spelt())
        # Words that a sequence begins or ends with («ни при чём», “makes no sense”) have meanings of their own.
        self._small_words = frozenset(word for word, classes in question.language.classes.items() if classes & ~IN_ROWS)
        self._beginnings = tuple((each.text, len(each.text) + each.tail) for each in question.beginnings)

    def knows(self, form: str) -> bool:
        """Whether a folded word is one of them."""
        return form in self._forms or form in self._small_words or self._is_begun(form)

    def _is_begun(self, form: str) -> bool:
        return any(form.startswith(text) and len(form) <= most for text, most in self._beginnings)
