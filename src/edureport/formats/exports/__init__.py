"""One module per format of exchange: `files(dataset, style)` gives the text of each file by its name."""
