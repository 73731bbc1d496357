/* Where a warning comes from: the frame to blame, and its line of source. */
#include "interp/warning_frames.h"

#include "interp/api.h"
#include "interp/report_frame.h"
#include "interp/vm/vm.h"

static bool skipped(Object *filename, Object *prefixes) {
    for (ptrdiff_t i = 0; prefixes && i < tuple_length(prefixes); i++) {
        Object *prefix = tuple_item(prefixes, i);
        ptrdiff_t n = str_length(prefix);
        if (n > str_length(filename)) continue;
        Object *start = str_substring(filename, 0, n);
        bool same = start && str_equal(start, prefix);
        xdecref(start);
        if (same) return true;
    }
    return false;
}

/* A frame that is at its return only gives up its locals: what their finalizers warn of is the caller's. */
static bool is_leaving(const uint64_t *pc) {
    return insn_op(*pc) == OP_RETURN;
}

static bool find_frame(ptrdiff_t level, Object *prefixes, Object **filename, int *line, Object **globals) {
    Object **base = vm.base;
    const uint64_t *pc = vm.pc;
    bool found = base != NULL, first = true; /* the frame that warns counts, wherever it is */
    if (found && is_leaving(pc)) found = frame_outer(&base, &pc);
    while (found) {
        *filename = (Object *)frame_function(base)->code->filename;
        if ((first || !skipped(*filename, prefixes)) && --level <= 0) break;
        first = false;
        found = frame_outer(&base, &pc);
    }
    if (!found) return false;
    *line = (int)code_span(frame_function(base)->code, pc).line;
    *globals = (Object *)frame_function(base)->globals;
    return true;
}

/* One line of a file, without the white space around it. */
static Object *source_line(Object *filename, int line) {
    Object *whole = report_source_line(NULL, filename, line), *result = NULL;
    report_forget_source();
    ptrdiff_t start = 0, end = whole ? str_length(whole) : 0;
    while (start < end && str_at((Str *)whole, start) <= ' ') start++;
    while (end > start && str_at((Str *)whole, end - 1) <= ' ') end--;
    if (start < end) result = str_substring(whole, start, end);
    xdecref(whole);
    raise_clear();
    return result;
}

void warning_frames_start(void) {
    warnings_hooks.frame = find_frame;
    warnings_hooks.source_line = source_line;
}
