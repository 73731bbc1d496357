# Case mappings that change the length, and the sigma that depends on its neighbours.
print('straße'.upper(), 'ß'.title(), 'ﬁ'.upper(), 'ﬁ'.capitalize(), 'ŉ'.upper())
print('ΑΣ'.lower(), 'ΑΣΑ'.lower(), 'Σ'.lower(), 'ΑΣ.'.lower(), 'Α.Σ'.lower(), "ΑΣ'Α".lower())
print('İ'.lower() == 'i\u0307', len('İ'.lower()), 'ı'.upper(), 'ǅ'.swapcase(), 'ǆ'.title(), 'Ǆ'.capitalize())
print('STRASSE'.casefold() == 'straße'.casefold(), 'ẞ'.casefold(), 'ſ'.upper(), 'µ'.upper() == 'Μ')
print("they're bill's friends from the UK".title(), 'x1y2 z3'.title())
print('ÿ'.upper(), 'ａｂｃ'.upper(), '𐐨'.upper(), '\ud800x'.upper().encode('utf-16', 'surrogatepass'))
