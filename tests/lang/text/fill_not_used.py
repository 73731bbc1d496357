# a fill character for which there is no room does not make a text one beyond ASCII
for fill in 'é', '€', '😀', 'x':
    for v in 1.5, 12, 'abc', 1+2j, True, -5:
        print([(w, align) for w in (1, 2, 3, 6, 9) for align in '<>^' if format(v, f'{fill}{align}{w}').isascii()])
print({format(1.5, 'é^2'): 1}['1.5'], format(1.5, 'é^2') == '1.5')
