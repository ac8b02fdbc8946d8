"""Small parts that several panels and dialogs use. They know neither session nor study."""
