# unicodedata: normal forms, and texts that are in them
import unicodedata as u


def show(text):
    try:
        print(text, "->", ascii(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__ + ":", ascii(str(e)))


for text in r"""
u.decomposition('é'), u.decomposition('a'), u.decomposition('\u00bd'), u.decomposition('\uac00'), u.decomposition('\ufb01')
[u.normalize(f, 'e\u0301 é \ufb01 \u00bd \uac00 \u1100\u1161\u11a8 \u212b q\u0307\u0323 \u0344 \u0958') for f in ('NFC', 'NFD', 'NFKC', 'NFKD')]
[u.is_normalized(f, 'é') for f in ('NFC', 'NFD', 'NFKC', 'NFKD')], u.is_normalized('NFC', 'e\u0301'), u.is_normalized('NFC', 'abc')
u.normalize('NFX', 'é')
u.normalize('NFC', 5)
u.normalize(5, 'a')
u.is_normalized('X', 'é')
u.normalize('NFC', ''), u.normalize('NFKC', 'abc')
u.unidata_version
""".strip().splitlines():
    show(text)
