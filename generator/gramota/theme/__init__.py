"""What the theme leaves undone for people who see little, use a keyboard or a screen reader; mended, not forked."""

from gramota.theme.mend import MENDED_STYLE, mend_page

__all__ = ["MENDED_STYLE", "mend_page"]
