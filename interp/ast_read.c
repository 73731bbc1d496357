/* Syntax trees from objects: instances of the classes of the module ast to nodes, in an arena, checked.
 *
 * Like its counterpart it follows the table of ast.def and names no kind of node, but for constants: an object that a
 * literal cannot write becomes the expression that makes it.
 *
 * Reading attributes runs code of the program, which may change the tree meanwhile. So whatever is read is kept in a
 * list until the end: then everything else is borrowed, and a failure can leave by longjmp.
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "grammar/ident.h"
#include "interp/ast_objects.h"

typedef struct Reader {
    AstClasses classes;
    Arena *arena;
    IdentTable idents;
    Object *kept; /* a list */
    jmp_buf failed;
    jmp_buf no_memory;
} Reader;

static _Noreturn void fail(Reader *r) {
    longjmp(r->failed, 1);
}

/* Steals; returns it borrowed. */
static Object *keep(Reader *r, Object *o) {
    if (!o || list_append_steal(r->kept, o) < 0) fail(r);
    return o;
}

static Object *attribute(Reader *r, Object *o, const char *name) {
    Object *key = keep(r, str_from_c(name)), *value = object_getattr_opt(o, (Str *)key);
    if (!value && raise_pending()) fail(r);
    return value ? keep(r, value) : NULL;
}

/* Lone surrogates as the parser has them. */
static const char *utf8_of(Reader *r, Object *s, size_t *n) {
    Object *bytes = keep(r, codec_encode(s, "utf-8", "surrogatepass"));
    *n = (size_t)bytes_length(bytes);
    return arena_copy(r->arena, (const char *)((const Bytes *)bytes)->data, *n);
}

/* --- constants --- */

static Node *read_constant_node(Reader *r, Object *o, Place at, const char *kind);

static AstConst read_int(Reader *r, Object *o) {
    AstConst k = {.type = CONST_INT, .base = 16};
    k.text = utf8_of(r, keep(r, int_to_string(o, 16)), &k.n);
    return k;
}

/* A float in digits that strtod reads back; the infinite ones as what overflows to them. */
static AstConst read_float(Reader *r, AstConstType type, double d) {
    char text[32];
    if (isinf(d))
        strcpy(text, d < 0 ? "-1e309" : "1e309");
    else
        float_repr(d, text);
    size_t n = strlen(text);
    return (AstConst){type, 0, n, arena_copy(r->arena, text, n)};
}

static Node *constant_node(Reader *r, Place at, AstConst k, const char *kind) {
    return ast_Constant(r->arena, at, (AstConstant){k, kind});
}

/* real + imag j, which no literal writes. */
static Node *read_complex(Reader *r, const Complex *c, Place at) {
    Node *imag = constant_node(r, at, read_float(r, CONST_IMAG, c->im), NULL);
    if (c->re == 0 && !signbit(c->re)) return imag;
    Node *real = constant_node(r, at, read_float(r, CONST_FLOAT, c->re), NULL);
    return ast_BinOp(r->arena, at, (AstBinOp){real, AST_Add, imag});
}

static Node *read_tuple(Reader *r, Object *tuple, Place at) {
    int n = (int)tuple_length(tuple);
    NodeList elts = {.n = n, .at = arena_alloc(r->arena, (size_t)(n + 1) * sizeof(Node *))};
    for (int i = 0; i < n; i++) elts.at[i] = read_constant_node(r, tuple_item(tuple, i), at, NULL);
    return ast_Tuple(r->arena, at, (AstTuple){elts, AST_Load});
}

static bool read_simple(Reader *r, Object *o, AstConst *k) {
    *k = (AstConst){.type = CONST_NONE};
    if (o == NONE) return true;
    if (o == TRUE || o == FALSE || o == ELLIPSIS) {
        k->type = o == TRUE ? CONST_TRUE : o == FALSE ? CONST_FALSE : CONST_ELLIPSIS;
    } else if (int_check_exact(o)) {
        *k = read_int(r, o);
    } else if (o->type == &float_type) {
        *k = read_float(r, CONST_FLOAT, float_value(o));
    } else if (o->type == &str_type) {
        k->type = CONST_STR;
        k->text = utf8_of(r, o, &k->n);
    } else if (o->type == &bytes_type) {
        k->type = CONST_BYTES;
        k->n = (size_t)bytes_length(o);
        k->text = arena_copy(r->arena, (const char *)((const Bytes *)o)->data, k->n);
    } else {
        return false;
    }
    return true;
}

