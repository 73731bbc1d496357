/* The grammar of Python 3.14 for Lemon, which makes an LALR(1) parser of it.
 *
 * Actions are thin: a node made of its parts, or one call into build*.c. What one token of lookahead cannot see is decided
 * elsewhere: soft keywords are tokens of their own already (layout.c), targets are parsed as expressions and converted
 * (build_store), `as` in parentheses is let through and taken by `with` (build_with_items), the order of parameters and of
 * arguments is kept by the functions that collect them. An action that finds an error calls parser_fail, like Lemon where
 * no rule fits; the message is made by errors.c, which knows another, slower grammar.
 *
 * A node's place is known when its rule is reduced: from its first token, which a Phrase remembers, to p->last.
 */
%name Py
%token_prefix TOKEN_
%token_type { const Token * }
%extra_argument { Parser *p }
%start_symbol start
%stack_size 6000
%syntax_error { parser_fail(p); }
%stack_overflow { parser_too_complex(p); }

%include {
#include "grammar/parser.h"

#include <stdlib.h>

#define YYNOERRORRECOVERY 1
#pragma GCC diagnostic ignored "-Wunused-variable"
#pragma GCC diagnostic ignored "-Wunused-parameter"
}

/* Tokens that no rule has. */
%token UNKNOWN.

/* Operators, loosest first. Each comparison and arithmetic level is left-associative but for `**`. */
%left OR.
%left AND.
%right NOT.
%left IN IS EQEQUAL NOTEQUAL LESS LESSEQUAL GREATER GREATEREQUAL.
%left VBAR.
%left CIRCUMFLEX.
%left AMPER.
%left LEFTSHIFT RIGHTSHIFT.
%left PLUS MINUS.
%left STAR SLASH DOUBLESLASH PERCENT AT.
%right TILDE.
%right DOUBLESTAR.

%default_type { Phrase }

/* --- the three modes: the driver feeds a token that chooses one --- */

start ::= MODE_EXEC(T) statements(B). { p->result->tree = ast_Module(p->arena, T->at, (AstModule){.body = B}); }
start ::= MODE_EVAL(T) testlist(B) newlines. {
    p->result->tree = ast_Expression(p->arena, T->at, (AstExpression){B.node});
}
start ::= MODE_SINGLE(T) interactive(B) newlines. {
    p->result->tree = ast_Interactive(p->arena, T->at, (AstInteractive){B});
}

newlines ::= .
newlines ::= newlines NEWLINE.

%type interactive { NodeList }
interactive(A) ::= simple_line(A).
interactive(A) ::= whole_compound(B) NEWLINE. { A = list_of(p, B); }

/* Parts of a source, which errors.c looks at again. */
start ::= MODE_EXPRESSION part_expression(E). { p->part = E.node; }
start ::= MODE_ARGUMENTS(T) arguments(G). {
    p->part = build_call(p, (Phrase){NULL, T}, G).node;
}
start ::= MODE_COMPREHENSIONS(T) comprehensions(C). {
    p->part = ast_GeneratorExp(p->arena, T->at, (AstGeneratorExp){NULL, C});
}
part_expression(A) ::= star_expressions(A).
part_expression(A) ::= yield(A).
part_expression(A) ::= NAME(N) COLONEQUAL test(V). { A = build_named(p, N, V.node); }

/* --- statements --- */

%type statements { NodeList }
%type block { NodeList }
%type block_body { NodeList }
%type simple_line { NodeList }
%type simple_statements { NodeList }
%type simple { Node * }
%type compound { Node * }
%type whole_compound { Node * }

statements(A) ::= . { A = (NodeList){0}; }
statements(A) ::= statements(B) simple_line(C). { A = list_concat(p, B, C); }
statements(A) ::= statements(B) whole_compound(C). { A = list_add(p, B, C); }

whole_compound(A) ::= compound(A). { parser_note_compound(p, A); }

block(A) ::= simple_line(A).
block(A) ::= NEWLINE INDENT block_body(B) DEDENT. { A = B; }
block_body(A) ::= simple_line(A).
block_body(A) ::= whole_compound(B). { A = list_of(p, B); }
block_body(A) ::= block_body(B) simple_line(C). { A = list_concat(p, B, C); }
block_body(A) ::= block_body(B) whole_compound(C). { A = list_add(p, B, C); }

simple_line(A) ::= simple_statements(A) NEWLINE.
simple_line(A) ::= simple_statements(A) SEMI NEWLINE.
simple_statements(A) ::= simple(B). { A = list_of(p, B); }
simple_statements(A) ::= simple_statements(B) SEMI simple(C). { A = list_add(p, B, C); }

/* --- simple statements --- */

%type assigned { Phrases }

simple(A) ::= star_expressions(E). { A = ast_Expr(p->arena, place_from(p, E.first), (AstExpr){E.node}); }
simple(A) ::= yield(E). { A = ast_Expr(p->arena, place_from(p, E.first), (AstExpr){E.node}); }
simple(A) ::= assigned(T) EQUAL right_side(V). { A = build_assign(p, T, V); }
simple(A) ::= star_expressions(T) COLON test(E). { A = build_annotated(p, T, E.node, NULL); }
simple(A) ::= star_expressions(T) COLON test(E) EQUAL right_side(V). { A = build_annotated(p, T, E.node, V.node); }
simple(A) ::= star_expressions(T) augmented(O) right_side(V). { A = build_augmented(p, T, O, V.node); }

assigned(A) ::= star_expressions(T). { A = phrases_of(p, T); }
assigned(A) ::= assigned(B) EQUAL star_expressions(T). { A = phrases_add(p, B, T); }

right_side(A) ::= star_expressions(A).
right_side(A) ::= yield(A).

%type augmented { AstSymbol }
augmented(A) ::= PLUSEQUAL. { A = AST_Add; }
augmented(A) ::= MINEQUAL. { A = AST_Sub; }
augmented(A) ::= STAREQUAL. { A = AST_Mult; }
augmented(A) ::= ATEQUAL. { A = AST_MatMult; }
augmented(A) ::= SLASHEQUAL. { A = AST_Div; }
augmented(A) ::= PERCENTEQUAL. { A = AST_Mod; }
augmented(A) ::= AMPEREQUAL. { A = AST_BitAnd; }
augmented(A) ::= VBAREQUAL. { A = AST_BitOr; }
augmented(A) ::= CIRCUMFLEXEQUAL. { A = AST_BitXor; }
augmented(A) ::= LEFTSHIFTEQUAL. { A = AST_LShift; }
augmented(A) ::= RIGHTSHIFTEQUAL. { A = AST_RShift; }
augmented(A) ::= DOUBLESTAREQUAL. { A = AST_Pow; }
augmented(A) ::= DOUBLESLASHEQUAL. { A = AST_FloorDiv; }

