"""English, and languages known only by their stems."""

import pytest

from gramota.rubric import score_answer

from .questions import Criterion, Misconception, Question, cases, compiled, decide

ENGLISH = cases("""
    + call customer // I always call the customers back
    + sorry // I am sory
    - debit // We watch the EBIT
    - roads // We watch the ROAS
    - plans // check the LANs
    + planned margin // the margin as planned
    + sell window // we sold forty windows
    + pay invoice // invoices are paid on time
    + company // companies
    + stop machine // stopping the machine first
    + plan // planning
    + "sales book" // by the sales book
    + wear helmet // I wear my helmet, not my cap
    + wear helmet // not only do I wear a helmet, but also gloves
    + not wear helmet // he doesn't wear a helmet
    + not wear helmet // never wearing a helmet
    + without helmet // no helmets here
    + customer satisfied // the custmer is satisfied
    - wear helmet // he doesn't wear a helmet
    - wear helmet // he does not wear a helmet
    - wear helmet // never wear a helmet
    - wear helmet // cannot wear helmets
    - discount // we work without discounts
    - discount // a discount is not needed
    - wear helmet // Many people think you must wear a helmet, but that is not true.
    - not wear helmet // he wears a helmet
    + take card // taking the card
    + evacuate house // evacuating the house
    + ride bicycle // the bicycle was ridden
    + insert card // The card did not work and I ask her to insert the card.
    + insert card // The card did not work so I ask her to insert the card.
    + keep goods // the customer doesn't have cash so I keep the goods
    - ask code // Asking for the code is forbidden.
    - ask code // Asking for the code is out of the question.
    - use lift // Instead of using the lift, I walk
    - lift // I take the stairs instead of the lift
    - later // a glass of water
    - quiet // tell them quite clearly
    - hold goods // she helps with the goods
    - another // anything
    - car // care
    - university // universe
    - use lift // Do I use the lift? No, the stairs.
    - use lift // People say "Stay calm. Use the lift." That is wrong.
    + smell smoke // I do not run when I smell smoke
    - smell smoke // I run not because I smell smoke
    - use lift // Refuse to use the lift.
    - use lift // Avoid using the lift.
    - use lift // It is forbidden to use the lift.
    - use lift // You must never use the lift.
    + use lift // Never refuse to use the lift.
    + use stairs // Avoid the lift, use the stairs.
    + avoid lift // avoid the lift
    + (avoid|skip) lift // avoid the lift
    + "avoid lift" // avoid lifts
    - avoid lift // never avoid the lift
    + not use lift // avoid using the lift
    + refuse to pay // the client refused to pay
    + client refused // the client refused the offer
    + refused offer // the client refused the offer
    - refuse to pay // they pay
    - use lift // We use the lift, or so many think.
    - use lift // We use the lift. Many people think so.
    + use lift // We use the lift, I think so.
    + use stairs // I think we use the stairs. In fact I always do.
    - use lift // I think many people say we use the lift. Wrong.
    - use lift // Once I thought we use the lift. Wrong.
    - use lift // It is a myth that we may use the lift.
    + call guard // Many think I wait. That is a myth. I call the guard.
    - use lift // Should we use the lift? Of course not.
    + use lift // Should we use the lift? No lift is faster.
""")

GERMAN = cases("""
    + kunde anrufen // den Kunden anrufen
    + rechnung // die Rechnungen
    + strasse // Strasse
    - rechnung // rechts
""")


@pytest.mark.parametrize(("phrase", "answer", "met"), ENGLISH)
def test_english_forms_and_negation(phrase, answer, met):
    assert decide(phrase, answer, lang="en").met is met


@pytest.mark.parametrize(
    ("answer", "met", "held"),
    [("Avoid using the lift.", True, False), ("Never avoid the lift, use the lift.", False, True)],
)
def test_a_rubric_may_know_both_what_to_avoid_and_what_to_avoid_it_for(answer: str, met: bool, held: bool):
    question = Question([Criterion("avoid", ["(avoid|skip) lift"])], [Misconception("use", ["use lift"])])
    found = score_answer(compiled(question, "en"), answer)
    assert (found.criteria["avoid"].met, found.misconceptions["use"].met) == (met, held)


@pytest.mark.parametrize(("phrase", "answer", "met"), GERMAN)
def test_a_language_without_tables_still_matches_by_stem(phrase, answer, met):
    assert decide(phrase, answer, lang="de").met is met


def test_an_unknown_language_matches_words_as_written():
    assert decide("zorp blik", "blik zorp", lang="xx").met


@pytest.mark.parametrize("lang", ["en", "EN", "en-GB", "EN-gb"])
def test_a_code_in_capitals_or_with_a_country_is_no_other_language(lang):
    assert decide("sell window", "we sold forty windows", lang=lang).met
    assert not decide("car", "care", lang=lang).met
