"""Tables: what each cell is about, by what heads its row and its column."""