simple(A) ::= PASS(T). { A = ast_Pass(p->arena, T->at, (AstPass){}); }
simple(A) ::= BREAK(T). { A = ast_Break(p->arena, T->at, (AstBreak){}); }
simple(A) ::= CONTINUE(T). { A = ast_Continue(p->arena, T->at, (AstContinue){}); }

simple(A) ::= RETURN(T). { A = ast_Return(p->arena, T->at, (AstReturn){NULL}); }
simple(A) ::= RETURN(T) star_expressions(E). { A = ast_Return(p->arena, place_from(p, T), (AstReturn){E.node}); }
simple(A) ::= RAISE(T). { A = ast_Raise(p->arena, T->at, (AstRaise){NULL, NULL}); }
simple(A) ::= RAISE(T) test(E). { A = ast_Raise(p->arena, place_from(p, T), (AstRaise){E.node, NULL}); }
simple(A) ::= RAISE(T) test(E) FROM test(C). {
    A = ast_Raise(p->arena, place_from(p, T), (AstRaise){E.node, C.node});
}
simple(A) ::= ASSERT(T) test(E). { A = ast_Assert(p->arena, place_from(p, T), (AstAssert){E.node, NULL}); }
simple(A) ::= ASSERT(T) test(E) COMMA test(M). {
    A = ast_Assert(p->arena, place_from(p, T), (AstAssert){E.node, M.node});
}
simple(A) ::= DEL(T) star_expressions(E). { A = build_del(p, T, E); }

%type names { IdentList }
simple(A) ::= GLOBAL(T) names(N). { A = ast_Global(p->arena, place_from(p, T), (AstGlobal){N}); }
simple(A) ::= NONLOCAL(T) names(N). { A = ast_Nonlocal(p->arena, place_from(p, T), (AstNonlocal){N}); }
names(A) ::= NAME(N). { A = names_add(p, (IdentList){0}, N); }
names(A) ::= names(B) COMMA NAME(N). { A = names_add(p, B, N); }

simple(A) ::= TYPE(T) NAME(N) type_parameters(P) EQUAL test(V). {
    A = ast_TypeAlias(p->arena, place_from(p, T), (AstTypeAlias){build_target(p, N), P, V.node});
}

/* --- import --- */

%type imports { NodeList }
%type from_names { NodeList }
%type from_list { NodeList }
%type import { Node * }
%type from_name { Node * }
%type dotted { DottedName }
%type dots { int }
%type alias { const Token * }

simple(A) ::= IMPORT(T) imports(N). { A = ast_Import(p->arena, place_from(p, T), (AstImport){N}); }
simple(A) ::= FROM(T) dotted(M) IMPORT from_names(N). { A = build_import_from(p, T, 0, &M, N); }
simple(A) ::= FROM(T) dots(L) dotted(M) IMPORT from_names(N). { A = build_import_from(p, T, L, &M, N); }
simple(A) ::= FROM(T) dots(L) IMPORT from_names(N). { A = build_import_from(p, T, L, NULL, N); }

dots(A) ::= DOT. { A = 1; }
dots(A) ::= ELLIPSIS. { A = 3; }
dots(A) ::= dots(B) DOT. { A = B + 1; }
dots(A) ::= dots(B) ELLIPSIS. { A = B + 3; }

dotted(A) ::= NAME(T). { A = (DottedName){T, T}; }
dotted(A) ::= dotted(B) DOT NAME(T). { A = (DottedName){B.first, T}; }

imports(A) ::= import(I). { A = list_of(p, I); }
imports(A) ::= imports(B) COMMA import(I). { A = list_add(p, B, I); }
import(A) ::= dotted(D) alias(N). { A = build_alias(p, D, N); }
alias(A) ::= . { A = NULL; }
alias(A) ::= AS NAME(N). { A = N; }

from_names(A) ::= STAR(T). { A = list_of(p, build_alias(p, (DottedName){T, T}, NULL)); }
from_names(A) ::= from_list(A).
from_names(A) ::= LPAR from_list(B) RPAR. { A = B; }
from_names(A) ::= LPAR from_list(B) COMMA RPAR. { A = B; }
from_list(A) ::= from_name(N). { A = list_of(p, N); }
from_list(A) ::= from_list(B) COMMA from_name(N). { A = list_add(p, B, N); }
from_name(A) ::= NAME(T) alias(N). { A = build_alias(p, (DottedName){T, T}, N); }

/* --- if, while, for --- */

%type elifs { NodeList }
%type orelse { NodeList }

compound(A) ::= IF(T) named(C) COLON block(B) elifs(E) orelse(O). { A = build_if(p, T, C.node, B, E, O); }
elifs(A) ::= . { A = (NodeList){0}; }
elifs(A) ::= elifs(L) ELIF(T) named(C) COLON block(B). {
    A = list_add(p, L, build_if(p, T, C.node, B, (NodeList){0}, (NodeList){0}));
}
orelse(A) ::= . { A = (NodeList){0}; }
orelse(A) ::= ELSE COLON block(B). { A = B; }

compound(A) ::= WHILE(T) named(C) COLON block(B) orelse(O). {
    A = ast_While(p->arena, place_from(p, T), (AstWhile){C.node, B, O});
}
compound(A) ::= FOR(T) targets(V) IN star_expressions(E) COLON block(B) orelse(O). {
    A = ast_For(p->arena, place_from(p, T), (AstFor){V, E.node, B, O, NULL});
}
compound(A) ::= ASYNC(T) FOR targets(V) IN star_expressions(E) COLON block(B) orelse(O). {
    A = ast_AsyncFor(p->arena, place_from(p, T), (AstAsyncFor){V, E.node, B, O, NULL});
}

