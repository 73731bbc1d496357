/* Matching arguments to parameters, with the messages that say what does not fit. */
#include "interp/object/args.h"

#include "interp/object/list.h"
#include "interp/object/str.h"
#include "interp/object/suggest.h"

int args_no_keywords(const char *function, Tuple *kwnames) {
    if (!kwnames || kwnames->length == 0) return 0;
    return raise_int(&exc_TypeError, "%s() takes no keyword arguments", function);
}

int args_count(const char *function, ptrdiff_t nargs, ptrdiff_t min, ptrdiff_t max) {
    if (nargs >= min && (max < 0 || nargs <= max)) return 0;
    ptrdiff_t bound = nargs < min ? min : max;
    const char *how = min == max ? "" : nargs < min ? "at least " : "at most ";
    return raise_int(&exc_TypeError, "%s expected %s%zd argument%s, got %zd", function, how, bound,
                     bound == 1 ? "" : "s", nargs);
}

static inline const char *plural(ptrdiff_t n) {
    return n == 1 ? "" : "s";
}

/* How a message names the function: "f()", or "function" and "this function" where it has no name. */
static inline const char *name_of(const Parameters *p, const char *nameless) {
    return p->function ? p->function : nameless;
}
static inline const char *parentheses(const Parameters *p) {
    return p->function ? "()" : "";
}

static inline bool is_named(Object *keyword, const char *name) {
    return ((Str *)keyword)->data[0] == (uint8_t)*name && str_equal_c(keyword, name);
}

/* The index of `keyword` among the parameters that may be named, or -1. */
static int find_parameter(const Parameters *p, Object *keyword) {
    for (int i = p->positional_only; i < p->count; i++)
        if (is_named(keyword, p->names[i])) return i;
    return -1;
}

/* The position among kwnames of the argument for parameter i, or -1. */
static ptrdiff_t find_keyword(const Parameters *p, Tuple *kwnames, int i) {
    for (ptrdiff_t k = 0; k < kwnames->length; k++)
        if (is_named(kwnames->items[k], p->names[i])) return k;
    return -1;
}

static int unexpected_keyword(const Parameters *p, Object *keyword) {
    Object *known = list_new(0);
    if (!known) return -1;
    for (int i = p->positional_only; i < p->count; i++) {
        Object *name = str_from_c(p->names[i]);
        if (!name || list_append_steal(known, name) < 0) {
            decref(known);
            return -1;
        }
    }
    Object *nearest = suggest_nearest(keyword, known);
    decref(known);
    if (nearest)
        raise_error(&exc_TypeError, "%s%s got an unexpected keyword argument '%S'. Did you mean '%S'?",
                    name_of(p, "this function"), parentheses(p), keyword, nearest);
    else if (!raise_pending())
        raise_error(&exc_TypeError, "%s%s got an unexpected keyword argument '%S'", name_of(p, "this function"),
                    parentheses(p), keyword);
    xdecref(nearest);
    return -1;
}

static int check_counts(const Parameters *p, ptrdiff_t nargs, ptrdiff_t nkeywords) {
    if (nargs + nkeywords > p->count)
        return raise_int(&exc_TypeError, "%s%s takes at most %d %sargument%s (%zd given)", name_of(p, "function"),
                         parentheses(p), p->count, nargs == 0 ? "keyword " : "", plural(p->count), nargs + nkeywords);
    if (nargs > p->max_positional) {
        if (p->max_positional == 0)
            return raise_int(&exc_TypeError, "%s%s takes no positional arguments", name_of(p, "function"),
                             parentheses(p));
        return raise_int(&exc_TypeError, "%s%s takes %s %d positional argument%s (%zd given)", name_of(p, "function"),
                         parentheses(p), p->required < p->max_positional ? "at most" : "exactly", p->max_positional,
                         plural(p->max_positional), nargs);
    }
    int least = p->positional_only < p->required ? p->positional_only : p->required;
    if (nargs < least)
        return raise_int(&exc_TypeError, "%s%s takes %s %d positional argument%s (%zd given)", name_of(p, "function"),
                         parentheses(p), least < p->max_positional ? "at least" : "exactly", least, plural(least),
                         nargs);
    return 0;
}

/* Some keyword matched no parameter that was still free: it is one too many, or unknown. */
static int superfluous_keyword(const Parameters *p, ptrdiff_t nargs, Tuple *kwnames) {
    for (int i = p->positional_only; i < nargs; i++)
        if (find_keyword(p, kwnames, i) >= 0)
            return raise_int(&exc_TypeError, "argument for %s%s given by name ('%s') and position (%d)",
                             name_of(p, "function"), parentheses(p), p->names[i], i + 1);
    for (ptrdiff_t k = 0; k < kwnames->length; k++) {
        Object *keyword = kwnames->items[k];
        if (!str_check(keyword)) return raise_int(&exc_TypeError, "keywords must be strings");
        if (find_parameter(p, keyword) < 0) return unexpected_keyword(p, keyword);
    }
    return raise_int(&exc_TypeError, "%s%s got a keyword argument twice", name_of(p, "function"), parentheses(p));
}

int args_match(const Parameters *p, Object **args, ptrdiff_t nargs, Tuple *kwnames, Object **out) {
    ptrdiff_t left = kwnames ? kwnames->length : 0;
    if (check_counts(p, nargs, left) < 0) return -1;
    for (int i = 0; i < p->count; i++) {
        out[i] = i < nargs ? args[i] : NULL;
        if (out[i]) continue;
        ptrdiff_t k = left > 0 && i >= p->positional_only ? find_keyword(p, kwnames, i) : -1;
        if (k >= 0) {
            out[i] = args[nargs + k];
            left--;
            continue;
        }
        bool needed = i < p->required || (i >= p->max_positional && i < p->max_positional + p->required_keywords);
        if (needed)
            return raise_int(&exc_TypeError, "%s%s missing required argument '%s' (pos %d)", name_of(p, "function"),
                             parentheses(p), p->names[i], i + 1);
    }
    return left == 0 ? 0 : superfluous_keyword(p, nargs, kwnames);
}

int args_bind(const char *function, const char *const *names, int required, int max_positional, Object **args,
              ptrdiff_t nargs, Tuple *kwnames, Object **out) {
    Parameters p = {.function = function, .names = names, .max_positional = max_positional};
    while (names[p.count]) p.count++;
    while (p.positional_only < p.count && !*names[p.positional_only]) p.positional_only++;
    p.required = required < max_positional ? required : max_positional;
    p.required_keywords = required - p.required;
    return args_match(&p, args, nargs, kwnames, out);
}
