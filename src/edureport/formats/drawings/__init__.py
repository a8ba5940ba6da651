"""One module per format of drawings: `write(drawing, out, style)`; see DRAWINGS in `formats`."""
