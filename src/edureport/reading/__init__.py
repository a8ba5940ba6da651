"""From files to the model; every mistake with its file, line and column, and the remedy."""
