-- The series of every indicator and part, each figure with the one before it, in what `edureport data` writes.
-- For DuckDB and Spark alike: `figures` is a view of the table. Add a WHERE at the end for one indicator.
WITH
-- Of what is stated several times the later published counts, then what a report says of its own period.
stated AS (
  SELECT *, max(period_end) OVER (PARTITION BY organisation, report) AS reported
  FROM figures
  WHERE value IS NOT NULL
),
numbered AS (
  SELECT *, row_number() OVER (
    PARTITION BY organisation, indicator, dimension, member, period_start, period_end
    ORDER BY CASE WHEN published IS NULL THEN 1 ELSE 0 END, published DESC,
      CASE WHEN reported = period_end THEN 0 ELSE 1 END, report, line
  ) AS number
  FROM stated
),
-- A flow is compared over as many months, anything else whatever the window.
counting AS (
  SELECT *,
    CASE WHEN kind = 'flow' AND measure <> 'percent'
      THEN 12 * (year(period_end) - year(period_start)) + month(period_end) - month(period_start)
      ELSE 0 END AS months,
    -- "less than 300" has one end: that it is not below zero does not limit a change.
    CASE WHEN value_bound NOT IN ('less_than', 'at_most') OR value_low = value_high THEN value_low END AS low,
    CASE WHEN concat(' ', flags, ' ') LIKE '% break %' THEN period_end END AS broken
  FROM numbered
  WHERE number = 1
),
beside AS (
  SELECT *,
    lag(period_end) OVER series AS before_end,
    lag(value) OVER series AS before,
    lag(low) OVER series AS before_low,
    lag(value_high) OVER series AS before_high,
    lag(unit) OVER series AS before_unit,
    lag(kind) OVER series AS before_kind,
    -- A break of the whole is one of its parts.
    greatest(
      max(broken) OVER (PARTITION BY organisation, indicator, dimension, member ORDER BY period_end),
      max(CASE WHEN member IS NULL THEN broken END) OVER (PARTITION BY organisation, indicator ORDER BY period_end)
    ) AS last_break
  FROM counting
  WINDOW series AS (
    PARTITION BY organisation, indicator, dimension, member, months ORDER BY period_end, period_start DESC
  )
),
-- No change over a break in the series, or between two units.
judged AS (
  SELECT *, before_unit = unit AND before_kind = kind AND (last_break IS NULL OR last_break <= before_end)
    AS comparable
  FROM beside
)
SELECT organisation, indicator, dimension, member, period_start, period_end, value, value_low, value_high,
  before_end, before,
  CASE WHEN comparable AND low = value_high AND before_low = before_high THEN low - before_low END AS change,
  CASE WHEN comparable THEN low - before_high END AS change_low,
  CASE WHEN comparable THEN value_high - before_low END AS change_high
FROM judged
ORDER BY organisation, indicator, dimension, member, period_end, period_start DESC
