"""Gramota: instruction letters and control questions in YAML become a training site and a rubric checker."""


def __getattr__(name: str) -> str:
    """Return `__version__`; looked up when it is asked for, which keeps the start of the command short."""
    if name != "__version__":
        raise AttributeError(name)
    from importlib.metadata import version  # noqa: PLC0415 - see above

    return version("gramota")
