/* Expressions as text: what annotations are under `from __future__ import annotations`. Parentheses stand only where
 * the operators' precedence asks for them.
 */
#include <string.h>

#include "interp/compile/compiler.h"

/* How tightly an expression holds together; looser ones get parentheses where a tighter one is wanted. */
typedef enum Level {
    LEVEL_TUPLE,
    LEVEL_TEST, /* if-else, lambda */
    LEVEL_OR,
    LEVEL_AND,
    LEVEL_NOT,
    LEVEL_COMPARE,
    LEVEL_BITOR,
    LEVEL_BITXOR,
    LEVEL_BITAND,
    LEVEL_SHIFT,
    LEVEL_SUM,
    LEVEL_TERM,
    LEVEL_FACTOR,
    LEVEL_POWER,
    LEVEL_AWAIT,
    LEVEL_ATOM,
} Level;

typedef struct Writer {
    Compiler *c;
    char *text;
    uint32_t n, capacity;
} Writer;

static void write_expr(Writer *w, const Node *e, Level level);

/* --- text --- */

static void write_n(Writer *w, const char *s, size_t n) {
    for (size_t i = 0; i < n; i++) {
        w->text = compile_grow(w->c, w->text, w->n, &w->capacity, 1);
        w->text[w->n++] = s[i];
    }
}

static void write_c(Writer *w, const char *s) {
    write_n(w, s, strlen(s));
}
static void write_ident(Writer *w, const Ident *i) {
    write_n(w, i->text, i->n);
}

static void write_repr(Writer *w, Object *o) {
    char *own;
    size_t n;
    Object *repr = compile_own(w->c, object_repr(o));
    const char *s = str_utf8(repr, &n, &own);
    if (!s) compile_fail(w->c);
    char *copy = arena_copy(&w->c->arena, s, n);
    heap_free(own);
    if (!copy) {
        raise_memory();
        compile_fail(w->c);
    }
    write_n(w, copy, n);
}

static Object *text_object(Compiler *c, const char *text, size_t n) {
    return compile_own(c, str_from_wtf8(n ? text : "", n));
}

static bool open_if(Writer *w, bool wanted) {
    if (wanted) write_c(w, "(");
    return wanted;
}

static void close_if(Writer *w, bool opened) {
    if (opened) write_c(w, ")");
}

static void write_list(Writer *w, NodeList l, Level level) {
    for (int i = 0; i < l.n; i++) {
        if (i) write_c(w, ", ");
        write_expr(w, l.at[i], level);
    }
}

/* --- operators --- */

static Level operator_level(AstSymbol op) {
    switch (op) {
    case AST_Add:
    case AST_Sub: return LEVEL_SUM;
    case AST_LShift:
    case AST_RShift: return LEVEL_SHIFT;
    case AST_BitOr: return LEVEL_BITOR;
    case AST_BitXor: return LEVEL_BITXOR;
    case AST_BitAnd: return LEVEL_BITAND;
    case AST_Pow: return LEVEL_POWER;
    default: return LEVEL_TERM;
    }
}

static void write_binary(Writer *w, const Node *e, Level level) {
    Level own = operator_level(e->BinOp.op);
    bool right_first = e->BinOp.op == AST_Pow, parens = open_if(w, level > own);
    write_expr(w, e->BinOp.left, own + right_first);
    write_c(w, " ");
    write_c(w, ast_symbols[e->BinOp.op].text);
    write_c(w, " ");
    write_expr(w, e->BinOp.right, own + !right_first);
    close_if(w, parens);
}

static void write_unary(Writer *w, const Node *e, Level level) {
    bool is_not = e->UnaryOp.op == AST_Not;
    Level own = is_not ? LEVEL_NOT : LEVEL_FACTOR;
    bool parens = open_if(w, level > own);
    write_c(w, is_not ? "not " : ast_symbols[e->UnaryOp.op].text);
    write_expr(w, e->UnaryOp.operand, own);
    close_if(w, parens);
}

static void write_boolop(Writer *w, const Node *e, Level level) {
    Level own = e->BoolOp.op == AST_And ? LEVEL_AND : LEVEL_OR;
    bool parens = open_if(w, level > own);
    for (int i = 0; i < e->BoolOp.values.n; i++) {
        if (i) write_c(w, own == LEVEL_AND ? " and " : " or ");
        write_expr(w, e->BoolOp.values.at[i], own + 1);
    }
    close_if(w, parens);
}

