/* The prompt. Lines are collected until they are a statement: the parser says whether what there is could go on. A
 * statement's values are printed by sys.displayhook, its exceptions by sys.excepthook; Ctrl-C gives up the statement.
 */
#include "interp/repl.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "interp/compile/compile.h"
#include "interp/io.h"
#include "interp/report.h"
#include "interp/sys.h"
#include "interp/vm/vm.h"

/* sys.ps1 or ps2 as text: new. */
static Object *prompt_text(const char *name, const char *otherwise) {
    Object *prompt = dict_get_c((Object *)runtime.sys, name);
    Object *text = prompt ? object_str(prompt) : str_from_c(otherwise);
    if (!text) {
        raise_clear();
        text = str_from_c(otherwise);
    }
    return text;
}

/* A line with its newline; empty at the end; NULL with an exception (Ctrl-C). */
static Object *read_line(bool first) {
    Object *in = xnewref(dict_get_str(runtime.sys, names.stdin)),
           *out = xnewref(dict_get_str(runtime.sys, names.stdout));
    Object *line = NULL, *prompt = prompt_text(first ? "ps1" : "ps2", first ? ">>> " : "... ");
    if (in && out && in != NONE && out != NONE && prompt && io_write(out, prompt) == 0 && io_flush(out) == 0)
        line = object_call_method(in, names.readline, NULL, 0);
    else if (!raise_pending())
        line = str_empty();
    xdecref(prompt);
    xdecref(in);
    xdecref(out);
    if (line && !str_check(line)) {
        raise_error(&exc_TypeError, "object.readline() returned non-string");
        clear_ref(&line);
    }
    return line;
}

static int say(const char *text) {
    Object *out = xnewref(dict_get_str(runtime.sys, names.stdout)), *s = str_from_c(text);
    int status = out && s && out != NONE ? io_write(out, s) : 0;
    xdecref(out);
    xdecref(s);
    return status;
}

/* Compiles what was typed so far. NULL without an exception: it is not complete yet. */
static Object *compile_input(Object *text, Object *filename, unsigned flags) {
    char *own;
    size_t n;
    const char *utf8 = str_utf8(text, &n, &own);
    if (!utf8) return NULL;
    Object *code = compile_source(utf8, n, filename, PARSE_SINGLE, PARSE_UTF8 | COMPILE_KEEP_SOURCE | flags);
    heap_free(own);
    if (!code && raise_is(&exc__IncompleteInputError)) raise_clear();
    return code;
}

/* Is there nothing in the text but white space and comments? */
static bool is_empty(Object *text) {
    const Str *s = (const Str *)text;
    for (ptrdiff_t i = 0; i < s->length; i++) {
        uint32_t c = str_at(s, i);
        if (c == '#')
            while (i + 1 < s->length && str_at(s, i + 1) != '\n') i++;
        else if (c != ' ' && c != '\t' && c != '\n' && c != '\f' && c != '\r')
            return false;
    }
    return true;
}

typedef enum Step { STEP_ON, STEP_END } Step;

/* Reads one statement and compiles it into *code, NULL if there is nothing to run. */
static Step read_statement(Object *filename, Object **code) {
    Object *text = str_empty();
    *code = NULL;
    for (bool first = true; text; first = false) {
        Object *line = read_line(first);
        if (!line) break;
        bool end = str_length(line) == 0;
        if (end && first) {
            decref(line);
            decref(text);
            return STEP_END;
        }
        set_ref(&text, str_concat(text, line));
        decref(line);
        if (!text || (first && is_empty(text))) break;
        unsigned more = end ? 0 : PARSE_ALLOW_INCOMPLETE | PARSE_DONT_IMPLY_DEDENT;
        *code = compile_input(text, filename, more);
        if (*code || raise_pending()) break;
    }
    xdecref(text);
    return STEP_ON;
}

/* After an exception: true when it ends the session; *status is then the exit status. */
static bool handle_exception(int *status) {
    if (raise_is(&exc_SystemExit)) {
        *status = report_exit_status();
        return true;
    }
    if (raise_is(&exc_KeyboardInterrupt)) {
        raise_clear();
        say("\nKeyboardInterrupt\n");
    } else {
        report_pending();
    }
    return false;
}

static void greet_user(void) {
    say("Ouro " OURO_VERSION " (Python " OURO_PYTHON_VERSION "): every object's memory can be seen.\n"
        "Type an expression, `a is b`, or help(); exit() or Ctrl-D ends.\n");
}

int repl_run(Object *module, bool greet) {
    runtime.interactive = true;
    int status = 0;
    Object *filename = str_from_c("<stdin>"), *ps1 = str_from_c(">>> "), *ps2 = str_from_c("... ");
    Dict *d = module_dict(module);
    bool good = filename && ps1 && ps2 && dict_set_c((Object *)runtime.sys, "ps1", ps1) == 0 &&
                dict_set_c((Object *)runtime.sys, "ps2", ps2) == 0;
    xdecref(ps1);
    xdecref(ps2);
    if (good && greet) greet_user();
    while (good) {
        Object *code;
        Step step = read_statement(filename, &code);
        if (step == STEP_END) break;
        Object *result = code ? vm_run_code((Code *)code, d, (Object *)d, NULL) : NULL;
        xdecref(code);
        xdecref(result);
        if (raise_pending() && handle_exception(&status)) break;
    }
    if (status == 0 && isatty(0)) say("\n");
    xdecref(filename);
    if (raise_pending()) status = report_exit_status();
    return status;
}
