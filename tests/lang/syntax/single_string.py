# A string at the prompt is a value to be shown, not documentation
exec(compile("'shown'\n", 'f', 'single'))
exec(compile("'a'; 5\n", 'f', 'single'))
names = {}
exec(compile("'doc'\n", 'f', 'exec'), names)
print(names['__doc__'])
names = {}
exec(compile("'no doc'\n", 'f', 'single'), names)
print(names.get('__doc__'))
