"""The bits of st_mode, and what they say."""

S_IFDIR, S_IFCHR, S_IFBLK, S_IFREG = 0o40000, 0o20000, 0o60000, 0o100000
S_IFIFO, S_IFLNK, S_IFSOCK = 0o10000, 0o120000, 0o140000
S_IFDOOR = S_IFPORT = S_IFWHT = 0       # other systems have such files
S_ISUID, S_ISGID, S_ISVTX = 0o4000, 0o2000, 0o1000
S_IRWXU, S_IRUSR, S_IWUSR, S_IXUSR = 0o700, 0o400, 0o200, 0o100
S_IRWXG, S_IRGRP, S_IWGRP, S_IXGRP = 0o070, 0o040, 0o020, 0o010
S_IRWXO, S_IROTH, S_IWOTH, S_IXOTH = 0o007, 0o004, 0o002, 0o001
S_IREAD, S_IWRITE, S_IEXEC, S_ENFMT = S_IRUSR, S_IWUSR, S_IXUSR, S_ISGID
ST_MODE, ST_INO, ST_DEV, ST_NLINK, ST_UID, ST_GID, ST_SIZE, ST_ATIME, ST_MTIME, ST_CTIME = range(10)

# st_flags, as BSD and macOS have them.
UF_NODUMP, UF_IMMUTABLE, UF_APPEND, UF_OPAQUE = 1, 2, 4, 8
UF_NOUNLINK, UF_COMPRESSED, UF_TRACKED, UF_DATAVAULT, UF_HIDDEN = 0x10, 0x20, 0x40, 0x80, 0x8000
SF_ARCHIVED, SF_IMMUTABLE, SF_APPEND, SF_RESTRICTED = 0x10000, 0x20000, 0x40000, 0x80000
SF_NOUNLINK, SF_SNAPSHOT, SF_FIRMLINK, SF_DATALESS = 0x100000, 0x200000, 0x800000, 0x40000000
UF_SETTABLE, SF_SETTABLE = 0xffff, 0xffff0000

# st_file_attributes, as Windows has them.
FILE_ATTRIBUTE_READONLY, FILE_ATTRIBUTE_HIDDEN, FILE_ATTRIBUTE_SYSTEM = 1, 2, 4
FILE_ATTRIBUTE_DIRECTORY, FILE_ATTRIBUTE_ARCHIVE, FILE_ATTRIBUTE_DEVICE, FILE_ATTRIBUTE_NORMAL = 0x10, 0x20, 0x40, 0x80
FILE_ATTRIBUTE_TEMPORARY, FILE_ATTRIBUTE_SPARSE_FILE, FILE_ATTRIBUTE_REPARSE_POINT = 0x100, 0x200, 0x400
FILE_ATTRIBUTE_COMPRESSED, FILE_ATTRIBUTE_OFFLINE, FILE_ATTRIBUTE_NOT_CONTENT_INDEXED = 0x800, 0x1000, 0x2000
FILE_ATTRIBUTE_ENCRYPTED, FILE_ATTRIBUTE_INTEGRITY_STREAM, FILE_ATTRIBUTE_VIRTUAL = 0x4000, 0x8000, 0x10000
FILE_ATTRIBUTE_NO_SCRUB_DATA = 0x20000


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
S_ISDOOR = _question(None, 'Is it a door? There are none here.')
S_ISPORT = _question(None, 'Is it an event port? There are none here.')
S_ISWHT = _question(None, 'Is it a whiteout? There are none here.')


def filemode(mode):
    """The mode as ls shows it: '-rw-r--r--'."""
    kinds = {S_IFDIR: 'd', S_IFCHR: 'c', S_IFBLK: 'b', S_IFREG: '-', S_IFIFO: 'p', S_IFLNK: 'l', S_IFSOCK: 's'}
    bits = ''.join(c if mode & (0o400 >> i) else '-' for i, c in enumerate('rwxrwxrwx'))
    for bit, at, both, alone in ((S_ISUID, 2, 's', 'S'), (S_ISGID, 5, 's', 'S'), (S_ISVTX, 8, 't', 'T')):
        if mode & bit:
            bits = bits[:at] + (both if bits[at] == 'x' else alone) + bits[at + 1:]
    return kinds.get(S_IFMT(mode), '?') + bits
