# The root by functions: basicConfig, the last resort, warnings
import logging
import sys
import warnings

sys.stderr = sys.stdout
logging.getLogger('lonely').warning('last resort')
logging.getLogger('lonely').info('not shown')
logging.warning('root %s', 1)
print(logging.root.handlers)
logging.basicConfig(level=10)
logging.debug('not shown')
logging.basicConfig(force=True, stream=sys.stdout, format='%(message)s!', level=10)
logging.debug('forced')
logging.captureWarnings(True)
warnings.formatwarning = lambda message, category, *rest: f'{category.__name__}: {message}'
warnings.warn('captured')
logging.captureWarnings(False)
logging.root.handlers.clear()
for kwargs in (dict(foo=1, handlers=[]), dict(stream=1, filename=2), dict(stream=1, handlers=[]), dict(style='x', handlers=[]),
               dict(level='q', handlers=[])):
    try:
        logging.basicConfig(**kwargs)
    except ValueError as e:
        print(e)
