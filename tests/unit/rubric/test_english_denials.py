"""How English denies without “not”, what denies nothing although it looks so, and phrases that say it themselves."""

import pytest

from gramota.rubric.compiling.whole_rubric import WholeRubric
from gramota.rubric.explaining.explain import explain_answer

from .questions import Criterion, Question, cases, compiled, decide

DENIALS = cases("""
    - give discount // Under no circumstances give a discount
    - give discount // Under no circumstances do I give a discount.
    - give discount // In no case will I give a discount
    - give discount // On no account give a discount
    - give discount // By no means do we give a discount
    - give discount // It would be a mistake to give a discount
    - give discount // Giving a discount would be a mistake
    - give discount // Giving a discount does not matter
    - give discount // It is wrong to give a discount
    - give discount // I am against giving a discount
    - give discount // I'm against giving a discount
    - give discount // We are opposed to giving discounts
    - give discount // The rules are against giving discounts
    - give discount // Giving discounts is against the rules
    - blame colleague // It is no use blaming colleagues
    - blame colleague // There is no point in blaming colleagues
    - blame colleague // There's no sense in blaming a colleague
    - say sorry // There is no need to say sorry
    - say sorry // There is no reason to say sorry
    - give discount // We no longer give discounts
    - give discount // No one gives a discount
    - give discount // I decline to give a discount
    - give discount // We stopped giving discounts
    - give discount // Stop giving discounts!
    + stop machine // Stop the machine
    + machine // Stop the machine
    + leave room // Stop working and leave the room
    + call guard // I stop everything and call the guard
    - give discount // I explain the value rather than give a discount
    - give discount // Rather than giving a discount I explain the value
    + explain value // Rather than giving a discount I explain the value
    + explain value // Rather than give a discount, I explain the value
    - give discount // Far from giving a discount, I explain the value
    - give discount // I will do anything but give a discount
    + call guard // The card did not work so I'll call the guard
    + call guard // The card did not work and we'll call the guard
    - give discount // A discount is not the answer, and there is no question of giving a discount
    - give discount // It's too early to give a discount
    - give discount // Giving a discount makes no sense
    - give discount // It makes no sense to give a discount
    - give discount // We prohibit giving discounts
    - give discount // I am unwilling to give a discount
    - give discount // No way will I give a discount
    - give discount // There is no way I give a discount
    + use stairs // There is no time to wait, use the stairs
    - use lift // It is impossible to use the lift
    - give discount // As opposed to giving a discount I call
    - give discount // Never ever give a discount
    - give discount // I will not be giving any discount
    - give discount // Giving discounts? No.
    - give discount // We do not give discounts.
    - give discount // There's no need for giving a discount
    - give discount // Nobody should give a discount
    - give discount // None of us gives a discount
    - give discount // I sell without giving a discount
    - give discount // It isn't a good idea to give a discount
    - give discount // It is not a good idea to give a discount
    - give discount // It is better not to give a discount
    - give discount // You shouldn't give a discount
    - give discount // Giving a discount is not a good idea
    - give discount // Giving a discount is never the answer
    - give discount // Don't you dare give a discount
    - give discount // I don't think we should give a discount
    - give discount // I doubt that we should give a discount
    - give discount // There's nothing to gain by giving a discount
    - give discount // I see no point in giving a discount
    - give discount // I see no reason why we should give a discount
    - give discount // I am not in favour of giving discounts
    - give discount // I am not a fan of giving discounts
    - give discount // I keep away from giving discounts
    - give discount // I'd never give a discount
    - give discount // It makes little sense to give a discount
    - give discount // It is not my job to give a discount
    - give discount // Discounts must not be given
    - give discount // Discounts are not given here
    - give discount // I have no right to give a discount
    - give discount // I am not allowed to give a discount
    - give discount // Instead of giving a discount I explain
    - give discount // I refuse giving discounts
    - give discount // I resist giving discounts
    - give discount // There must be no giving of discounts
    - give discount // No, I do not give a discount
    - give discount // No discount is given
    - give discount // I am not going to give a discount
    - give discount // I can't give a discount
    - give discount // I couldn't give a discount
    - give discount // I don't want to give a discount
    - give discount // I gave no discount
    - give discount // I gave neither discount nor bonus
""")

