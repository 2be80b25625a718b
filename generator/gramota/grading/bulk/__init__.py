"""The bulk form: tables of answers, one a row, of any size; read, graded and written in pieces."""
