# exit: 1
# Notes of a group and of its members stand behind the margin, every line of them.
e = ValueError("with\nlines")
e.add_note("first note\nsecond line")
g = BaseExceptionGroup("group", [e, KeyboardInterrupt()])
g.add_note("about the group")
g.add_note("")
raise g
