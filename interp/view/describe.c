/* What an object holds, as the page shows it: {"k": kind, ...}.
 *
 *      k   a: a value, its text t          s: a sequence        u: a set      d: a mapping
 *          o: attributes                   x: other references  w: a weak reference
 *      t   text: a value's, or a remark    n   how many items there are      i   the first items: ids, or [id, id]
 *      a   attributes: [[name, id], ...]
 *
 * No code of the program runs, and nothing is allocated from the heap: the structures are read, not asked.
 */
#include <string.h>

#include "interp/object/descriptors.h"
#include "interp/object/float_text.h"
#include "interp/view/view_impl.h"
#include "interp/vm/vm.h"

/* ---- values ---- */

static void put_str(Out *out, const Str *s, ptrdiff_t most) {
    for (ptrdiff_t i = 0; i < s->length && i < most; i++) {
        uint32_t c = str_at(s, i);
        if (c == '\n')
            out_c(out, "\\\\n");
        else if (c < 0x20 || c == 0x7f)
            out_format(out, "\\\\x%02x", c);
        else if (c >= 0xd800 && c < 0xe000)
            out_format(out, "\\\\u%04x", c);
        else
            out_char(out, c);
    }
    if (s->length > most) out_c(out, "\xe2\x80\xa6"); /* an ellipsis */
}

static void put_bytes(Out *out, const Bytes *b) {
    out_c(out, "b'");
    for (ptrdiff_t i = 0; i < b->length && i < VIEW_TEXT; i++) {
        if (b->data[i] >= 0x20 && b->data[i] < 0x7f)
            out_char(out, b->data[i]);
        else
            out_format(out, "\\\\x%02x", b->data[i]);
    }
    out_c(out, b->length > VIEW_TEXT ? "\xe2\x80\xa6'" : "'");
}

static void put_float(Out *out, double d) {
    FloatText t;
    if (float_text(&t, d, 'r', 0, FLOAT_POINT_ZERO) < 0) return; /* 'r' fits t.local: nothing is allocated */
    out_bytes(out, t.text, t.n);
    float_text_drop(&t);
}

static void put_big(Out *out, const BigInt *v) {
    int64_t n = v->size < 0 ? -v->size : v->size;
    uint64_t bits = (uint64_t)n * 64 - (uint64_t)__builtin_clzll(v->limbs[n - 1]);
    out_format(out, "%san int of %llu bits", v->size < 0 ? "-" : "", (unsigned long long)bits);
}

static void put_parameters(Out *out, const Code *c) {
    out_c(out, "(");
    for (unsigned i = 0; i < c->param_count; i++) {
        bool args = c->flags & CODE_VARARGS && i == (unsigned)c->arg_count + c->kwonly_count;
        bool kwargs = c->flags & CODE_VARKEYWORDS && i == c->param_count - 1u;
        out_c(out, i ? ", " : "");
        out_c(out, kwargs ? "**" : args ? "*" : "");
        put_str(out, c->varnames[i], VIEW_TEXT);
    }
    out_c(out, ")");
}

static void put_range(Out *out, const Object *o) {
    int64_t start, step, length;
    if (!range_as_i64(o, &start, &step, &length)) {
        out_c(out, "range");
        return;
    }
    out_format(out, "range(%lld, %lld", (long long)start, (long long)(start + step * length));
    if (step != 1) out_format(out, ", %lld", (long long)step);
    out_c(out, ")");
}

/* The text of a value, inside a JSON string. False: it is none. */
static bool put_value(Out *out, Object *o) {
    Type *t = o->type;
    if (o == NONE)
        out_c(out, "None");
    else if (t == &bool_type)
        out_c(out, o == TRUE ? "True" : "False");
    else if (t == &int_type)
        out_format(out, "%lld", (long long)((Int *)o)->value);
    else if (t == &bigint_type)
        put_big(out, (BigInt *)o);
    else if (t == &float_type)
        put_float(out, float_value(o));
    else if (t == &str_type) {
        out_c(out, "'");
        put_str(out, (Str *)o, VIEW_TEXT);
        out_c(out, "'");
    } else if (t == &bytes_type)
        put_bytes(out, (Bytes *)o);
    else if (t == &range_type)
        put_range(out, o);
    else if (t == &function_type) {
        put_str(out, ((Function *)o)->name, VIEW_TEXT);
        put_parameters(out, ((Function *)o)->code);
    } else if (has_flag(o, TYPE_TYPE))
        out_format(out, "class %s", type_short_name((Type *)o));
    else if (t == &native_type)
        out_format(out, "%s()", ((Native *)o)->method->name);
    else if (t == &module_type)
        out_c(out, "a module");
    else if (t == &property_type || t == &classmethod_type || t == &staticmethod_type)
        out_c(out, type_short_name(t)); /* like methods: what a class has of these goes without saying */
    else if (t == &complex_type) {
        out_c(out, "(");
        put_float(out, ((Complex *)o)->re);
        out_c(out, ((Complex *)o)->im < 0 ? "" : "+");
        put_float(out, ((Complex *)o)->im);
        out_c(out, "j)");
    } else
        return false;
    return true;
}

