"""The study: one encrypted file that loses nothing, keeps every correction and says who did what.

In: records. Out: records. A `Study` (core.project.study) is opened once and handed to the verbs in the other files of
this room; each verb is one transaction. Knows nothing of windows, of models, or of how an analysis came about.
"""
