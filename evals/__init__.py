"""Quality figures: every task that the gold allows, one table, one gate."""
