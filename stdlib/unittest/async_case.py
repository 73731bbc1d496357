"""Tests that are coroutines."""

import contextlib

from .case import TestCase, context_methods

__unittest = True


class IsolatedAsyncioTestCase(TestCase):
    """Each test has an event loop of its own, in which its coroutines run one after the other."""

    loop_factory = None
    # While the test runs: what has the loop, and the context in which everything of the test runs.
    _runner = _context = None

    async def asyncSetUp(self):
        """Called after setUp."""

    async def asyncTearDown(self):
        """Called before tearDown."""

    def addAsyncCleanup(self, func, /, *args, **kwargs):
        self.addCleanup(func, *args, **kwargs)

    async def enterAsyncContext(self, cm):
        enter, leave = context_methods(cm, '__aenter__', '__aexit__', 'asynchronous context manager')
        value = await enter(cm)
        self.addAsyncCleanup(leave, cm, *[None] * 3)
        return value

    def run(self, result=None):
        with self._loop():
            return super().run(result)

    def debug(self):
        with self._loop():
            super().debug()

    @contextlib.contextmanager
    def _loop(self):
        import asyncio
        from contextvars import copy_context
        with contextlib.closing(asyncio.Runner(debug=True, loop_factory=self.loop_factory)) as runner:
            self._runner, self._context = runner, copy_context()
            try:
                yield
            finally:
                self._runner = None

    def _await(self, coroutine):
        return self._runner.run(coroutine, context=self._context)

    def _call(self, function, /, *args, **kwargs):
        from inspect import iscoroutinefunction
        if iscoroutinefunction(function):
            return self._await(function(*args, **kwargs))
        return self._context.run(function, *args, **kwargs)

    def _begin(self):
        # The loop is made here, so that what its factory raises is an error of the test.
        self._runner.get_loop()
        self._context.run(self.setUp)
        self._await(self.asyncSetUp())

    def _end(self):
        self._await(self.asyncTearDown())
        self._context.run(self.tearDown)
