/* The method resolution order: C3 linearisation, and what an overridden mro() may say instead.
 *
 * The MRO of a class is the class itself, then the merge of the MROs of its bases and the list of the bases: again and
 * again the first head that is in no tail is taken. So a class comes before its bases, bases keep the order in which
 * they are written, and each MRO of a base is kept as a subsequence. When every head is in some tail there is no such
 * order. With a single base nothing has to be merged.
 */
#include "interp/object/type_impl.h"

#include <string.h>

#include "interp/object/dict.h"
#include "interp/object/function.h"
#include "interp/object/item.h"
#include "interp/object/list.h"
#include "interp/object/str.h"

/* The sequences to be merged, and how much of each is in the result already. */
typedef struct Merge {
    Tuple **sequences; /* borrowed */
    ptrdiff_t *taken;
    ptrdiff_t count;
} Merge;

static Object *merge_head(const Merge *m, ptrdiff_t i) {
    return m->taken[i] < tuple_length(m->sequences[i]) ? tuple_item(m->sequences[i], m->taken[i]) : NULL;
}

static bool in_some_tail(const Merge *m, const Object *candidate) {
    for (ptrdiff_t i = 0; i < m->count; i++)
        for (ptrdiff_t k = m->taken[i] + 1; k < tuple_length(m->sequences[i]); k++)
            if (tuple_item(m->sequences[i], k) == candidate) return true;
    return false;
}

/* Removes a class from all sequences that it heads. */
static void merge_take(Merge *m, const Object *chosen) {
    for (ptrdiff_t i = 0; i < m->count; i++)
        if (merge_head(m, i) == chosen) m->taken[i]++;
}

static bool heads_an_earlier_sequence(const Merge *m, ptrdiff_t i) {
    for (ptrdiff_t k = 0; k < i; k++)
        if (merge_head(m, k) == merge_head(m, i)) return true;
    return false;
}

static void raise_no_order(const Merge *m) {
    StrWriter w = writer_new();
    const char *separator = "";
    for (ptrdiff_t i = 0; i < m->count; i++) {
        Type *t = (Type *)merge_head(m, i);
        if (!t || heads_an_earlier_sequence(m, i)) continue;
        if (item_hash((Object *)t, "a dict key") == -1) { /* that of a metaclass may raise */
            writer_drop(&w);
            return;
        }
        if (writer_format(&w, "%s%s", separator, type_short_name(t)) < 0) return;
        separator = ", ";
    }
    Object *bases = writer_finish(&w);
    if (!bases) return;
    raise_error(&exc_TypeError, "Cannot create a consistent method resolution order (MRO) for bases %S", bases);
    decref(bases);
}

/* Appends the merge to the list `mro`. */
static int merge_all(Merge *m, Object *mro) {
    ptrdiff_t i = 0;
    bool any = false;
    while (i < m->count) {
        Object *candidate = merge_head(m, i);
        any |= candidate != NULL;
        if (!candidate || in_some_tail(m, candidate)) {
            i++;
            continue;
        }
        if (list_append(mro, candidate) < 0) return -1;
        merge_take(m, candidate);
        i = 0;
        any = false;
    }
    if (!any) return 0;
    raise_no_order(m);
    return -1;
}

static int check_duplicates(Tuple *bases) {
    for (ptrdiff_t i = 0; i < tuple_length(bases); i++)
        for (ptrdiff_t k = i + 1; k < tuple_length(bases); k++)
            if (tuple_item(bases, i) == tuple_item(bases, k))
                return raise_int(&exc_TypeError, "duplicate base class %s",
                                 type_short_name((Type *)tuple_item(bases, i)));
    return 0;
}

static Object *linearise_single(Type *t, Tuple *base_mro) {
    ptrdiff_t n = tuple_length(base_mro);
    Object *mro = tuple_new(n + 1);
    if (!mro) return NULL;
    tuple_set(mro, 0, newref(t));
    for (ptrdiff_t i = 0; i < n; i++) tuple_set(mro, i + 1, newref(tuple_item(base_mro, i)));
    return mro;
}

