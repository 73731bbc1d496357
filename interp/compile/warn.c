/* SyntaxWarnings: code that compiles but can hardly be meant. Each is given once, however often the code is written. */
#include "interp/compile/compiler.h"

#include <string.h>

/* --- the type of an expression, where it is plain --- */

static const char *constant_type(const AstConst *k) {
    switch (k->type) {
    case CONST_NONE: return "NoneType";
    case CONST_TRUE:
    case CONST_FALSE: return "bool";
    case CONST_ELLIPSIS: return "ellipsis";
    case CONST_INT: return "int";
    case CONST_FLOAT: return "float";
    case CONST_IMAG: return "complex";
    case CONST_STR: return "str";
    default: return "bytes";
    }
}

/* Behind those of these characters that stand here, `most` at most. */
static const char *skip(const char *p, const char *end, const char *characters, ptrdiff_t most) {
    while (p < end && most-- > 0 && *p && strchr(characters, *p)) p++;
    return p;
}

/* '%s: %r' % (a, b) and the like, which CPython turns into an f-string, so that it is known to be a str: no more than
 * flags, two digits of width and of precision, and as many arguments as the format asks for. */
static bool is_plain_formatting(const Node *e) {
    if (e->BinOp.op != AST_Mod || e->BinOp.left->kind != AST_Constant || e->BinOp.right->kind != AST_Tuple)
        return false;
    const AstConst *format = &e->BinOp.left->Constant.value;
    NodeList arguments = e->BinOp.right->Tuple.elts;
    int taken = 0;
    if (format->type != CONST_STR) return false;
    for (int i = 0; i < arguments.n; i++)
        if (arguments.at[i]->kind == AST_Starred) return false;
    const char *p = format->text, *end = p + format->n;
    while ((p = memchr(p, '%', end - p))) {
        p++;
        if (p < end && *p == '%') {
            p++;
            continue;
        }
        p = skip(p, end, "-+ #0", end - p);
        p = skip(p, end, "0123456789", 2);
        if (p < end && *p == '.') p = skip(p + 1, end, "0123456789", 2);
        if (p == end || !*p || !strchr("sra", *p++)) return false;
        taken++;
    }
    return taken == arguments.n;
}

static const char *type_of_expr(const Node *e) {
    switch (e->kind) {
    case AST_Name: return fold_is_debug(e->Name.id) ? "bool" : NULL;
    case AST_BinOp: return is_plain_formatting(e) ? "str" : NULL;
    case AST_Tuple: return "tuple";
    case AST_List:
    case AST_ListComp: return "list";
    case AST_Dict:
    case AST_DictComp: return "dict";
    case AST_Set:
    case AST_SetComp: return "set";
    case AST_GeneratorExp: return "generator";
    case AST_Lambda: return "function";
    case AST_TemplateStr: return "string.templatelib.Template";
    case AST_Interpolation: return "string.templatelib.Interpolation";
    case AST_JoinedStr:
    case AST_FormattedValue: return "str";
    case AST_Constant: return constant_type(&e->Constant.value);
    default: return NULL;
    }
}

static bool first_time(Compiler *c, const Node *e) {
    if (map_get(&c->warned, e)) return false;
    map_set(c, &c->warned, e, 1);
    return true;
}

/* --- expressions --- */

/* Constants are made anew, or not, as the compiler likes; tuples of constants too. */
static bool may_be_identical(const Node *e) {
    for (int i = 0; e->kind == AST_Tuple && i < e->Tuple.elts.n; i++)
        if (e->Tuple.elts.at[i]->kind != AST_Constant) return true;
    if (e->kind == AST_Tuple) return false;
    if (e->kind != AST_Constant) return true;
    return e->Constant.value.type <= CONST_ELLIPSIS;
}

void warn_compare(Compiler *c, const Node *e) {
    const Node *left = e->Compare.left;
    for (int i = 0; i < e->Compare.ops.n; i++) {
        const Node *right = e->Compare.comparators.at[i];
        AstSymbol op = e->Compare.ops.at[i];
        if ((op == AST_Is || op == AST_IsNot) && !(may_be_identical(left) && may_be_identical(right))) {
            const Node *literal = may_be_identical(left) ? right : left;
            bool is = op == AST_Is;
            if (first_time(c, e))
                compile_warn(c, e->at, "\"%s\" with '%s' literal. Did you mean \"%s\"?", is ? "is" : "is not",
                             type_of_expr(literal), is ? "==" : "!=");
            return;
        }
        left = right;
    }
}

