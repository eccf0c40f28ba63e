"""Pure: claims folded into happenings and deals, counted by independent origin."""
