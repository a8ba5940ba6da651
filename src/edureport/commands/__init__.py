"""One module per command, imported when it runs; add a command here and its words to each catalogue.

The module has the name of the command; in it a function of that name. Those of TABLES have a pure
`<name>_table` as well, and its COLUMNS: they write a table in any format.
"""

TABLES = ("summary", "check", "targets", "compare", "show", "trend", "rank", "data", "audit")
COMMANDS = (*TABLES, "chart", "document", "draft", "new", "fmt", "schema")
EXPORTING = ("summary", "data")  # those whose rows are observations: formats of exchange take them
