/* Finds out where every name lives, and numbers registers and closures.
 *
 * A name that a scope uses but does not bind is looked for in the scopes around it; classes are passed over. When it is
 * found in another code object, the symbol there gets a cell, and each code object on the way has the name among its
 * free variables. A name in an inlined comprehension that is not the comprehension's own is whatever the scope around
 * it says.
 *
 * Registers: the parameters, then the other locals by first appearance. The locals of inlined comprehensions have
 * registers of their own; two comprehensions of the same depth, which are never active at the same time, share them by
 * name. In a module or a class R0 is the namespace.
 */
#include "interp/compile/compiler.h"

#include <stdlib.h>
#include <string.h>

enum { LOCALS_MAX = 16000 };

/* --- names --- */

/* In the scope of a class's type parameters, and in what is nested there, only those are private to the class. */
static bool is_type_param_of(const Node *cls, const Ident *name) {
    for (int i = 0; i < cls->ClassDef.type_params.n; i++)
        if (cls->ClassDef.type_params.at[i]->TypeVar.name == name) return true;
    return false;
}

Str *scope_name(Compiler *c, const Scope *s, const Ident *i) {
    if (i->text[0] != '_') return compile_name(c, i);
    const Node *cls = s ? s->class_node : NULL;
    for (; s && s->class_node == cls; s = s->parent)
        if (s->kind == SCOPE_TYPE_PARAMS && s->node->kind == AST_ClassDef && is_type_param_of(s->node, i))
            return compile_mangled(c, s->node, i);
    return compile_mangled(c, cls, i);
}

Str *scope_import_name(Compiler *c, const Scope *s, const Ident *dotted) {
    const char *dot = memchr(dotted->text, '.', dotted->n);
    if (!dot) return scope_name(c, s, dotted);
    size_t n = (size_t)(dot - dotted->text);
    Ident *first = compile_alloc(c, sizeof *first + n + 1);
    memcpy(first->text, dotted->text, n);
    first->n = (uint32_t)n;
    Object *name = str_from_wtf8(first->text, n);
    if (!name) compile_fail(c);
    str_intern(&name);
    return (Str *)compile_own(c, name);
}

/* --- free variables --- */

static void free_add(Compiler *c, Scope *unit, Str *name) {
    if (map_get(&unit->free_indexes, name)) return;
    FreeVar *f = compile_alloc(c, sizeof *f);
    f->name = name;
    unit->frees = compile_grow(c, unit->frees, unit->free_count, &unit->free_capacity, sizeof f);
    unit->frees[unit->free_count++] = f;
    map_set(c, &unit->free_indexes, name, (uintptr_t)f);
}

static Symbol *implicit_cell(Compiler *c, Scope *cls, Symbol **field, Str *name) {
    if (!*field) {
        Symbol *s = compile_alloc(c, sizeof *s);
        *s = (Symbol){.name = name, .home = HOME_CELL, .scope = cls};
        *(cls->last ? &cls->last->next : &cls->first) = s;
        cls->last = s;
        *field = s;
    }
    return *field;
}

/* The cell that code in a class may refer to although no statement of the class body binds it. */
static Symbol *class_cell(Compiler *c, Scope *cls, const Str *name) {
    if (name == names.__class__) return implicit_cell(c, cls, &cls->class_cell, names.__class__);
    if (name == names.__classdict__) return implicit_cell(c, cls, &cls->classdict_cell, names.__classdict__);
    if (cls->conditional_annotations && name == names.__conditional_annotations__)
        return implicit_cell(c, cls, &cls->conditional_cell, names.__conditional_annotations__);
    return NULL;
}

