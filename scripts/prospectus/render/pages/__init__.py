"""The pages of the site, one file a kind of page. Each yields jobs; `render/formats.py` lists them."""
