/* Constants: the objects of literals, and what can be computed from constants alone.
 *
 * Every literal makes an object of its own; only what is one object anyway (small ints, None, names) is shared. An
 * operation is folded when it neither fails nor makes something large: then it is left for run time.
 */
#include <stdlib.h>
#include <string.h>

#include "interp/compile/compiler.h"
#include "interp/object/bytes.h"
#include "interp/object/containers.h"
#include "interp/object/float.h"

enum {
    INT_BITS_MAX = 128, /* of the result of *, ** and << */
    STRING_MAX = 4096,  /* of the result of a repetition */
    TUPLE_MAX = 256,
    FORMAT_MAX = 4096,
};

/* --- literals --- */

/* Strings that look like names are interned. */
static bool looks_like_name(const Str *s) {
    if (!s->ascii) return false;
    for (ptrdiff_t i = 0; i < s->length; i++) {
        uint8_t ch = s->data[i];
        bool ok = (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z') || (ch >= '0' && ch <= '9') || ch == '_';
        if (!ok) return false;
    }
    return true;
}

/* Steals and returns a str, interned if it looks like a name. */
static Object *interned(Object *s) {
    if (s && looks_like_name((Str *)s)) str_intern(&s);
    return s;
}

static Object *new_str(const char *text, size_t n) {
    return interned(str_from_wtf8(text, n));
}

static Object *new_int(const AstConst *k) {
    if (k->n < 18 && k->base == 10) return int_from_i64(strtoll(k->text, NULL, 10));
    return int_from_string(k->text, k->n, k->base);
}

Object *compile_constant(const AstConst *k) {
    switch (k->type) {
    case CONST_NONE: return newref(NONE);
    case CONST_TRUE: return newref(TRUE);
    case CONST_FALSE: return newref(FALSE);
    case CONST_ELLIPSIS: return newref(ELLIPSIS);
    case CONST_INT: return new_int(k);
    case CONST_FLOAT: return float_new(strtod(k->text, NULL));
    case CONST_IMAG: return complex_new(0.0, strtod(k->text, NULL));
    case CONST_STR: return new_str(k->text, k->n);
    default: return bytes_new(k->text, (ptrdiff_t)k->n);
    }
}

Object *fold_const(Compiler *c, const AstConst *k) {
    return compile_own(c, compile_constant(k));
}

Object *fold_literal(Compiler *c, const Node *e) {
    const AstConst *k = &e->Constant.value;
    if (k->type != CONST_INT) return fold_const(c, k);
    Object *o = new_int(k);
    if (o || !raise_is(&exc_ValueError)) return compile_own(c, o);
    Object *why = object_str(compile_own(c, raise_take())); /* too many digits */
    compile_error(c, (Place){e->at.lineno, -1, e->at.end_lineno, -1},
                  "%S - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.",
                  compile_own(c, why));
}

bool fold_is_debug(const Ident *i) {
    return i->n == 9 && memcmp(i->text, "__debug__", 9) == 0;
}

/* --- operations --- */

static bool is_int(const Object *o) {
    return o->type == &int_type || o->type == &bigint_type || o->type == &bool_type;
}

/* An upper bound of the bits of an int. */
static int64_t bits(const Object *o) {
    if (o->type == &bigint_type) return llabs(((const BigInt *)o)->size) * 64;
    int64_t v = ((const Int *)o)->value;
    uint64_t magnitude = v < 0 ? -(uint64_t)v : (uint64_t)v;
    return magnitude ? 64 - __builtin_clzll(magnitude) : 0;
}

static bool small_value(const Object *o, int64_t *v) {
    if (!is_int(o) || o->type == &bigint_type) return false;
    *v = ((const Int *)o)->value;
    return true;
}

static bool repetition_is_small(Object *sequence, int64_t n) {
    if (n < 0) n = 0;
    if (sequence->type == &str_type) return n <= STRING_MAX && str_length(sequence) * n <= STRING_MAX;
    if (sequence->type == &bytes_type) return n <= STRING_MAX && bytes_length(sequence) * n <= STRING_MAX;
    if (sequence->type == &tuple_type) return n <= TUPLE_MAX && tuple_length(sequence) * n <= TUPLE_MAX;
    return true;
}

static bool is_small(Opcode op, Object *l, Object *r) {
    int64_t n;
    switch (op) {
    case OP_MUL:
        if (is_int(l) && is_int(r)) return bits(l) + bits(r) <= INT_BITS_MAX;
        if (small_value(r, &n)) return repetition_is_small(l, n);
        if (small_value(l, &n)) return repetition_is_small(r, n);
        return true;
    case OP_POW:
        if (!is_int(l) || !is_int(r)) return true;
        return small_value(r, &n) && n >= 0 ? n <= INT_BITS_MAX && bits(l) * n <= INT_BITS_MAX : true;
    case OP_LSHIFT:
        if (!is_int(l) || !is_int(r)) return true;
        return small_value(r, &n) && n <= INT_BITS_MAX && bits(l) + n <= INT_BITS_MAX;
    case OP_MOD: return l->type != &str_type && l->type != &bytes_type;
    default: return true;
    }
}

static enum BinaryOp operator_of(Opcode op) {
    static const uint8_t operators[] = {BIN_ADD,    BIN_SUB, BIN_MUL, BIN_TRUEDIV, BIN_FLOORDIV, BIN_MOD,   BIN_POW,
                                        BIN_MATMUL, BIN_AND, BIN_OR,  BIN_XOR,     BIN_LSHIFT,   BIN_RSHIFT};
    return operators[op - OP_ADD];
}

/* Owned by the compiler; NULL, and nothing pending, when the operation failed. */
static Object *result(Compiler *c, Object *o) {
    if (o) return compile_own(c, o->type == &str_type ? interned(o) : o);
    raise_clear();
    return NULL;
}

Object *fold_binary(Compiler *c, Opcode op, Object *l, Object *r) {
    if (!is_small(op, l, r)) return NULL;
    return result(c, number_binary(l, r, operator_of(op)));
}

Object *fold_unary(Compiler *c, AstSymbol op, Object *o) {
    if (op == AST_Invert && o->type == &bool_type) return NULL; /* is deprecated: warns at run time */
    return result(c, number_unary(o, op == AST_USub ? UNARY_NEG : op == AST_UAdd ? UNARY_POS : UNARY_INVERT));
}

Object *fold_subscript(Compiler *c, Object *o, Object *key) {
    return result(c, object_getitem(o, key));
}

/* --- expressions --- */

Object *fold_expr(Compiler *c, const Node *e) {
    compile_check_stack(c);
    Object *l, *r;
    switch (e->kind) {
    case AST_Constant: return fold_literal(c, e);
    case AST_Tuple: return fold_items(c, e->Tuple.elts);
    case AST_UnaryOp:
        if (e->UnaryOp.op == AST_Not || !(l = fold_expr(c, e->UnaryOp.operand))) return NULL;
        return fold_unary(c, e->UnaryOp.op, l);
    case AST_BinOp:
        if (!(r = fold_expr(c, e->BinOp.right)) || !(l = fold_expr(c, e->BinOp.left))) return NULL;
        return fold_binary(c, binary_opcode(e->BinOp.op), l, r);
    case AST_Name: return fold_is_debug(e->Name.id) ? (c->optimize ? FALSE : TRUE) : NULL;
    default: return NULL;
    }
}

/* Nothing is made before it is known that all items are constants, at least at first sight. */
static bool may_fold(NodeList items) {
    for (int i = 0; i < items.n; i++) {
        NodeKind kind = items.at[i]->kind;
        if (kind != AST_Constant && kind != AST_Tuple && kind != AST_UnaryOp && kind != AST_BinOp) return false;
    }
    return true;
}

Object *fold_items(Compiler *c, NodeList items) {
    if (!may_fold(items)) return NULL;
    Object **values = compile_alloc(c, (size_t)items.n * sizeof *values);
    for (int i = 0; i < items.n; i++)
        if (!(values[i] = fold_expr(c, items.at[i]))) return NULL;
    return compile_own(c, tuple_from(values, items.n));
}

Object *fold_container(Compiler *c, const Node *e) {
    if (e->kind != AST_List && e->kind != AST_Set) return NULL;
    Object *tuple = fold_items(c, e->List.elts);
    if (!tuple || e->kind == AST_List) return tuple;
    return result(c, frozenset_new(tuple));
}

Object *fold_slice(Compiler *c, const Node *e) {
    const Node *parts[] = {e->Slice.lower, e->Slice.upper, e->Slice.step};
    Object *values[3];
    for (int i = 0; i < 3; i++)
        if (parts[i] && parts[i]->kind != AST_Constant) return NULL;
    for (int i = 0; i < 3; i++) values[i] = parts[i] ? fold_const(c, &parts[i]->Constant.value) : NONE;
    return compile_own(c, slice_new(values[0], values[1], values[2]));
}

/* --- docstrings --- */

enum { TAB = 8 };

/* The text with blanks for tabs; in the compiler's memory. *n: its length, before and after. */
static const char *without_tabs(Compiler *c, const char *text, size_t *n) {
    if (!memchr(text, '\t', *n)) return text;
    size_t tabs = 0, column = 0;
    for (size_t i = 0; i < *n; i++) tabs += text[i] == '\t';
    char *out = compile_alloc(c, *n + tabs * (TAB - 1) + 1), *to = out;
    for (const char *p = text; p < text + *n; p++) {
        if (*p == '\t') {
            do *to++ = ' ';
            while (++column % TAB);
            continue;
        }
        *to++ = *p;
        column = *p == '\n' ? 0 : column + ((*p & 0xc0) != 0x80); /* characters, not bytes */
    }
    *n = (size_t)(to - out);
    return out;
}

/* Blanks at the start of a line; -1 for a blank line, which does not count. */
static int64_t indentation(const char *line, const char *end) {
    const char *p = line;
    while (p < end && *p == ' ') p++;
    return p == end || *p == '\n' ? -1 : p - line;
}

static const char *line_end(const char *p, const char *end) {
    const char *newline = memchr(p, '\n', (size_t)(end - p));
    return newline ? newline + 1 : end;
}

/* The blanks that all lines but the first have in common are taken off, and all of the first line's. */
static size_t clean_docstring(char *out, const char *text, size_t n) {
    const char *end = text + n, *first_end = line_end(text, end);
    int64_t margin = INT64_MAX;
    for (const char *p = first_end; p < end; p = line_end(p, end)) {
        int64_t blanks = indentation(p, end);
        if (blanks >= 0 && blanks < margin) margin = blanks;
    }
    if (margin == INT64_MAX) margin = 0;
    char *to = out;
    for (const char *p = text, *next; p < end; p = next) {
        next = line_end(p, end);
        for (int64_t skip = p == text ? INT64_MAX : margin; skip > 0 && p < next && *p == ' '; skip--) p++;
        memcpy(to, p, (size_t)(next - p));
        to += next - p;
    }
    return (size_t)(to - out);
}

/* A docstring must be encodable: a lone surrogate is an error of the compilation. */
static void check_surrogates(Compiler *c, const AstConst *k) {
    if (!memchr(k->text, 0xed, k->n)) return; /* no byte that a surrogate could begin with */
    size_t n;
    char *own;
    if (!str_utf8(compile_own(c, new_str(k->text, k->n)), &n, &own)) compile_fail(c);
    heap_free(own);
}

Object *fold_docstring(Compiler *c, const AstConst *k) {
    check_surrogates(c, k);
    size_t n = k->n;
    const char *text = without_tabs(c, k->text, &n);
    char *cleaned = compile_alloc(c, n + 1);
    return compile_own(c, new_str(cleaned, clean_docstring(cleaned, text, n)));
}
