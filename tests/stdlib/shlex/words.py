# words of command lines, split, quoted and joined
import shlex

print(shlex.split("a 'b c' \"d\\\"e\" f\\ g # x", comments=True), shlex.quote("it's"), shlex.quote(""),
      shlex.join(["a b", "c"]), shlex.split("a '' b"), shlex.split("a#b"))
print(list(shlex.shlex('a=b "c d" # x\n(e)')), list(shlex.shlex("a && b || c; d>e", punctuation_chars=True)))
lexer = shlex.shlex("one two")
lexer.push_token("zero")
print(list(lexer), lexer.error_leader("f", 3))
for text in ('a "b', "a\\"):
    try:
        print(shlex.split(text))
    except ValueError as e:
        print(e)
