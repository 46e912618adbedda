"""The order of courses: which can ever be begun, which wait for each other in a circle, and in which layer each stands.

A course may follow others (`prerequisites`), one of a list (`one_of`), or go along with others (`corequisites`). Two
courses may go along with each other; that is no circle. Knows no rule and no page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from prospectus.model.course import Course

PREREQUISITE, ONE_OF, COREQUISITE = "prerequisites", "one_of", "corequisites"


@dataclass(frozen=True, slots=True)
class Link:
    """A course comes before another; `field` says how: prerequisites, one_of or corequisites."""

    before: str
    after: str
    field: str


def links_of(courses: Mapping[str, Course]) -> list[Link]:
    """Give every link between these courses, each pair once, the strictest first."""
    found: dict[tuple[str, str], Link] = {}
    for id, course in courses.items():
        for field, others in _needs(course):
            for other in others:
                if other in courses and other != id:
                    found.setdefault((other, id), Link(other, id, field))
    return list(found.values())


def _needs(course: Course) -> Iterator[tuple[str, Sequence[str]]]:
    yield PREREQUISITE, course.prerequisites
    for others in course.one_of:
        yield ONE_OF, others
    yield COREQUISITE, course.corequisites


def layers_of(courses: Mapping[str, Course]) -> dict[str, int]:
    """Give each course the layer it stands in: 0 without anything before it, else one past the last that is before.

    A course that goes along with another stands in its layer or later.
    """
    layers = dict.fromkeys(courses, 0)
    links = links_of(courses)
    for _ in courses:  # the longest way has fewer links than there are courses, so circles end here too
        moved = False
        for link in links:
            layer = layers[link.before] + (link.field != COREQUISITE)
            if layer > layers[link.after] and layer < len(courses):
                layers[link.after] = layer
                moved = True
        if not moved:
            break
    return layers


def circles_in(courses: Mapping[str, Course]) -> list[tuple[str, ...]]:
    """Give each circle of courses that no student could begin, the shortest way round, every circle once."""
    stuck = _never_begun(courses)
    links = {id: [other for _, others in _stuck_needs(courses, id, stuck) for other in others] for id in stuck}
    return circles_of(links)


def field_towards(courses: Mapping[str, Course], id: str, other: str) -> str:
    """Give the field in which a course names another that comes before it."""
    return next((field for field, others in _needs(courses[id]) if other in others), PREREQUISITE)


def circles_of(links: Mapping[str, Sequence[str]]) -> list[tuple[str, ...]]:
    """Give each circle among links, the shortest way round, every circle once."""
    found: dict[frozenset[str], tuple[str, ...]] = {}
    for start in links:
        circle = _circle_from(start, links)
        if circle:
            found.setdefault(frozenset(circle), tuple(circle))
    return list(found.values())


def _circle_from(start: str, links: Mapping[str, Sequence[str]]) -> list[str]:
    """Give the shortest way from `start` back to itself, or an empty list."""
    ways = [[start]]
    seen: set[str] = set()
    while ways:
        way = ways.pop(0)
        for target in links.get(way[-1], ()):
            if target == start:
                return way
            if target not in seen:
                seen.add(target)
                ways.append([*way, target])
    return []


def _never_begun(courses: Mapping[str, Course]) -> dict[str, None]:
    """Name the courses that no student could ever begin, in their order."""
    partners = _partners(courses)
    begun: set[str] = set()
    waiting = dict.fromkeys(courses)
    while ready := {id for id in waiting if _all_ready(courses, {id, *partners.get(id, ())}, begun)}:
        begun |= ready
        waiting = {id: None for id in waiting if id not in ready}
    return waiting


def _all_ready(courses: Mapping[str, Course], group: set[str], begun: set[str]) -> bool:
    """Say whether courses that go along with each other could be begun together, after those that were."""
    return all(_is_ready(courses, id, begun, group) for id in group)


def _is_ready(courses: Mapping[str, Course], id: str, begun: set[str], group: set[str]) -> bool:
    def done(others: Iterable[str]) -> list[bool]:
        return [other in begun or other not in courses for other in others]

    return all(
        any(done(others)) if field == ONE_OF and others
        else all(done(other for other in others if field != COREQUISITE or other not in group))
        for field, others in _needs(courses[id])
    )  # fmt: skip


def _partners(courses: Mapping[str, Course]) -> dict[str, set[str]]:
    """Give for each course those that it goes along with both ways, directly or through others."""
    links = {id: [other for other in course.corequisites if other in courses] for id, course in courses.items()}
    reached = {id: _reached(id, links) for id, others in links.items() if others}
    return {id: {other for other in found if id in reached.get(other, ())} for id, found in reached.items()}


def _reached(start: str, links: Mapping[str, Sequence[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        for other in links.get(waiting.pop(), ()):
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found


def _stuck_needs(
    courses: Mapping[str, Course], id: str, stuck: Mapping[str, None]
) -> Iterator[tuple[str, Sequence[str]]]:
    """Give what keeps a course from being begun; going along with each other keeps nobody, unless one comes first."""
    group = {id, *_partners(courses).get(id, ())}
    first = any(group & set(courses[one].prerequisites) for one in group)
    for field, others in _needs(courses[id]):
        if field == ONE_OF and not all(other in stuck for other in others):
            continue
        yield field, [o for o in others if o in stuck and (field != COREQUISITE or first or o not in group)]
