"""From reports to a Publication: sentences by the templates of a language, tables, an annex."""
