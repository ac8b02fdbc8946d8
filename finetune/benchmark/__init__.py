"""How answers are judged: figures with their sources, and how sure they are. Numpy alone; knows no model."""
