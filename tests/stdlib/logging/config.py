# dictConfig: formatters, filters, handlers, loggers; changes of levels; what is wrong with a dict
import logging
import logging.config

def attempt(config):
    try:
        print(logging.config.dictConfig(config))
    except ValueError as e:
        print(e, '|', e.__cause__)

old = logging.getLogger('old')
logging.config.dictConfig({
    'version': 1,
    'formatters': {'f': {'format': '%(levelname)s:%(name)s:%(message)s'}, 'b': {'format': '{message}', 'style': '{'}},
    'filters': {'x': {'name': 'app'}},
    'handlers': {
        'a': {'class': 'logging.StreamHandler', 'stream': 'ext://sys.stdout', 'formatter': 'f', 'level': 'INFO', 'filters': ['x']},
        'mem': {'class': 'logging.handlers.MemoryHandler', 'capacity': 10, 'target': 'zz', 'flushLevel': 'ERROR'},
        'zz': {'class': 'logging.StreamHandler', 'formatter': 'b', 'stream': 'ext://sys.stdout'}},
    'loggers': {'app': {'level': 'DEBUG', 'handlers': ['a'], 'propagate': False}},
    'root': {'level': 'WARNING', 'handlers': ['mem']}})
app = logging.getLogger('app')
app.info('one')
app.debug('two')
logging.warning('kept for a while')
logging.error('comes with it')
print(old.disabled, sorted(logging.getHandlerNames()))
attempt({})
attempt({'version': 2})
attempt({'version': 1, 'handlers': {'h': {'class': 'nope.X'}}})
attempt({'version': 1, 'root': {'handlers': ['q']}})
attempt({'version': 1, 'formatters': {'f': {'format': '{x', 'style': '{'}}})
attempt({'version': 1, 'loggers': {'q': {'level': 'BAD'}}})
attempt({'version': 1, 'incremental': True, 'loggers': {'app': {'level': 'ERROR'}}})
print(app)
