"""Questions from the banks of other systems: GIFT and Moodle XML."""
