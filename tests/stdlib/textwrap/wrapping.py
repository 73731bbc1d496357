# wrap, fill, shorten, dedent and indent
import textwrap

text = ("Hello there -- you goof-ball, use the -b option! A very-very-long-hyphenated-word, and 'quotes' -- dashes---here. "
        "Sentence one.  Sentence two.\tTab. http://example.com/a-b")
for options in ({"width": 20}, {"width": 30, "initial_indent": "* ", "subsequent_indent": "  "},
                {"width": 8, "break_long_words": False}, {"width": 25, "break_on_hyphens": False},
                {"width": 40, "fix_sentence_endings": True}, {"width": 30, "max_lines": 2},
                {"width": 30, "drop_whitespace": False, "replace_whitespace": False, "expand_tabs": False}):
    print(textwrap.wrap(text, **options))
print(textwrap.fill("a b c d e f g", 5))
print(textwrap.shorten("Hello  world!", width=12), textwrap.shorten("Hello  world!", width=11),
      textwrap.shorten("Hello world", width=10, placeholder="..."), repr(textwrap.shorten("Hello", width=4, placeholder="~")))
print(repr(textwrap.dedent("  a\n    b\n  \n  c")), repr(textwrap.dedent("\ta\n  b")), repr(textwrap.indent("a\n\n b\n", "> ")))
print(repr(textwrap.indent("a\n\nb", "+", lambda line: True)), textwrap.wrap(""))
for wrong in (lambda: textwrap.wrap("a", 0), lambda: textwrap.shorten("abc", 2), lambda: textwrap.dedent(1)):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, e)
