/* Trees: what LALR(1) alone cannot decide, and the places of nodes. */
#include "tests/unit/grammar/grammar_test.h"

#define NAME(x)  "Name(id='" x "', ctx=Load())"
#define STORE(x) "Name(id='" x "', ctx=Store())"

Test(parse, precedence) {
    expect_expression("-a ** -b * c", "BinOp(left=UnaryOp(op=USub(), operand=BinOp(left=" NAME(
                                          "a") ", op=Pow(), right=UnaryOp(op=USub(), "
                                               "operand=" NAME("b") "))), op=Mult(), right=" NAME("c") ")");
    expect_expression("not a in b", "UnaryOp(op=Not(), operand=Compare(left=" NAME(
                                        "a") ", ops=[In()], comparators=[" NAME("b") "]))");
    expect_expression("a or b and c", "BoolOp(op=Or(), values=[" NAME("a") ", BoolOp(op=And(), values=[" NAME(
                                          "b") ", " NAME("c") "])])");
    expect_expression("await a ** b", "BinOp(left=Await(value=" NAME("a") "), op=Pow(), right=" NAME("b") ")");
}

Test(parse, chains_stop_at_parentheses) {
    expect_expression("a < b < c",
                      "Compare(left=" NAME("a") ", ops=[Lt(), Lt()], comparators=[" NAME("b") ", " NAME("c") "])");
    expect_expression("(a < b) < c", "Compare(left=Compare(left=" NAME("a") ", ops=[Lt()], comparators=[" NAME(
                                         "b") "]), ops=[Lt()], comparators=[" NAME("c") "])");
    expect_expression("(a and b) and c", "BoolOp(op=And(), values=[BoolOp(op=And(), values=[" NAME("a") ", " NAME(
                                             "b") "]), " NAME("c") "])");
}

Test(parse, targets) {
    expect_statement("a, *b = c", "Assign(targets=[Tuple(elts=[" STORE("a") ", Starred(value=" STORE(
                                      "b") ", ctx=Store())], "
                                           "ctx=Store())], value=" NAME("c") ")");
    expect_statement("(a): b", "AnnAssign(target=" STORE("a") ", annotation=" NAME("b") ", simple=0)");
    expect_statement("del (a), [b]", "Delete(targets=[Name(id='a', ctx=Del()), List(elts=[Name(id='b', ctx=Del())], "
                                     "ctx=Del())])");
    expect_statement("for a.b in c: pass", "For(target=Attribute(value=" NAME(
                                               "a") ", attr='b', ctx=Store()), iter=" NAME("c") ", body=[Pass()])");
}

Test(parse, with_items_and_tuples) {
    expect_statement("with (a, b): pass", "With(items=[withitem(context_expr=" NAME(
                                              "a") "), withitem(context_expr=" NAME("b") ")], body=[Pass()])");
    expect_statement("with (a as b,): pass",
                     "With(items=[withitem(context_expr=" NAME("a") ", optional_vars=" STORE("b") ")], body=[Pass()])");
    expect_statement("with (a, b) as c: pass", "With(items=[withitem(context_expr=Tuple(elts=[" NAME("a") ", " NAME(
                                                   "b") "], ctx=Load()), "
                                                        "optional_vars=" STORE("c") ")], body=[Pass()])");
    expect_statement("with ((a, b)): pass", "With(items=[withitem(context_expr=Tuple(elts=[" NAME("a") ", " NAME(
                                                "b") "], ctx=Load()))], body=[Pass()])");
}

Test(parse, parameters) {
    expect_expression(
        "lambda a, /, b=1, *c, d, **e: a",
        "Lambda(args=arguments(posonlyargs=[arg(arg='a')], args=[arg(arg='b')], vararg=arg(arg='c'), "
        "kwonlyargs=[arg(arg='d')], kw_defaults=[None], kwarg=arg(arg='e'), defaults=[Constant(value=1)]), "
        "body=" NAME("a") ")");
}

