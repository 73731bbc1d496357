# A docstring must be encodable; other strings need not be.
def compiles(source):
    try:
        compile(source, 'f.py', 'exec')
        print('compiles')
    except UnicodeEncodeError as e:
        print(e)


compiles(r"'\ud800'")
compiles("def f():\n    'abc\\udfff'\nbreak")
compiles("class C:\n    '''\n    é\\ud800\n    '''")
compiles("async def f(x: '\\ud800' = '\\ud800'):\n    f'\\ud800'")
compiles("lambda: '\\ud800'")
compiles("'\\ud7ff\\ue000 is plain'")
