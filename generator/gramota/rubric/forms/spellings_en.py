"""British and American spellings of one English word: organise and organize, colour and color, travelled and traveled.

The spelling dictionary writes as Americans do, so a pair counts only where it has the American one.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from gramota.rubric.spelling.spelling_words import spelt_words


class _Rule(NamedTuple):
    """How words with this beginning and end differ in between."""

    british: re.Pattern[str]
    american: re.Pattern[str]
    as_american: str
    as_british: str


def _rule(before: str, british: str, american: str, after: str) -> _Rule:
    starts, ends = f"^({before.replace(' ', '|')})", f"({after.replace(' ', '|')})$"
    return _Rule(
        re.compile(starts + british + ends),
        re.compile(starts + american + ends),
        rf"\g<1>{american}\g<2>",
        rf"\g<1>{british}\g<2>",
    )


_OUR = (
    "arm behavi cand clam col discol demean endeav fav disfav ferv flav glam harb hon dishon hum lab misdemean neighb "
    "od parl ranc rig rum sav savi splend succ tum val vap vig"
)
_RE = "calib cent fib lit lust meag met kilomet centimet millimet sab somb spect theat"
_ISE = "e ed es er ers ing able ation ations ational"
_DOUBLED = r"\w*[^aeiou\W][aeio]|\w+[iu][ae]"
"""What stands before an l that the British double: one unstressed vowel (travelled), or two (fuelled, dialled)."""

_ENDINGS = (
    _rule(r"\w{3,}", "is", "iz", _ISE),
    _rule(r"\w{3,}", "ys", "yz", "e ed es er ers ing"),
    _rule(_OUR, "our", "or", "|s ed ing er ers able ably al ally ful fully less hood ite ites y ies ist ists"),
    _rule(_RE, "re", "er", "|s"),
    _rule(_RE, "red", "ered", ""),
    _rule(_RE, "ring", "ering", ""),
    _rule("anal catal dial epil monol prol", "ogue", "og", "|s"),
    _rule("catal", "ogu", "og", "ed ing er"),
    _rule("def lic off pret", "ence", "ense", "|s d"),
    _rule("progra", "mme", "m", "|s"),
    _rule("lic", "enc", "ens", "ing"),
    _rule("pract", "ic", "is", "e es ed ing"),
    _rule("an", "ae", "e", r"mi\w+ sth\w+"),
    _rule("p", "ae", "e", r"diatr\w+"),
    _rule("orthop", "ae", "e", "dic dics dist"),
    _rule("h", "ae", "e", r"mo[gr]\w+"),
)
_WORDS = """
acknowledgement acknowledgment|ageing aging|aluminium aluminum|artefact artifact|cosy cozy|doughnut donut|
distil distill|enrol enroll|enrolment enrollment|enquiry inquiry|enquiries inquiries|enquire inquire|
enquired inquired|enquiring inquiring|focussed focused|focussing focusing|fulfil fulfill|grey gray|
greyed grayed|greyer grayer|fulfilment fulfillment|instalment installment|instil instill|jewellery jewelry|
judgement judgment|manoeuvre maneuver|manoeuvred maneuvered|manoeuvring maneuvering|mould mold|moulded molded|
moulding molding|mouldy moldy|moustache mustache|plough plow|ploughed plowed|ploughing plowing|
pyjamas pajamas|sceptic skeptic|sceptical skeptical|skilful skillful|skilfully skillfully|wilful willful|
wilfully willfully
"""
_L = _rule(_DOUBLED, "ll", "l", "ed ing er ers or ors ist ists ation ations")

_ANY = re.compile("|".join(f"(?:{each.pattern})" for rule in (*_ENDINGS, _L) for each in (rule.british, rule.american)))
"""Most words have nothing that is spelt in two ways, and need one look."""


@lru_cache(maxsize=1 << 12)
def other_spellings(word: str) -> frozenset[str]:
    """How else the folded word is spelt on the other side of the ocean; mostly nothing."""
    found = _by_rules(word) if _ANY.match(word) else frozenset()
    return found | {_pairs()[word]} if word in _pairs() else found


@cache
def _pairs() -> dict[str, str]:
    """Words that no rule tells, and their plurals, each with its other spelling where the American one is known."""
    known = spelt_words("en").words
    rows = [row.split() for row in _WORDS.replace("\n", "").split("|")]
    pairs = {
        british + end: american + end for british, american in rows for end in ("", "s") if american + end in known
    }
    return {**pairs, **{american: british for british, american in pairs.items()}}


def _by_rules(word: str) -> frozenset[str]:
    known = spelt_words("en").words
    found: set[str] = set()
    for rule in _ENDINGS:
        american = rule.british.sub(rule.as_american, word)
        if american != word and american in known:
            found.add(american)
        elif word in known and rule.american.match(word):
            found.add(rule.american.sub(rule.as_british, word))
    return frozenset(found | _with_l(word)) - {word}


def _with_l(word: str) -> set[str]:
    """Travelled and traveled, where travel is a word; filled and filed are two, for fil is none."""
    known = spelt_words("en").words
    single, double = _L.british.sub(_L.as_american, word), _L.american.sub(_L.as_british, word)
    base = next((match[1] + "l" for match in (_L.british.match(word), _L.american.match(word)) if match), "")
    vowels = sum(letter in "aeiou" for letter in base)
    return {spelt for spelt in (single, double) if spelt in known} if base in known and vowels > 1 else set()
