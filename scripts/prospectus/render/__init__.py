"""The render stage: a School in, artifacts (bytes in memory) out. Touches no file of the school, no clock, no net."""
