# compile(): null characters in its arguments, and which argument is looked at first.
for a in (('1','a\0b',5),('1',5,'a\0b'),('1','f','a\0b'),('1\0','f','eval'),('1','a\0b','eval'),('1','a\0b','bad'),(5,'a\0',3),(5,'a','eval'),('1','a','ev\0al')):
    try: print(compile(*a))
    except Exception as e: print(type(e).__name__, e)
