"""What the verbs do: one file for each kind. A verb runs on a lane and says what it did; it draws nothing."""
