"""What a word is to the matcher: bits, so that one number says all of it, in Python and in the JavaScript twin."""

FREE = 1 << 0
ABBREVIATION = 1 << 1
BREAK = 1 << 2
TURN = 1 << 3
JOIN = 1 << 4
NEGATOR = 1 << 5
NOUN_NEGATOR = 1 << 6
ECHO = 1 << 7
WEAKENER = 1 << 8
BAN = 1 << 9
NONE = 1 << 10
PRONOUN = 1 << 11
ABSENCE = 1 << 12
CIRCUMSTANCE = 1 << 13
PRONOUN_OBJECT = 1 << 14
LINK = 1 << 15
CROWD = 1 << 16
OPINION = 1 << 17
ALLEGEDLY = 1 << 18
AS = 1 << 19
THAT = 1 << 20
INFINITIVE = 1 << 21
ADJECTIVE = 1 << 22
VERB = 1 << 23
OWN_VERB = 1 << 24
ATTACHED = 1 << 25
VERDICT = 1 << 26
DISBELIEF = 1 << 27
ACTION = 1 << 28
DISBELIEVING = 1 << 29
LATIN = 1 << 30
OPENER = 1 << 31
# JavaScript has no further bit, and this one makes a number negative there.

ANY_NEGATOR = NEGATOR | NOUN_NEGATOR | ECHO
IN_ROWS = VERDICT | DISBELIEF | DISBELIEVING
"""Of the first and last words of listed sequences."""

DENYING = ANY_NEGATOR | ATTACHED | VERDICT
REPORTING = OPINION | ALLEGEDLY | DISBELIEVING
"""Without a word of these an answer needs no reading of denials, or of other people's opinions."""
