/* Calls. The callable and its arguments are put into a window of consecutive temporaries, each expression straight
 * into its slot; the call consumes the window:
 *
 *      CALL          [function][ ][argument] ...
 *      CALL_METHOD   [function][ ][self][argument] ...       after LOAD_METHOD: no bound method is made
 *      CALL_EX       [function][ ][positional][keywords]     for *args, **kwargs, and calls with very many arguments
 */
#include "interp/compile/compiler.h"

enum { ARGUMENTS_MAX = 250 }; /* in a window; more are collected in a list and a dict */

static bool has_starred(NodeList args) {
    for (int i = 0; i < args.n; i++)
        if (args.at[i]->kind == AST_Starred) return true;
    return false;
}

static bool has_double_starred(NodeList keywords) {
    for (int i = 0; i < keywords.n; i++)
        if (!keywords.at[i]->keyword.arg) return true;
    return false;
}

static bool is_plain_call(NodeList args, NodeList keywords, int given) {
    return !has_starred(args) && !has_double_starred(keywords) && args.n + keywords.n + given <= ARGUMENTS_MAX;
}

static void check_keywords(Compiler *c, NodeList keywords) {
    for (int i = 0; i < keywords.n; i++)
        for (int j = i + 1; keywords.at[i]->keyword.arg && j < keywords.n; j++)
            if (keywords.at[i]->keyword.arg == keywords.at[j]->keyword.arg)
                compile_error(c, keywords.at[j]->at, "keyword argument repeated: %S",
                              compile_name(c, keywords.at[j]->keyword.arg));
}

/* --- plain calls --- */

/* The names of keyword arguments, as a tuple in the constants; its index. */
static uint32_t keyword_names(Compiler *c, NodeList keywords) {
    Object *tuple = compile_own(c, tuple_new(keywords.n));
    for (int i = 0; i < keywords.n; i++) tuple_set(tuple, i, newref(compile_name(c, keywords.at[i]->keyword.arg)));
    return const_index(c, tuple);
}

static Operand plain_call(Compiler *c, const CallSite *site, Operand near, unsigned mark) {
    for (int i = 0; i < site->args.n; i++) expr_pushed(c, site->args.at[i]);
    int count = site->given + site->args.n;
    if (site->last != NO_REGISTER) {
        emit(c, site->at, OP_MOVE, temp_push(c), dying(site->last), 0);
        count++;
    }
    for (int i = 0; i < site->keywords.n; i++) expr_pushed(c, site->keywords.at[i]->keyword.value);
    count += site->keywords.n;
    Operand to = result_register(c, near, mark);
    if (!site->keywords.n) {
        emit(c, site->at, site->is_method ? OP_CALL_METHOD : OP_CALL, to, site->window, (unsigned)count);
    } else {
        uint32_t key_names = keyword_names(c, site->keywords);
        int64_t pc =
            emit(c, site->at, site->is_method ? OP_CALL_METHOD_KW : OP_CALL_KW, to, site->window, (unsigned)count);
        emit_cache(c, pc, 2, key_names);
    }
    return result_operand(c, to);
}

/* --- calls with * and ** --- */

/* All positional arguments as one list in the temporary `to`: those given in the window, then the others. */
static void collect_positional(Compiler *c, const CallSite *site, unsigned to) {
    bool none = !site->given && !site->args.n && site->last == NO_REGISTER; /* the empty tuple is there already */
    emit(c, site->at, none ? OP_BUILD_TUPLE : OP_BUILD_LIST, to, to, (unsigned)site->given);
    for (int i = 0; i < site->args.n; i++) {
        unsigned mark = temp_mark(c);
        const Node *a = site->args.at[i];
        bool starred = a->kind == AST_Starred;
        Operand value = expr(c, starred ? a->Starred.value : a);
        emit(c, site->at, starred ? OP_LIST_EXTEND : OP_LIST_APPEND, to, value, 0);
        temp_release(c, mark);
    }
    if (site->last != NO_REGISTER) emit(c, site->at, OP_LIST_APPEND, to, dying(site->last), 0);
}

/* The named arguments from i on, up to the next ** or a good number of them: a dict in `to`. Returns where it ended. */
static int named_dict(Compiler *c, const CallSite *site, int i, unsigned to) {
    enum { PAIRS_MAX = 64 };
    unsigned mark = temp_mark(c), window = mark, pairs = 0;
    for (; i < site->keywords.n && site->keywords.at[i]->keyword.arg && pairs < PAIRS_MAX; i++, pairs++) {
        const Node *k = site->keywords.at[i];
        unsigned key = temp_push(c);
        emit(c, site->at, OP_MOVE, key, const_operand(c, site->at, (Object *)compile_name(c, k->keyword.arg)), 0);
        expr_pushed(c, k->keyword.value);
    }
    emit(c, site->at, OP_BUILD_MAP, to, window, pairs);
    temp_release(c, mark);
    return i;
}

