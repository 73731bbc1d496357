# base64: binary files line by line; large data there and back
import base64
import io

data = bytes(range(256)) * 3
out = io.BytesIO()
base64.encode(io.BytesIO(data), out)
print(out.getvalue().count(b"\n"), len(out.getvalue()))
back = io.BytesIO()
base64.decode(io.BytesIO(out.getvalue()), back)
print(back.getvalue() == data)
for name in "b16", "b32", "b32hex", "b64", "b85", "a85", "z85":
    encode, decode = getattr(base64, name + "encode"), getattr(base64, name + "decode")
    print(name, all(decode(encode(data[:n])) == data[:n] for n in range(40)), decode(encode(data)) == data)
print(base64.__all__)
