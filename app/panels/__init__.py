"""The parts of the session page. Each shows the session on the screen and knows none of its neighbours."""
