"""What trainers decide: a log that only grows, each line with the hash of the one before, and what stands by it.

It knows attempts by their checksums and questions by their ids, and nothing of rubrics or points.
"""

from gramota.decisions.log import LOG, DecisionsLog, LogMovedError, read_decisions
from gramota.decisions.standing import NOTHING, Decided, Decisions, Mark

__all__ = ["LOG", "NOTHING", "Decided", "Decisions", "DecisionsLog", "LogMovedError", "Mark", "read_decisions"]
