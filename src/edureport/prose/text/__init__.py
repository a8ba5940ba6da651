"""From the characters of a text to its tokens, sentences and phrases; knows no language."""
