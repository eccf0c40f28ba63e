"""Pure: an article's blocks, sentences, names, times, quantities, quotes and hedges."""
