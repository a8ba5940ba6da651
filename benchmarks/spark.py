"""Ask Spark for series and ranks in a table that `data` wrote, and compare every row with DuckDB's.

    pip install pyspark
    python benchmarks/spark.py figures/

The questions are those of examples/sql, which the tests compare with `trend` and `rank` row by row. Spark
runs in local mode, and needs Java. Exits with 1 if a row differs.
"""

import sys
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

QUESTIONS = Path(__file__).parents[1] / "examples" / "sql"


def main(path: str) -> int:
    """Print how many rows agree; 1 if one does not."""
    import duckdb
    from pyspark.sql import SparkSession

    files = str(Path(path, "**", "*.parquet")) if Path(path).is_dir() else path
    base = duckdb.connect()
    base.read_parquet(files, hive_partitioning=False).create_view("figures")
    local = SparkSession.builder.master("local[*]").config("spark.sql.shuffle.partitions", 4)
    spark = local.config("spark.ui.showConsoleProgress", "false").getOrCreate()
    spark.read.parquet(path).createOrReplaceTempView("figures")
    differ = 0
    for question in sorted(QUESTIONS.glob("*.sql")):
        text = question.read_text(encoding="utf-8")
        ours = _counted(base.execute(text).fetchall())
        theirs = _counted(spark.sql(text).collect())
        for row in [*(ours - theirs), *(theirs - ours)][:10]:
            print(f"{question.stem}: only in {'DuckDB' if row in ours else 'Spark'}: {row}")
        differ += sum(((ours - theirs) + (theirs - ours)).values())
        print(f"{question.stem}: {(ours & theirs).total():,} rows agree, of DuckDB's {ours.total():,}")
    spark.stop()
    return int(differ > 0)


def _counted(rows: Iterable[Iterable[object]]) -> Counter[tuple[object, ...]]:
    """How often each row is there, its numbers without zeros at their end."""
    return Counter(
        tuple(cell.normalize() if isinstance(cell, Decimal) else cell for cell in row) for row in rows
    )


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
