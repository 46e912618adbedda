"""Prospectus: a massage school's knowledge, kept as YAML, turned into everything the school publishes."""

__version__ = "0.1.0"
