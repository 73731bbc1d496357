/* Binding: which argument of a call goes to which parameter.
 *
 *      before   base: positional ... | values of the keywords ...
 *      after    base: positional parameters | keyword-only parameters | *args | **kwargs
 *
 * A call whose arguments match the parameters one to one never comes here (Code.exact_args). No user code runs between
 * the first and the last step: the window stands above the running frame's registers, where a nested call would
 * overwrite it. What is left over is therefore released at the end, when the window is consistent.
 */
#include <stdio.h>
#include <string.h>

#include "interp/object/suggest.h"
#include "interp/vm/ops.h"

static Str *parameter_name(const Code *c, unsigned i) {
    return c->varnames[i];
}

/* "'a', 'b' and 'c'" of the parameters from..to that are still empty. */
static Object *missing_names(const Code *c, Object **base, unsigned from, unsigned to, unsigned count) {
    StrWriter w = writer_new();
    unsigned seen = 0;
    for (unsigned i = from; i < to; i++) {
        if (base[i]) continue;
        const char *separator = seen == 0 ? "" : seen + 1 < count ? ", " : count == 2 ? " and " : ", and ";
        if (writer_c(&w, separator) < 0 || writer_format(&w, "'%S'", parameter_name(c, i)) < 0) return NULL;
        seen++;
    }
    return writer_finish(&w);
}

static int missing_arguments(const Function *f, Object **base, unsigned from, unsigned to, const char *kind) {
    unsigned count = 0;
    for (unsigned i = from; i < to; i++) count += !base[i];
    Object *list = missing_names(f->code, base, from, to, count);
    if (!list) return -1;
    raise_error(&exc_TypeError, "%S() missing %u required %s argument%s: %S", f->qualname, count, kind,
                count == 1 ? "" : "s", list);
    decref(list);
    return -1;
}

static int too_many_positional(const Function *f, Object **base, ptrdiff_t given) {
    const Code *c = f->code;
    ptrdiff_t defaults = f->defaults ? f->defaults->length : 0;
    unsigned kwonly = 0;
    for (unsigned i = c->arg_count; i < c->arg_count + c->kwonly_count; i++) kwonly += base[i] != NULL;
    char takes[48], extra[64] = "";
    if (defaults)
        snprintf(takes, sizeof takes, "from %d to %d", (int)(c->arg_count - defaults), c->arg_count);
    else
        snprintf(takes, sizeof takes, "%d", c->arg_count);
    bool plural = defaults || c->arg_count != 1;
    if (kwonly)
        snprintf(extra, sizeof extra, " positional argument%s (and %u keyword-only argument%s)", given == 1 ? "" : "s",
                 kwonly, kwonly == 1 ? "" : "s");
    return raise_int(&exc_TypeError, "%S() takes %s positional argument%s but %zd%s %s given", f->qualname, takes,
                     plural ? "s" : "", given, extra, given == 1 && !kwonly ? "was" : "were");
}

/* The parameter that takes keyword `name`, or -1. */
static int find_parameter(const Code *c, Object *name, unsigned from, unsigned to) {
    for (unsigned i = from; i < to; i++)
        if ((Object *)c->varnames[i] == name) return i;
    for (unsigned i = from; i < to; i++)
        if (str_equal(c->varnames[i], name)) return i;
    return -1;
}

/* f(a, /) called with a=: names all such at once. */
static int positional_only_as_keyword(const Function *f, Tuple *kwnames) {
    const Code *c = f->code;
    StrWriter w = writer_new();
    bool any = false;
    for (unsigned i = 0; i < c->posonly_count; i++) {
        for (ptrdiff_t k = 0; k < kwnames->length; k++) {
            if (!str_equal(c->varnames[i], kwnames->items[k])) continue;
            if (writer_format(&w, any ? ", %S" : "%S", c->varnames[i]) < 0) return -1;
            any = true;
        }
    }
    Object *list = writer_finish(&w);
    if (!list) return -1;
    if (any)
        raise_error(&exc_TypeError, "%S() got some positional-only arguments passed as keyword arguments: '%S'",
                    f->qualname, list);
    decref(list);
    return any ? -1 : 0;
}