void warn_call(Compiler *c, const Node *e) {
    const Node *f = e->Call.func;
    const char *type = f->kind == AST_Lambda ? NULL : type_of_expr(f);
    if (type && first_time(c, e))
        compile_warn(c, f->at, "'%s' object is not callable; perhaps you missed a comma?", type);
}

static bool is_subscriptable(const Node *e) {
    switch (e->kind) {
    case AST_Constant: return e->Constant.value.type >= CONST_STR;
    case AST_Name: return !fold_is_debug(e->Name.id);
    case AST_Set:
    case AST_SetComp:
    case AST_GeneratorExp:
    case AST_TemplateStr:
    case AST_Interpolation:
    case AST_Lambda: return false;
    default: return true;
    }
}

static bool is_sequence(const Node *e) {
    switch (e->kind) {
    case AST_Constant: return e->Constant.value.type >= CONST_STR;
    case AST_Tuple:
    case AST_List:
    case AST_ListComp:
    case AST_JoinedStr:
    case AST_FormattedValue: return true;
    case AST_BinOp: return is_plain_formatting(e);
    default: return false;
    }
}

void warn_subscript(Compiler *c, const Node *e) {
    const Node *o = e->Subscript.value;
    const char *type = type_of_expr(o), *index = type_of_expr(e->Subscript.slice);
    if (!is_subscriptable(o)) {
        if (first_time(c, e))
            compile_warn(c, o->at, "'%s' object is not subscriptable; perhaps you missed a comma?", type);
    } else if (index && is_sequence(o) && strcmp(index, "int") != 0 && strcmp(index, "bool") != 0) {
        if (first_time(c, e))
            compile_warn(c, o->at, "%s indices must be integers or slices, not %s; perhaps you missed a comma?", type,
                         index);
    }
}

void warn_assert(Compiler *c, const Node *s) {
    const Node *test = s->Assert.test;
    if (test->kind == AST_Tuple && test->Tuple.elts.n && first_time(c, s))
        compile_warn(c, s->at, "assertion is always true, perhaps remove parentheses?");
}

/* --- jumps out of a final body --- */

typedef struct Where {
    bool in_final, in_loop;
} Where;

static void check_list(Compiler *c, NodeList body, Where w);

static void check_jump(Compiler *c, const Node *s, const char *what) {
    compile_warn(c, s->at, "'%s' in a 'finally' block", what);
}

static void check_stmt(Compiler *c, const Node *s, Where w) {
    compile_check_stack(c);
    Where loop = {w.in_final, true};
    switch (s->kind) {
    case AST_FunctionDef:
    case AST_AsyncFunctionDef: check_list(c, s->FunctionDef.body, (Where){0}); break;
    case AST_ClassDef: check_list(c, s->ClassDef.body, w); break;
    case AST_Return:
        if (w.in_final) check_jump(c, s, "return");
        break;
    case AST_Break:
        if (w.in_final && !w.in_loop) check_jump(c, s, "break");
        break;
    case AST_Continue:
        if (w.in_final && !w.in_loop) check_jump(c, s, "continue");
        break;
    case AST_For:
    case AST_AsyncFor:
        check_list(c, s->For.body, loop);
        check_list(c, s->For.orelse, w);
        break;
    case AST_While:
        check_list(c, s->While.body, loop);
        check_list(c, s->While.orelse, w);
        break;
    case AST_If:
        check_list(c, s->If.body, w);
        check_list(c, s->If.orelse, w);
        break;
    case AST_With:
    case AST_AsyncWith: check_list(c, s->With.body, w); break;
    case AST_Match:
        for (int i = 0; i < s->Match.cases.n; i++) check_list(c, s->Match.cases.at[i]->match_case.body, w);
        break;
    case AST_Try:
    case AST_TryStar:
        check_list(c, s->Try.body, w);
        for (int i = 0; i < s->Try.handlers.n; i++) check_list(c, s->Try.handlers.at[i]->ExceptHandler.body, w);
        check_list(c, s->Try.orelse, w);
        check_list(c, s->Try.finalbody, (Where){.in_final = true});
        break;
    default: break;
    }
}

static void check_list(Compiler *c, NodeList body, Where w) {
    for (int i = 0; i < body.n; i++) check_stmt(c, body.at[i], w);
}

void warn_final_bodies(Compiler *c, const Node *tree) {
    if (tree->kind != AST_Expression) check_list(c, tree->Module.body, (Where){0});
}
