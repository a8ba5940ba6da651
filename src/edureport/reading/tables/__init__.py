"""Tables as sources: CSV files and sheets, described once in a few lines of YAML."""

TABLE_SUFFIXES = (".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".ods", ".parquet")
