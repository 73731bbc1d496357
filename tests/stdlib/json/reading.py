# texts that are read, and the messages for those that are wrong
import json
for s in ['[1,]','{"a":1,}','[1','{"a"','{"a":','{a','[','{','"abc','"a\nb"','"\\x"','"\\u12"','nul','','1 2','-','[1 2]','{"a" 1}','{"a":1 "b"}','01','1.','[,]','{,}','"\\ud800"','1e400','-Infinity', '{"a":1,,}','[1,','{"a":1,','"\\','{1:2}','NaN','-Inf',' [1, 2.5e3, -0, -0.0, 1E5, 123456789012345678901, "\\u00e9\\ud83d\\ude00\\n", {"a": [], "b": {}}, true, null] ','1.7976931348623157e308','0.1','123456789.123456789','5e-324', b'"\xc3\xa9"', '"\u0142\\u0142"', '\ufeff1', 3, '[1}', '"\\ud83d\\u"', '1e5', '12345678901234567890.5']:
    try: print(repr(s), repr(json.loads(s)))
    except json.JSONDecodeError as e: print(repr(s), e, e.lineno, e.colno, e.pos)
    except TypeError as e: print(e)


print(json.loads('{"a":{"b":1}}', object_hook=lambda d: list(d.items())))
print(json.loads('{"a":1,"a":2}', object_pairs_hook=lambda pairs: pairs))
print(json.loads("[1.5,2,NaN]", parse_float=str, parse_int=float, parse_constant=lambda c: c))
print(json.JSONDecoder().raw_decode("[1] x"), json.JSONDecoder(strict=False).decode('"a\nb"'))
for text in ("[]", "{}", " [ ] ", '{ "a" : [ ] }'):
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le"):
        print(json.loads(text.encode(encoding)), end=" ")
    print()
try:
    json.loads("[" * 100000)
except RecursionError as e:
    print(type(e).__name__)
error = json.JSONDecodeError("m", "a\nbc", 3)
print(error, error.__reduce__(), json.decoder.scanstring('"ab"', 1), json.detect_encoding(b"\0\0\0["))
