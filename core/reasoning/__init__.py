"""From a model's words to an affective tree. Is given a `Backend`, never picks one."""