bool describe_is_value(const Object *o) {
    const Type *t = o->type;
    return t == &int_type || t == &bool_type || t == &float_type || t == &str_type || t == &bytes_type ||
           t == &bigint_type || t == &tuple_type || t == &complex_type || o == NONE;
}

static uint64_t mix(uint64_t h, uint64_t x) {
    return (h ^ x) * 0x9e3779b97f4a7c15u + (h >> 29);
}

uint64_t describe_fingerprint(const Object *o) {
    uint64_t h = (uintptr_t)o->type;
    if (o->type == &int_type) return mix(h, (uint64_t)((const Int *)o)->value);
    if (o->type == &str_type) {
        const Str *s = (const Str *)o;
        for (ptrdiff_t i = 0; i < s->length && i < VIEW_TEXT; i++) h = mix(h, str_at(s, i));
        return mix(h, (uint64_t)s->length);
    }
    if (o->type == &tuple_type) {
        const Tuple *t = (const Tuple *)o;
        for (ptrdiff_t i = 0; i < t->length && i < VIEW_ITEMS; i++) h = mix(h, (uintptr_t)t->items[i]);
        return mix(h, (uint64_t)t->length);
    }
    if (o->type == &bigint_type) return mix(mix(h, (uint64_t)((const BigInt *)o)->size), ((const BigInt *)o)->limbs[0]);
    if (o->type == &float_type) {
        uint64_t bits;
        memcpy(&bits, &((const Float *)o)->value, sizeof bits);
        return mix(h, bits);
    }
    return h;
}

/* What belongs to the machine, not to the program's data. */
bool describe_is_drawn(const Object *o) {
    const Type *t = o->type;
    return t != &frame_type && t != &traceback_type && t != &code_type && t != &cell_type && t != &mappingproxy_type;
}

bool describe_is_worth_showing(const Object *o) {
    return o && o->refcount < IMMORTAL / 2 && o->type != &native_type && o->type != &function_type &&
           !has_flag(o, TYPE_TYPE);
}

/* ---- references ---- */

typedef struct Attributes {
    Out *out;
    bool any;
} Attributes;

static void attribute(Attributes *a, const Str *name, const char *remark, Object *value) {
    if (!value) return;
    if (value->type == &cell_type) value = ((Cell *)value)->value;
    uint32_t id = thing_reach(value);
    out_c(a->out, a->any ? "," : ",\"a\":[");
    a->any = true;
    out_c(a->out, "[\"");
    if (name) put_str(a->out, name, VIEW_TEXT);
    out_c(a->out, remark);
    out_format(a->out, "\",%u]", id);
}

static void end_attributes(Attributes *a) {
    if (a->any) out_c(a->out, "]");
}

static void items(Out *out, Object *const *values, ptrdiff_t n) {
    out_format(out, ",\"n\":%td,\"i\":[", n);
    for (ptrdiff_t i = 0; i < n && i < VIEW_ITEMS; i++) out_format(out, i ? ",%u" : "%u", thing_reach(values[i]));
    out_c(out, "]");
}

static void dict_items(Out *out, const Object *d) {
    ptrdiff_t at = 0, n = 0;
    Object *key, *value;
    out_format(out, ",\"n\":%lld,\"i\":[", (long long)dict_length(d));
    while (n < VIEW_ITEMS && dict_next(d, &at, &key, &value)) {
        uint32_t k = thing_reach(key);
        out_format(out, n++ ? ",[%u,%u]" : "[%u,%u]", k, thing_reach(value));
    }
    out_c(out, "]");
}

static void set_items(Out *out, const Object *s) {
    ptrdiff_t at = 0, n = 0;
    Object *item;
    out_format(out, ",\"n\":%td,\"i\":[", set_length(s));
    while (n < VIEW_ITEMS && set_next(s, &at, &item)) out_format(out, n++ ? ",%u" : "%u", thing_reach(item));
    out_c(out, "]");
}

