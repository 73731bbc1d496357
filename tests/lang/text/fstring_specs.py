# Specs and conversions in f-strings, nested to the second level.
width, precision, value, text = 8, 3, 3.14159, "é"
print(f"{value:{width}.{precision}}|{value:{width}.{precision}f}|{text!r:>{width}}|{text!a:<{width}}|{text!s:^{width}}|{10:#{'x'}}|{value:{'>' + str(width)}}|")
print(f"{value=}", f"{value = :.2f}", f"{text=!s}", f"{width + 1=}", f"{'a' 'b'}", f"{{{width}}}", f"{width:{{}}}" if False else f"{width!r:>{'4'}}")
print(f"{1_000_000:,} {255:#06x} {0.25:.0%} {-5:+d} {5: d} {True:d} {1e10:g} {2**70:_} {3 + 4j:.1f}")
for code in ("f'{5:z}'", "f'{5:{\"a\"}}'", "f'{\"a\":d}'", "f'{value:{width}.{-1}}'", "f'{5!x}'", "f'{}'", "f'{5:'", "f'{5!}'"):
    try:
        print(eval(code))
    except (ValueError, SyntaxError) as e:
        print(code, type(e).__name__, e.args[0])
