# A nonlocal name of a class body is looked for in the body's namespace first, where only exec and the like can put it.
def f():
    x = 1

    class C:
        nonlocal x
        print(x)
        exec('x = 2')
        print(x, locals()['x'])
        x = 3
        print(x)
        del locals()['x']
        print(x)

    print(x, C.__dict__.get('x'))

    class D:
        nonlocal x
        del x
        locals()['x'] = 4
        print(x)

    try:
        x
    except NameError as e:
        print(e)


f()