static void write_compare(Writer *w, const Node *e, Level level) {
    bool parens = open_if(w, level > LEVEL_COMPARE);
    write_expr(w, e->Compare.left, LEVEL_COMPARE + 1);
    for (int i = 0; i < e->Compare.ops.n; i++) {
        write_c(w, " ");
        write_c(w, ast_symbols[e->Compare.ops.at[i]].text);
        write_c(w, " ");
        write_expr(w, e->Compare.comparators.at[i], LEVEL_COMPARE + 1);
    }
    close_if(w, parens);
}

static void write_ifexp(Writer *w, const Node *e, Level level) {
    bool parens = open_if(w, level > LEVEL_TEST);
    write_expr(w, e->IfExp.body, LEVEL_TEST + 1);
    write_c(w, " if ");
    write_expr(w, e->IfExp.test, LEVEL_TEST + 1);
    write_c(w, " else ");
    write_expr(w, e->IfExp.orelse, LEVEL_TEST);
    close_if(w, parens);
}

/* --- lambda --- */

typedef struct Separator {
    Writer *w;
    bool needed;
} Separator;

static void separate(Separator *s) {
    if (s->needed) write_c(s->w, ", ");
    s->needed = true;
}

static void write_default(Writer *w, const Node *value) {
    if (!value) return;
    write_c(w, "=");
    write_expr(w, value, LEVEL_TEST);
}

static void write_params(Writer *w, const Astarguments *a) {
    Separator s = {w, false};
    int positional = a->posonlyargs.n + a->args.n, without_default = positional - a->defaults.n;
    for (int i = 0; i < positional; i++) {
        const Node *arg = i < a->posonlyargs.n ? a->posonlyargs.at[i] : a->args.at[i - a->posonlyargs.n];
        separate(&s);
        write_ident(w, arg->arg.arg);
        if (i >= without_default) write_default(w, a->defaults.at[i - without_default]);
        if (i + 1 == a->posonlyargs.n) write_c(w, ", /");
    }
    if (a->vararg || a->kwonlyargs.n) {
        separate(&s);
        write_c(w, "*");
        if (a->vararg) write_ident(w, a->vararg->arg.arg);
    }
    for (int i = 0; i < a->kwonlyargs.n; i++) {
        separate(&s);
        write_ident(w, a->kwonlyargs.at[i]->arg.arg);
        write_default(w, a->kw_defaults.at[i]);
    }
    if (a->kwarg) {
        separate(&s);
        write_c(w, "**");
        write_ident(w, a->kwarg->arg.arg);
    }
}

static void write_lambda(Writer *w, const Node *e, Level level) {
    const Astarguments *a = &e->Lambda.args->arguments;
    bool parens = open_if(w, level > LEVEL_TEST);
    write_c(w, a->posonlyargs.n || a->args.n ? "lambda " : "lambda");
    write_params(w, a);
    write_c(w, ": ");
    write_expr(w, e->Lambda.body, LEVEL_TEST);
    close_if(w, parens);
}

/* --- displays, comprehensions, calls --- */

static void write_tuple(Writer *w, const Node *e, Level level) {
    NodeList items = e->Tuple.elts;
    bool parens = open_if(w, !items.n || level > LEVEL_TUPLE);
    write_list(w, items, LEVEL_TEST);
    if (items.n == 1) write_c(w, ",");
    close_if(w, parens);
}

static void write_dict(Writer *w, const Node *e) {
    write_c(w, "{");
    for (int i = 0; i < e->Dict.values.n; i++) {
        if (i) write_c(w, ", ");
        if (e->Dict.keys.at[i]) {
            write_expr(w, e->Dict.keys.at[i], LEVEL_TEST);
            write_c(w, ": ");
            write_expr(w, e->Dict.values.at[i], LEVEL_TEST);
        } else {
            write_c(w, "**");
            write_expr(w, e->Dict.values.at[i], LEVEL_BITOR);
        }
    }
    write_c(w, "}");
}

