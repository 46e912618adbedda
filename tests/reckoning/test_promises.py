"""Promises of work, pay and licenses are found in their usual phrases, and pass where a sentence takes them back."""

from __future__ import annotations

import pytest

from prospectus.reckoning.promises import LICENSE, PAY_IN_NUMBERS, WORK, promise_in


@pytest.mark.parametrize(
    "text",
    [
        "A guaranteed job after graduation.",
        "Employment is guaranteed.",
        "We guarantee placement.",
        "You will earn more than you think.",
        "You'll find work within weeks.",
        "Our graduates will easily find a job.",
        "A high-paying career.",
        "Highly paid, and well-paid from the first day.",
        "A six-figure business.",
        "A lucrative field.",
        "Earn up to $60 a session.",
        "Great earning potential.",
        "100 % placement.",
        "Our 97% job placement speaks for itself.",
        "A placement rate of 98 percent.",
        "95 percent of our graduates are employed in the field.",
        "No experience needed: we will find you a job.",
    ],
)
def test_promises_of_work_are_found(text: str) -> None:
    assert promise_in(text, WORK)


@pytest.mark.parametrize(
    "text",
    [
        "We make no promise of jobs.",
        "We do not guarantee a job, an income or a license.",
        "The school cannot guarantee employment.",
        "A guaranteed job is something no school can promise.",
        "Nobody here says that you will earn more.",
        "We never write of high-paying careers.",
        "You will earn a certificate.",
        "You will work on a client every Friday.",
        "Do you guarantee a job?",
        "Pay attention to the job of the breath.",
        "A job fair is held each spring.",
        "Clients pay $30 for a session in the student clinic.",
    ],
)
def test_plain_sentences_pass(text: str) -> None:
    assert promise_in(text, WORK) == ""


@pytest.mark.parametrize(
    "text", ["Wages of $55,000 are usual.", "An income near $4,000 a month.", "Therapists earn about $30 an hour."]
)
def test_numbers_beside_pay_are_found(text: str) -> None:
    assert promise_in(text, PAY_IN_NUMBERS)


@pytest.mark.parametrize("text", ["Tuition is $9,750.", "A fee of $45 is due. Income is not asked about."])
def test_prices_are_no_pay(text: str) -> None:
    assert promise_in(text, PAY_IN_NUMBERS) == ""


@pytest.mark.parametrize(
    "text",
    [
        "You will be licensed in North Carolina.",
        "After 650 hours you will hold a state license.",
        "Licensure is guaranteed.",
        "We guarantee that you pass.",
        "You will pass the MBLEx.",
        "Be licensed in all 50 states.",
    ],
)
def test_promises_of_a_license_are_found(text: str) -> None:
    assert promise_in(text, LICENSE)


@pytest.mark.parametrize(
    "text",
    [
        "This page is no promise that you will be licensed.",
        "A board decides whether you are licensed.",
        "The school does not guarantee a license or a passed exam.",
        "You will take the exam at a test center.",
        "Will I be licensed in every state?",
        "Work with a license in your own state.",
    ],
)
def test_sentences_about_a_license_pass(text: str) -> None:
    assert promise_in(text, LICENSE) == ""
