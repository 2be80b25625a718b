"""Words near in meaning, by vectors that come in an extra; grading never comes here."""
