/* Interned strings: one object for each value, so that names are compared by address.
 *
 * The table is an open-addressing hash set with linear probing. It owns no references: a string that dies takes itself
 * out (str_dealloc), and the entries behind the gap move up, so there are no tombstones. At most half of the slots
 * are in use. The empty string and the Latin-1 characters are unique anyway and stay outside.
 */
#include "interp/object/str_impl.h"

static struct {
    Str **slots; /* NULL: free */
    size_t mask;
    ptrdiff_t used;
    int64_t found, added; /* ever */
} table;

/* The slot of a string equal to s, or the free one where it belongs. */
static size_t slot_of(const Str *s) {
    size_t i = (size_t)s->hash & table.mask;
    while (table.slots[i] && !(table.slots[i]->hash == s->hash && str_equal(table.slots[i], s)))
        i = (i + 1) & table.mask;
    return i;
}

static bool table_grow(void) {
    Str **old = table.slots;
    size_t old_slots = old ? table.mask + 1 : 0, slots = old ? old_slots * 2 : 2048;
    Str **fresh = heap_alloc_zero(slots * sizeof(Str *));
    if (!fresh) return false;
    table.slots = fresh;
    table.mask = slots - 1;
    for (size_t i = 0; i < old_slots; i++)
        if (old[i]) table.slots[slot_of(old[i])] = old[i];
    heap_free(old);
    return true;
}

void str_intern_forget(Str *s) {
    size_t gap = slot_of(s);
    assert(table.slots[gap] == s);
    for (size_t i = (gap + 1) & table.mask; table.slots[i]; i = (i + 1) & table.mask) {
        size_t home = (size_t)table.slots[i]->hash & table.mask;
        if (((i - home) & table.mask) < ((i - gap) & table.mask)) continue;
        table.slots[gap] = table.slots[i];
        gap = i;
    }
    table.slots[gap] = NULL;
    if (--table.used > 0) return;
    heap_free(table.slots);
    table.slots = NULL;
}

void (*str_intern_listener)(void);

/* Without memory for the table a string just stays as it is: interning is an optimisation, and failing it no error. */
void str_intern(Object **ref) {
    Str *s = (Str *)*ref;
    if (s->interned || !str_check_exact(*ref)) return;
    if (!s->length || (s->length == 1 && str_at(s, 0) < 0x100)) {
        set_ref(ref, s->length ? str_from_char(str_at(s, 0)) : str_empty());
        return;
    }
    if ((!table.slots || (size_t)table.used * 2 > table.mask) && !table_grow()) return;
    str_hash(*ref);
    size_t i = slot_of(s);
    if (table.slots[i]) {
        table.found++;
        if (unlikely(str_intern_listener != NULL)) str_intern_listener();
        set_ref(ref, newref(table.slots[i]));
        return;
    }
    table.slots[i] = s;
    table.used++;
    table.added++;
    s->interned = 1;
}

Str *str_intern_c(const char *ascii) {
    Object *s = str_from_ascii(ascii, strlen(ascii));
    if (s) str_intern(&s);
    return (Str *)s;
}

bool str_is_interned(const Object *s) {
    return ((const Str *)s)->interned != 0;
}

ptrdiff_t str_interned_count(void) {
    return table.used;
}

InternStats str_intern_stats(void) {
    return (InternStats){table.used, table.slots ? (int64_t)table.mask + 1 : 0, table.found, table.added};
}
