"""Annotations as text."""
import sys
import types


def annotation_text(annotation, module=None, quote=True):
    """An annotation as it would be written in a module."""
    if isinstance(annotation, str):
        return repr(annotation) if quote else annotation
    if getattr(annotation, '__module__', None) == 'typing':
        return repr(annotation).replace('typing.', '')
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ('builtins', module):
            return annotation.__qualname__
        return f'{annotation.__module__}.{annotation.__qualname__}'
    if isinstance(annotation, getattr(sys.modules.get('annotationlib'), 'ForwardRef', ())):
        return annotation.__forward_arg__
    return repr(annotation)
