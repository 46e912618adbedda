"""The live preview: watches the school's files, builds again when one is saved, and tells the open pages.

`session.py` is the story, `watch.py` sees changes, `preview.py` holds what pages are told, `server.py` answers them.
It knows commands and their outcomes, and no record, rule or page.
"""