Test(parse, generics) {
    expect_statement("type A[T: int = str, *Ts, **P] = T",
                     "TypeAlias(name=" STORE("A") ", type_params=[TypeVar(name='T', bound=" NAME(
                         "int") ", "
                                "default_value=" NAME(
                                    "str") "), TypeVarTuple(name='Ts'), ParamSpec(name='P')], value=" NAME("T") ")");
}

Test(parse, patterns) {
    expect_statement("match a:\n  case {'k': -1, **r} | B(c, d=_) as e if f: pass",
                     "Match(subject=" NAME(
                         "a") ", cases=[match_case(pattern=MatchAs(pattern=MatchOr(patterns=["
                              "MatchMapping(keys=[Constant(value='k')], patterns=[MatchValue(value=UnaryOp(op=USub(), "
                              "operand=Constant(value=1)))], rest='r'), MatchClass(cls=" NAME(
                                  "B") ", patterns=[MatchAs(name='c')], "
                                       "kwd_attrs=['d'], kwd_patterns=[MatchAs()])]), name='e'), guard=" NAME(
                                           "f") ", body=[Pass()])])");
}

Test(parse, exceptions_without_parentheses) {
    expect_statement("try: pass\nexcept a, b: pass",
                     "Try(body=[Pass()], handlers=[ExceptHandler(type=Tuple(elts=[" NAME("a") ", " NAME(
                         "b") "], "
                              "ctx=Load()), body=[Pass()])])");
}

Test(parse, names_are_normalised) {
    expect_expression("ﬁn", "Name(id='fin', ctx=Load())");
}

Test(parse, places) {
    ParseResult r;
    const char *source = "if é:\n  (a) + b;\nx\n";
    cr_assert_eq(parse_source(source, strlen(source), PARSE_EXEC, PARSE_UTF8, &r), PARSE_OK);
    const Node *branch = r.tree->Module.body.at[0], *sum = branch->If.body.at[0]->Expr.value;
    cr_expect_eq(branch->at.end_lineno, 2);
    cr_expect_eq(branch->at.end_col_offset, 10, "the semicolon counts");
    cr_expect_eq(sum->at.col_offset, 2, "the parenthesis counts");
    cr_expect_eq(sum->BinOp.left->at.col_offset, 3);
    cr_expect_eq(branch->If.test->at.end_col_offset, 5, "columns are bytes");
    parse_free(&r);
}

Test(parse, one_ident_for_each_name) {
    ParseResult r;
    const char *source = "a + b + a";
    cr_assert_eq(parse_source(source, strlen(source), PARSE_EVAL, PARSE_UTF8, &r), PARSE_OK);
    const AstBinOp *sum = &r.tree->Expression.body->BinOp;
    cr_expect_eq(sum->right->Name.id, sum->left->BinOp.left->Name.id);
    cr_expect_eq(r.ident_count, 2);
    parse_free(&r);
}

static ParseStatus status_of(const char *unit, int times, const char *end) {
    size_t n = strlen(unit);
    char *source = malloc(n * times + strlen(end) + 1);
    for (int i = 0; i < times; i++) memcpy(source + i * n, unit, n);
    strcpy(source + n * times, end);
    ParseResult r;
    ParseStatus status = parse_source(source, strlen(source), PARSE_EXEC, PARSE_UTF8, &r);
    parse_free(&r);
    free(source);
    return status;
}

Test(parse, deep_sources) {
    cr_expect_eq(status_of("(", 100000, ""), PARSE_SYNTAX_ERROR);
    cr_expect_eq(status_of("-", 100000, "1"), PARSE_MEMORY_ERROR);
    cr_expect_eq(status_of("1+", 100000, "1"), PARSE_OK);
    cr_expect_eq(status_of("a.", 100000, "b"), PARSE_OK);
    cr_expect_eq(status_of("if a:pass\nel", 0, "x"), PARSE_OK);
    cr_expect_eq(status_of("[", 190, "a b"), PARSE_SYNTAX_ERROR);
}
