"""Ask Spark for a series and for ranks in figures that `edureport data -o figures.parquet` wrote.

    pip install pyspark
    python benchmarks/spark.py figures.parquet pupils

It has not been run with Spark here: the same questions were asked of DuckDB. Only exact figures
have a change and a rank; what "more than 300" leaves open is in value_low and value_high.
"""

import sys

SERIES = """
SELECT organisation, period_end, value, value_bound,
       CASE WHEN value_bound = 'exact' AND lag(value_bound) OVER earlier = 'exact'
            THEN value - lag(value) OVER earlier END AS change
FROM figures
WHERE indicator = '{indicator}' AND member IS NULL
WINDOW earlier AS (PARTITION BY organisation ORDER BY period_end)
ORDER BY organisation, period_end
"""
RANKS = """
SELECT organisation, period_end, value, rank() OVER (PARTITION BY period_end ORDER BY value DESC) AS place
FROM figures
WHERE indicator = '{indicator}' AND member IS NULL AND value_bound = 'exact'
ORDER BY period_end, place
"""


def main(path: str, indicator: str) -> None:
    """Print both answers."""
    from pyspark.sql import SparkSession

    spark = SparkSession.builder.appName("edureport").getOrCreate()
    spark.read.parquet(path).createOrReplaceTempView("figures")
    for question in (SERIES, RANKS):
        spark.sql(question.format(indicator=indicator.replace("'", "''"))).show(truncate=False)


if __name__ == "__main__":
    main(*sys.argv[1:3])
