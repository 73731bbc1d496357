"""Further handlers: files that are exchanged by size or by time or by somebody else, and memory."""
import logging
import os
import re
import time

__all__ = ['BaseRotatingHandler', 'RotatingFileHandler', 'TimedRotatingFileHandler', 'WatchedFileHandler',
           'BufferingHandler', 'MemoryHandler', 'QueueHandler']


class BaseRotatingHandler(logging.FileHandler):
    """A file that is exchanged when shouldRollover(record) says so, by doRollover()."""

    namer = None    # makes the final name of an old file
    rotator = None  # moves a file: rotator(source, dest)

    def __init__(self, filename, mode, encoding=None, delay=False, errors=None):
        super().__init__(filename, mode, encoding, delay, errors)

    def emit(self, record):
        try:
            if self.shouldRollover(record):
                self.doRollover()
            super().emit(record)
        except Exception:
            self.handleError(record)

    def rotation_filename(self, default_name):
        """The name that an old file gets."""
        return self.namer(default_name) if callable(self.namer) else default_name

    def rotate(self, source, dest):
        """Moves a file."""
        if callable(self.rotator):
            self.rotator(source, dest)
        elif os.path.exists(source):
            os.rename(source, dest)

    def _close_stream(self):
        if self.stream:
            self.stream.close()
            self.stream = None

    def _reopen(self):
        if not self.delay:
            self.stream = self._open()


class RotatingFileHandler(BaseRotatingHandler):
    """A file that gets at most maxBytes long; then it becomes NAME.1, what was that NAME.2, and so on up to
    backupCount."""

    def __init__(self, filename, mode='a', maxBytes=0, backupCount=0, encoding=None, delay=False, errors=None):
        super().__init__(filename, 'a' if maxBytes > 0 else mode, encoding, delay, errors)
        self.maxBytes, self.backupCount = maxBytes, backupCount

    def doRollover(self):
        """Exchanges the file."""
        self._close_stream()
        if self.backupCount > 0:
            names = [self.baseFilename, *(self.rotation_filename(f'{self.baseFilename}.{n}')
                                          for n in range(1, self.backupCount + 1))]
            for older, newer in zip(reversed(names), reversed(names[:-1])):
                if newer is self.baseFilename or os.path.exists(newer):
                    if os.path.exists(older):
                        os.remove(older)
                    self.rotate(newer, older) if newer is self.baseFilename else os.rename(newer, older)
        self._reopen()

    def shouldRollover(self, record):
        """Would the record make the file too long?"""
        if self.maxBytes <= 0 or os.path.exists(self.baseFilename) and not os.path.isfile(self.baseFilename):
            return False
        if self.stream is None:
            self.stream = self._open()
        self.stream.seek(0, 2)
        position = self.stream.tell()
        text = f'{self.format(record)}\n'
        return position > 0 and position + len(text.encode(self.stream.encoding, 'replace')) >= self.maxBytes


_UNITS = {'S': (1, '%Y-%m-%d_%H-%M-%S', r'\d{4}-\d\d-\d\d_\d\d-\d\d-\d\d'),
          'M': (60, '%Y-%m-%d_%H-%M', r'\d{4}-\d\d-\d\d_\d\d-\d\d'),
          'H': (3600, '%Y-%m-%d_%H', r'\d{4}-\d\d-\d\d_\d\d'),
          'D': (86400, '%Y-%m-%d', r'\d{4}-\d\d-\d\d'),
          'MIDNIGHT': (86400, '%Y-%m-%d', r'\d{4}-\d\d-\d\d'),
          'W': (604800, '%Y-%m-%d', r'\d{4}-\d\d-\d\d')}
_DAY = 86400


