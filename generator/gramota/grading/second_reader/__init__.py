"""A second opinion, learned from answers that trainers decided: it moves confidence, and turns round what is wrong."""
