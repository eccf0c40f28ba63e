"""How the record is shown: in the terminal now, in the browser later."""