class TimedRotatingFileHandler(BaseRotatingHandler):
    """A file that is exchanged every so many seconds (when='S'), minutes ('M'), hours ('H'), days ('D'), at midnight
    ('midnight') or on a weekday ('W0' is Monday). Old files have the time in their names; backupCount of them stay."""

    def __init__(self, filename, when='h', interval=1, backupCount=0, encoding=None, delay=False, utc=False,
                 atTime=None, errors=None):
        super().__init__(filename, 'a', encoding, delay, errors)
        self.when, self.backupCount, self.utc, self.atTime = when.upper(), backupCount, utc, atTime
        unit = self.when
        if unit.startswith('W'):
            if len(unit) != 2:
                raise ValueError(f'You must specify a day for weekly rollover from 0 to 6 (0 is Monday): {unit}')
            if not '0' <= unit[1] <= '6':
                raise ValueError(f'Invalid day specified for weekly rollover: {unit}')
            self.dayOfWeek, unit = int(unit[1]), 'W'
        if unit not in _UNITS:
            raise ValueError(f'Invalid rollover interval specified: {unit}')
        seconds, self.suffix, pattern = _UNITS[unit]
        self.interval = seconds * interval
        self.extMatch = re.compile(rf'(?<!\d){pattern}(?!\d)', re.ASCII)
        exists = os.path.exists(self.baseFilename)
        self.rolloverAt = self.computeRollover(int(os.stat(self.baseFilename).st_mtime if exists else time.time()))

    def _time_tuple(self, moment):
        return time.gmtime(moment) if self.utc else time.localtime(moment)

    def computeRollover(self, currentTime):
        """When the file is to be exchanged next, from some time on."""
        if self.when != 'MIDNIGHT' and not self.when.startswith('W'):
            return currentTime + self.interval
        now = self._time_tuple(currentTime)
        at = self.atTime
        goal = _DAY if at is None else (at.hour * 60 + at.minute) * 60 + at.second
        left = goal - ((now.tm_hour * 60 + now.tm_min) * 60 + now.tm_sec)
        weekday = now.tm_wday
        if left <= 0:
            left += _DAY
            weekday = (weekday + 1) % 7
        result = currentTime + left
        if self.when.startswith('W'):
            result += (self.dayOfWeek - weekday) % 7 * _DAY
            result += self.interval - 7 * _DAY
        else:
            result += self.interval - _DAY
        return result if self.utc else self._same_hour(result, now.tm_isdst)

    def _same_hour(self, moment, summer_time):
        """The moment with the hour that was meant, if summer time begins or ends in between."""
        then = time.localtime(moment).tm_isdst
        if then == summer_time:
            return moment
        return moment - 3600 if then else moment + 3600

    def shouldRollover(self, record):
        """Has its time come?"""
        if time.time() < self.rolloverAt:
            return False
        if os.path.exists(self.baseFilename) and not os.path.isfile(self.baseFilename):
            self.rolloverAt = self.computeRollover(int(time.time()))
            return False
        return True

    def getFilesToDelete(self):
        """The old files beyond backupCount, the oldest first."""
        folder, base = os.path.split(self.baseFilename)
        found = []
        for name in os.listdir(folder):
            middle = name.removeprefix(base + '.') if self.namer is None else name
            if middle != name or self.namer is not None and name != base:
                match = self.extMatch.search(middle)
                if match and (self.namer is not None or match.start() == 0):
                    found.append(os.path.join(folder, name))
        found.sort(key=os.path.getmtime if self.namer else None)
        return found[:max(len(found) - self.backupCount, 0)]

    def doRollover(self):
        """Exchanges the file."""
        now = int(time.time())
        began = self._time_tuple(self.rolloverAt - self.interval)
        target = self.rotation_filename(f'{self.baseFilename}.{time.strftime(self.suffix, began)}')
        if os.path.exists(target):  # this was done already
            return
        self._close_stream()
        self.rotate(self.baseFilename, target)
        if self.backupCount > 0:
            for path in self.getFilesToDelete():
                os.remove(path)
        self._reopen()
        self.rolloverAt = self.computeRollover(now)
        while self.rolloverAt <= now:
            self.rolloverAt += self.interval


class WatchedFileHandler(logging.FileHandler):
    """A file that other programs may move away: it is opened again then."""

    def __init__(self, filename, mode='a', encoding=None, delay=False, errors=None):
        super().__init__(filename, mode, encoding, delay, errors)
        self.dev = self.ino = -1
        self._note()

    def _note(self):
        if self.stream:
            status = os.fstat(self.stream.fileno())
            self.dev, self.ino = status.st_dev, status.st_ino

    def reopenIfNeeded(self):
        """Opens the file again if its name belongs to another one, or to none."""
        if self.stream is None:
            return
        try:
            status = os.stat(self.baseFilename)
        except FileNotFoundError:
            status = None
        if status is None or (status.st_dev, status.st_ino) != (self.dev, self.ino):
            self.stream.flush()
            self.stream.close()
            self.stream = self._open()
            self._note()

    def emit(self, record):
        self.reopenIfNeeded()
        super().emit(record)


class BufferingHandler(logging.Handler):
    """Keeps records, and flushes them when there are `capacity` of them."""

    def __init__(self, capacity):
        super().__init__()
        self.capacity, self.buffer = capacity, []

    def shouldFlush(self, record):
        """Is it time to flush?"""
        return len(self.buffer) >= self.capacity

    def emit(self, record):
        self.buffer.append(record)
        if self.shouldFlush(record):
            self.flush()

    def flush(self):
        """Forgets the records: classes derived from this one do more."""
        self.buffer.clear()

    def close(self):
        """Flushes and ends the handler."""
        try:
            self.flush()
        finally:
            super().close()


class MemoryHandler(BufferingHandler):
    """Keeps records, and gives them to another handler when there are many, or one is grave."""

    def __init__(self, capacity, flushLevel=logging.ERROR, target=None, flushOnClose=True):
        super().__init__(capacity)
        self.flushLevel, self.target, self.flushOnClose = flushLevel, target, flushOnClose

    def shouldFlush(self, record):
        """Are there many, or is this one grave?"""
        return len(self.buffer) >= self.capacity or record.levelno >= self.flushLevel

    def setTarget(self, target):
        """Sets the handler that gets the records."""
        self.target = target

    def flush(self):
        """Gives the records to the target, if there is one."""
        if self.target:
            for record in self.buffer:
                self.target.handle(record)
            self.buffer.clear()

    def close(self):
        """Flushes if that is wanted, and lets the target go."""
        try:
            if self.flushOnClose:
                self.flush()
        finally:
            self.target = None
            self.buffer.clear()
            logging.Handler.close(self)


class QueueHandler(logging.Handler):
    """Puts records into a queue, with the message made and what cannot be sent elsewhere taken out."""

    listener = None

    def __init__(self, queue):
        super().__init__()
        self.queue = queue

    def enqueue(self, record):
        """Puts a record into the queue."""
        self.queue.put_nowait(record)

    def prepare(self, record):
        """A record as it can be sent: text in place of arguments, exception and stack."""
        import copy
        record = copy.copy(record)
        record.message = record.msg = self.format(record)
        record.args = record.exc_info = record.exc_text = record.stack_info = None
        return record

    def emit(self, record):
        try:
            self.enqueue(self.prepare(record))
        except Exception:
            self.handleError(record)
