"""What an answer may be as a whole: the names that authors write, the engine and the grading find, and reports show.

They stand below all rooms, since neither the course nor the rubric may know the other.
"""

from typing import Final, Literal

Refusable = Literal["keyword_list", "copied", "other_question"]
"""What a quiz may refuse to give points for."""

NoticeKind = Literal["empty", Refusable]

EMPTY: Final = "empty"
"""It says nothing, or says that there is no answer."""
KEYWORD_LIST: Final = "keyword_list"
"""It names the right words one after another and says nothing with them."""
COPIED: Final = "copied"
"""It is the letter's own sentences, word for word."""
OTHER_QUESTION: Final = "other_question"
"""It answers another control question of the same quiz, and not the one that was asked."""
