"""Situations that no few lines of YAML can show: files of other programs, archives, limits, what was done before."""
