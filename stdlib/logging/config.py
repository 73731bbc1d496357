"""Loggers, handlers, formatters and filters by a dict."""
import logging
import logging.handlers
import re

__all__ = ['dictConfig', 'dictConfigClass', 'DictConfigurator']


class DictConfigurator:
    """Carries out what a dict says. Values may be references: 'ext://sys.stdout' is what a module has,
    'cfg://handlers.a' another part of the dict. '()' is what makes an object, '.' has attributes that it gets."""

    _reference = re.compile(r'(ext|cfg)://(.*)')
    _step = re.compile(r'\.?(\w+)|\[([^]]*)\]')

    def __init__(self, config):
        self.config = config

    # values

    def resolve(self, path):
        """What a dotted name stands for; what is no name stands for itself."""
        if not isinstance(path, str):
            return path
        names = path.split('.')
        module = names.pop(0)
        try:
            found = __import__(module)
            for name in names:
                module += '.' + name
                try:
                    found = getattr(found, name)
                except AttributeError:
                    __import__(module)
                    found = getattr(found, name)
        except ImportError as error:
            raise ValueError(f'Cannot resolve {path!r}: {error}') from error
        return found

    def _part(self, path):
        """What cfg://path stands for."""
        found, at = self.config, 0
        while at < len(path):
            match = self._step.match(path, at)
            if not match:
                raise ValueError(f'Unable to convert {path!r} at {path[at:]!r}')
            key = match[1] if match[1] is not None else match[2]
            if isinstance(found, (list, tuple)) or match[1] is None and key.isdigit() and key not in found:
                key = int(key)
            found = found[key]
            at = match.end()
        return self.convert(found)

    def convert(self, value):
        """A value with the references in it replaced."""
        if isinstance(value, dict):
            return {key: self.convert(each) for key, each in value.items()}
        if isinstance(value, list):
            return [self.convert(each) for each in value]
        if type(value) is tuple:
            return tuple(self.convert(each) for each in value)
        match = self._reference.fullmatch(value) if isinstance(value, str) else None
        if not match:
            return value
        return self.resolve(match[2]) if match[1] == 'ext' else self._part(match[2])

    def _section(self, name, of=None):
        """A part of the dict by its name; it may be a reference."""
        found = (self.config if of is None else of).get(name) or {}
        return self.convert(found) if isinstance(found, str) else found

    def _make(self, config, factory=None):
        """factory(**config), the names that are no parameters left out."""
        config = self.convert(config)
        factory = config.pop('()', factory)
        factory = factory if callable(factory) else self.resolve(factory)
        attributes = config.pop('.', None)
        made = factory(**{name: value for name, value in config.items() if name.isidentifier()})
        for name, value in (attributes or {}).items():
            setattr(made, name, value)
        return made

    # the parts

    def configure(self):
        """Carries everything out."""
        config = self.config
        if 'version' not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config['version'] != 1:
            raise ValueError(f"Unsupported version: {config['version']}")
        if config.pop('incremental', False):
            self._change(config)
            return
        logging._handlers.clear()
        logging.shutdown(logging._handlerList[:])
        del logging._handlerList[:]
        self.formatters = self._each('formatters', 'formatter', self._formatter)
        self.filters = self._each('filters', 'filter', self._filter)
        self.handlers = {}
        self._make_handlers()
        self._configure_loggers(self._section('loggers'), config.pop('disable_existing_loggers', True))
        if config.get('root'):
            try:
                self._logger(logging.getLogger(), self._section('root'))
            except Exception as error:
                raise ValueError('Unable to configure root logger') from error

    def _each(self, section, kind, make):
        made = {}
        configs = self._section(section)
        for name in configs:
            try:
                made[name] = make(self._section(name, configs))
            except Exception as error:
                raise ValueError(f'Unable to configure {kind} {name!r}') from error
        return made

    def _change(self, config):
        """Only levels, and whether loggers propagate, of what is there."""
        for name, each in config.get('handlers', {}).items():
            if name not in logging._handlers:
                raise ValueError(f'No handler found with name {name!r}')
            if each.get('level'):
                logging._handlers[name].setLevel(logging._checkLevel(each['level']))
        for name, each in config.get('loggers', {}).items():
            self._logger(logging.getLogger(name), each, change=True)
        if config.get('root'):
            self._logger(logging.getLogger(), config['root'], change=True)

    def _formatter(self, config):
        if '()' in config:
            try:
                return self._make(config)
            except TypeError as error:
                if "'format'" not in str(error):
                    raise
                # logging.Formatter itself calls it so.
                return self._make({'fmt' if name == 'format' else name: value for name, value in config.items()})
        config = self.convert(config)
        factory = config.get('class') and self.resolve(config['class']) or logging.Formatter
        more = {name: config[name] for name in ('validate', 'defaults') if name in config}
        return factory(config.get('format'), config.get('datefmt'), config.get('style', '%'), **more)

    def _filter(self, config):
        return self._make(config) if '()' in config else logging.Filter(config.get('name', ''))

    def _make_handlers(self):
        """Handlers may have others as targets: those that need one which is not there yet wait."""
        configs = self._section('handlers')
        waiting = {name: self._section(name, configs) for name in sorted(configs)}
        while waiting:
            ready = [name for name, config in waiting.items() if not self._missing_target(config, waiting)]
            for name in ready or list(waiting):
                try:
                    handler = self._handler(waiting.pop(name))
                except Exception as error:
                    raise ValueError(f'Unable to configure handler {name!r}') from error
                handler.name = name
                self.handlers[name] = handler

    def _missing_target(self, config, waiting):
        target = config.get('target')
        return isinstance(target, str) and target in waiting

    def _handler(self, config):
        config = dict(config)
        formatter, level, filters = (config.pop(name, None) for name in ('formatter', 'level', 'filters'))
        if formatter:
            try:
                formatter = self.formatters[formatter]
            except Exception as error:
                raise ValueError(f'Unable to set formatter {formatter!r}') from error
        factory = None
        if '()' not in config:
            factory = self.resolve(config.pop('class'))
            if isinstance(factory, type) and issubclass(factory, logging.handlers.MemoryHandler) and (
                    config.get('target') in self.handlers):
                config['target'] = self.handlers[config['target']]
            if 'flushLevel' in config:
                config['flushLevel'] = logging._checkLevel(config['flushLevel'])
        handler = self._make(config, factory)
        if formatter:
            handler.setFormatter(formatter)
        if level is not None:
            handler.setLevel(logging._checkLevel(level))
        self._add_filters(handler, filters or ())
        return handler

    def _add_filters(self, filterer, names):
        for name in names:
            try:
                filterer.addFilter(name if callable(name) or hasattr(name, 'filter') else self.filters[name])
            except Exception as error:
                raise ValueError(f'Unable to add filter {name!r}') from error

    def _configure_loggers(self, configs, disable_existing):
        existing = {name: logger for name, logger in logging.root.manager.loggerDict.items()
                    if isinstance(logger, logging.Logger)}
        for name in configs:
            try:
                self._logger(logging.getLogger(name), self._section(name, configs))
            except Exception as error:
                raise ValueError(f'Unable to configure logger {name!r}') from error
        for name, logger in existing.items():
            if name in configs:
                continue
            if any(name.startswith(other + '.') for other in configs):  # it belongs to one that is named
                logger.setLevel(logging.NOTSET)
                logger.handlers, logger.propagate = [], True
            else:
                logger.disabled = disable_existing
        logging.root.manager._clear_cache()

    def _logger(self, logger, config, change=False):
        level = config.get('level')
        if level is not None:
            logger.setLevel(logging._checkLevel(level))
        if not change:
            for handler in logger.handlers[:]:
                logger.removeHandler(handler)
            for name in config.get('handlers') or ():
                try:
                    logger.addHandler(self.handlers[name])
                except Exception as error:
                    raise ValueError(f'Unable to add handler {name!r}') from error
            self._add_filters(logger, config.get('filters') or ())
            logger.disabled = False
        if logger is not logging.root and config.get('propagate') is not None:
            logger.propagate = config['propagate']


dictConfigClass = DictConfigurator


def dictConfig(config):
    """Makes formatters, filters, handlers and loggers as a dict says: {'version': 1, 'handlers': {...}, ...}."""
    dictConfigClass(dict(config)).configure()
