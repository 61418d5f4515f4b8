"""Checks of the data: each finds one kind of fault and says how to mend it."""
