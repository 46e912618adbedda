"""The render stage: a School in, artifacts (bytes in memory) out. Touches no disk of the school, no clock, no network."""
