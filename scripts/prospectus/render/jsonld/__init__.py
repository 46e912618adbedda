"""Structured data for search engines and other programs: what a page is about, in the words of schema.org.

Built as objects, a page's front matter carries them and the theme prints them. Nothing here states an effect, promises
work or pay, or says more than the page itself; a test holds every block to the vocabulary.
"""
