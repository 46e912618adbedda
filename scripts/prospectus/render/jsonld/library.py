"""Techniques, conditions and the glossary as structured data.

Only a technique of medical massage that research has not turned against is called a therapy, and then with its
contraindications. No property that names a use, an effect or an outcome is ever written.
"""

from __future__ import annotations

from prospectus.model.condition import Condition
from prospectus.model.evidence import Grade
from prospectus.model.statement import Role
from prospectus.model.technique import Technique
from prospectus.render import urls
from prospectus.render.jsonld.node import Node, Value, absolute, node
from prospectus.render.jsonld.school import image
from prospectus.render.sheet import Sheet

NO_THERAPY = frozenset({Grade.NOT_A_TREATMENT, Grade.WEAK_AGAINST, Grade.NONE_FOUND})


def technique(sheet: Sheet, record: Technique) -> Node:
    """Name a technique; where it may honestly be called a therapy, with when it must not be given."""
    address = absolute(sheet, f"{urls.TECHNIQUES}{record.id}/")
    names: list[Value] = list(record.also_called)
    shared = {
        "name": record.name,
        "alternateName": names,
        "url": address,
        "description": record.summary.plain,
        "image": image(sheet, record.picture),
    }
    is_medical = any(use.role is Role.MEDICAL for use in record.roles)
    if not is_medical or record.evidence.grade in NO_THERAPY:
        return node("Thing", **shared)
    never: list[Value] = [
        node("MedicalContraindication", name=reason.text.plain) for reason in record.contraindications.absolute
    ]
    return node("MedicalTherapy", **shared, contraindication=never)


def condition(sheet: Sheet, record: Condition) -> Node:
    """Name a condition, with its codes."""
    codes: list[Value] = [
        node("MedicalCode", codeValue=code.code, codingSystem="ICD-10-CM", name=code.description)
        for code in record.codes.icd10cm
    ]
    codes += [
        node("MedicalCode", codeValue=heading.id, codingSystem="MeSH", name=heading.heading)
        for heading in record.codes.mesh
    ]
    return node(
        "MedicalCondition",
        name=record.name,
        alternateName=list(record.also_called),
        url=absolute(sheet, f"{urls.CONDITIONS}{record.id}/"),
        description=record.summary.plain,
        code=codes,
        image=image(sheet, record.picture),
    )


def glossary(sheet: Sheet) -> Node:
    """Give the words that the glossary explains. The page holds the definitions; here they would double its weight."""
    terms = sorted(sheet.school.terms.values(), key=lambda term: term.name.casefold())
    return node("DefinedTermSet", name="Glossary", hasDefinedTerm=[node("DefinedTerm", name=t.name) for t in terms])
