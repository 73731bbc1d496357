/* await, async for, yield from: how one suspended thing waits for another.
 *
 * All of them come down to SEND: resume the inner iterator with the value that was sent in; while it yields, so does
 * the outer one; when it ends, its result is the value of the await. Ours are resumed directly, without StopIteration.
 */
#include "interp/vm/generator.h"
#include "interp/vm/ops.h"

/* A generator that types.coroutine() has marked may be awaited like a coroutine. */
static bool is_coroutine(const Object *o) {
    return o->type == &coroutine_type ||
           (o->type == &generator_type && (((const Generator *)o)->code->flags & CODE_ITERABLE_COROUTINE));
}

static Object *not_awaitable(Object *o, unsigned where) {
    switch (where) {
    case 1:
        return raise_error(&exc_TypeError,
                           "'async with' received an object from __aenter__ that does not implement __await__: %T", o);
    case 2:
        return raise_error(&exc_TypeError,
                           "'async with' received an object from __aexit__ that does not implement __await__: %T", o);
    default: return raise_error(&exc_TypeError, "'%T' object can't be awaited", o);
    }
}

/* The iterator behind an awaitable: a coroutine itself, else what __await__ gives. `where` < 0: no exception. */
static Object *awaitable_iterator(Object *o, int where) {
    if (is_coroutine(o)) return newref(o);
    if (!o->type->await) return where < 0 ? NULL : not_awaitable(o, where);
    Object *it = o->type->await(o);
    if (!it) return NULL;
    if (is_coroutine(it))
        raise_error(&exc_TypeError, "__await__() returned a coroutine");
    else if (!object_is_iterator(it))
        raise_error(&exc_TypeError, "__await__() returned non-iterator of type '%T'", it);
    else
        return it;
    decref(it);
    return NULL;
}

Object *await_iterator(Object *o, unsigned where) {
    Object *it = awaitable_iterator(o, where);
    if (it && it->type == &coroutine_type && generator_delegate((Generator *)it)) {
        decref(it);
        return raise_error(&exc_RuntimeError, "coroutine is being awaited already");
    }
    return it;
}

Object *await_aiter(Object *o) {
    if (!o->type->aiter)
        return raise_error(&exc_TypeError, "'async for' requires an object with __aiter__ method, got %T", o);
    Object *it = o->type->aiter(o);
    if (it && !it->type->anext) {
        raise_error(&exc_TypeError,
                    "'async for' received an object from __aiter__ that does not implement __anext__: %T", it);
        clear_ref(&it);
    }
    return it;
}

Object *await_anext(Object *o) {
    if (!o->type->anext)
        return raise_error(&exc_TypeError, "'async for' requires an iterator with __anext__ method, got %T", o);
    Object *awaitable = o->type->anext(o);
    if (!awaitable) return NULL;
    Object *it = awaitable_iterator(awaitable, -1);
    if (!it) {
        Object *cause = raise_take();
        raise_error(&exc_TypeError, "'async for' received an invalid object from __anext__: %T", awaitable);
        if (cause) {
            Exception *e = (Exception *)raise_current();
            set_ref(&e->cause, cause);
            e->suppress_context = true;
        }
    }
    decref(awaitable);
    return it;
}

Object *await_yield_from_iterator(Object *o, const Code *code) {
    if (o->type == &generator_type) return newref(o);
    if (o->type == &coroutine_type) {
        if (code->flags & (CODE_COROUTINE | CODE_ITERABLE_COROUTINE)) return newref(o);
        return raise_error(&exc_TypeError, "cannot 'yield from' a coroutine object in a non-coroutine generator");
    }
    return object_iter(o);
}

/* Python's own iterators say with StopIteration what their value is. */
static Object *value_at_end(void) {
    if (!raise_pending()) return new_none();
    if (!raise_is(&exc_StopIteration)) return NULL;
    Object *exc = raise_take();
    Object *value = ((StopIteration *)exc)->value;
    value = newref(value ? value : NONE);
    decref(exc);
    return value;
}

Object *await_send(Object *o, Object *value, bool *done) {
    if (o->type == &generator_type || o->type == &coroutine_type) return generator_send((Generator *)o, value, done);
    *done = false;
    Object *result;
    if (value == NONE && o->type->next)
        result = o->type->next(o);
    else
        result = object_call_method(o, names.send, &value, 1);
    if (result) return result;
    *done = true;
    return value_at_end();
}
