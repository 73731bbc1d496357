/* The edit distance of two names, weighted: a character that was added, dropped or replaced costs 2, one that differs
 * only by case costs 1. A candidate is near enough when its distance is at most a third of all characters in both.
 * Source of the measure: the weights that CPython's suggestions have (PEP 657's successors), so that both agree.
 */
#include "interp/object/list.h"
#include "interp/object/str.h"
#include "interp/object/suggest.h"

enum { MOVE_COST = 2, CASE_COST = 1, NAME_MAX_LENGTH = 40, CANDIDATES_MAX = 750 };

static int substitution_cost(uint32_t a, uint32_t b) {
    if (a == b) return 0;
    if (a < 128 && b < 128 && (a | 32) == (b | 32) && (a | 32) >= 'a' && (a | 32) <= 'z') return CASE_COST;
    return MOVE_COST;
}

/* Distance of a and b, or something above `limit` as soon as that is certain. */
static int distance(const Str *a, const Str *b, int limit) {
    ptrdiff_t n = a->length, m = b->length;
    ptrdiff_t start = 0;
    while (start < n && start < m && str_at(a, start) == str_at(b, start)) start++;
    while (n > start && m > start && str_at(a, n - 1) == str_at(b, m - 1)) n--, m--;
    n -= start;
    m -= start;
    if (n == 0 || m == 0) return (n + m) * MOVE_COST;
    if (n > NAME_MAX_LENGTH || m > NAME_MAX_LENGTH) return limit + 1;
    int row[NAME_MAX_LENGTH + 1];
    for (ptrdiff_t i = 0; i <= n; i++) row[i] = i * MOVE_COST;
    for (ptrdiff_t j = 1; j <= m; j++) {
        int diagonal = row[0], least = row[0] = j * MOVE_COST;
        uint32_t c = str_at(b, start + j - 1);
        for (ptrdiff_t i = 1; i <= n; i++) {
            int replaced = diagonal + substitution_cost(str_at(a, start + i - 1), c);
            int moved = (row[i] < row[i - 1] ? row[i] : row[i - 1]) + MOVE_COST;
            diagonal = row[i];
            row[i] = replaced < moved ? replaced : moved;
            if (row[i] < least) least = row[i];
        }
        if (least > limit) return limit + 1;
    }
    return row[n];
}

Object *suggest_nearest(Object *name, Object *candidates) {
    if (list_length(candidates) >= CANDIDATES_MAX || str_length(name) > NAME_MAX_LENGTH) return NULL;
    Object *best = NULL;
    int best_distance = INT32_MAX;
    for (ptrdiff_t i = 0; i < list_length(candidates); i++) {
        Object *candidate = list_item(candidates, i);
        if (!str_check(candidate) || str_equal(candidate, name)) continue;
        int limit = (str_length(name) + str_length(candidate) + 3) * MOVE_COST / 6;
        if (best_distance - 1 < limit) limit = best_distance - 1;
        int d = distance((Str *)name, (Str *)candidate, limit);
        if (d > limit) continue;
        best = candidate;
        best_distance = d;
    }
    return xnewref(best);
}
