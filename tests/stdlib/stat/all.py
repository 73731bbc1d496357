# stat: what a mode says, and modes as text.
import stat

for mode in (0o100644, 0o040755, 0o120777, 0o010600, 0o140777, 0o020666, 0o060660, 0o104755, 0o102654, 0o041777, 0o100000, 0o4001, 0):
    kinds = [name for name in dir(stat) if name.startswith('S_IS') and len(name) > 7 and getattr(stat, name)(mode)]
    kinds += [name for name in ('S_ISDIR', 'S_ISREG', 'S_ISLNK', 'S_ISBLK', 'S_ISCHR') if getattr(stat, name)(mode) and name not in kinds]
    print(oct(mode), stat.filemode(mode), oct(stat.S_IMODE(mode)), oct(stat.S_IFMT(mode)), sorted(kinds))
print(sorted((name, value) for name, value in vars(stat).items() if isinstance(value, int)))
for wrong in ('x', 1.5):
    try:
        stat.S_ISDIR(wrong)
    except TypeError as e:
        print(type(e).__name__)
