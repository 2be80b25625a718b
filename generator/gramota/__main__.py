"""`python -m gramota` is the command `gramota`."""

from gramota.cli import main

main()
