"""What a drawn answer earns: pure functions, each in [0, 1], and who of them judges which question."""
