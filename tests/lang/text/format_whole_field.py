# A format that is one field of a string gives that string itself.
text = "a text of some length"
print("{}".format(text) is text, "{0:s}".format(text) is text, "{:.99}".format(text) is text, "{:3}".format(text) is text, f"{text}" is text)
print("{}!".format(text), "{:.3}".format(text), "{}{}".format("", text))
class Text(str):
    pass
print("{}".format(Text("x")), type("{}".format(Text("x"))).__name__, "{:5}|".format(Text("x")))
