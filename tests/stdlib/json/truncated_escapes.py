# Escapes at the end of a truncated text: which message, and where.
import json

for text in ('"\\', '"\\u', '"\\u0', '"\\u00"', '"\\uZZZZ"', '"\\uD834', '"\\uD834"', '"\\ud834\\u', '"\\ud834\\udd20',
             '"\\ud834\\udd20"', '"\\q"', '"a', '{"\\u0061', '["\\u0061'):
    try:
        print(ascii(json.loads(text)))
    except json.JSONDecodeError as e:
        print(repr(text), e.msg, e.pos)