static bool is_dunder(const Str *s) {
    return s->length > 4 && str_at(s, 0) == '_' && str_at(s, 1) == '_' && str_at(s, s->length - 1) == '_';
}

static void dict_attributes(Attributes *a, const Object *dict) {
    ptrdiff_t at = 0;
    Object *key, *value;
    while (dict_next(dict, &at, &key, &value))
        if (str_check(key)) attribute(a, (Str *)key, "", value);
}

static void slot_attributes(Attributes *a, Object *o, Type *t) {
    if (!type_flag(t, TYPE_HEAP)) return;
    slot_attributes(a, o, t->base);
    if (type_flag(t, TYPE_STR)) return;
    ptrdiff_t at = 0;
    Object *key, *value;
    while (dict_next(t->dict, &at, &key, &value))
        if (value->type == &member_descriptor_type && ((MemberDescriptor *)value)->member.kind == MEMBER_OBJECT)
            attribute(a, (Str *)key, "", *(Object **)((char *)o + ((MemberDescriptor *)value)->member.offset));
}

/* Attributes of the instance itself: slots, values in line, or a dict. */
static void instance_attributes(Attributes *a, Object *o) {
    slot_attributes(a, o, o->type);
    if (type_flag(o->type, TYPE_PREHEADER)) {
        uintptr_t word = *instance_dict_word(o);
        if (!dict_word_is_inline(word)) {
            if (word) dict_attributes(a, (Object *)word);
            return;
        }
        const SharedKeys *keys = o->type->shared_keys;
        for (unsigned i = 0; keys && i < dict_word_last(word) && i < keys->count; i++)
            attribute(a, keys->names[i], "", instance_values(o)[i]);
    } else if (o->type->mem.dict_offset && *(Object **)((char *)o + o->type->mem.dict_offset)) {
        dict_attributes(a, *(Object **)((char *)o + o->type->mem.dict_offset));
    }
}

/* A function holds more than its code: defaults, and the variables around it that it uses. */
static void function_attributes(Attributes *a, const Function *f) {
    const Code *c = f->code;
    ptrdiff_t n = f->defaults ? f->defaults->length : 0;
    for (ptrdiff_t i = 0; i < n; i++) attribute(a, c->varnames[c->arg_count - n + i], " =", f->defaults->items[i]);
    for (unsigned i = 0; f->closure && i < c->free_count; i++)
        attribute(a, c->freevars[i], " (outer)", f->closure->items[i]);
    if (f->dict) dict_attributes(a, (Object *)f->dict);
}

/* Data of a class; its methods go without saying. */
static void class_attributes(Attributes *a, const Type *t) {
    ptrdiff_t at = 0;
    Object *key, *value;
    while (t->dict && dict_next(t->dict, &at, &key, &value)) {
        const Type *kind = value->type;
        bool plain = kind != &function_type && kind != &getset_descriptor_type && kind != &member_descriptor_type &&
                     kind != &staticmethod_type && kind != &classmethod_type && kind != &property_type;
        if (plain && str_check(key) && !is_dunder((Str *)key)) attribute(a, (Str *)key, "", value);
    }
}

static void generator_attributes(Attributes *a, const Generator *g) {
    if (g->state != GEN_SUSPENDED) return;
    for (unsigned i = 0; i < g->register_count; i++) {
        const Str *name = i < g->code->local_count ? g->code->varnames[i] : NULL;
        bool spoken = name && name->length && str_at(name, 0) != '.';
        if (spoken || describe_is_worth_showing(g->registers[i]))
            attribute(a, spoken ? name : NULL, spoken ? "" : "(in use)", g->registers[i]);
    }
}

/* The frames that an exception has left live on with its traceback, and their locals with them. */
static void traceback_attributes(Attributes *a, const Traceback *t) {
    for (int n = 0; t && n < VIEW_FRAMES; t = t->next, n++) {
        const Code *c = t->frame->function->code;
        for (unsigned i = 0; t->frame->saved && i < c->local_count; i++)
            attribute(a, c->varnames[i], " (frame)", t->frame->saved[i]);
    }
}

static void exception_attributes(Attributes *a, Exception *e) {
    attribute(a, NULL, "args", (Object *)e->args);
    attribute(a, NULL, "__context__", e->context);
    attribute(a, NULL, "__cause__", e->cause);
    traceback_attributes(a, (Traceback *)e->traceback);
    if (e->dict) dict_attributes(a, (Object *)e->dict);
}

typedef struct Children {
    Out *out;
    int n;
} Children;

