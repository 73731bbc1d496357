# Error numbers and their names
import errno
import os

print(errno.ENOENT, errno.EACCES, errno.errorcode[2], errno.errorcode[errno.EAGAIN], errno.errorcode[errno.EOPNOTSUPP])
print(len(errno.errorcode) > 130, errno.EWOULDBLOCK == errno.EAGAIN, errno.errorcode[errno.EDEADLK])
print(all(errno.errorcode[getattr(errno, name)] for name in dir(errno) if name.startswith('E')))
try:
    open('/nowhere/at/all')
except OSError as e:
    print(e.errno == errno.ENOENT, e.strerror == os.strerror(errno.ENOENT))
