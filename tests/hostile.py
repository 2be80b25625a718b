"""Answers that are made to take a matcher long."""

HOSTILE = [
    "плановая маржа ",
    "не ",
    "без ",
    "не влиять на маржу и не ",
    "не фактическая маржа, а плановая, ",
    "многие думают, что план ",
    "она не важна ",
    "не плановая не маржа ",
    "без маржа не ",
    "неправда, что плановая маржа ",
    "маржа, стоп ",
    "только план плановая маржа ",
]
"""Texts to repeat: each once made some matcher slow."""

MANY_WORDS = [
    f"продажность{chr(1072 + n % 32)}{chr(1072 + n // 32 % 32)}{chr(1072 + n // 1024)} " for n in range(4_000)
]
"""Words that are all different, each a slip or two from a word that a rubric may have."""
