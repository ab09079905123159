"""Runs the command line with `python -m negotiator`."""

from negotiator.cli.main import main

if __name__ == "__main__":
    main()
