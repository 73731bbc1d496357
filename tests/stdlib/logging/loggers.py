# Loggers: names and parents, levels, filters, adapters, what is told of the place
import logging
import os
import sys


class Output:
    """Standard output, without the folder that this file is in."""

    def write(self, text):
        sys.stdout.write(text.replace(os.path.dirname(os.path.abspath(__file__)), 'folder'))

    def flush(self):
        sys.stdout.flush()


handler = logging.StreamHandler(Output())
handler.setFormatter(logging.Formatter('%(levelname)-8s|%(name)s|%(message)s|%(filename)s:%(lineno)d %(funcName)s %(threadName)s'))
log = logging.getLogger('app.db')
log.addHandler(handler)
log.setLevel('DEBUG')
log.propagate = False
def work():
    log.info('hi %s and %d', 'you', 3)
work()
log.debug('dict %(a)s', {'a': 1})
log.warning('no args %')
log.log(15, 'a level of its own')
try:
    1 / 0
except ZeroDivisionError:
    log.exception('failed %s', 1)
log.info('with a stack', stack_info=True)
def helper():
    log.info('from the caller', stacklevel=2)
def caller():
    helper()
caller()
for call in (lambda: log.info('x', extra={'message': 1}), lambda: log.log('a', 'b'), lambda: logging.getLogger(3),
             lambda: log.setLevel('x'), lambda: log.setLevel([]), lambda: logging.setLoggerClass(int)):
    try:
        call()
    except (KeyError, TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(log, logging.root, handler, logging.NullHandler(), logging.LoggerAdapter(log), logging.lastResort)
print(log.parent, logging.getLogger('app.db.x.y').parent, logging.getLogger('app.db.x'), logging.getLogger('app.db.x.y').parent)
print(sorted(logging.root.manager.loggerDict), logging.getLogger('app').getChildren(), log.getChild('k').name)
print(log.isEnabledFor(10), log.getEffectiveLevel(), log.hasHandlers(), logging.getLogger('nn').hasHandlers())
adapter = logging.LoggerAdapter(log, {'ip': 1})
other = logging.StreamHandler(sys.stdout)
other.setFormatter(logging.Formatter('{levelname} {message} {ip}', style='{', defaults={'ip': 'none'}))
log.addHandler(other)
adapter.warning('adapted')
log.info('not adapted')
log.removeHandler(other)
log.addFilter(lambda record: 'secret' not in record.msg)
log.info('a secret')
log.info('shown')
logging.disable(logging.INFO)
log.info('not')
log.warning('yes')
logging.disable(logging.NOTSET)
logging.addLevelName(25, 'NOTE')
log.log(25, 'named')
print(logging.getLevelName(25), logging.getLevelName('INFO'), logging.getLevelName(15), logging.getLevelNamesMapping())