static Object *linearise_several(Type *t, Tuple *bases) {
    ptrdiff_t n = tuple_length(bases);
    Merge m = {.count = n + 1};
    m.sequences = heap_alloc((size_t)(n + 1) * sizeof *m.sequences);
    m.taken = heap_alloc_zero((size_t)(n + 1) * sizeof *m.taken);
    Object *mro = list_new(0), *result = NULL;
    if (!m.sequences || !m.taken) raise_memory();
    bool ok = m.sequences && m.taken && mro && list_append(mro, (Object *)t) == 0;
    for (ptrdiff_t i = 0; ok && i < n; i++) ok = (m.sequences[i] = type_mro((Type *)tuple_item(bases, i))) != NULL;
    if (ok) {
        m.sequences[n] = bases;
        if (merge_all(&m, mro) == 0) result = list_to_tuple(mro);
    }
    xdecref(mro);
    heap_free(m.sequences);
    heap_free(m.taken);
    return result;
}

Object *mro_linearise(Type *t, Tuple *bases) {
    for (ptrdiff_t i = 0; i < tuple_length(bases); i++) {
        Type *base = (Type *)tuple_item(bases, i);
        if (!type_mro(base)) {
            if (!raise_pending()) raise_error(&exc_TypeError, "Cannot extend an incomplete type '%N'", base);
            return NULL;
        }
    }
    if (tuple_length(bases) == 1) return linearise_single(t, type_mro((Type *)tuple_item(bases, 0)));
    if (tuple_length(bases) == 0) return tuple_from((Object *[]){(Object *)t}, 1);
    return check_duplicates(bases) < 0 ? NULL : linearise_several(t, bases);
}

/* --- mro() --- */

/* Does c tell t of changes, because it is in the MRO of a base? (A base that is itself not told has no version, so that
 * t gets none either.) */
static bool is_ancestor(Type *t, Type *c) {
    bool found = t == c;
    for (ptrdiff_t i = 0; i < tuple_length(t->bases) && !found; i++) {
        Tuple *mro = type_mro((Type *)tuple_item(t->bases, i));
        for (ptrdiff_t k = 0; mro && k < tuple_length(mro) && !found; k++) found = tuple_item(mro, k) == (Object *)c;
    }
    return found;
}

/* What the metaclass's mro() returned, as a tuple. */
static Object *custom_mro(Type *t, Object *method) {
    Object *result = object_call0(method), *mro = result ? sequence_tuple(result) : NULL;
    xdecref(result);
    if (!mro) return NULL;
    if (!tuple_length(mro)) {
        decref(mro);
        return raise_error(&exc_TypeError, "type MRO must not be empty");
    }
    for (ptrdiff_t i = 0; i < tuple_length(mro); i++) {
        Type *c = (Type *)tuple_item(mro, i);
        if (!has_flag((Object *)c, TYPE_TYPE)) {
            raise_error(&exc_TypeError, "mro() returned a non-class ('%T')", c);
        } else if (!layout_contains(t, c)) {
            raise_error(&exc_TypeError, "mro() returned base with unsuitable layout ('%N')", c);
        } else {
            continue;
        }
        decref(mro);
        return NULL;
    }
    return mro;
}

static void set_versioned(Type *t, Object *mro) {
    t->mem.flags &= ~(uint32_t)TYPE_UNVERSIONED;
    for (ptrdiff_t i = 0; i < tuple_length(mro); i++)
        if (!is_ancestor(t, (Type *)tuple_item(mro, i))) t->mem.flags |= TYPE_UNVERSIONED;
}

static bool is_type_mro(Object *method) {
    return method->type == &native_type && ((Native *)method)->method->fn == type_method_mro;
}

int mro_compute(Type *t) {
    Object *mro, *before = (Object *)t->mro;
    if (t->base_object.type == &type_type) {
        mro = mro_linearise(t, t->bases);
    } else {
        Object *method = object_lookup_special((Object *)t, names.mro);
        if (!method) return raise_pending() ? -1 : raise_int(&exc_AttributeError, "mro");
        xincref(before); /* or a new tuple might have its address */
        mro = is_type_mro(method) ? mro_linearise(t, t->bases) : custom_mro(t, method);
        bool overtaken = before != (Object *)t->mro;
        xdecref(before);
        decref(method);
        if (mro && overtaken) {
            decref(mro);
            return 0;
        }
    }
    if (!mro) return -1;
    if (t->base_object.type != &type_type) set_versioned(t, mro);
    set_ref(&t->mro, mro);
    return 1;
}
