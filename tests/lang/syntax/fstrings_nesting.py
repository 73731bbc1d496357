# PEP 701: any quotes, backslashes, comments and newlines within a field; f-strings in f-strings.
d, x = {"a": {"b": 1}}, 5
print(f"{d["a"]["b"]}", f"{"\n".join(["1", "2"])!r}", f"{f"{f"{f"{x}"}"}"}", f"{'''a'''}{"""b"""}", f'{'it''s'}')
print(f"{
    x  # a comment with a } in it
    + 1
}", f"{x:{
    "0>"}{4}}", f'''{
d["a"]
}''')
print(f"{f'{x!r:>{f"{x}"}}'}|", f"{x:{f"{'>'}"}{x}}|", f"{'\x41'}", f"{'\''}", f"{chr(10)!r}", f"{(lambda: f"{x}")()}", f"{x:{'{'}>4}")
print(f"""{
    [
        f"{i}"
        for i in range(3)
    ]
}""", f"{x  =  }", f"{
x=}")
