/* Syntax trees as objects: nodes to instances of the classes of the module ast.
 *
 * The classes are made by stdlib/ast/_nodes.py from the table that the parser's own nodes are made from (ast.def),
 * which the module _ast shows. So this file names no kind of node: it follows the table, field by field.
 */
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "interp/ast_objects.h"
#include "interp/compile/compile.h"

/* --- the classes --- */

int ast_classes_load(AstClasses *c) {
    *c = (AstClasses){.module = import_name("ast._nodes")};
    if (!c->module) return -1;
    c->nodes = object_getattr_c(c->module, "nodes");
    c->symbols = c->nodes ? object_getattr_c(c->module, "symbols") : NULL;
    c->kinds = c->symbols ? object_getattr_c(c->module, "kinds") : NULL;
    c->symbol_kinds = c->kinds ? object_getattr_c(c->module, "symbol_kinds") : NULL;
    return c->symbol_kinds ? 0 : -1;
}

void ast_classes_release(AstClasses *c) {
    xdecref(c->nodes);
    xdecref(c->symbols);
    xdecref(c->kinds);
    xdecref(c->symbol_kinds);
    xdecref(c->module);
}

int ast_is_object(Object *o) {
    Object *name = str_from_c("ast._nodes");
    Object *module = name ? dict_get((Object *)runtime.modules, name) : NULL;
    xdecref(name);
    if (!module) return raise_pending() ? -1 : 0;
    Object *base = object_getattr_c(module, "AST");
    int is = base ? object_isinstance(o, base) : -1;
    xdecref(base);
    return is;
}

/* --- nodes --- */

static Object *write_node(const AstClasses *c, const Node *n);

static Object *write_symbol(const AstClasses *c, AstSymbol s) {
    return newref(tuple_item(c->symbols, s));
}

static Object *write_identifier(const Ident *i) {
    Object *s = str_from_wtf8(i->text, i->n);
    if (s) str_intern(&s);
    return s;
}

/* One value of a field or of a list: `at` points to it. */
static Object *write_value(const AstClasses *c, const AstField *f, const void *at) {
    switch (f->type) {
    case FIELD_OF_SYMBOLS: return write_symbol(c, *(const AstSymbol *)at);
    case FIELD_OF_INTS: return int_from_i64(*(const int *)at);
    case FIELD_OF_CONSTANTS: return compile_constant(at);
    default: break;
    }
    const void *pointer = *(void *const *)at;
    if (!pointer) return new_none();
    if (f->type == FIELD_OF_IDENTIFIERS) return write_identifier(pointer);
    if (f->type == FIELD_OF_STRINGS) return str_from_c(pointer);
    return write_node(c, pointer);
}

static Object *write_list(const AstClasses *c, const AstField *f, const void *at) {
    const NodeList *list = at; /* the other kinds of lists have the same shape */
    size_t size = f->type == FIELD_OF_SYMBOLS ? sizeof(AstSymbol) : sizeof(void *);
    Object *items = list_new(0);
    for (int i = 0; items && i < list->n; i++) {
        Object *item = write_value(c, f, (const char *)list->at + (size_t)i * size);
        if (!item || list_append_steal(items, item) < 0) clear_ref(&items);
    }
    return items;
}

static int set_field(Object *o, const char *name, Object *value) {
    Object *key = value ? str_from_c(name) : NULL;
    if (key) str_intern(&key);
    int done = key ? object_setattr(o, (Str *)key, value) : -1;
    xdecref(key);
    xdecref(value);
    return done;
}

static int write_place(Object *o, const Place *at) {
    return set_field(o, "lineno", int_from_i64(at->lineno)) < 0 ||
                   set_field(o, "col_offset", int_from_i64(at->col_offset)) < 0 ||
                   set_field(o, "end_lineno", int_from_i64(at->end_lineno)) < 0 ||
                   set_field(o, "end_col_offset", int_from_i64(at->end_col_offset)) < 0
               ? -1
               : 0;
}

static Object *write_node(const AstClasses *c, const Node *n) {
    if (stack_is_low() && stack_check(" during ast construction") < 0) return NULL;
    Object *o = instance_new((Type *)tuple_item(c->nodes, n->kind));
    if (!o) return NULL;
    const AstField *fields;
    int count = ast_fields(n->kind, &fields), failed = 0;
    for (int i = 0; i < count && !failed; i++) {
        const AstField *f = &fields[i];
        const void *at = (const char *)n + f->offset;
        Object *value = ast_field_is_list(f) ? write_list(c, f, at) : write_value(c, f, at);
        failed = set_field(o, f->name, value);
    }
    if (!failed && ast_group_has_place(ast_nodes[n->kind].group)) failed = write_place(o, &n->at);
    if (failed) clear_ref(&o);
    return o;
}

Object *ast_to_object(const Node *tree) {
    AstClasses classes;
    Object *o = ast_classes_load(&classes) < 0 ? NULL : write_node(&classes, tree);
    ast_classes_release(&classes);
    return o;
}

/* --- the module _ast: the table --- */

/* As the reference of the module ast writes it: FunctionDef(identifier name, arguments args, stmt* body, ...). New. */
static Object *signature(NodeKind kind) {
    static const char *const marks[] = {[FIELD_ONE] = "", [FIELD_OPT] = "?", [FIELD_SEQ] = "*", [FIELD_SEQ_OPT] = "?*"};
    const AstField *fields;
    int count = ast_fields(kind, &fields);
    if (!count) return str_from_c(ast_nodes[kind].name);
    char text[512];
    int n = snprintf(text, sizeof text, "%s(", ast_nodes[kind].name);
    for (int i = 0; i < count; i++)
        n += snprintf(text + n, sizeof text - (size_t)n, "%s%s%s %s", i ? ", " : "", fields[i].type_name,
                      marks[fields[i].form], fields[i].name);
    assert(n + 2 < (int)sizeof text);
    strcpy(text + n, ")");
    return str_from_c(text);
}

static int append_pair(Object *list, const char *group, Object *text) {
    Object *name = text ? str_from_c(group) : NULL;
    Object *pair = name ? tuple_pack(2, name, text) : NULL;
    xdecref(name);
    xdecref(text);
    return pair ? list_append_steal(list, pair) : -1;
}

static int setup(Object *module) {
    Object *nodes = list_new(0), *symbols = list_new(0), *placed = set_new(NULL);
    int failed = !nodes || !symbols || !placed;
    for (int i = 0; i < AST_NODE_COUNT && !failed; i++) {
        const char *group = ast_nodes[i].group;
        Object *name = ast_group_has_place(group) ? str_from_c(group) : NULL;
        failed = append_pair(nodes, group, signature((NodeKind)i)) < 0 || (name && set_add(placed, name) < 0);
        xdecref(name);
    }
    for (int i = 0; i < AST_SYMBOL_COUNT && !failed; i++)
        failed = append_pair(symbols, ast_symbols[i].group, str_from_c(ast_symbols[i].name)) < 0;
    failed = failed || module_add(module, "nodes", nodes) < 0 || module_add(module, "symbols", symbols) < 0 ||
             module_add(module, "placed", placed) < 0;
    xdecref(nodes);
    xdecref(symbols);
    xdecref(placed);
    return failed ? -1 : 0;
}

const ModuleSpec _ast_module = {
    .name = "_ast",
    .doc =
        "The table of the syntax tree, by which the parser makes it: (group, signature) of each kind of node, (group,\n"
        "name) of each symbol, and which groups have a place in the source.",
    .setup = setup,
};