/* The targets of a loop: an expression without `in`. */
%type targets { Node * }
%type target_list { Phrases }
targets(A) ::= target(B). {
    A = B.node;
    build_store(p, A);
}
targets(A) ::= target_list(L) COMMA. {
    A = build_tuple(p, L).node;
    build_store(p, A);
}
targets(A) ::= target(B) COMMA. {
    A = build_tuple(p, phrases_of(p, B)).node;
    build_store(p, A);
}
targets(A) ::= target_list(L). {
    A = build_tuple(p, L).node;
    build_store(p, A);
}
target_list(A) ::= target(B) COMMA target(C). { A = phrases_add(p, phrases_of(p, B), C); }
target_list(A) ::= target_list(L) COMMA target(B). { A = phrases_add(p, L, B); }
target(A) ::= bits(A).
target(A) ::= STAR(T) bits(B). { A = build_starred(p, T, B.node); }

/* --- try --- */

%type handlers { NodeList }
%type star_handlers { NodeList }
%type finally { NodeList }

compound(A) ::= TRY(T) COLON block(B) FINALLY COLON block(F). {
    A = ast_Try(p->arena, place_from(p, T), (AstTry){.body = B, .finalbody = F});
}
compound(A) ::= TRY(T) COLON block(B) handlers(H) orelse(O) finally(F). {
    A = ast_Try(p->arena, place_from(p, T), (AstTry){B, H, O, F});
}
compound(A) ::= TRY(T) COLON block(B) star_handlers(H) orelse(O) finally(F). {
    A = ast_TryStar(p->arena, place_from(p, T), (AstTryStar){B, H, O, F});
}
finally(A) ::= . { A = (NodeList){0}; }
finally(A) ::= FINALLY COLON block(B). { A = B; }

%type handler { Node * }
%type star_handler { Node * }
handlers(A) ::= handler(H). { A = list_of(p, H); }
handlers(A) ::= handlers(B) handler(H). { A = list_add(p, B, H); }
handler(A) ::= EXCEPT(T) COLON block(B). { A = build_handler(p, T, NULL, NULL, B); }
handler(A) ::= EXCEPT(T) testlist(E) COLON block(B). { A = build_handler(p, T, E.node, NULL, B); }
handler(A) ::= EXCEPT(T) test(E) AS NAME(N) COLON block(B). { A = build_handler(p, T, E.node, N, B); }
star_handlers(A) ::= star_handler(H). { A = list_of(p, H); }
star_handlers(A) ::= star_handlers(B) star_handler(H). { A = list_add(p, B, H); }
star_handler(A) ::= EXCEPT(T) STAR testlist(E) COLON block(B). { A = build_handler(p, T, E.node, NULL, B); }
star_handler(A) ::= EXCEPT(T) STAR test(E) AS NAME(N) COLON block(B). { A = build_handler(p, T, E.node, N, B); }

/* --- with --- */

%type with_items { NodeList }
%type with_item { Node * }

compound(A) ::= WITH(T) with_items(L) COLON block(B). {
    NodeList items = build_with_items(p, L);
    A = ast_With(p->arena, place_from(p, T), (AstWith){items, B, NULL});
}
compound(A) ::= ASYNC(T) WITH with_items(L) COLON block(B). {
    NodeList items = build_with_items(p, L);
    A = ast_AsyncWith(p->arena, place_from(p, T), (AstAsyncWith){items, B, NULL});
}
with_items(A) ::= with_item(I). { A = list_of(p, I); }
with_items(A) ::= with_items(B) COMMA with_item(I). { A = list_add(p, B, I); }
with_item(A) ::= test(E). { A = build_with_item(p, E, NULL); }
with_item(A) ::= test(E) AS target(V). { A = build_with_item(p, E, V.node); }

/* --- functions and classes --- */

%type definition { Node * }
%type decorators { NodeList }
%type returns { Node * }

compound(A) ::= definition(A).
compound(A) ::= decorators(D) definition(B). { A = build_decorated(B, D); }
decorators(A) ::= AT named(E) NEWLINE. { A = list_of(p, E.node); }
decorators(A) ::= decorators(B) AT named(E) NEWLINE. { A = list_add(p, B, E.node); }

definition(A) ::= DEF(T) NAME(N) type_parameters(P) LPAR parameters(Q) RPAR returns(R) COLON block(B). {
    Node *arguments = parameters_end(p, Q);
    A = ast_FunctionDef(p->arena, place_from(p, T),
                        (AstFunctionDef){ident_of_token(p, N), arguments, B, .returns = R, .type_params = P});
}
definition(A) ::= ASYNC(T) DEF NAME(N) type_parameters(P) LPAR parameters(Q) RPAR returns(R) COLON block(B). {
    Node *arguments = parameters_end(p, Q);
    A = ast_AsyncFunctionDef(p->arena, place_from(p, T),
                             (AstAsyncFunctionDef){ident_of_token(p, N), arguments, B, .returns = R, .type_params = P});
}
returns(A) ::= . { A = NULL; }
returns(A) ::= RARROW test(E). { A = E.node; }

definition(A) ::= CLASS(T) NAME(N) type_parameters(P) COLON block(B). {
    A = ast_ClassDef(p->arena, place_from(p, T),
                     (AstClassDef){ident_of_token(p, N), .body = B, .type_params = P});
}
definition(A) ::= CLASS(T) NAME(N) type_parameters(P) LPAR arguments(G) RPAR COLON block(B). {
    A = ast_ClassDef(p->arena, place_from(p, T),
                     (AstClassDef){ident_of_token(p, N), G.positional, G.keywords, B, .type_params = P});
}

%type type_parameters { NodeList }
%type type_parameter_list { NodeList }
%type type_parameter { Node * }
%type bound { Node * }
%type default { Node * }
%type star_default { Node * }

