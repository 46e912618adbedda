"""Open data: what the school publishes as files for other programs, as JSON, as tables, and the schemas of both.

Built as objects and dumped, never in a template. The page that explains the files is made from the same descriptions.
"""
