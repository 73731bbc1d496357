# Files that are exchanged: by size, by time, by others; records that wait in memory
import glob
import logging
import logging.handlers
import os
import sys
import tempfile
import time

log = logging.getLogger('rot')
log.propagate = False
log.setLevel(logging.DEBUG)
plain = logging.Formatter('%(message)s')
Timed = logging.handlers.TimedRotatingFileHandler
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, 'log')
    handler = logging.handlers.RotatingFileHandler(path, maxBytes=20, backupCount=2)
    handler.setFormatter(plain)
    log.addHandler(handler)
    for i in range(8):
        log.info('message %d', i)
    for name in sorted(os.listdir(folder)):
        print(name, open(os.path.join(folder, name)).read().split('\n'))
    handler.close()
    for when in 'Q', 'W', 'W9':
        try:
            Timed(path, when=when)
        except ValueError as e:
            print(e)
    os.utime(path, (100000, 100000))
    handler = Timed(path, when='S', interval=5, backupCount=1, utc=True)
    handler.setFormatter(plain)
    print(handler.rolloverAt, handler.suffix, handler.interval)
    log.handlers = [handler]
    log.info('rotated')
    print(len(glob.glob(path + '.19*')), open(path).read(), handler.rolloverAt > time.time())
    for when, interval in ('midnight', 1), ('W2', 1), ('D', 3), ('H', 2):
        later = Timed(os.path.join(folder, 'x'), when=when, interval=interval, utc=True, delay=True)
        print(when, later.computeRollover(1000000000))
    handler.close()
    path = os.path.join(folder, 'w')
    handler = logging.handlers.WatchedFileHandler(path)
    handler.setFormatter(plain)
    log.handlers = [handler]
    log.info('a')
    os.rename(path, path + '2')
    log.info('b')
    print(open(path).read(), open(path + '2').read())
    handler.close()
memory = logging.handlers.MemoryHandler(3, target=logging.StreamHandler(sys.stdout))
log.handlers = [memory]
log.info('first')
log.info('second')
print(len(memory.buffer))
log.error('grave')
print(len(memory.buffer))