type_parameters(A) ::= . { A = (NodeList){0}; }
type_parameters(A) ::= LSQB type_parameter_list(L) RSQB. { A = L; }
type_parameters(A) ::= LSQB type_parameter_list(L) COMMA RSQB. { A = L; }
type_parameter_list(A) ::= type_parameter(B). { A = list_of(p, B); }
type_parameter_list(A) ::= type_parameter_list(L) COMMA type_parameter(B). { A = list_add(p, L, B); }
type_parameter(A) ::= NAME(N) bound(B) default(D). {
    A = ast_TypeVar(p->arena, place_from(p, N), (AstTypeVar){ident_of_token(p, N), B, D});
}
type_parameter(A) ::= STAR(T) NAME(N) star_default(D). {
    A = ast_TypeVarTuple(p->arena, place_from(p, T), (AstTypeVarTuple){ident_of_token(p, N), D});
}
type_parameter(A) ::= DOUBLESTAR(T) NAME(N) default(D). {
    A = ast_ParamSpec(p->arena, place_from(p, T), (AstParamSpec){ident_of_token(p, N), D});
}
bound(A) ::= . { A = NULL; }
bound(A) ::= COLON test(E). { A = E.node; }
default(A) ::= . { A = NULL; }
default(A) ::= EQUAL test(E). { A = E.node; }
star_default(A) ::= . { A = NULL; }
star_default(A) ::= EQUAL star_expression(E). { A = E.node; }

%type parameters { Parameters }
%type parameter_list { Parameters }
%type parameter { Node * }
%type star_parameter { Node * }

parameters(A) ::= . { A = parameters_none(p); }
parameters(A) ::= parameter_list(A).
parameters(A) ::= parameter_list(A) COMMA.
parameter_list(A) ::= parameter(B) default(D). { A = parameters_add(p, parameters_none(p), B, D); }
parameter_list(A) ::= STAR. { A = parameters_add_star(p, parameters_none(p), NULL); }
parameter_list(A) ::= STAR star_parameter(B). { A = parameters_add_star(p, parameters_none(p), B); }
parameter_list(A) ::= DOUBLESTAR parameter(B). { A = parameters_add_stars(p, parameters_none(p), B); }
parameter_list(A) ::= parameter_list(L) COMMA parameter(B) default(D). { A = parameters_add(p, L, B, D); }
parameter_list(A) ::= parameter_list(L) COMMA SLASH. { A = parameters_add_slash(p, L); }
parameter_list(A) ::= parameter_list(L) COMMA STAR. { A = parameters_add_star(p, L, NULL); }
parameter_list(A) ::= parameter_list(L) COMMA STAR star_parameter(B). { A = parameters_add_star(p, L, B); }
parameter_list(A) ::= parameter_list(L) COMMA DOUBLESTAR parameter(B). { A = parameters_add_stars(p, L, B); }
parameter(A) ::= NAME(N). { A = build_parameter(p, N, NULL); }
parameter(A) ::= NAME(N) COLON test(E). { A = build_parameter(p, N, E.node); }
star_parameter(A) ::= NAME(N). { A = build_parameter(p, N, NULL); }
star_parameter(A) ::= NAME(N) COLON star_expression(E). { A = build_parameter(p, N, E.node); }

/* --- match --- */

%type cases { NodeList }
%type case { Node * }
%type guard { Node * }

compound(A) ::= MATCH(T) subject(S) COLON NEWLINE INDENT cases(C) DEDENT. {
    A = ast_Match(p->arena, place_from(p, T), (AstMatch){S.node, C});
}
subject(A) ::= named(A).
subject(A) ::= star_named(B) COMMA. { A = build_tuple(p, phrases_of(p, B)); }
subject(A) ::= star_named_list(L). { A = build_tuple(p, L); }
subject(A) ::= star_named_list(L) COMMA. { A = build_tuple(p, L); }

cases(A) ::= case(B). { A = list_of(p, B); }
cases(A) ::= cases(L) case(B). { A = list_add(p, L, B); }
case(A) ::= CASE(T) patterns(P) guard(G) COLON block(B). {
    A = ast_match_case(p->arena, T->at, (Astmatch_case){P.node, G, B});
}
guard(A) ::= . { A = NULL; }
guard(A) ::= IF named(E). { A = E.node; }

%type pattern_list { Phrases }
patterns(A) ::= pattern(A).
patterns(A) ::= any_pattern(B) COMMA. { A = build_pattern_sequence(p, B.first, list_of(p, B.node)); }
patterns(A) ::= pattern_list(L). { A = build_pattern_sequence(p, L.first, L.list); }
patterns(A) ::= pattern_list(L) COMMA. { A = build_pattern_sequence(p, L.first, L.list); }
pattern_list(A) ::= any_pattern(B) COMMA any_pattern(C). { A = phrases_add(p, phrases_of(p, B), C); }
pattern_list(A) ::= pattern_list(L) COMMA any_pattern(B). { A = phrases_add(p, L, B); }
any_pattern(A) ::= pattern(A).
any_pattern(A) ::= star_pattern(A).
star_pattern(A) ::= STAR(T) NAME(N). { A = build_pattern_star(p, T, N); }

%type alternatives { Phrases }
pattern(A) ::= or_pattern(A).
pattern(A) ::= or_pattern(B) AS NAME(N). { A = build_pattern_as(p, B, N); }
or_pattern(A) ::= closed_pattern(A).
or_pattern(A) ::= alternatives(L). { A = build_pattern_or(p, L); }
alternatives(A) ::= closed_pattern(B) VBAR closed_pattern(C). { A = phrases_add(p, phrases_of(p, B), C); }
alternatives(A) ::= alternatives(L) VBAR closed_pattern(B). { A = phrases_add(p, L, B); }

closed_pattern(A) ::= literal_pattern(E). { A = build_pattern_value(p, E); }
closed_pattern(A) ::= NAME(N). { A = build_pattern_capture(p, N); }
closed_pattern(A) ::= dotted_value(E). { A = build_pattern_value(p, E); }
closed_pattern(A) ::= LPAR(T) pattern(B) RPAR. { A = (Phrase){B.node, T}; }

/* Literals, which are keys of mappings too. */
literal_pattern(A) ::= pattern_number(A).
literal_pattern(A) ::= pattern_number(B) PLUS NUMBER(N). { A = build_pattern_complex(p, B, AST_Add, N); }
literal_pattern(A) ::= pattern_number(B) MINUS NUMBER(N). { A = build_pattern_complex(p, B, AST_Sub, N); }
literal_pattern(A) ::= strings(S). { A = build_strings(p, S); }
literal_pattern(A) ::= NONE(T). { A = build_singleton(p, T, CONST_NONE); }
literal_pattern(A) ::= TRUE(T). { A = build_singleton(p, T, CONST_TRUE); }
literal_pattern(A) ::= FALSE(T). { A = build_singleton(p, T, CONST_FALSE); }
pattern_number(A) ::= NUMBER(T). { A = build_number(p, T); }
pattern_number(A) ::= MINUS(T) NUMBER(N). { A = build_unary(p, T, AST_USub, build_number(p, N)); }