static Node *read_constant_node(Reader *r, Object *o, Place at, const char *kind) {
    if (stack_check(" during compilation") < 0) fail(r);
    AstConst k;
    if (read_simple(r, o, &k)) return constant_node(r, at, k, kind);
    if (o->type == &complex_type) return read_complex(r, (const Complex *)o, at);
    if (o->type == &tuple_type) return read_tuple(r, o, at);
    raise_error(&exc_TypeError, "got an invalid type in Constant: %T", o);
    fail(r);
}

/* --- fields --- */

static Node *read_node(Reader *r, Object *o, const char *group);

/* The place in the table of o's class or of the first of its bases that has one; -1 */
static int kind_of(Reader *r, Object *kinds, Object *o) {
    Tuple *mro = type_mro(o->type);
    if (!mro) fail(r);
    for (ptrdiff_t i = 0; i < mro->length; i++) {
        Object *kind = dict_get(kinds, mro->items[i]);
        if (kind) return (int)int_as_i64(kind);
        if (raise_pending()) fail(r);
    }
    return -1;
}

static _Noreturn void unexpected(Reader *r, const char *group, Object *o) {
    raise_error(&exc_TypeError, "expected some sort of %s, but got %R", group, o);
    fail(r);
}

static AstSymbol read_symbol(Reader *r, const char *group, Object *o) {
    int s = kind_of(r, r->classes.symbol_kinds, o);
    if (s < 0 || strcmp(ast_symbols[s].group, group) != 0) unexpected(r, group, o);
    return (AstSymbol)s;
}

static int read_int_value(Reader *r, Object *o) {
    if (!int_check(o)) {
        raise_error(&exc_ValueError, "invalid integer value: %R", o);
        fail(r);
    }
    int value = int_as_int(o);
    if (raise_pending()) fail(r);
    return value;
}

static void read_value(Reader *r, const AstField *f, Object *o, void *at) {
    size_t n;
    switch (f->type) {
    case FIELD_OF_NODES: *(Node **)at = read_node(r, o, f->type_name); break;
    case FIELD_OF_SYMBOLS: *(AstSymbol *)at = read_symbol(r, f->type_name, o); break;
    case FIELD_OF_INTS: *(int *)at = read_int_value(r, o); break;
    case FIELD_OF_CONSTANTS:
        if (!read_simple(r, o, at)) {
            raise_error(&exc_TypeError, "got an invalid type in Constant: %T", o);
            fail(r);
        }
        break;
    case FIELD_OF_IDENTIFIERS:
        if (o->type != &str_type) {
            raise_error(&exc_TypeError, "AST identifier must be of type str");
            fail(r);
        }
        const char *name = utf8_of(r, o, &n);
        *(const Ident **)at = ident_intern(&r->idents, r->arena, name, n);
        break;
    case FIELD_OF_STRINGS:
        if (o->type != &str_type) {
            raise_error(&exc_TypeError, "AST string must be of type str");
            fail(r);
        }
        *(const char **)at = utf8_of(r, o, &n);
        break;
    }
}

static void read_list(Reader *r, const AstField *f, const char *node, Object *list, void *at) {
    if (!list_check(list)) {
        raise_error(&exc_TypeError, "%s field \"%s\" must be a list, not a %T", node, f->name, list);
        fail(r);
    }
    size_t size = f->type == FIELD_OF_SYMBOLS ? sizeof(AstSymbol) : sizeof(void *);
    ptrdiff_t n = list_length(list);
    NodeList *out = at; /* the other kinds of lists have the same shape */
    out->at = arena_alloc(r->arena, (size_t)(n + 1) * size);
    for (out->n = 0; out->n < n; out->n++) {
        if (list_length(list) != n) {
            raise_error(&exc_RuntimeError, "%s field \"%s\" changed size during iteration", node, f->name);
            fail(r);
        }
        Object *item = keep(r, newref(list_item(list, out->n)));
        if (item == NONE && f->form == FIELD_SEQ_OPT) continue;
        if (item == NONE && f->type == FIELD_OF_NODES) {
            raise_error(&exc_ValueError, "None disallowed in %s list",
                        strcmp(f->type_name, "stmt") == 0 ? "statement" : "expression");
            fail(r);
        }
        read_value(r, f, item, (char *)out->at + (size_t)out->n * size);
    }
}

