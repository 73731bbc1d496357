/* The method bodies of str, by the file they are in; the table that names them is in str_type.c. */
#ifndef OURO_STR_METHODS_H
#define OURO_STR_METHODS_H

#include "interp/object/str_impl.h"

/* str_search.c */
Object *str_find(Object *o, Object **args, ptrdiff_t nargs);
Object *str_rfind(Object *o, Object **args, ptrdiff_t nargs);
Object *str_index(Object *o, Object **args, ptrdiff_t nargs);
Object *str_rindex(Object *o, Object **args, ptrdiff_t nargs);
Object *str_count(Object *o, Object **args, ptrdiff_t nargs);
Object *str_startswith(Object *o, Object **args, ptrdiff_t nargs);
Object *str_endswith(Object *o, Object **args, ptrdiff_t nargs);
Object *str_removeprefix(Object *o, Object **args, ptrdiff_t nargs);
Object *str_removesuffix(Object *o, Object **args, ptrdiff_t nargs);

/* str_replace.c */
Object *str_replace(Object *o, Object **args, ptrdiff_t nargs);
Object *str_expandtabs(Object *o, Object **args, ptrdiff_t nargs);

/* str_translate.c */
Object *str_translate(Object *o, Object **args, ptrdiff_t nargs);
Object *str_maketrans(Object *o, Object **args, ptrdiff_t nargs);

/* str_split.c */
Object *str_split(Object *o, Object **args, ptrdiff_t nargs);
Object *str_rsplit(Object *o, Object **args, ptrdiff_t nargs);
Object *str_splitlines(Object *o, Object **args, ptrdiff_t nargs);
Object *str_partition(Object *o, Object **args, ptrdiff_t nargs);
Object *str_rpartition(Object *o, Object **args, ptrdiff_t nargs);

/* str_join.c */
Object *str_join_method(Object *o, Object **args, ptrdiff_t nargs);

/* str_pad.c */
Object *str_strip(Object *o, Object **args, ptrdiff_t nargs);
Object *str_lstrip(Object *o, Object **args, ptrdiff_t nargs);
Object *str_rstrip(Object *o, Object **args, ptrdiff_t nargs);
Object *str_center(Object *o, Object **args, ptrdiff_t nargs);
Object *str_ljust(Object *o, Object **args, ptrdiff_t nargs);
Object *str_rjust(Object *o, Object **args, ptrdiff_t nargs);
Object *str_zfill(Object *o, Object **args, ptrdiff_t nargs);

/* str_case.c */
Object *str_lower(Object *o, Object **args, ptrdiff_t nargs);
Object *str_upper(Object *o, Object **args, ptrdiff_t nargs);
Object *str_title(Object *o, Object **args, ptrdiff_t nargs);
Object *str_capitalize(Object *o, Object **args, ptrdiff_t nargs);
Object *str_swapcase(Object *o, Object **args, ptrdiff_t nargs);
Object *str_casefold(Object *o, Object **args, ptrdiff_t nargs);

/* str_classify.c */
Object *str_isalnum(Object *o, Object **args, ptrdiff_t nargs);
Object *str_isalpha(Object *o, Object **args, ptrdiff_t nargs);
Object *str_isascii(Object *o, Object **args, ptrdiff_t nargs);
Object *str_isdecimal(Object *o, Object **args, ptrdiff_t nargs);
Object *str_isdigit(Object *o, Object **args, ptrdiff_t nargs);
Object *str_isidentifier(Object *o, Object **args, ptrdiff_t nargs);
Object *str_islower(Object *o, Object **args, ptrdiff_t nargs);
Object *str_isnumeric(Object *o, Object **args, ptrdiff_t nargs);
Object *str_isprintable(Object *o, Object **args, ptrdiff_t nargs);
Object *str_isspace(Object *o, Object **args, ptrdiff_t nargs);
Object *str_istitle(Object *o, Object **args, ptrdiff_t nargs);
Object *str_isupper(Object *o, Object **args, ptrdiff_t nargs);

/* str_format.c */
Object *str_format_method(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames);
Object *str_format_map(Object *o, Object **args, ptrdiff_t nargs);
Object *str_dunder_format(Object *o, Object **args, ptrdiff_t nargs);

#endif
