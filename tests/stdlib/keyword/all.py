# keyword: the words of the language, and those that are some only in places.
import keyword

print(keyword.kwlist, keyword.softkwlist, keyword.__all__)
print([w for w in ('if', 'match', 'None', 'none', '', '_', 'print') if keyword.iskeyword(w)])
print([w for w in ('if', 'match', 'case', 'type', '_', 'x') if keyword.issoftkeyword(w)])
for call in (lambda: keyword.iskeyword(5), lambda: keyword.iskeyword([])):
    try:
        print(call())
    except TypeError as e:
        print(type(e).__name__)