dotted_value(A) ::= NAME(N) DOT NAME(M). { A = build_attribute(p, build_name(p, N), M); }
dotted_value(A) ::= dotted_value(B) DOT NAME(N). { A = build_attribute(p, B, N); }

%type sequence_items { NodeList }
closed_pattern(A) ::= LSQB(T) RSQB. { A = build_pattern_sequence(p, T, (NodeList){0}); }
closed_pattern(A) ::= LSQB(T) sequence_items(L) RSQB. { A = build_pattern_sequence(p, T, L); }
closed_pattern(A) ::= LSQB(T) sequence_items(L) COMMA RSQB. { A = build_pattern_sequence(p, T, L); }
closed_pattern(A) ::= LPAR(T) RPAR. { A = build_pattern_sequence(p, T, (NodeList){0}); }
closed_pattern(A) ::= LPAR(T) any_pattern(B) COMMA RPAR. { A = build_pattern_sequence(p, T, list_of(p, B.node)); }
closed_pattern(A) ::= LPAR(T) pattern_list(L) RPAR. { A = build_pattern_sequence(p, T, L.list); }
closed_pattern(A) ::= LPAR(T) pattern_list(L) COMMA RPAR. { A = build_pattern_sequence(p, T, L.list); }
sequence_items(A) ::= any_pattern(B). { A = list_of(p, B.node); }
sequence_items(A) ::= sequence_items(L) COMMA any_pattern(B). { A = list_add(p, L, B.node); }

%type mapping_items { AstMatchMapping }
closed_pattern(A) ::= LBRACE(T) RBRACE. { A = build_pattern_mapping(p, T, (AstMatchMapping){}, NULL); }
closed_pattern(A) ::= LBRACE(T) mapping_items(M) RBRACE. { A = build_pattern_mapping(p, T, M, NULL); }
closed_pattern(A) ::= LBRACE(T) mapping_items(M) COMMA RBRACE. { A = build_pattern_mapping(p, T, M, NULL); }
closed_pattern(A) ::= LBRACE(T) DOUBLESTAR NAME(N) RBRACE. {
    A = build_pattern_mapping(p, T, (AstMatchMapping){}, N);
}
closed_pattern(A) ::= LBRACE(T) DOUBLESTAR NAME(N) COMMA RBRACE. {
    A = build_pattern_mapping(p, T, (AstMatchMapping){}, N);
}
closed_pattern(A) ::= LBRACE(T) mapping_items(M) COMMA DOUBLESTAR NAME(N) RBRACE. {
    A = build_pattern_mapping(p, T, M, N);
}
closed_pattern(A) ::= LBRACE(T) mapping_items(M) COMMA DOUBLESTAR NAME(N) COMMA RBRACE. {
    A = build_pattern_mapping(p, T, M, N);
}
mapping_items(A) ::= mapping_key(K) COLON pattern(V). { A = mapping_add(p, (AstMatchMapping){}, K, V); }
mapping_items(A) ::= mapping_items(M) COMMA mapping_key(K) COLON pattern(V). { A = mapping_add(p, M, K, V); }
mapping_key(A) ::= literal_pattern(A).
mapping_key(A) ::= dotted_value(A).

%type class_items { AstMatchClass }
closed_pattern(A) ::= class_name(N) LPAR RPAR. { A = build_pattern_class(p, N, (AstMatchClass){}); }
closed_pattern(A) ::= class_name(N) LPAR class_items(C) RPAR. { A = build_pattern_class(p, N, C); }
closed_pattern(A) ::= class_name(N) LPAR class_items(C) COMMA RPAR. { A = build_pattern_class(p, N, C); }
class_name(A) ::= NAME(N). { A = build_name(p, N); }
class_name(A) ::= dotted_value(A).
class_items(A) ::= pattern(B). { A = class_add(p, (AstMatchClass){}, NULL, B); }
class_items(A) ::= NAME(N) EQUAL pattern(B). { A = class_add(p, (AstMatchClass){}, N, B); }
class_items(A) ::= class_items(C) COMMA pattern(B). { A = class_add(p, C, NULL, B); }
class_items(A) ::= class_items(C) COMMA NAME(N) EQUAL pattern(B). { A = class_add(p, C, N, B); }

/* --- expressions: lists of them ---
 *
 *      star_expressions   tests and starred ones with commas; without a comma, one is itself and no tuple
 *      testlist           the same without stars
 *      star_named         what stands in brackets: a test, `name := test`, or starred
 */

%type star_list { Phrases }
star_expressions(A) ::= star_expression(A).
star_expressions(A) ::= star_expression(B) COMMA. { A = build_tuple(p, phrases_of(p, B)); }
star_expressions(A) ::= star_list(L). { A = build_tuple(p, L); }
star_expressions(A) ::= star_list(L) COMMA. { A = build_tuple(p, L); }
star_list(A) ::= star_expression(B) COMMA star_expression(C). { A = phrases_add(p, phrases_of(p, B), C); }
star_list(A) ::= star_list(L) COMMA star_expression(B). { A = phrases_add(p, L, B); }
star_expression(A) ::= test(A).
star_expression(A) ::= STAR(T) bits(B). { A = build_starred(p, T, B.node); }

%type test_list { Phrases }
testlist(A) ::= test(A).
testlist(A) ::= test(B) COMMA. { A = build_tuple(p, phrases_of(p, B)); }
testlist(A) ::= test_list(L). { A = build_tuple(p, L); }
testlist(A) ::= test_list(L) COMMA. { A = build_tuple(p, L); }
test_list(A) ::= test(B) COMMA test(C). { A = phrases_add(p, phrases_of(p, B), C); }
test_list(A) ::= test_list(L) COMMA test(B). { A = phrases_add(p, L, B); }

%type star_named_list { Phrases }
star_named_list(A) ::= star_named(B) COMMA star_named(C). { A = phrases_add(p, phrases_of(p, B), C); }
star_named_list(A) ::= star_named_list(L) COMMA star_named(B). { A = phrases_add(p, L, B); }
star_named(A) ::= named(A).
star_named(A) ::= STAR(T) bits(B). { A = build_starred(p, T, B.node); }
named(A) ::= test(A).
named(A) ::= NAME(N) COLONEQUAL test(V). { A = build_named(p, N, V.node); }

