"""`python -m gramota` is the command `gramota`."""

from gramota.cli import main

# Processes that help with long work import this file, too.
if __name__ == "__main__":
    main()
