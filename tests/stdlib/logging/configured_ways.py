# dictConfig: sections by reference, classes as values, factories that say format; errors when a file cannot be opened.
import io
import logging
import logging.config
import os
import sys
import tempfile


class Shouting(logging.Formatter):
    def format(self, record):
        return super().format(record).upper()


stream = io.StringIO()
logging.config.dictConfig({
    'version': 1,
    'shared': {'made': {'()': Shouting, 'format': '%(levelname)s %(message)s'}},
    'formatters': 'cfg://shared',
    'streams': {'one': {'class': logging.StreamHandler, 'formatter': 'made', 'stream': stream}},
    'handlers': {'out': 'cfg://streams.one'},
    'root': {'handlers': ['out'], 'level': 'INFO'},
})
logging.info('hello %s', 'you')
logging.debug('not this')
print(stream.getvalue())
for wrong in ({}, {'version': 2}, {'version': 1, 'formatters': {'f': {'()': 'no.such'}}},
              {'version': 1, 'handlers': {'h': {'class': 'logging.NoSuch'}}}, {'version': 1, 'root': {'handlers': ['x']}}):
    try:
        logging.config.dictConfig(wrong)
    except ValueError as e:
        print(e)

# A handler that takes itself away, and a file that cannot be opened when the first record comes.
logger = logging.Logger('own')


class Once(logging.Handler):
    def emit(self, record):
        print('once', record.getMessage())
        logger.removeHandler(self)


logger.addHandler(Once())
logger.addHandler(logging.StreamHandler(sys.stdout))
logger.warning('a')
logger.warning('b')
logger.handlers = [logging.FileHandler(os.path.join(tempfile.gettempdir(), 'no', 'such', 'folder', 'x.log'), delay=True)]
logger.handlers[0].handleError = lambda record: print('not opened:', record.getMessage(), sys.exc_info()[0].__name__)
logger.warning('c')
record = logging.LogRecord('n', 20, 'p', 1, 'm', (), None)
print(0 <= record.msecs < 1000)
