"""One module per format of whole documents: `write(publication, out, style)`; see DOCUMENTS in `formats`."""
