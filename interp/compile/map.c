/* Maps from pointers, by open addressing. Names are interned strings, so a pointer is all there is to compare. */
#include "interp/compile/compiler.h"

static uint32_t slot_of(const struct MapSlot *slots, uint32_t size, const void *key) {
    uint32_t i = (uint32_t)(((uintptr_t)key >> 3) * UINT64_C(0x9e3779b97f4a7c15) >> 32);
    for (;; i++) {
        i &= size - 1;
        if (!slots[i].key || slots[i].key == key) return i;
    }
}

uintptr_t map_get(const Map *m, const void *key) {
    return m->size ? m->slots[slot_of(m->slots, m->size, key)].value : 0;
}

static void resize(Compiler *c, Map *m) {
    uint32_t size = m->size ? m->size * 2 : 8;
    struct MapSlot *slots = compile_alloc(c, size * sizeof *slots);
    for (uint32_t i = 0; i < m->size; i++)
        if (m->slots[i].key) slots[slot_of(slots, size, m->slots[i].key)] = m->slots[i];
    m->slots = slots;
    m->size = size;
}

void map_set(Compiler *c, Map *m, const void *key, uintptr_t value) {
    if (m->used * 4 >= m->size * 3) resize(c, m);
    struct MapSlot *slot = &m->slots[slot_of(m->slots, m->size, key)];
    if (!slot->key) m->used++;
    *slot = (struct MapSlot){key, value};
}
