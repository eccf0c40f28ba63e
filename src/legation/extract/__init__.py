"""Pure: statements, events, transfers, attacks and relations as claims."""
