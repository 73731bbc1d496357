# unicodedata: decimals, digits and other numbers
import unicodedata as u


def show(text):
    try:
        print(text, "->", ascii(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__ + ":", ascii(str(e)))


for text in r"""
u.decimal('5'), u.decimal('\u0665'), u.decimal('a', None), u.digit('\u00b2'), u.digit('5'), u.digit('a', 7), u.numeric('\u00bd'), u.numeric('5'), u.numeric('\u4e00'), u.numeric('a', -1)
u.decimal('\u00b2')
u.digit('a')
u.numeric('a')
u.decomposition('é'), u.decomposition('a'), u.decomposition('\u00bd'), u.decomposition('\uac00'), u.decomposition('\ufb01')
""".strip().splitlines():
    show(text)
