"""What the statistics say of a study: the one bridge from its records to `core.statistics`, for command line and window
alike. A study and a source go in, frozen records come out; nothing is printed and nothing is stored."""
