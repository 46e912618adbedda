"""Words that promise what no school can give: work, pay, a license. Finds them in a text; knows no record.

A list of plain phrases, each with the small changes that advertising makes to it. A sentence that takes the promise
back ("we do not guarantee a job") is let through, and so is a question that asks for one.
"""

from __future__ import annotations

import re

_GAINS = r"(?:jobs?|employment|placement|income|salary|salaries|wages?|earnings|careers?)"
_YOU_WILL = r"\b(?:you(?:['’]ll| will)|(?:our |all |most )?graduates (?:will|always))\s+(?:\w+\s+){0,2}"

WORK = re.compile(
    "|".join(
        (
            rf"\bguarantee[ds]?\b[^.!?;:]{{0,40}}?\b{_GAINS}\b",
            rf"\b{_GAINS}\b[^.!?;:]{{0,25}}?\bguaranteed?\b",
            rf"{_YOU_WILL}(?:earn\b(?!\s+(?:a |your |the )?(?:certificate|diploma|credits?|grade))|make \$"
            r"|find (?:a job|work)|get (?:a job|hired|work)|be (?:hired|employed)|have (?:a job|work))",
            r"\b(?:high|highly|well|top|better)[- ](?:paying|paid)\b",
            r"\b(?:six|seven)[- ]figure\b",
            r"\blucrative\b",
            r"\bearn(?:ing)? (?:up to|as much as|over \$|more than \$|\$|a good living|a great living)",
            r"\bearning potential\b",
            r"\b\d{1,3}(?:\.\d+)? ?(?:%|percent)\s+(?:job |career |employment )?(?:placement|employment|hiring)\b",
            r"\b(?:placement|employment|hiring) rate\s+(?:of |is |was )?(?:over |about |nearly |more than )?\d",
            r"\b\d{1,3}(?:\.\d+)? ?(?:%|percent) of (?:our |all |the )?graduates "
            r"(?:find|work\b|are (?:employed|working|hired)|get|have (?:a job|work))",
            r"\bwe(?:['’]ll| will)? (?:find you (?:a job|work)|place (?:you|every graduate|all graduates))",
            r"\b(?:a job|jobs|work) (?:is|are) waiting for you\b",
        )
    ),
    re.IGNORECASE,
)
"""Promises of work or pay."""

PAY_IN_NUMBERS = re.compile(
    r"\b(?:salary|salaries|wages?|income|earnings?|earns?)\b[^.!?]{0,40}?[$€£] ?\d"
    r"|[$€£] ?\d[\d,.]*[^.!?]{0,40}?\b(?:salary|salaries|wages?|income|earnings|earns?)\b",
    re.IGNORECASE,
)
"""Numbers beside words of pay: only figures about the occupation, with year and source, may have them."""

LICENSE = re.compile(
    "|".join(
        (
            rf"{_YOU_WILL}(?:be|become)\s+(?:an?\s+)?(?:\w+\s+)?licensed\b",
            rf"{_YOU_WILL}(?:get|receive|have|hold|earn|leave with)\s+(?:your|a|the)\s+(?:\w+\s+)?licen[sc]e\b",
            rf"{_YOU_WILL}pass (?:the|your) (?:\w+ )?(?:exam|MBLEx|boards?)\b",
            r"\bguarantee[ds]?\b[^.!?;:]{0,40}?\b(?:licen[sc]e|licensure|licensed|pass(?:ing)?)\b",
            r"\b(?:licen[sc]e|licensure|pass(?:ing)?)\b[^.!?;:]{0,25}?\bguaranteed\b",
            r"\bmakes? you (?:a )?licensed\b",
            r"\b(?:licensed|practice|practise|work) in (?:all|every)(?: (?:fifty|50))? states?\b",
        )
    ),
    re.IGNORECASE,
)
"""Promises of a license."""

_NEGATION = re.compile(
    r"\b(?:no(?! (?:experience|degree|exam|time))|not|never|nobody|none|nothing|cannot|neither|nor|without|forbid\w*)\b"
    r"|n['’]t\b|\brather than\b|\binstead of\b",
    re.IGNORECASE,
)
_TAKEN_BACK = re.compile(
    r"\b(?:nobody|no (?:school|one)|is not|are not|isn['’]t|cannot|can['’]t|never)\b", re.IGNORECASE
)
_ASKS = re.compile(r"(?:do|does|is|are|will|can|may|has|have)\b[^.!]*\?$", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.!?]*(?:[.!?](?=\d)[^.!?]*)*[.!?]*")
_REACH = 70
"""How many signs before a promise a word may stand that takes it back."""


def promise_in(text: str, pattern: re.Pattern[str]) -> str:
    """Give the first words of a text that promise something, as they stand there; "" when there are none."""
    if pattern.search(text) is None:
        return ""
    for sentence in _SENTENCE.findall(" ".join(text.split())):
        for found in pattern.finditer(sentence):
            before, after = sentence[: found.start()], sentence[found.end() :]
            taken_back = _NEGATION.search(f"{before[-_REACH:]}{found[0]}") or _TAKEN_BACK.search(after)
            if not taken_back and not _ASKS.match(sentence.strip()):
                return found[0].strip()
    return ""