yield(A) ::= YIELD(T). { A = (Phrase){ast_Yield(p->arena, T->at, (AstYield){NULL}), T}; }
yield(A) ::= YIELD(T) star_expressions(E). {
    A = (Phrase){ast_Yield(p->arena, place_from(p, T), (AstYield){E.node}), T};
}
yield(A) ::= YIELD(T) FROM test(E). {
    A = (Phrase){ast_YieldFrom(p->arena, place_from(p, T), (AstYieldFrom){E.node}), T};
}

/* --- expressions: operators ---
 *
 *      test     `if else` and lambda
 *      logic    or, and, not, comparisons
 *      bits     arithmetic
 */

test(A) ::= logic(A).
test(A) ::= logic(B) IF logic(C) ELSE test(D). {
    A = (Phrase){ast_IfExp(p->arena, place_from(p, B.first), (AstIfExp){C.node, B.node, D.node}), B.first};
}
test(A) ::= LAMBDA(T) lambda_parameters(Q) COLON test(B). {
    Node *arguments = parameters_end(p, Q);
    A = (Phrase){ast_Lambda(p->arena, place_from(p, T), (AstLambda){arguments, B.node}), T};
}

%type lambda_parameters { Parameters }
%type lambda_list { Parameters }
%type lambda_parameter { Node * }
lambda_parameters(A) ::= . { A = parameters_none(p); }
lambda_parameters(A) ::= lambda_list(A).
lambda_parameters(A) ::= lambda_list(A) COMMA.
lambda_list(A) ::= lambda_parameter(B) default(D). { A = parameters_add(p, parameters_none(p), B, D); }
lambda_list(A) ::= STAR. { A = parameters_add_star(p, parameters_none(p), NULL); }
lambda_list(A) ::= STAR lambda_parameter(B). { A = parameters_add_star(p, parameters_none(p), B); }
lambda_list(A) ::= DOUBLESTAR lambda_parameter(B). { A = parameters_add_stars(p, parameters_none(p), B); }
lambda_list(A) ::= lambda_list(L) COMMA lambda_parameter(B) default(D). { A = parameters_add(p, L, B, D); }
lambda_list(A) ::= lambda_list(L) COMMA SLASH. { A = parameters_add_slash(p, L); }
lambda_list(A) ::= lambda_list(L) COMMA STAR. { A = parameters_add_star(p, L, NULL); }
lambda_list(A) ::= lambda_list(L) COMMA STAR lambda_parameter(B). { A = parameters_add_star(p, L, B); }
lambda_list(A) ::= lambda_list(L) COMMA DOUBLESTAR lambda_parameter(B). { A = parameters_add_stars(p, L, B); }
lambda_parameter(A) ::= NAME(N). { A = build_parameter(p, N, NULL); }

logic(A) ::= bits(A).
logic(A) ::= logic(B) OR logic(C). { A = build_bool(p, B, AST_Or, C); }
logic(A) ::= logic(B) AND logic(C). { A = build_bool(p, B, AST_And, C); }
logic(A) ::= NOT(T) logic(B). { A = build_unary(p, T, AST_Not, B); }
logic(A) ::= logic(B) EQEQUAL bits(C). { A = build_compare(p, B, AST_Eq, C); }
logic(A) ::= logic(B) not_equal bits(C). [EQEQUAL] { A = build_compare(p, B, AST_NotEq, C); }
logic(A) ::= logic(B) LESS bits(C). { A = build_compare(p, B, AST_Lt, C); }
logic(A) ::= logic(B) LESSEQUAL bits(C). { A = build_compare(p, B, AST_LtE, C); }
logic(A) ::= logic(B) GREATER bits(C). { A = build_compare(p, B, AST_Gt, C); }
logic(A) ::= logic(B) GREATEREQUAL bits(C). { A = build_compare(p, B, AST_GtE, C); }
logic(A) ::= logic(B) IN bits(C). { A = build_compare(p, B, AST_In, C); }
logic(A) ::= logic(B) NOT IN bits(C). [IN] { A = build_compare(p, B, AST_NotIn, C); }
logic(A) ::= logic(B) IS bits(C). { A = build_compare(p, B, AST_Is, C); }
logic(A) ::= logic(B) IS NOT bits(C). [IS] { A = build_compare(p, B, AST_IsNot, C); }
not_equal ::= NOTEQUAL(T). { build_check_not_equal(p, T); }

bits(A) ::= primary(A).
bits(A) ::= AWAIT(T) primary(B). {
    A = (Phrase){ast_Await(p->arena, place_from(p, T), (AstAwait){B.node}), T};
}
bits(A) ::= bits(B) VBAR bits(C). { A = build_binary(p, B, AST_BitOr, C); }
bits(A) ::= bits(B) CIRCUMFLEX bits(C). { A = build_binary(p, B, AST_BitXor, C); }
bits(A) ::= bits(B) AMPER bits(C). { A = build_binary(p, B, AST_BitAnd, C); }
bits(A) ::= bits(B) LEFTSHIFT bits(C). { A = build_binary(p, B, AST_LShift, C); }
bits(A) ::= bits(B) RIGHTSHIFT bits(C). { A = build_binary(p, B, AST_RShift, C); }
bits(A) ::= bits(B) PLUS bits(C). { A = build_binary(p, B, AST_Add, C); }
bits(A) ::= bits(B) MINUS bits(C). { A = build_binary(p, B, AST_Sub, C); }
bits(A) ::= bits(B) STAR bits(C). { A = build_binary(p, B, AST_Mult, C); }
bits(A) ::= bits(B) SLASH bits(C). { A = build_binary(p, B, AST_Div, C); }
bits(A) ::= bits(B) DOUBLESLASH bits(C). { A = build_binary(p, B, AST_FloorDiv, C); }
bits(A) ::= bits(B) PERCENT bits(C). { A = build_binary(p, B, AST_Mod, C); }
bits(A) ::= bits(B) AT bits(C). { A = build_binary(p, B, AST_MatMult, C); }
bits(A) ::= PLUS(T) bits(B). [TILDE] { A = build_unary(p, T, AST_UAdd, B); }
bits(A) ::= MINUS(T) bits(B). [TILDE] { A = build_unary(p, T, AST_USub, B); }
bits(A) ::= TILDE(T) bits(B). { A = build_unary(p, T, AST_Invert, B); }
bits(A) ::= bits(B) DOUBLESTAR bits(C). { A = build_binary(p, B, AST_Pow, C); }

