"""One file a command. Commands join the stages together; they print nothing and hold no rule of their own."""
