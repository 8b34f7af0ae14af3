"""`python -m wirctl`: the command line, where its script is not at hand."""

from wirctl.cli.entry import main

if __name__ == "__main__":
    main()