NO_DENIALS = cases("""
    + give discount // I see no problem with giving a discount
    + give discount // I have no objection to giving a discount
    + give discount // No doubt I give a discount
    + give discount // I don't just explain, I give a discount
    + give discount // I can't wait to give a discount
    + give discount // There is no harm in giving a discount
    + give discount // No problem, I give a discount
    + give discount // It does not hurt to give a discount
    + give discount // I do not forget to give a discount
    + give discount // I make sure to give a discount
    + give discount // I never fail to give a discount
    + give discount // You can't go wrong giving a discount
    + give discount // I give a discount without hesitation
    + give discount // I give a discount no matter what
    + give discount // I give a discount, no question
    + give discount // I always give a discount, no exceptions
    + give discount // I give a discount at no charge
    + give discount // Not a problem, I'd give a discount
    + give discount // It is not against the rules to give a discount
    + give discount // I give discounts against prepayment
    + give discount // Nothing stops me from giving a discount
    + give discount // No more than once a month I give a discount
    + give discount // I give a discount of no more than 5 percent
    + give discount // Last but not least I give a discount
    + give discount // No sooner does he ask than I give a discount
    + call client // I stop what I am doing and call the client
    + call client // There is no need to wait: call the client
    + call client // No need to panic, I call the client
    + call client // It's no use waiting, so I call the client
    + call client // If there is no point in waiting, call the client
    + close window // In case of smoke close the window
    + ask help // I am not ashamed to ask for help
    + ask help // I am not too proud to ask for help
    + ask help // Feel free to ask for help
    + client angry // The client is angry because no one called him back
    + break // a coffee break
""")

DOUBTS_DENIED = cases("""
    + say sorry // There is no reason not to say sorry
    + call client // It would be a mistake not to call the client
    + give discount // I would not hesitate to give a discount
    + give discount // Do not hesitate to give a discount
    + give discount // I'm not afraid to give a discount
    + give discount // Don't be afraid to give a discount
    + give discount // I don't mind giving a discount
    + give discount // I do not shy away from giving a discount
    + not hesitate call // I would not hesitate to call
    + not hesitate call // I wouldn't hesitate to call
    - hesitate // I would not hesitate to call
    + call client // Never stop calling the client
    + never stop learn // We never stop learning
    - give discount // I hesitate to give a discount
    + give discount // I am not against giving a discount
    + give discount // There is nothing wrong with giving a discount
    + give discount // It is not wrong to give a discount
    + lose customer // The customer is afraid of losing the customer
    + give discount // I have no choice but to give a discount
    + give discount // Nothing but a discount helps, I give a discount
    + give discount // I cannot help but give a discount
""")

DENIALS_IN_PHRASES = cases("""
    + lift forbidden // The lift is forbidden
    + give discount wrong // Giving a discount is wrong
    + discount against rules // Discounts are against the rules
    - lift forbidden // The lift is not forbidden
    - use lift forbidden // It is not true that using the lift is forbidden
    + stop call client // We stop calling clients
    + hesitate call // He hesitates to call
    + too late call // It is too late to call
    + explain rather than give discount // I explain rather than give a discount
    + against discount // I am against discounts
    + against give discount // I am against giving discounts
    + no need discount // There is no need for a discount
    + no need say sorry // There is no need to say sorry
    + mistake give discount // It is a mistake to give a discount
    + under no circumstances give discount // Under no circumstances give a discount
    + no one complains // No one complains
    + no reason give discount // There is no reason to give a discount
    + not give discount // There is no reason to give a discount
    + not give discount // It would be a mistake to give a discount
    + not give discount // We stopped giving discounts
""")


@pytest.mark.parametrize(("phrase", "answer", "met"), DENIALS)
def test_what_is_denied_in_other_words_than_not_does_not_count(phrase: str, answer: str, met: bool):
    assert decide(phrase, answer, lang="en").met is met


@pytest.mark.parametrize(("phrase", "answer", "met"), NO_DENIALS)
def test_what_only_sounds_like_a_denial_counts(phrase: str, answer: str, met: bool):
    assert decide(phrase, answer, lang="en").met is met


@pytest.mark.parametrize(("phrase", "answer", "met"), DOUBTS_DENIED)
def test_who_does_not_hesitate_to_act_acts(phrase: str, answer: str, met: bool):
    assert decide(phrase, answer, lang="en").met is met


@pytest.mark.parametrize(("phrase", "answer", "met"), DENIALS_IN_PHRASES)
def test_an_author_may_write_the_denial_into_the_phrase(phrase: str, answer: str, met: bool):
    assert decide(phrase, answer, lang="en").met is met


def test_a_phrase_with_a_word_that_may_deny_is_not_told_to_want_a_negation():
    question = Question([Criterion("stop", ["stop machine"])])
    rubric = WholeRubric(question, {}, compiled(question, "en"))
    assert explain_answer(rubric, "I do not stop the machine").criteria[0].phrases[0].fate == "denied"
