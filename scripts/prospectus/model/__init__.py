"""What a school knows, as frozen records: one noun a file. Knows nothing of YAML, pages or rules."""