/* --- expressions: primaries --- */

primary(A) ::= atom(A).
primary(A) ::= primary(B) DOT NAME(N). { A = build_attribute(p, B, N); }
primary(A) ::= primary(B) LSQB slices(S) RSQB. {
    A = (Phrase){ast_Subscript(p->arena, place_from(p, B.first), (AstSubscript){B.node, S.node, AST_Load}), B.first};
}
primary(A) ::= primary(B) LPAR arguments(G) RPAR. { A = build_call(p, B, G); }
primary(A) ::= primary(B) LPAR(T) named(E) comprehensions(C) RPAR. {
    Node *generator = ast_GeneratorExp(p->arena, place_from(p, T), (AstGeneratorExp){E.node, C});
    A = build_call(p, B, (Arguments){.positional = list_of(p, generator)});
}

%type arguments { Arguments }
%type argument_list { Arguments }
arguments(A) ::= . { A = (Arguments){0}; }
arguments(A) ::= argument_list(A).
arguments(A) ::= argument_list(A) COMMA.
argument_list(A) ::= argument(B). { A = arguments_add(p, (Arguments){0}, B); }
argument_list(A) ::= argument_list(L) COMMA argument(B). { A = arguments_add(p, L, B); }
argument(A) ::= named(A).
argument(A) ::= STAR(T) test(B). { A = build_starred(p, T, B.node); }
argument(A) ::= test(N) EQUAL test(V). { A = build_keyword(p, N, V.node); }
argument(A) ::= DOUBLESTAR(T) test(V). {
    A = (Phrase){ast_keyword(p->arena, place_from(p, T), (Astkeyword){NULL, V.node}), T};
}

%type slice_list { Phrases }
%type slice_part { Node * }
slices(A) ::= slice(A).
slices(A) ::= star_slice(B). { A = build_tuple(p, phrases_of(p, B)); }
slices(A) ::= any_slice(B) COMMA. { A = build_tuple(p, phrases_of(p, B)); }
slices(A) ::= slice_list(L). { A = build_tuple(p, L); }
slices(A) ::= slice_list(L) COMMA. { A = build_tuple(p, L); }
slice_list(A) ::= any_slice(B) COMMA any_slice(C). { A = phrases_add(p, phrases_of(p, B), C); }
slice_list(A) ::= slice_list(L) COMMA any_slice(B). { A = phrases_add(p, L, B); }
any_slice(A) ::= slice(A).
any_slice(A) ::= star_slice(A).
star_slice(A) ::= STAR(T) test(B). { A = build_starred(p, T, B.node); }
slice(A) ::= named(A).
slice(A) ::= COLON(T) slice_part(U). { A = build_slice(p, T, NULL, U, NULL); }
slice(A) ::= COLON(T) slice_part(U) COLON slice_part(S). { A = build_slice(p, T, NULL, U, S); }
slice(A) ::= test(L) COLON slice_part(U). { A = build_slice(p, L.first, L.node, U, NULL); }
slice(A) ::= test(L) COLON slice_part(U) COLON slice_part(S). { A = build_slice(p, L.first, L.node, U, S); }
slice_part(A) ::= . { A = NULL; }
slice_part(A) ::= test(E). { A = E.node; }

/* --- atoms --- */

atom(A) ::= NAME(T). { A = build_name(p, T); }
atom(A) ::= NUMBER(T). { A = build_number(p, T); }
atom(A) ::= NONE(T). { A = build_singleton(p, T, CONST_NONE); }
atom(A) ::= TRUE(T). { A = build_singleton(p, T, CONST_TRUE); }
atom(A) ::= FALSE(T). { A = build_singleton(p, T, CONST_FALSE); }
atom(A) ::= ELLIPSIS(T). { A = build_singleton(p, T, CONST_ELLIPSIS); }
atom(A) ::= strings(S). { A = build_strings(p, S); }

atom(A) ::= LPAR(T) RPAR. { A = build_paren_tuple(p, T, (NodeList){0}); }
atom(A) ::= LPAR(T) yield(E) RPAR. { A = build_group(T, E); }
atom(A) ::= LPAR(T) paren_item(E) RPAR. { A = build_paren_item(p, T, E); }
atom(A) ::= LPAR(T) paren_item(E) COMMA RPAR. { A = build_paren_tuple(p, T, list_of(p, E.node)); }
atom(A) ::= LPAR(T) paren_list(L) RPAR. { A = build_paren_tuple(p, T, L); }
atom(A) ::= LPAR(T) paren_list(L) COMMA RPAR. { A = build_paren_tuple(p, T, L); }
atom(A) ::= LPAR(T) named(E) comprehensions(C) RPAR. {
    A = (Phrase){ast_GeneratorExp(p->arena, place_from(p, T), (AstGeneratorExp){E.node, C}), T};
}

%type paren_list { NodeList }
paren_list(A) ::= paren_item(B) COMMA paren_item(C). { A = list_add(p, list_of(p, B.node), C.node); }
paren_list(A) ::= paren_list(L) COMMA paren_item(B). { A = list_add(p, L, B.node); }
paren_item(A) ::= star_named(A).
paren_item(A) ::= test(E) AS target(V). { A = build_loose_item(p, E, V.node); }

%type brackets { NodeList }
brackets(A) ::= star_named(B). { A = list_of(p, B.node); }
brackets(A) ::= star_named(B) COMMA. { A = list_of(p, B.node); }
brackets(A) ::= star_named_list(L). { A = L.list; }
brackets(A) ::= star_named_list(L) COMMA. { A = L.list; }

