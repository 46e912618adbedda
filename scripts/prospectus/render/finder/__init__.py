"""What can be found at `/find/`: entries made from records, the facets that narrow them, and the files for browsers."""
