/* Names: one Ident for each, so that the compiler compares pointers. A name that has characters beyond ASCII is
 * normalised first, as Python compares names by their NFKC form. */
#include "grammar/parser.h"

#include <stdlib.h>
#include <string.h>

#include "grammar/unicode.h"

static uint32_t hash_of(const char *s, size_t n) {
    uint32_t h = 2166136261u;
    for (size_t i = 0; i < n; i++) h = (h ^ (unsigned char)s[i]) * 16777619u;
    return h;
}

static void grow(IdentTable *t, Arena *a) {
    uint32_t room = t->room ? t->room * 2 : 256;
    const Ident **slots = calloc(room, sizeof *slots);
    if (!slots) longjmp(*a->no_memory, EXIT_NO_MEMORY);
    for (uint32_t i = 0; i < t->room; i++) {
        if (!t->slots[i]) continue;
        uint32_t at = t->slots[i]->hash & (room - 1);
        while (slots[at]) at = (at + 1) & (room - 1);
        slots[at] = t->slots[i];
    }
    free(t->slots);
    t->slots = slots;
    t->room = room;
}

const Ident *ident_intern(IdentTable *t, Arena *a, const char *s, size_t n) {
    if (t->count * 2 >= t->room) grow(t, a);
    uint32_t hash = hash_of(s, n), i = hash & (t->room - 1);
    for (; t->slots[i]; i = (i + 1) & (t->room - 1)) {
        const Ident *known = t->slots[i];
        if (known->hash == hash && known->n == n && !memcmp(known->text, s, n)) return known;
    }
    Ident *ident = arena_alloc(a, sizeof(Ident) + n + 1);
    ident->index = t->count++;
    ident->hash = hash;
    ident->n = n;
    memcpy(ident->text, s, n);
    t->slots[i] = ident;
    return ident;
}

const Ident *ident_of(Parser *p, const char *s, size_t n) {
    return ident_intern(&p->idents, p->arena, s, n);
}

static bool is_ascii(const char *s, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (s[i] & 0x80) return false;
    }
    return true;
}

const Ident *ident_of_token(Parser *p, const Token *t) {
    const char *s = p->lexer.text + t->start;
    size_t n = t->end - t->start;
    if (is_ascii(s, n)) return ident_of(p, s, n);
    char *normal = unicode_normalise(s, n);
    if (!normal) longjmp(*p->arena->no_memory, EXIT_NO_MEMORY);
    char *copy = arena_copy(p->arena, normal, strlen(normal));
    free(normal);
    return ident_of(p, copy, strlen(copy));
}

void idents_free(IdentTable *t) {
    free(t->slots);
}
