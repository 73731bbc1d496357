# exit: 1
# A message of several lines.
raise ValueError("first\nsecond\n  third")
