-- The ranks that every figure can have among those of its indicator and period, in what `edureport data` writes.
-- For DuckDB and Spark alike: `figures` is a view of the table. Add a WHERE at the end for one indicator.
-- Figures in another unit or of another kind have ranks of their own.
WITH
-- Of what is stated several times the later published counts, then what a report says of its own period.
stated AS (
  SELECT *, max(period_end) OVER (PARTITION BY organisation, report) AS reported
  FROM figures
  WHERE value IS NOT NULL
),
-- A stock counts on its last day, anything else over its window.
dated AS (
  SELECT *, CASE WHEN kind = 'stock' AND measure <> 'percent' THEN period_end ELSE period_start END AS since,
    concat(CASE WHEN measure = 'percent' THEN measure ELSE unit END, ' ', kind) AS sort
  FROM stated
),
numbered AS (
  SELECT *, row_number() OVER (
    PARTITION BY organisation, indicator, dimension, member, since, period_end
    ORDER BY period_start, CASE WHEN published IS NULL THEN 1 ELSE 0 END, published DESC,
      CASE WHEN reported = period_end THEN 0 ELSE 1 END, report, line
  ) AS number
  FROM dated
),
counting AS (
  SELECT *, CASE WHEN max(better) OVER (PARTITION BY indicator) = 'lower' THEN -1 ELSE 1 END AS sign,
    CASE WHEN value_bound = 'more_than' AND value_low = value THEN 1 ELSE 0 END AS low_open,
    CASE WHEN value_bound IN ('less_than', 'nearly') AND value_high = value
      AND (value_low IS NULL OR value_low < value_high) THEN 1 ELSE 0 END AS high_open
  FROM numbered
  WHERE number = 1
),
-- The worse and the better end of each figure: `far` is -1 or 1 for one without an end, `nudge` for an open one.
ends AS (
  SELECT indicator, sort, dimension, member, since, period_end, organisation, 'worse' AS which,
    CASE WHEN sign = 1 THEN value_low ELSE -value_high END AS reach, -1 AS outwards,
    CASE WHEN sign = 1 THEN low_open ELSE high_open END AS nudge
  FROM counting
  UNION ALL
  SELECT indicator, sort, dimension, member, since, period_end, organisation, 'better' AS which,
    CASE WHEN sign = 1 THEN value_high ELSE -value_low END AS reach, 1 AS outwards,
    CASE WHEN sign = 1 THEN -high_open ELSE -low_open END AS nudge
  FROM counting
),
ordered AS (
  SELECT *, CASE WHEN reach IS NULL THEN outwards ELSE 0 END AS far FROM ends
),
-- Better for certain is who begins above its end; not worse for certain, who does not end below its beginning.
counted AS (
  SELECT *,
    count(CASE WHEN which = 'worse' THEN 1 END)
      OVER (PARTITION BY indicator, sort, dimension, member, since, period_end)
      - count(CASE WHEN which = 'worse' THEN 1 END) OVER upwards AS above,
    count(CASE WHEN which = 'better' THEN 1 END) OVER downwards AS not_below
  FROM ordered
  WINDOW upwards AS (
      PARTITION BY indicator, sort, dimension, member, since, period_end ORDER BY far, reach, nudge
    ),
    downwards AS (
      PARTITION BY indicator, sort, dimension, member, since, period_end ORDER BY far DESC, reach DESC, nudge DESC
    )
),
places AS (
  SELECT indicator, dimension, member, since, period_end, organisation,
    max(CASE WHEN which = 'better' THEN above END) + 1 AS rank_first,
    max(CASE WHEN which = 'worse' THEN not_below END) AS rank_last
  FROM counted
  GROUP BY indicator, dimension, member, since, period_end, organisation
)
SELECT counting.organisation, counting.indicator, counting.dimension, counting.member, counting.period_start,
  counting.period_end, value, value_low, value_high, rank_first, rank_last
FROM counting
JOIN places ON counting.organisation = places.organisation AND counting.indicator = places.indicator
  AND coalesce(counting.dimension, '') = coalesce(places.dimension, '')
  AND coalesce(counting.member, '') = coalesce(places.member, '')
  AND counting.since = places.since AND counting.period_end = places.period_end
ORDER BY counting.indicator, counting.dimension, counting.member, counting.period_end, counting.period_start,
  rank_first, rank_last, counting.organisation