/* All keyword arguments as one dict in the temporary `to`; a name that comes twice is a TypeError at run time. */
static void collect_keywords(Compiler *c, const CallSite *site, unsigned to) {
    bool made = false;
    for (int i = 0; i < site->keywords.n;) {
        unsigned mark = temp_mark(c);
        const Node *k = site->keywords.at[i];
        if (k->keyword.arg && !made) {
            i = named_dict(c, site, i, to);
            made = true;
            continue;
        }
        if (!made) emit(c, site->at, OP_BUILD_MAP, to, to, 0);
        made = true;
        Operand value;
        if (k->keyword.arg) {
            unsigned more = temp_push(c);
            i = named_dict(c, site, i, more);
            value = dying(more);
        } else {
            value = expr(c, k->keyword.value);
            i++;
        }
        emit(c, site->at, OP_DICT_MERGE, to, value, site->window);
        temp_release(c, mark);
    }
}

static Operand spread_call(Compiler *c, const CallSite *site, Operand near, unsigned mark) {
    unsigned list = site->window + 2;
    if (temp_mark(c) == list) temp_push(c);
    if (site->args.n == 1 && !site->given && site->args.at[0]->kind == AST_Starred)
        expr_to(c, site->args.at[0]->Starred.value, list); /* the callee's tuple, or whatever it can be made of */
    else
        collect_positional(c, site, list);
    temp_release(c, list + 1);
    unsigned dict = temp_push(c);
    if (site->keywords.n == 1 && !site->keywords.at[0]->keyword.arg)
        expr_to(c, site->keywords.at[0]->keyword.value, dict); /* likewise: no dict is made of a dict */
    else if (site->keywords.n)
        collect_keywords(c, site, dict);
    Operand to = result_register(c, near, mark);
    emit(c, site->at, OP_CALL_EX, to, site->window, 0);
    return result_operand(c, to);
}

/* --- any call --- */

Operand call_finish(Compiler *c, const CallSite *site, Operand near, unsigned mark) {
    check_keywords(c, site->keywords);
    if (is_plain_call(site->args, site->keywords, site->given)) return plain_call(c, site, near, mark);
    return spread_call(c, site, near, mark);
}

unsigned call_window(Compiler *c, Operand near) {
    Operand reuse = scratch(c, near);
    return reuse != ANYWHERE && reuse + 1 == temp_mark(c) ? reuse : temp_push(c);
}

/* super().name(...) in a method: the instruction in front of the plain way can skip that. */
static bool is_super_call(Compiler *c, const Node *e) {
    return e->kind == AST_Call && e->Call.func->kind == AST_Name && e->Call.args.n == 0 && e->Call.keywords.n == 0 &&
           str_equal_c(variable_name(c, e->Call.func->Name.id), "super") && c->unit->scope->kind == SCOPE_FUNCTION;
}

static Operand super_call(Compiler *c, const Node *e, unsigned window, Str *method) {
    enum { SKIPPED = 1 + CALL_CONTINUATION + 1 + 3 }; /* CALL and LOAD_METHOD with their cache words */
    unsigned mark = temp_mark(c);
    CallSite site = {.at = e->at, .args = e->Call.args, .keywords = e->Call.keywords, .last = NO_REGISTER};
    site.window = window;
    expr_to(c, e->Call.func, window);
    emit(c, e->at, OP_LOAD_SUPER_METHOD, window, SKIPPED, name_index(c, method));
    temp_push(c);
    return call_finish(c, &site, window, mark);
}

/* all, any and tuple of a generator expression: CPython runs that in the caller, as a loop, whose place is that of the
 * function's name. Nobody here may have given the name another meaning. */
static bool is_loop_in_caller(Compiler *c, const Node *e) {
    NodeList args = e->Call.args;
    if (e->Call.func->kind != AST_Name || args.n != 1 || args.at[0]->kind != AST_GeneratorExp || e->Call.keywords.n)
        return false;
    const Str *name = variable_name(c, e->Call.func->Name.id);
    if (!str_equal_c(name, "all") && !str_equal_c(name, "any") && !str_equal_c(name, "tuple")) return false;
    for (const Scope *s = c->unit->scope; s; s = s->parent) {
        const Symbol *symbol = scope_find(s, name);
        if (symbol && symbol->flags & SYMBOL_BOUND) return false;
    }
    return true;
}

Operand call_near(Compiler *c, const Node *e, Operand near) {
    warn_call(c, e);
    unsigned mark = temp_mark(c);
    const Node *f = e->Call.func;
    CallSite site = {.at = e->at, .args = e->Call.args, .keywords = e->Call.keywords, .last = NO_REGISTER};
    site.window = call_window(c, near);
    if (f->kind == AST_Attribute && is_plain_call(site.args, site.keywords, 0)) {
        site.is_method = true;
        const Node *object = f->Attribute.value;
        Str *method = variable_name(c, f->Attribute.attr);
        Operand o =
            is_super_call(c, object) ? super_call(c, object, site.window, method) : expr_near(c, object, site.window);
        unsigned name = name_index(c, method);
        emit(c, attribute_place(f, f->at), OP_LOAD_METHOD, site.window, o, name);
        site.at = attribute_place(f, e->at);
        temp_release(c, site.window + 1);
        temp_push_many(c, 2);
    } else {
        if (is_loop_in_caller(c, e)) site.at = f->at;
        expr_to(c, f, site.window);
        temp_push(c);
    }
    return call_finish(c, &site, near, mark);
}
