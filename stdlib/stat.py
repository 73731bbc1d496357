"""The bits of st_mode, and what they say."""
S_IFDIR, S_IFCHR, S_IFBLK, S_IFREG, S_IFIFO, S_IFLNK, S_IFSOCK = 0o40000, 0o20000, 0o60000, 0o100000, 0o10000, 0o120000, 0o140000
S_ISUID, S_ISGID, S_ISVTX = 0o4000, 0o2000, 0o1000
S_IRWXU, S_IRUSR, S_IWUSR, S_IXUSR = 0o700, 0o400, 0o200, 0o100
S_IRWXG, S_IRGRP, S_IWGRP, S_IXGRP = 0o070, 0o040, 0o020, 0o010
S_IRWXO, S_IROTH, S_IWOTH, S_IXOTH = 0o007, 0o004, 0o002, 0o001
ST_MODE, ST_INO, ST_DEV, ST_NLINK, ST_UID, ST_GID, ST_SIZE, ST_ATIME, ST_MTIME, ST_CTIME = range(10)


def S_IFMT(mode):
    """The kind of file."""
    return mode & 0o170000


def S_IMODE(mode):
    """The permissions."""
    return mode & 0o7777


def _question(kind, doc):
    def is_kind(mode):
        return mode & 0o170000 == kind
    is_kind.__doc__ = doc
    return is_kind


S_ISDIR = _question(S_IFDIR, 'Is it a folder?')
S_ISCHR = _question(S_IFCHR, 'Is it a character device?')
S_ISBLK = _question(S_IFBLK, 'Is it a block device?')
S_ISREG = _question(S_IFREG, 'Is it a plain file?')
S_ISFIFO = _question(S_IFIFO, 'Is it a named pipe?')
S_ISLNK = _question(S_IFLNK, 'Is it a symbolic link?')
S_ISSOCK = _question(S_IFSOCK, 'Is it a socket?')


def filemode(mode):
    """The mode as ls shows it: '-rw-r--r--'."""
    kinds = {S_IFDIR: 'd', S_IFCHR: 'c', S_IFBLK: 'b', S_IFREG: '-', S_IFIFO: 'p', S_IFLNK: 'l', S_IFSOCK: 's'}
    bits = ''.join(c if mode & (0o400 >> i) else '-' for i, c in enumerate('rwxrwxrwx'))
    for bit, at, both, alone in ((S_ISUID, 2, 's', 'S'), (S_ISGID, 5, 's', 'S'), (S_ISVTX, 8, 't', 'T')):
        if mode & bit:
            bits = bits[:at] + (both if bits[at] == 'x' else alone) + bits[at + 1:]
    return kinds.get(S_IFMT(mode), '?') + bits
