"""Tables of answers read row by row, as CSV, JSON lines or Parquet, however large."""
