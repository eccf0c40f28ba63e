"""Words, names, codes and thresholds as data files, checked at load."""
