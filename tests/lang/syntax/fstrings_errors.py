# f-strings that are wrong.
for body in ["{}", "{ }", "{!r}", "{:x}", "{=}", "{x", "{x!}", "{x!z}", "{x!rr}", "{x! r}", "{x !r}", "}", "x}", "{x}}", "{{x}", "{x:{y}", "{x:{y:{z:{w}}}}", "{x:}}", "{a b}", "{a;b}", "{x = y}", "{lambda x: 1}",
             "{lambda: 1}", "{x!r=}", "{yield}", "{*x}", "{**x}", "{*a, *b}", "{x:=5}", "{#}", "{x#}", "{class}", "{None}", "{1.}", "{x[}", "{x]}", "{(}", "{)}", "{x!r:}{", "{'}", "{\\}", "\\N{x", "\\N{}", "{x!}:",
             "{a $ b}", "{,}", "{x,}", "{import os}", "{pass}", "{x!3}", "{x!}}", "{=x}", "{x==}", "{x!=}", "{x:{}}", "{x:{!r}}", "{if x: y}", "{x if y}", "{f(a for a in b, c)}", "{'a' 'b", "{x::{y}}", "{x:a{y!z}}"]:
    for source in f'f"{body}"', f"f'''{body}'''":
        try:
            compile(source, "f", "eval")
            print(source, "fine")
        except SyntaxError as e:
            print(source, "|", e.msg, e.lineno, e.offset, e.end_offset)