static int unexpected_keyword(const Function *f, Tuple *kwnames, Object *name) {
    const Code *c = f->code;
    if (c->posonly_count && positional_only_as_keyword(f, kwnames) < 0) return -1;
    Object *candidates = list_new(0);
    if (!candidates) return -1;
    for (unsigned i = c->posonly_count; i < (unsigned)c->arg_count + c->kwonly_count; i++)
        if (list_append(candidates, (Object *)c->varnames[i]) < 0) break;
    Object *nearest = raise_pending() ? NULL : suggest_nearest(name, candidates);
    decref(candidates);
    if (nearest)
        raise_error(&exc_TypeError, "%S() got an unexpected keyword argument '%S'. Did you mean '%S'?", f->qualname,
                    name, nearest);
    else if (!raise_pending())
        raise_error(&exc_TypeError, "%S() got an unexpected keyword argument '%S'", f->qualname, name);
    xdecref(nearest);
    return -1;
}

/* Hands the keywords' values (which `values` loses) to parameters or to **kwargs. */
static int bind_keywords(const Function *f, Object **base, Object **values, Tuple *kwnames, Object *kwargs) {
    const Code *c = f->code;
    for (ptrdiff_t k = 0; k < kwnames->length; k++) {
        Object *name = kwnames->items[k], *value = values[k];
        int i = find_parameter(c, name, c->posonly_count, c->arg_count + c->kwonly_count);
        if (i < 0) {
            if (!kwargs) return unexpected_keyword(f, kwnames, name);
            values[k] = NULL;
            if (dict_set_steal(kwargs, newref(name), value) < 0) return -1;
            continue;
        }
        if (base[i]) return raise_int(&exc_TypeError, "%S() got multiple values for argument '%S'", f->qualname, name);
        base[i] = value;
        values[k] = NULL;
    }
    return 0;
}

/* Borrowed, or NULL. `def` puts the defaults into their dict in the order of the parameters: *next is where it goes on.
 */
static inline Object *keyword_default(Dict *defaults, Str *name, int64_t *next) {
    if (*next < defaults->keys->next) {
        DictEntry *entry = &dict_entries(defaults->keys)[*next];
        if (likely(entry->key == (Object *)name)) {
            ++*next;
            return entry->value;
        }
    }
    return dict_get((Object *)defaults, (Object *)name);
}

static int bind_defaults(const Function *f, Object **base, ptrdiff_t positional) {
    const Code *c = f->code;
    if (positional == c->arg_count && !c->kwonly_count) return 0;
    ptrdiff_t defaults = f->defaults ? f->defaults->length : 0;
    ptrdiff_t required = c->arg_count - defaults;
    for (ptrdiff_t i = positional; i < required; i++)
        if (!base[i]) return missing_arguments(f, base, 0, required, "positional");
    for (ptrdiff_t i = required < 0 ? 0 : required; i < c->arg_count; i++)
        if (!base[i]) base[i] = newref(f->defaults->items[i - required]);
    unsigned end = c->arg_count + c->kwonly_count;
    int64_t next = 0;
    for (unsigned i = c->arg_count; i < end; i++) {
        if (base[i]) {
            next++;
            continue;
        }
        Object *value = f->kwdefaults ? keyword_default(f->kwdefaults, c->varnames[i], &next) : NULL;
        if (!value && raise_pending()) return -1;
        base[i] = xnewref(value);
    }
    for (unsigned i = c->arg_count; i < end; i++)
        if (!base[i]) return missing_arguments(f, base, c->arg_count, end, "keyword-only");
    return 0;
}

/* The whole of it. `rest`: what *args takes (stolen), or NULL; keywords' values were moved off to `values`. */
static int bind_all(const Function *f, Object **base, ptrdiff_t positional, Object *rest, Object **values,
                    Tuple *kwnames) {
    const Code *c = f->code;
    unsigned at = c->arg_count + c->kwonly_count;
    if (c->flags & CODE_VARARGS) {
        if (!rest) return -1;
        base[at++] = rest;
    }
    Object *kwargs = NULL;
    if (c->flags & CODE_VARKEYWORDS) {
        kwargs = base[at] = dict_new();
        if (!kwargs) return -1;
    }
    if (kwnames && bind_keywords(f, base, values, kwnames, kwargs) < 0) return -1;
    if (positional > c->arg_count && !(c->flags & CODE_VARARGS)) return too_many_positional(f, base, positional);
    if (c->flags & CODE_NAMESPACE) base[0] = newref(f->globals); /* a module's code, made a function */
    return bind_defaults(f, base, positional < c->arg_count ? positional : c->arg_count);
}

