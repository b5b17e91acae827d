"""English sentences of one class each, and beside them what looks like it and is not."""

import pytest

from audio_edition.normalization import Context, normalize


def _said(written: str) -> str:
    return normalize(written, Context(lang="en-GB")).spoken


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("jailed for 'cruel' £60k fraud on widow", "jailed for cruel sixty thousand pound fraud on widow"),
        ("a $15m contract, Town's £5,000 signing", "a fifteen million dollar contract, Town's five thousand pound signing"),
        ("a $90 million thriller, the £40,000 prize", "a ninety million dollar thriller, the forty thousand pound prize"),
        ("a £2m-a-year deal, £4.2m plan", "a two million pound a-year deal, four point two million pound plan"),
        ("$15 tickets, a £25–£30 fare", "fifteen dollar tickets, a twenty-five pound to thirty pound fare"),
        ("called it a $4.8-billion Band-Aid.", "called it a four point eight billion dollar Band-Aid."),
        ("a $5-10m deal, a $2-million loan", "a five to ten million dollar deal, a two million dollar loan"),
        ("a £4.50 ticket, a record £5m new stand", "a four pound fifty ticket, a record five million pound new stand"),
        ("a €9.5bn, five-year plan", "a nine point five billion euro, five-year plan"),
    ],
)
def test_money_before_a_noun_is_singular(written: str, spoken: str) -> None:
    assert _said(written) == spoken


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("cost £60,000 in all, £5m was spent", "cost sixty thousand pounds in all, five million pounds was spent"),
        ("paid £40 on Monday, raised $15m for", "paid forty pounds on Monday, raised fifteen million dollars for"),
        ("the £5m raised, a record £5m in profits", "the five million pounds raised, a record five million pounds in profits"),
        ("It's £5 cheaper, the firm spent £5m buying", "It's five pounds cheaper, the firm spent five million pounds buying"),
        ("won £5,000 damages, his £40 yesterday", "won five thousand pounds damages, his forty pounds yesterday"),
        (
            "the £20m councillors want; it cost $2-million",
            "the twenty million pounds councillors want; it cost two million dollars",
        ),
        (
            "£20 an hour, £200 plus costs, £31,400, and",
            ("twenty pounds an hour, two hundred pounds plus costs, thirty-one thousand four hundred pounds, and"),
        ),
        ("a 50-pound note", "a fifty pound note"),
    ],
)
def test_money_that_is_no_attribute_is_plural(written: str, spoken: str) -> None:
    assert _said(written) == spoken


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("closed up 6.5p at 142p", "closed up six point five pence at one hundred and forty-two pence"),
        (
            "1.75p a share, 12.5p a litre, up 2.3p.",
            ("one point seven five pence a share, twelve point five pence a litre, up two point three pence."),
        ),
        ("1p, 1,250p, at 5p.m.", "one penny, one thousand two hundred and fifty pence, at five p.m."),
    ],
)
def test_pence_have_decimals(written: str, spoken: str) -> None:
    assert _said(written) == spoken


def test_a_year_has_the_and_of_a_number() -> None:
    assert _said("the Act 2002, in 2009, in 2010 and 2000") == (
        "the Act two thousand and two, in two thousand and nine, in twenty ten and two thousand"
    )
