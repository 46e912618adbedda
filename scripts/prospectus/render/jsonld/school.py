"""The school, its campuses and its people as structured data."""

from __future__ import annotations

from prospectus.model.campus import Campus
from prospectus.model.person import Person
from prospectus.model.picture import Picture
from prospectus.render import urls
from prospectus.render.jsonld.node import Node, Value, absolute, node
from prospectus.render.open_data.tables import tables_of
from prospectus.render.sheet import Sheet

SAMPLE = "A sample school. It does not exist, enrolls nobody and holds no approval."


def organization(sheet: Sheet) -> Node | None:
    """Say who the school is and how to reach it."""
    profile = sheet.school.profile
    if profile is None:
        return None
    contact = profile.contact
    return {
        **node(
            "EducationalOrganization",
            name=profile.name,
            alternateName=[name.name for name in profile.names],
            url=absolute(sheet, urls.HOME),
            description=profile.brand.lead.plain,
            disambiguatingDescription=SAMPLE if profile.sample else "",
            telephone=contact.telephone,
            email=contact.email,
            address=address(contact.street, contact.town),
            logo=image(sheet, profile.brand.logo),
            image=image(sheet, profile.brand.picture),
        ),
        **_id(sheet),
    }


def provider(sheet: Sheet) -> Node | None:
    """Name the school on another page; its home page says the rest."""
    profile = sheet.school.profile
    if profile is None:
        return None
    return {**node("EducationalOrganization", name=profile.name, url=absolute(sheet, urls.HOME)), **_id(sheet)}


def _id(sheet: Sheet) -> Node:
    home = absolute(sheet, urls.HOME)
    return {"@id": f"{home}#school"} if home else {}


def address(street: str, town: str) -> Node:
    """Write an address as it stands on an envelope; what of the town is a state or a number is not guessed."""
    return node("PostalAddress", streetAddress=street, addressLocality=town)


def image(sheet: Sheet, picture: Picture | None) -> Node | None:
    """Give a picture with what it shows and who made it; none when the site has no address."""
    if picture is None or not sheet.context.base_url:
        return None
    return node(
        "ImageObject",
        contentUrl=absolute(sheet, picture.file),
        caption=picture.alt,
        creditText=picture.credit,
        width=f"{picture.width} px" if picture.width else "",
        height=f"{picture.height} px" if picture.height else "",
    )


def dataset(sheet: Sheet) -> Node:
    """Describe the school's open data and its tables."""
    profile = sheet.school.profile
    files: list[Value] = [
        node(
            "DataDownload",
            name=table.title,
            description=table.about,
            encodingFormat="text/csv",
            contentUrl=absolute(sheet, table.path),
        )
        for table in tables_of(sheet.school)
    ]
    return node(
        "Dataset",
        name=f"Open data of {profile.name}" if profile is not None else "Open data",
        description="Programs, courses, groups of students, techniques, conditions and license requirements as files.",
        creator=provider(sheet),
        dateModified=profile.data_as_of.isoformat() if profile is not None and profile.data_as_of else "",
        distribution=files,
    )


def place(sheet: Sheet, campus: Campus) -> Node:
    """Describe a campus."""
    return node(
        "Place",
        name=campus.name,
        url=absolute(sheet, f"{urls.FACILITIES}#{urls.anchor_of('campus', campus.id)}"),
        address=address(campus.street, campus.town),
        telephone=campus.telephone,
        image=image(sheet, campus.picture),
    )


def person(sheet: Sheet, someone: Person) -> Node:
    """Name somebody and what the person does at the school."""
    return node(
        "Person",
        name=someone.name,
        jobTitle=someone.title,
        worksFor=provider(sheet),
        image=image(sheet, someone.picture),
    )
