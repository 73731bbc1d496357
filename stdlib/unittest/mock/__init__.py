"""Objects that stand in for others in tests: they take any call, remember it, and answer as they were told.

    _calls   calls and sentinels
    _magic   special methods
    _mocks   Mock and its relatives
    _models  create_autospec(), mock_open()
    _patch   patch() and its relatives
"""
from unittest.mock._calls import ANY, DEFAULT, InvalidSpecError, _Call, _CallList, call, sentinel
from unittest.mock._mocks import (AsyncMock, Base, CallableMixin, MagicMock, Mock, NonCallableMagicMock,
                                  NonCallableMock, PropertyMock, seal)
from unittest.mock._models import create_autospec, mock_open
from unittest.mock._patch import _patch, patch

__all__ = ('Mock', 'MagicMock', 'patch', 'sentinel', 'DEFAULT', 'ANY', 'call', 'create_autospec', 'AsyncMock',
           'FILTER_DIR', 'NonCallableMock', 'NonCallableMagicMock', 'mock_open', 'PropertyMock', 'seal')

FILTER_DIR = True  # dir() of a mock leaves out what is private

for _each in (AsyncMock, Base, CallableMixin, InvalidSpecError, MagicMock, Mock, NonCallableMagicMock, NonCallableMock,
              PropertyMock, create_autospec, mock_open, patch, seal):
    _each.__module__ = 'unittest.mock'
del _each
