"""The only stage that writes to disk or starts another program: artifacts into `docs/`, and `docs/` into `site/`.

It knows paths, bytes and the site engine; it knows no record, no rule and no YAML of the school.
"""
