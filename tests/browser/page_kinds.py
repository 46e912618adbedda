"""One address of every kind of page that the shipped school has; the tests here walk all of them.

`test_pages.py` compares this table with the built site, so a new kind of page cannot stay unseen.
"""

from __future__ import annotations

PAGE_KINDS = {
    "home": "",
    "finder": "find/",
    "technique": "techniques/effleurage/",
    "condition": "conditions/low-back-pain/",
    "compare": "compare/",
    "differences": "compare/differences/",
    "matrix": "matrix/",
    "techniques": "techniques/",
    "technique-compare": "techniques/compare/?with=effleurage,petrissage",
    "conditions": "conditions/",
    "programs": "programs/",
    "program": "programs/massage-therapy/",
    "program-comparison": "programs/compare/",
    "course": "courses/mt-110/",
    "courses": "courses/",
    "training": "training/",
    "license": "training/license/",
    "careers": "careers/",
    "licensing": "licensing/",
    "jurisdiction": "licensing/nc/",
    "program-licensing": "programs/massage-therapy/licensing/",
    "exams": "exams/",
    "accountability": "accountability/",
    "glossary": "glossary/",
    "claims": "claims/",
    "sources": "sources/",
    "evidence": "evidence/",
    "data": "data/",
    "screening": "screening/",
    "calendar": "calendar/",
    "costs": "costs/",
    "catalog": "catalog/",
    "editions": "catalog/editions/",
    "changes": "catalog/changes/",
    "audit": "catalog/audit/",
    "people": "people/",
    "facilities": "facilities/",
    "approvals": "approvals/",
    "policies": "policies/",
    "policy": "policies/refund/",
    "acknowledgement": "policies/acknowledgement/",
    "missing": "no/such/page/",
}
"""The name of each kind of page, and the address of one of its pages below the site's root."""