int bind_parameter(const Code *c, Object *keyword) {
    return find_parameter(c, keyword, c->posonly_count, c->arg_count + c->kwonly_count);
}

bool bind_mapped(const Function *f, Object **base, uint64_t map) {
    unsigned count = call_map_parameters(map);
    const Tuple *defaults = f->defaults;
    ptrdiff_t first = count - (defaults ? defaults->length : 0); /* the first parameter that has one */
    Object *value[CALL_MAP_MAX];
    for (unsigned i = 0; i < count; i++) {
        unsigned source = call_map_source(map, i);
        if (source != CALL_MAP_DEFAULT)
            value[i] = base[source];
        else if (likely((ptrdiff_t)i >= first))
            value[i] = newref(defaults->items[i - first]);
        else
            return false; /* so has none of those before */
    }
    memcpy(base, value, count * sizeof *value);
    return true;
}

/* Most of those that take what comes, f(*args), f(a, /, *args, **kwargs) and the like: is there nothing to be looked
 * for, because no value is missing and no keyword can be that of a parameter? */
static inline bool is_open(const Code *c, ptrdiff_t positional, const Tuple *kwnames) {
    return (c->flags & (CODE_VARARGS | CODE_NAMESPACE)) == CODE_VARARGS && !c->kwonly_count &&
           positional >= c->arg_count &&
           (!kwnames || ((c->flags & CODE_VARKEYWORDS) && c->posonly_count == c->arg_count));
}

static int bind_open(const Code *c, Object **base, ptrdiff_t positional, const Tuple *kwnames) {
    ptrdiff_t at = c->arg_count, n = kwnames ? kwnames->length : 0;
    Object *rest = tuple_from_window(base + at, positional - at), *keywords = NULL;
    bool failed = !rest;
    if (!failed && (c->flags & CODE_VARKEYWORDS)) {
        keywords = dict_new();
        failed = !keywords;
        for (ptrdiff_t k = 0; k < n && !failed; k++) {
            Object *value = base[positional + k];
            base[positional + k] = NULL;
            failed = dict_set_steal(keywords, newref(kwnames->items[k]), value) < 0;
        }
    }
    if (unlikely(failed)) {
        Object *exc = raise_take();
        unwind_clear_registers(base, positional + n);
        xdecref(rest);
        xdecref(keywords);
        raise_restore(exc);
        return -1;
    }
    base[at] = rest;
    if (keywords) base[at + 1] = keywords;
    return 0;
}

int bind_arguments(Function *f, Object **base, ptrdiff_t positional, Tuple *kwnames) {
    const Code *c = f->code;
    if (likely(!kwnames && (c->flags & CODE_SIMPLE) && positional <= c->arg_count)) {
        if (likely(bind_defaults(f, base, positional) == 0)) return 0;
        unwind_clear_registers(base, c->param_count);
        return -1;
    }
    if (is_open(c, positional, kwnames)) return bind_open(c, base, positional, kwnames);
    ptrdiff_t total = positional + (kwnames ? kwnames->length : 0);
    ptrdiff_t kept = positional < c->arg_count ? positional : c->arg_count, stays = kept;
    Object *rest = NULL;
    if (c->flags & CODE_VARARGS) {
        rest = tuple_from_window(base + kept, positional - kept);
        if (likely(rest != NULL)) stays = positional;
    }
    ptrdiff_t moved = total - stays;
    Object *few[16], **spare = few;
    if (unlikely(moved > 16) && !(spare = heap_alloc(moved * sizeof *spare))) {
        raise_memory();
        unwind_clear_registers(base, total);
        xdecref(rest);
        return -1;
    }
    for (ptrdiff_t i = 0; i < moved; i++) { /* few: calling memcpy would take longer */
        spare[i] = base[stays + i];
        base[stays + i] = NULL;
    }
    int result = bind_all(f, base, positional, rest, spare + (positional - stays), kwnames);
    if (unlikely(result < 0)) {
        /* hide the window before anything is released: a finalizer may call */
        Object *exc = raise_take();
        for (unsigned i = 0; i < c->param_count; i++) {
            Object *o = base[i];
            base[i] = NULL;
            xdecref(o);
        }
        raise_restore(exc);
    }
    for (ptrdiff_t i = 0; i < moved; i++) xdecref(spare[i]);
    if (spare != few) heap_free(spare);
    return result;
}