static int child(Object *o, void *arg) {
    Children *c = arg;
    uint32_t id = has_flag(o, TYPE_TYPE) || o->type == &module_type || c->n >= VIEW_ITEMS ? 0 : thing_reach(o);
    if (id) out_format(c->out, c->n++ ? ",%u" : "%u", id);
    return 0;
}

static void weak_reference(Out *out, const WeakRef *w) {
    bool alive = w->target && w->target->refcount > 0;
    out_format(out, "{\"k\":\"w\",\"t\":\"%s\"",
               alive ? "weak reference" : "weak reference, empty: its object is gone");
    if (alive) out_format(out, ",\"w\":%u", thing_find(w->target));
    out_c(out, "}");
}

static void describe_generator(Object *o, Out *out) {
    const Generator *g = (Generator *)o;
    static const char *const states[] = {"waits", "runs", "is done"};
    out_format(out, "{\"k\":\"o\",\"t\":\"%s", states[g->state]);
    uint32_t line = g->state == GEN_SUSPENDED ? code_span(g->code, g->pc).line : 0;
    if (line) out_format(out, " at line %u", line);
    out_c(out, "\"");
}

/* Everything of an object but its attributes. */
static void describe_body(Object *o, Out *out) {
    if (dict_check(o)) {
        out_c(out, "{\"k\":\"d\"");
        dict_items(out, o);
    } else if (list_check(o)) {
        out_c(out, "{\"k\":\"s\"");
        items(out, ((List *)o)->items, list_length(o));
    } else if (tuple_check(o)) {
        out_c(out, "{\"k\":\"s\"");
        items(out, ((Tuple *)o)->items, tuple_length(o));
    } else if (set_check(o)) {
        out_c(out, "{\"k\":\"u\"");
        set_items(out, o);
    } else if (generator_check(o)) {
        describe_generator(o, out);
    } else if (o->type == &function_type || has_flag(o, TYPE_TYPE)) {
        out_c(out, "{\"k\":\"o\",\"t\":\"");
        put_value(out, o);
        out_c(out, "\"");
    } else if (type_flag(o->type, TYPE_HEAP) || has_flag(o, TYPE_EXCEPTION)) {
        out_c(out, "{\"k\":\"o\"");
    } else {
        out_c(out, "{\"k\":\"x\",\"i\":[");
        Children c = {out, 0};
        if (gc_is_gc(o)) gc_traverse(o, child, &c);
        out_c(out, "]");
    }
}

static bool is_library_class(const Type *t) {
    Object *module = t->dict ? dict_get_str(t->dict, names.__module__) : NULL;
    return !module || !str_check(module) || !str_equal_c(module, "__main__");
}

void describe(Object *o, Out *out) {
    bool bare = has_flag(o, TYPE_TYPE) && is_library_class((Type *)o);
    size_t start = out->n;
    out_c(out, "{\"k\":\"a\",\"t\":\"");
    if (!has_flag(o, TYPE_TYPE) && o->type != &function_type ? put_value(out, o) : bare && put_value(out, o)) {
        out_c(out, "\"");
        if (o->type == &str_type && str_length(o) > VIEW_TEXT) out_format(out, ",\"n\":%td", str_length(o));
        if (o->type == &str_type && str_is_interned(o)) out_c(out, ",\"interned\":1");
        out_c(out, "}");
        return;
    }
    out->n = start;
    if (o->type == &weakref_type) {
        weak_reference(out, (WeakRef *)o);
        return;
    }
    describe_body(o, out);
    Attributes a = {out, false};
    if (o->type == &function_type)
        function_attributes(&a, (Function *)o);
    else if (has_flag(o, TYPE_TYPE))
        class_attributes(&a, (Type *)o);
    else if (generator_check(o))
        generator_attributes(&a, (Generator *)o);
    else if (has_flag(o, TYPE_EXCEPTION))
        exception_attributes(&a, (Exception *)o);
    else if (type_flag(o->type, TYPE_HEAP))
        instance_attributes(&a, o);
    end_attributes(&a);
    out_c(out, "}");
}

void describe_error(Object *exc, Out *out) {
    const Tuple *args = exception_check(exc) ? ((Exception *)exc)->args : NULL;
    Object *first = args && args->length ? args->items[0] : NULL;
    out_format(out, "\"%s", type_short_name(exc->type));
    if (first) {
        out_c(out, ": ");
        if (first->type == &str_type && exc->type != &exc_KeyError)
            put_str(out, (Str *)first, 200);
        else
            put_value(out, first);
    }
    out_c(out, "\"");
}
