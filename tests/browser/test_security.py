"""The site's policy: the same on every page, ahead of everything it governs, with room for nothing but our own scripts.

That no page goes against it is watched in every browser test, since their server sends `_headers` as a host does.
"""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from playwright.sync_api import Browser, Page

from browser.page_kinds import PAGE_KINDS
from browser.quiet_server import headers_for_all
from browser.tabs import Watched

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">')
GOVERNED = re.compile(r"<(?:script|link|style|img|form|base)\b")
INLINE_SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*\btype=)[^>]*>(.*?)</script>", re.DOTALL)
INLINE_STYLE = re.compile(r"<style\b[^>]*>(.*?)</style>", re.DOTALL)
IN_ATTRIBUTES = re.compile(r"<[a-z][^>]*?\s(style|on[a-z]+)\s*=\s*[\"']")

INJECT = """host => {
    const script = document.createElement("script");
    script.textContent = "window.injected = true";
    const style = document.createElement("style");
    style.textContent = "h1 { color: red }";
    document.head.append(script, style);
    document.body.setAttribute("style", "color: red");
    document.body.append(Object.assign(new Image(), { src: `${host}picture.png` }));
    fetch(`${host}data.json`).catch(() => {});
}"""


def parts(policy: str) -> dict[str, set[str]]:
    return {name: set(rest.split()) for name, _, rest in (part.strip().partition(" ") for part in policy.split(";"))}


def allowed(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_one_policy_stands_first_on_every_page_and_allows_its_scripts(built: Path) -> None:
    policies, faults = set(), []
    for file in sorted((built / "site").rglob("*.html")):
        html, name = file.read_text(encoding="utf-8"), file.relative_to(built / "site").as_posix()
        if name.startswith("catalog/editions/") and name.endswith("catalog.html"):
            continue  # a kept edition: its bytes are older than the policy, which reaches it as a header
        tag, first = POLICY.search(html), GOVERNED.search(html)
        if tag is None or first is None or tag.start() > first.start():
            faults.append(f"{name}: no policy ahead of what it governs")
            continue
        policies.add(tag[1])
        inline = {allowed(script) for script in INLINE_SCRIPT.findall(html)}
        if not inline or inline - parts(tag[1])["script-src"]:
            faults.append(f"{name}: a script that the policy stops")
        faults += [f"{name}: {found}" for found in {*IN_ATTRIBUTES.findall(html), *INLINE_STYLE.findall(html)}]
    assert faults == []
    (policy,) = policies
    assert not re.search(r"unsafe|\*|https?:", policy)
    assert parts(policy)["default-src"] == {"'none'"}
    assert {"form-action", "base-uri"} <= parts(policy).keys()


def test_the_header_says_the_same_and_what_a_tag_cannot(built: Path) -> None:
    site = built / "site"
    headers = dict(headers_for_all(str(site)))
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert {"Referrer-Policy", "Permissions-Policy"} <= headers.keys()
    tag = POLICY.search((site / "index.html").read_text(encoding="utf-8"))
    assert tag is not None
    as_tag, as_header = parts(tag[1]), parts(headers["Content-Security-Policy"])
    assert as_header.pop("frame-ancestors") == {"'none'"}
    assert "frame-ancestors" not in as_tag
    kept = [page.read_text(encoding="utf-8") for page in site.glob("catalog/editions/*/catalog.html")]
    styles = {allowed(style) for page in kept for style in INLINE_STYLE.findall(page)}
    assert styles
    assert as_header == as_tag | {"style-src": as_tag["style-src"] | styles}
    assert not [page for page in kept if "<script" in page or IN_ATTRIBUTES.search(page)]


def test_what_goes_against_the_policy_is_stopped_and_noticed(chromium: Browser, site_address: str) -> None:
    watched, context = Watched(), chromium.new_context()
    watched.watch(context)
    page = context.new_page()
    page.goto(site_address)
    assert watched.faults == []
    page.evaluate(INJECT, "http://127.0.0.1:9/")
    page.wait_for_timeout(200)
    for directive in ("script-src", "style-src", "img-src", "connect-src"):
        assert any(directive in fault for fault in watched.faults), directive
    assert page.evaluate("window.injected") is None
    context.close()


def test_the_chosen_scheme_is_kept_and_there_before_the_page_is_drawn(page: Page, site_address: str) -> None:
    page.goto(site_address)
    page.locator("[data-md-component=palette] label:visible").click()
    page.wait_for_selector("body[data-md-color-scheme=slate]", state="attached")
    # Without the theme's own script only ours can show the choice, and that at once.
    page.route("**/assets/javascripts/**", lambda route: route.abort())
    for kind in ("condition", "missing"):
        page.goto(site_address + PAGE_KINDS[kind])
        assert page.evaluate("document.body.dataset.mdColorScheme") == "slate", kind


def test_a_kept_edition_has_its_own_look_under_the_header(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}catalog/editions/2026-27/catalog.html")
    assert page.evaluate("getComputedStyle(document.body).maxWidth") != "none"
