/* The signature of a native function, parsed out of its doc text:
 *
 *      "split(sep=None, maxsplit=-1)\n--\n\nWhat it does."
 *
 * It is needed only when something is unusual (keywords, a wrong number of arguments), so it is parsed then and kept
 * for the row of the method table: `text.split` is another object each time, its row is the same. It lies in one block:
 * the struct, the array of names, that of the names as interned strings, and a copy of the parameter list in which each
 * name is ended by a 0.
 */
#include "interp/object/native.h"

#include <string.h>

#include "interp/object/str.h"

/* The parameter list between the outer parentheses, or NULL if the text does not start with name(...) and "--". */
static const char *find_parameters(const char *doc, size_t *length) {
    if (!doc) return NULL;
    const char *open = doc + strspn(doc, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789");
    const char *end = strstr(doc, "\n--\n\n");
    if (*open != '(' || !end || end <= open || end[-1] != ')') return NULL;
    *length = (size_t)(end - 1 - (open + 1));
    return open + 1;
}

Object *method_doc(const char *doc) {
    if (!doc) return new_none();
    size_t length;
    const char *parameters = find_parameters(doc, &length);
    const char *text = parameters ? parameters + length + strlen(")\n--\n\n") : doc;
    return *text ? str_from_c(text) : new_none();
}

Object *method_text_signature(const char *doc, const char *self) {
    size_t n;
    const char *parameters = find_parameters(doc, &n);
    if (!parameters) return new_none();
    if (!self || (n > 0 && *parameters == '$')) return str_format("(%.*s)", (int)n, parameters);
    if (!self) return str_format("(%.*s)", (int)n, parameters);
    bool mark = memchr(parameters, '/', n) == NULL; /* the implied parameter is positional-only */
    return str_format("(%s%s%s%.*s)", self, mark ? ", /" : "", n ? ", " : "", (int)n, parameters);
}

/* The end of the parameter at p: its comma, or the end. Commas within brackets and quotes do not count. */
static char *parameter_end(char *p) {
    int depth = 0;
    for (char quote = 0; *p; p++) {
        if (quote) {
            if (*p == '\\' && p[1])
                p++;
            else if (*p == quote)
                quote = 0;
        } else if (*p == '\'' || *p == '"') {
            quote = *p;
        } else if (strchr("([{", *p)) {
            depth++;
        } else if (strchr(")]}", *p)) {
            depth--;
        } else if (*p == ',' && depth == 0) {
            break;
        }
    }
    return p;
}

/* Takes in one parameter; `keyword_only` says that a * went by before it. */
static void add_parameter(NativeSignature *s, char *name, bool keyword_only) {
    size_t length = strcspn(name, "=: ");
    bool has_default = strchr(name + length, '=') != NULL;
    name[length] = 0;
    s->names[s->parameters.count++] = name;
    if (!keyword_only) s->parameters.max_positional++;
    if (has_default) return;
    if (keyword_only)
        s->parameters.required_keywords++;
    else
        s->parameters.required++;
}

static void parse(NativeSignature *s, char *list) {
    bool keyword_only = false;
    for (char *p = list; *p;) {
        char *end = parameter_end(p), *next = *end ? end + 1 : end;
        *end = 0;
        p += strspn(p, " \n");
        if (*p == '*') {
            keyword_only = true;
            if (p[1] == '*')
                s->any_keywords = true;
            else if (p[1])
                s->any_positional = true;
        } else if (*p == '/') {
            s->parameters.positional_only = s->parameters.count;
        } else if (*p && *p != '$') {
            add_parameter(s, p, keyword_only);
        }
        p = next;
    }
}

static void signature_free(NativeSignature *s) {
    for (int i = 0; i < s->parameters.count; i++) xdecref(s->interned[i]);
    heap_free(s);
}

static NativeSignature *signature_parse(const Method *m) {
    size_t length = 0;
    const char *list = find_parameters(m->doc, &length);
    size_t most = list ? 1 : 0;
    for (size_t i = 0; i < length; i++) most += list[i] == ',';

    NativeSignature *s = heap_alloc_zero(sizeof *s + most * (sizeof *s->names + sizeof *s->interned) + length + 1);
    if (!s) return raise_memory();
    s->method = m;
    s->known = list != NULL;
    s->parameters.function = m->name;
    s->parameters.names = s->names;
    s->interned = (Str **)(s->names + most);
    char *copy = (char *)(s->interned + most);
    if (list) memcpy(copy, list, length);
    parse(s, copy);
    for (int i = 0; i < s->parameters.count; i++) {
        s->interned[i] = str_intern_c(s->names[i]);
        if (s->interned[i]) continue;
        signature_free(s);
        return NULL;
    }
    return s;
}

/* All that were parsed, by the address of the row: a hash table that is searched from place to place. */
static struct {
    NativeSignature **slots; /* room for a power of two of them, a third of it or more free */
    size_t room, used;
} parsed;

/* Where the signature of the row is, or where it goes. */
static NativeSignature **place_of(NativeSignature **slots, size_t room, const Method *m) {
    size_t i = ((uintptr_t)m / sizeof *m) & (room - 1);
    while (slots[i] && slots[i]->method != m) i = (i + 1) & (room - 1);
    return &slots[i];
}

static bool make_room(void) {
    if ((parsed.used + 1) * 3 < parsed.room * 2) return true;
    size_t room = parsed.room ? parsed.room * 2 : 32;
    NativeSignature **slots = heap_alloc_zero(room * sizeof *slots);
    if (!slots) return raise_memory(), false;
    for (size_t i = 0; i < parsed.room; i++)
        if (parsed.slots[i]) *place_of(slots, room, parsed.slots[i]->method) = parsed.slots[i];
    heap_free(parsed.slots);
    parsed.slots = slots;
    parsed.room = room;
    return true;
}

const NativeSignature *native_signature(const Method *m) {
    if (likely(parsed.room)) {
        NativeSignature *s = *place_of(parsed.slots, parsed.room, m);
        if (likely(s != NULL)) return s;
    }
    NativeSignature *s = make_room() ? signature_parse(m) : NULL;
    if (!s) return NULL;
    *place_of(parsed.slots, parsed.room, m) = s;
    parsed.used++;
    return s;
}

void native_signatures_shutdown(void) {
    for (size_t i = 0; i < parsed.room; i++)
        if (parsed.slots[i]) signature_free(parsed.slots[i]);
    heap_free(parsed.slots);
    parsed.slots = NULL;
    parsed.room = parsed.used = 0;
}

bool native_signature_match(const NativeSignature *s, Object **args, ptrdiff_t nargs, Tuple *kwnames, Object **out) {
    const Parameters *p = &s->parameters;
    if (nargs > p->max_positional) return false;
    int named = nargs < p->positional_only ? p->positional_only : (int)nargs; /* the first that a keyword can mean */
    for (int i = 0; i < p->count; i++) out[i] = i < nargs ? args[i] : NULL;
    for (ptrdiff_t k = 0; k < kwnames->length; k++) {
        int i = named;
        while (i < p->count && (Object *)s->interned[i] != kwnames->items[k]) i++;
        if (i == p->count || out[i]) return false;
        out[i] = args[nargs + k];
    }
    for (ptrdiff_t i = nargs; i < p->required; i++)
        if (!out[i]) return false;
    for (int i = 0; i < p->required_keywords; i++)
        if (!out[p->max_positional + i]) return false;
    return true;
}