/* The symbol that `name` means in the scopes from s outwards; NULL: it is global. */
static Symbol *find_owner(Compiler *c, Scope *s, const Str *name) {
    for (; s && s->kind != SCOPE_MODULE; s = s->parent) {
        if (s->kind == SCOPE_CLASS) {
            Symbol *cell = class_cell(c, s, name);
            if (cell) return cell;
            continue;
        }
        Symbol *symbol = scope_find(s, name);
        if (!symbol) continue;
        if (symbol->flags & SYMBOL_GLOBAL) return NULL;
        if (symbol->flags & SYMBOL_BOUND && !(symbol->flags & SYMBOL_NONLOCAL)) return symbol;
    }
    return NULL;
}

/* Makes the owner's cell reachable in the code of `unit`, if there is an owner. */
static Symbol *capture(Compiler *c, Scope *unit, Scope *from, Str *name) {
    Symbol *owner = find_owner(c, from, name);
    if (!owner) return NULL;
    owner->home = HOME_CELL;
    for (; unit != owner->scope->unit; unit = unit->parent->unit) free_add(c, unit, name);
    return owner;
}

/* --- homes --- */

static void resolve_nonlocal(Compiler *c, Symbol *s) {
    Scope *scope = s->scope;
    if (!scope->parent) compile_error(c, s->declaration->at, "nonlocal declaration not allowed at module level");
    Symbol *owner = capture(c, scope->unit, scope->parent, s->name);
    if (!owner) compile_error(c, s->declaration->at, "no binding for nonlocal '%S' found", s->name);
    if (owner->flags & SYMBOL_TYPE_PARAM)
        compile_error(c, s->declaration->at, "nonlocal binding not allowed for type parameter '%S'", s->name);
    s->home = HOME_FREE;
}

/* The symbol of a class whose names an annotation or type scope sees, for a name that nothing in between binds. */
static const Symbol *seen_class_symbol(const Scope *scope, const Str *name) {
    if (!scope->sees_class) return NULL;
    for (scope = scope->parent; scope->kind != SCOPE_CLASS; scope = scope->parent) {
        const Symbol *symbol = scope_find(scope, name);
        if (symbol && symbol->flags & SYMBOL_BOUND) return NULL;
    }
    return scope_find(scope, name);
}

static Home home_of_used(Compiler *c, Symbol *s) {
    Scope *scope = s->scope;
    const Symbol *seen = seen_class_symbol(scope, s->name);
    if (seen && seen->flags & SYMBOL_GLOBAL) {
        s->flags |= SYMBOL_GLOBAL; /* so it is here */
        return HOME_GLOBAL;
    }
    if (seen && seen->flags & SYMBOL_BOUND && !(seen->flags & SYMBOL_NONLOCAL))
        return HOME_GLOBAL; /* the class has it, or it is global */
    if (capture(c, scope->unit, scope->parent, s->name)) return HOME_FREE;
    return scope_is_namespace(scope) ? HOME_NAMESPACE : HOME_GLOBAL;
}

/* A name in an inlined comprehension that is not its own. The comprehension is as blind to the names of a class around
 * it as a function would be. */
static Home home_in_comprehension(Compiler *c, const Symbol *s) {
    Scope *unit = s->scope->unit;
    for (Scope *outer = s->scope->parent; outer != unit; outer = outer->parent)
        if (scope_find(outer, s->name)) return HOME_OUTER;
    if (unit->kind != SCOPE_CLASS) {
        scope_add(c, unit, s->name, SYMBOL_USED); /* is resolved in its turn */
        return HOME_OUTER;
    }
    return capture(c, unit, unit->parent, s->name) ? HOME_FREE : HOME_GLOBAL;
}

static void resolve(Compiler *c, Symbol *s) {
    Scope *scope = s->scope;
    bool bound = s->flags & SYMBOL_BOUND;
    if (s->flags & SYMBOL_GLOBAL && s->flags & SYMBOL_NONLOCAL)
        compile_error(c, s->declaration->at, "name '%S' is nonlocal and global", s->name);
    if (s->home == HOME_CELL) return;
    if (s->flags & SYMBOL_GLOBAL)
        s->home = HOME_GLOBAL;
    else if (scope_is_inlined(scope) && (!bound || s->flags & SYMBOL_NONLOCAL))
        s->home = home_in_comprehension(c, s);
    else if (s->flags & SYMBOL_NONLOCAL)
        resolve_nonlocal(c, s);
    else if (!bound)
        s->home = home_of_used(c, s);
    else
        s->home = scope_is_namespace(scope) ? HOME_NAMESPACE : HOME_LOCAL;
}

