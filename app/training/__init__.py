"""Training as the window shows it. It runs in processes of `finetune`, which is never imported here."""
