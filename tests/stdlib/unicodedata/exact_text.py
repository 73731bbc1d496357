# normalize() gives a str, also for a subclass of str whose text is in that form already.
import unicodedata


class Text(str):
    def __str__(self):
        return 'not this'


for form in ('NFC', 'NFD', 'NFKC', 'NFKD'):
    for text in ('', 'ascii', '\xe9', 'e\u0301'):
        found = unicodedata.normalize(form, Text(text))
        print(form, type(found) is str, ascii(found))