static void read_field(Reader *r, const AstField *f, const char *node, Object *o, void *at) {
    Object *value = attribute(r, o, f->name);
    if (ast_field_is_list(f)) {
        if (value) read_list(r, f, node, value, at);
    } else if (value && (value != NONE || f->type == FIELD_OF_CONSTANTS)) {
        read_value(r, f, value, at);
    } else if (value && f->form == FIELD_ONE && f->type != FIELD_OF_INTS) {
        raise_error(&exc_ValueError, "field '%s' is required for %s", f->name, node);
        fail(r);
    } else if (!value && f->form == FIELD_ONE && strcmp(f->type_name, "expr_context") == 0) {
        *(AstSymbol *)at = AST_Load;
    } else if (!value && f->form == FIELD_ONE && !(f->type == FIELD_OF_INTS && strcmp(f->name, "level") == 0)) {
        raise_error(&exc_TypeError, "required field \"%s\" missing from %s", f->name, node);
        fail(r);
    }
}

static int read_coordinate(Reader *r, Object *o, const char *group, const char *name, int otherwise) {
    Object *value = attribute(r, o, name);
    if (value && (value != NONE || otherwise < 0)) return read_int_value(r, value);
    if (otherwise >= 0) return otherwise;
    raise_error(&exc_TypeError, "required field \"%s\" missing from %s", name, group);
    fail(r);
}

static Place read_place(Reader *r, Object *o, const char *group) {
    int line = read_coordinate(r, o, group, "lineno", -1), column = read_coordinate(r, o, group, "col_offset", -1);
    Place at = {line, column, read_coordinate(r, o, group, "end_lineno", line),
                read_coordinate(r, o, group, "end_col_offset", column)};
    if (at.lineno > at.end_lineno)
        raise_error(&exc_ValueError, "AST node line range (%d, %d) is not valid", at.lineno, at.end_lineno);
    else if ((at.lineno < 0 && at.end_lineno != at.lineno) || (at.col_offset < 0 && at.col_offset != at.end_col_offset))
        raise_error(&exc_ValueError, "AST node column range (%d, %d) for line range (%d, %d) is not valid",
                    at.col_offset, at.end_col_offset, at.lineno, at.end_lineno);
    else if (at.lineno == at.end_lineno && at.col_offset > at.end_col_offset)
        raise_error(&exc_ValueError, "line %d, column %d-%d is not a valid range", at.lineno, at.col_offset,
                    at.end_col_offset);
    else
        return at;
    fail(r);
}

static Node *read_node(Reader *r, Object *o, const char *group) {
    if (stack_check(" during compilation") < 0) fail(r);
    int kind = kind_of(r, r->classes.kinds, o);
    if (kind < 0 || strcmp(ast_nodes[kind].group, group) != 0) {
        if (ast_group_has_place(group)) read_place(r, o, group); /* what is missing is said first */
        unexpected(r, group, o);
    }
    Place at = ast_group_has_place(group) ? read_place(r, o, group) : (Place){1, 0, 1, 0};
    const char *name = ast_nodes[kind].name;
    const AstField *fields;
    int count = ast_fields((NodeKind)kind, &fields);
    Node *node = ast_blank(r->arena, (NodeKind)kind, at);
    if (kind == AST_Constant) {
        Object *kind_text = attribute(r, o, "kind"), *value = attribute(r, o, "value");
        if (kind_text && kind_text != NONE) read_value(r, &fields[1], kind_text, &node->Constant.kind);
        if (value) return read_constant_node(r, value, at, node->Constant.kind);
    }
    for (int i = 0; i < count; i++) read_field(r, &fields[i], name, o, (char *)node + fields[i].offset);
    return node;
}

/* --- the whole --- */

static Node *read_root(Reader *r, Object *root, ParseMode mode) {
    static const NodeKind kinds[] = {
        [PARSE_EXEC] = AST_Module, [PARSE_EVAL] = AST_Expression, [PARSE_SINGLE] = AST_Interactive};
    if (setjmp(r->no_memory)) return raise_memory();
    if (setjmp(r->failed)) return NULL;
    int kind = kind_of(r, r->classes.kinds, root);
    if (kind != (int)kinds[mode])
        return raise_error(&exc_TypeError, "expected %s node, got %T", ast_nodes[kinds[mode]].name, root);
    return read_node(r, root, "mod");
}

int ast_from_object(Object *root, ParseMode mode, ParseResult *out) {
    *out = (ParseResult){0};
    Reader r = {.arena = &out->arena, .kept = list_new(0)};
    out->arena.no_memory = &r.no_memory;
    if (r.kept && ast_classes_load(&r.classes) == 0) out->tree = read_root(&r, root, mode);
    out->arena.no_memory = NULL;
    out->ident_count = r.idents.count;
    idents_free(&r.idents);
    ast_classes_release(&r.classes);
    xdecref(r.kept);
    return out->tree && ast_check(out->tree) == 0 ? 0 : -1;
}
