"""A second opinion on criteria, learned from answers that trainers decided: it moves confidence, never a decision."""
