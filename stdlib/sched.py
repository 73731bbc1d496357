"""Calls that are made when their time has come, by a clock and a way to wait that the program chooses."""
import heapq
import time
from collections import namedtuple
from itertools import count

__all__ = ['scheduler']

Event = namedtuple('Event', 'time, priority, sequence, action, argument, kwargs')
Event.time.__doc__ = 'When to call it, by the clock of the scheduler.'
Event.priority.__doc__ = 'Of events at the same time the one with the smallest number comes first.'
Event.sequence.__doc__ = 'Counts the events: the older of two that are alike comes first.'
Event.action.__doc__ = 'The function.'
Event.argument.__doc__ = 'Its positional arguments.'
Event.kwargs.__doc__ = 'Its keyword arguments.'

_nothing = object()


class scheduler:
    """Makes calls at their time. timefunc() gives the time, a number; delayfunc(n) waits so long."""

    def __init__(self, timefunc=time.monotonic, delayfunc=time.sleep):
        self.timefunc, self.delayfunc = timefunc, delayfunc
        self._heap, self._numbers = [], count()

    def enterabs(self, time, priority, action, argument=(), kwargs=_nothing):
        """Has action(*argument, **kwargs) called at a time. Returns the event, which can be cancelled."""
        event = Event(time, priority, next(self._numbers), action, argument, {} if kwargs is _nothing else kwargs)
        heapq.heappush(self._heap, event)
        return event

    def enter(self, delay, priority, action, argument=(), kwargs=_nothing):
        """enterabs() with the time from now."""
        return self.enterabs(self.timefunc() + delay, priority, action, argument, kwargs)

    def cancel(self, event):
        """Takes an event out; ValueError if it is not there."""
        self._heap.remove(event)
        heapq.heapify(self._heap)

    def empty(self):
        """Is there nothing to do?"""
        return not self._heap

    @property
    def queue(self):
        """The events in the order in which they will come."""
        return sorted(self._heap)

    def run(self, blocking=True):
        """Makes the calls until none is left. blocking=False: those that are due; returns the time to the next one."""
        while self._heap:
            event = self._heap[0]
            left = event.time - self.timefunc()
            if left > 0:
                if not blocking:
                    return left
                self.delayfunc(left)
                continue
            heapq.heappop(self._heap)
            event.action(*event.argument, **event.kwargs)
            self.delayfunc(0)  # lets others run