static void write_generators(Writer *w, NodeList generators) {
    for (int i = 0; i < generators.n; i++) {
        const Astcomprehension *g = &generators.at[i]->comprehension;
        write_c(w, g->is_async ? " async for " : " for ");
        write_expr(w, g->target, LEVEL_TUPLE);
        write_c(w, " in ");
        write_expr(w, g->iter, LEVEL_TEST + 1);
        for (int k = 0; k < g->ifs.n; k++) {
            write_c(w, " if ");
            write_expr(w, g->ifs.at[k], LEVEL_TEST + 1);
        }
    }
}

static void write_comprehension(Writer *w, const Node *e) {
    write_c(w, e->kind == AST_ListComp ? "[" : e->kind == AST_GeneratorExp ? "(" : "{");
    if (e->kind == AST_DictComp) {
        write_expr(w, e->DictComp.key, LEVEL_TEST);
        write_c(w, ": ");
        write_expr(w, e->DictComp.value, LEVEL_TEST);
        write_generators(w, e->DictComp.generators);
    } else {
        write_expr(w, e->ListComp.elt, LEVEL_TEST);
        write_generators(w, e->ListComp.generators);
    }
    write_c(w, e->kind == AST_ListComp ? "]" : e->kind == AST_GeneratorExp ? ")" : "}");
}

static void write_call(Writer *w, const Node *e) {
    NodeList args = e->Call.args, keywords = e->Call.keywords;
    write_expr(w, e->Call.func, LEVEL_ATOM);
    if (args.n == 1 && !keywords.n && args.at[0]->kind == AST_GeneratorExp) {
        write_expr(w, args.at[0], LEVEL_TEST);
        return;
    }
    write_c(w, "(");
    write_list(w, args, LEVEL_TEST);
    for (int i = 0; i < keywords.n; i++) {
        const Astkeyword *k = &keywords.at[i]->keyword;
        if (i || args.n) write_c(w, ", ");
        if (k->arg) write_ident(w, k->arg);
        write_c(w, k->arg ? "=" : "**");
        write_expr(w, k->value, LEVEL_TEST);
    }
    write_c(w, ")");
}

static void write_attribute(Writer *w, const Node *e) {
    const Node *o = e->Attribute.value;
    write_expr(w, o, LEVEL_ATOM);
    if (o->kind == AST_Constant && o->Constant.value.type == CONST_INT) write_c(w, " ");
    write_c(w, ".");
    write_ident(w, e->Attribute.attr);
}

static void write_subscript(Writer *w, const Node *e) {
    write_expr(w, e->Subscript.value, LEVEL_ATOM);
    write_c(w, "[");
    write_expr(w, e->Subscript.slice, LEVEL_TUPLE);
    write_c(w, "]");
}

static void write_slice(Writer *w, const Node *e) {
    if (e->Slice.lower) write_expr(w, e->Slice.lower, LEVEL_TEST);
    write_c(w, ":");
    if (e->Slice.upper) write_expr(w, e->Slice.upper, LEVEL_TEST);
    if (!e->Slice.step) return;
    write_c(w, ":");
    write_expr(w, e->Slice.step, LEVEL_TEST);
}

/* --- constants and strings --- */

/* Infinity is written as a number too large for a float. */
static void write_number(Writer *w, Object *o) {
    Writer digits = {.c = w->c};
    write_repr(&digits, o);
    for (uint32_t i = 0; i < digits.n; i++) {
        if (digits.n - i >= 3 && memcmp(digits.text + i, "inf", 3) == 0) {
            write_c(w, "1e309");
            i += 2;
        } else {
            write_n(w, digits.text + i, 1);
        }
    }
}

static void write_constant(Writer *w, const Node *e) {
    const AstConst *k = &e->Constant.value;
    if (k->type == CONST_ELLIPSIS) {
        write_c(w, "...");
        return;
    }
    if (e->Constant.kind) write_c(w, e->Constant.kind);
    if (k->type == CONST_FLOAT || k->type == CONST_IMAG)
        write_number(w, fold_const(w->c, k));
    else
        write_repr(w, fold_const(w->c, k));
}

static void write_pieces(Writer *w, NodeList values);

static void write_replacement(Writer *w, const Node *value, int conversion, const Node *spec) {
    Writer inner = {.c = w->c};
    write_expr(&inner, value, LEVEL_TEST + 1);
    write_c(w, inner.n && inner.text[0] == '{' ? "{ " : "{");
    write_n(w, inner.text, inner.n);
    if (conversion > 0) write_n(w, (char[]){'!', (char)conversion}, 2);
    if (spec) {
        write_c(w, ":");
        write_pieces(w, spec->JoinedStr.values);
    }
    write_c(w, "}");
}