atom(A) ::= LSQB(T) RSQB. { A = (Phrase){ast_List(p->arena, place_from(p, T), (AstList){.ctx = AST_Load}), T}; }
atom(A) ::= LSQB(T) brackets(L) RSQB. { A = (Phrase){ast_List(p->arena, place_from(p, T), (AstList){L, AST_Load}), T}; }
atom(A) ::= LSQB(T) named(E) comprehensions(C) RSQB. {
    A = (Phrase){ast_ListComp(p->arena, place_from(p, T), (AstListComp){E.node, C}), T};
}
atom(A) ::= LBRACE(T) brackets(L) RBRACE. { A = (Phrase){ast_Set(p->arena, place_from(p, T), (AstSet){L}), T}; }
atom(A) ::= LBRACE(T) named(E) comprehensions(C) RBRACE. {
    A = (Phrase){ast_SetComp(p->arena, place_from(p, T), (AstSetComp){E.node, C}), T};
}

%type dict_items { AstDict }
atom(A) ::= LBRACE(T) RBRACE. { A = (Phrase){ast_Dict(p->arena, place_from(p, T), (AstDict){}), T}; }
atom(A) ::= LBRACE(T) dict_items(D) RBRACE. { A = (Phrase){ast_Dict(p->arena, place_from(p, T), D), T}; }
atom(A) ::= LBRACE(T) dict_items(D) COMMA RBRACE. { A = (Phrase){ast_Dict(p->arena, place_from(p, T), D), T}; }
atom(A) ::= LBRACE(T) test(K) COLON test(V) comprehensions(C) RBRACE. {
    A = (Phrase){ast_DictComp(p->arena, place_from(p, T), (AstDictComp){K.node, V.node, C}), T};
}
dict_items(A) ::= test(K) COLON test(V). { A = build_dict_add(p, (AstDict){}, K.node, V.node); }
dict_items(A) ::= DOUBLESTAR bits(V). { A = build_dict_add(p, (AstDict){}, NULL, V.node); }
dict_items(A) ::= dict_items(D) COMMA test(K) COLON test(V). { A = build_dict_add(p, D, K.node, V.node); }
dict_items(A) ::= dict_items(D) COMMA DOUBLESTAR bits(V). { A = build_dict_add(p, D, NULL, V.node); }

%type comprehensions { NodeList }
%type comprehension { Node * }
%type conditions { NodeList }
comprehensions(A) ::= comprehension(B). { A = list_of(p, B); }
comprehensions(A) ::= comprehensions(L) comprehension(B). { A = list_add(p, L, B); }
comprehension(A) ::= FOR(T) targets(V) IN logic(E) conditions(C). {
    A = ast_comprehension(p->arena, place_from(p, T), (Astcomprehension){V, E.node, C, 0});
}
comprehension(A) ::= ASYNC(T) FOR targets(V) IN logic(E) conditions(C). {
    A = ast_comprehension(p->arena, place_from(p, T), (Astcomprehension){V, E.node, C, 1});
}
conditions(A) ::= . { A = (NodeList){0}; }
conditions(A) ::= conditions(L) IF logic(E). { A = list_add(p, L, E.node); }

/* --- strings --- */

%type strings { Phrases }
strings(A) ::= string(B). { A = phrases_of(p, B); }
strings(A) ::= strings(L) string(B). { A = phrases_add(p, L, B); }
string(A) ::= STRING(T). { A = (Phrase){literal_string(p, T), T}; }
string(A) ::= FSTRING_START(T) string_parts(L) FSTRING_END. {
    A = (Phrase){ast_JoinedStr(p->arena, place_from(p, T), (AstJoinedStr){L}), T};
}
string(A) ::= TSTRING_START(T) string_parts(L) FSTRING_END. {
    A = (Phrase){ast_TemplateStr(p->arena, place_from(p, T), (AstTemplateStr){L}), T};
}

/* In a spec too the parts are text and fields. A debug field, {x=}, is also text. */
%type string_parts { NodeList }
%type field_head { Field }
%type field_debug { Field }
%type field { Field }
string_parts(A) ::= . { A = (NodeList){0}; }
string_parts(A) ::= string_parts(L) FSTRING_MIDDLE(T). { A = list_add(p, L, literal_string(p, T)); }
string_parts(A) ::= string_parts(L) field(F) RBRACE. { A = fstring_add_field(p, L, F, NULL); }
string_parts(A) ::= string_parts(L) field(F) COLON(T) string_parts(S) RBRACE. {
    A = fstring_add_field(p, L, F, fstring_spec(p, T, S));
}
field_head(A) ::= LBRACE(T) right_side(V). { A = (Field){T, V.node, .after = p->last + 1}; }
field_debug(A) ::= field_head(A).
field_debug(A) ::= field_head(B) EQUAL(T). {
    A = B;
    A.equal = T;
}
field(A) ::= field_debug(A).
field(A) ::= field_debug(B) EXCLAMATION(T) NAME(N). {
    A = B;
    A.conversion = fstring_conversion(p, T, N);
}

%code {
static void feed(Parser *p, int kind, const Token *t) {
    Py(p->machine, kind, t, p);
    p->last = t;
}

static void start(Parser *p, int mode) {
    static const Token first = {.at = {1, 0, 1, 0}};
    if (p->machine) PyFree(p->machine, free);
    p->machine = PyAlloc(malloc);
    if (!p->machine) longjmp(*p->arena->no_memory, EXIT_NO_MEMORY);
    feed(p, mode, &first);
}

void py_run(Parser *p) {
    static const int modes[] = {
        [PARSE_EXEC] = TOKEN_MODE_EXEC, [PARSE_EVAL] = TOKEN_MODE_EVAL, [PARSE_SINGLE] = TOKEN_MODE_SINGLE};
    start(p, modes[p->mode]);
    for (const Token *t = p->lexer.tokens;; t++) {
        if (t->kind == TOKEN_ERROR) parser_fail(p);
        feed(p, t->kind, t);
        if (t->kind == TOKEN_END_OF_SOURCE) break;
    }
}

Node *py_run_part(Parser *p, int mode, const Token *from, const Token *to) {
    jmp_buf *outer = p->exit, inner;
    p->part = NULL;
    p->exit = &inner;
    if (!setjmp(inner)) {
        start(p, mode);
        for (const Token *t = from; t < to; t++) {
            bool is_soft = t->kind == TOKEN_MATCH || t->kind == TOKEN_CASE || t->kind == TOKEN_TYPE;
            feed(p, is_soft ? TOKEN_NAME : t->kind, t);
        }
        feed(p, TOKEN_END_OF_SOURCE, to);
    }
    p->exit = outer;
    return p->part;
}

void py_free(Parser *p) { PyFree(p->machine, free); }
}
