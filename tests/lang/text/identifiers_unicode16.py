# Names may have the letters, marks and digits that Unicode 16 added, and are compared by their NFKC form.
Ᲊx = 1
aࢗ = 2
n𜳱 = 3
ﬁne = 4
µ = 5
print(Ᲊx, aࢗ, n1, fine, μ, sorted(ascii(k) for k in globals() if k[0] != "_"))
for text in ("Ა", "aࢗ", "ࢗ", "𜳱", "x𜳱", "𐗀", "⿿", "ﬁ", "x́", "́"):
    print(ascii(text), text.isidentifier(), text.isalpha(), text.isprintable(), ascii(text.swapcase()))
for bad in ("a⿿ = 1", "ࢗ = 1", "a͸ = 1", "a​ = 1"):
    try:
        exec(bad)
    except SyntaxError as e:
        print(ascii(e.msg))