/* --- registers --- */

/* Registers of inlined comprehensions: one for each name, depth and kind of content. */
typedef struct SharedRegister {
    struct SharedRegister *next; /* of the same name */
    uint16_t level, reg;
    bool is_cell;
} SharedRegister;

static bool has_register(const Symbol *s) {
    return s->home == HOME_LOCAL || s->home == HOME_CELL;
}

static uint16_t new_register(Compiler *c, Scope *unit, Str *name) {
    if (unit->local_count == LOCALS_MAX) compile_error(c, unit->node->at, "too many local variables");
    unit->varnames[unit->local_count] = name;
    return unit->local_count++;
}

static uint16_t shared_register(Compiler *c, Map *shared, Scope *unit, const Symbol *s) {
    bool is_cell = s->home == HOME_CELL;
    SharedRegister *first = (SharedRegister *)map_get(shared, s->name);
    for (SharedRegister *r = first; r; r = r->next)
        if (r->level == s->scope->level && r->is_cell == is_cell) return r->reg;
    SharedRegister *r = compile_alloc(c, sizeof *r);
    *r = (SharedRegister){first, s->scope->level, new_register(c, unit, s->name), is_cell};
    map_set(c, shared, s->name, (uintptr_t)r);
    return r->reg;
}

static void number_registers(Compiler *c, Scope *unit) {
    Map shared = {0};
    uint32_t n = 1;
    for (const Symbol *s = unit->first; s; s = s->next) n += has_register(s);
    unit->varnames = compile_alloc(c, n * sizeof *unit->varnames);
    unit->cells = compile_alloc(c, n * sizeof *unit->cells);
    bool *is_cell = compile_alloc(c, n);
    if (scope_is_namespace(unit)) new_register(c, unit, compile_intern(c, ".namespace"));
    for (Symbol *s = unit->first; s; s = s->next) {
        if (!has_register(s)) continue;
        s->reg = s->scope == unit ? new_register(c, unit, s->name) : shared_register(c, &shared, unit, s);
        is_cell[s->reg] = s->home == HOME_CELL;
    }
    for (uint16_t i = 0; i < unit->local_count; i++)
        if (is_cell[i]) unit->cells[unit->cell_count++] = i;
}

static int free_order(const void *a, const void *b) {
    return str_order((*(FreeVar *const *)a)->name, (*(FreeVar *const *)b)->name);
}

static void number_frees(Scope *unit) {
    if (unit->free_count) qsort(unit->frees, unit->free_count, sizeof *unit->frees, free_order);
    for (uint32_t i = 0; i < unit->free_count; i++) unit->frees[i]->index = i;
}

void scope_resolve(Compiler *c, Scope *root) {
    for (Scope *s = root; s; s = s->next) {
        if (scope_is_inlined(s)) continue;
        for (Symbol *symbol = s->first; symbol; symbol = symbol->next) resolve(c, symbol);
        if (s->sees_class) capture(c, s, s->parent, names.__classdict__);
        if (s->kind == SCOPE_FUNCTION && s->parent->kind == SCOPE_CLASS) /* for annotations, be there any or not */
            implicit_cell(c, s->parent, &s->parent->classdict_cell, names.__classdict__);
        if (s->kind == SCOPE_ANNOTATION && s->parent->kind == SCOPE_CLASS && s->parent->conditional_annotations)
            capture(c, s, s->parent, names.__conditional_annotations__);
    }
    for (Scope *s = root; s; s = s->next) {
        if (scope_is_inlined(s)) continue;
        number_registers(c, s);
        number_frees(s);
    }
}