/* The inside of an f-string, as it would stand between quotes were there nothing to escape. */
static void write_pieces(Writer *w, NodeList values) {
    for (int i = 0; i < values.n; i++) {
        const Node *v = values.at[i];
        switch (v->kind) {
        case AST_Constant:
            for (size_t k = 0; k < v->Constant.value.n; k++) {
                char ch = v->Constant.value.text[k];
                write_n(w, (char[]){ch, ch}, ch == '{' || ch == '}' ? 2 : 1);
            }
            break;
        case AST_FormattedValue:
            write_replacement(w, v->FormattedValue.value, v->FormattedValue.conversion, v->FormattedValue.format_spec);
            break;
        case AST_Interpolation:
            write_replacement(w, v->Interpolation.value, v->Interpolation.conversion, v->Interpolation.format_spec);
            break;
        default: write_pieces(w, v->JoinedStr.values);
        }
    }
}

static void write_fstring(Writer *w, const char *prefix, NodeList values) {
    Writer body = {.c = w->c};
    write_pieces(&body, values);
    write_c(w, prefix);
    write_repr(w, text_object(w->c, body.text, body.n));
}

/* --- all kinds --- */

static void write_prefixed(Writer *w, const char *prefix, const Node *e, bool parens, Level level) {
    open_if(w, parens);
    write_c(w, prefix);
    if (e) write_expr(w, e, level);
    close_if(w, parens);
}

static void write_walrus(Writer *w, const Node *e, Level level) {
    bool parens = open_if(w, level > LEVEL_TUPLE);
    write_expr(w, e->NamedExpr.target, LEVEL_ATOM);
    write_c(w, " := ");
    write_expr(w, e->NamedExpr.value, LEVEL_ATOM);
    close_if(w, parens);
}

static void write_braced(Writer *w, const char *open, NodeList items, const char *close) {
    write_c(w, open);
    write_list(w, items, LEVEL_TEST);
    write_c(w, close);
}

static void write_expr(Writer *w, const Node *e, Level level) {
    compile_check_stack(w->c);
    switch (e->kind) {
    case AST_BoolOp: write_boolop(w, e, level); break;
    case AST_NamedExpr: write_walrus(w, e, level); break;
    case AST_BinOp: write_binary(w, e, level); break;
    case AST_UnaryOp: write_unary(w, e, level); break;
    case AST_Lambda: write_lambda(w, e, level); break;
    case AST_IfExp: write_ifexp(w, e, level); break;
    case AST_Dict: write_dict(w, e); break;
    case AST_Set: write_braced(w, "{", e->Set.elts, "}"); break;
    case AST_ListComp:
    case AST_SetComp:
    case AST_DictComp:
    case AST_GeneratorExp: write_comprehension(w, e); break;
    case AST_Await: write_prefixed(w, "await ", e->Await.value, level > LEVEL_AWAIT, LEVEL_ATOM); break;
    case AST_Yield: write_prefixed(w, e->Yield.value ? "yield " : "yield", e->Yield.value, true, LEVEL_TEST); break;
    case AST_YieldFrom: write_prefixed(w, "yield from ", e->YieldFrom.value, true, LEVEL_TEST); break;
    case AST_Compare: write_compare(w, e, level); break;
    case AST_Call: write_call(w, e); break;
    case AST_JoinedStr: write_fstring(w, "f", e->JoinedStr.values); break;
    case AST_TemplateStr: write_fstring(w, "t", e->TemplateStr.values); break;
    case AST_Constant: write_constant(w, e); break;
    case AST_Attribute: write_attribute(w, e); break;
    case AST_Subscript: write_subscript(w, e); break;
    case AST_Starred: write_prefixed(w, "*", e->Starred.value, false, LEVEL_BITOR); break;
    case AST_Name: write_ident(w, e->Name.id); break;
    case AST_List: write_braced(w, "[", e->List.elts, "]"); break;
    case AST_Tuple: write_tuple(w, e, level); break;
    case AST_Slice: write_slice(w, e); break;
    default: break;
    }
}

Object *unparse_expr(Compiler *c, const Node *e) {
    Writer w = {.c = c};
    write_expr(&w, e, LEVEL_TEST);
    return text_object(c, w.text, w.n);
}
