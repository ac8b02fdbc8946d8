"""Engines that run a vision language model. What each promises is in `backend`."""
