/* ouro: the command line.
 *
 *      ouro [options] [FILE | -c CODE | -m MODULE | -] [ARGS]
 *      ouro view FILE [-o OUT.html] [--json] [--steps=N] [--] [ARGS]   interp/view/view.h
 */
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "gc/alloc_counts.h"
#include "gc/collector.h"
#include "gc/heap.h"
#include "interp/api.h"
#include "interp/compile/compile.h"
#include "interp/io.h"
#include "interp/repl.h"
#include "interp/report.h"
#include "interp/sys.h"
#include "interp/view/view.h"
#include "interp/vm/import.h"
#include "interp/vm/stats.h"
#include "interp/vm/vm.h"

typedef struct CommandLine {
    const char *code, *module, *file; /* at most one; file "-" is standard input */
    const char *dump;                 /* tokens, ast or bytecode */
    bool interactive, quiet, version, help, showrefcount, stats;
    int rest; /* argv[rest...] are the program's */
    bool view;
    ViewOptions view_options;
} CommandLine;

static const char usage[] =
    "usage: ouro [option] ... [FILE | -c CODE | -m MODULE | -] [ARG] ...\n"
    "\n"
    "FILE        runs a script          -c CODE     runs a line of code\n"
    "-m MODULE   runs a module          -           runs what comes from standard input\n"
    "            (without any of these: the prompt)\n"
    "\n"
    "-i          opens the prompt after the script         -q   without its greeting\n"
    "-O, -OO     leaves out assert (and docstrings)        -B, -s, -S, -I, -E, -u, -b are accepted\n"
    "-W ARG      a warning filter: error, ignore, ...      -X OPT  showrefcount, showalloccount, tracemalloc[=N], ...\n"
    "view FILE [-o OUT.html] [--json] [--steps=N] [--] [ARG] ...\n"
    "            runs a script and makes a page of it that shows its memory line by line\n"
    "--dump=KIND FILE   prints tokens, ast or bytecode     -V, --version   -h, --help\n"
    "--dump=bytecode --stats FILE   runs it first; then the bytecode is that which the run has specialised, with how\n"
    "            often each instruction was executed; below, all opcodes, and how often their caches were right\n"
    "\n"
    "OUROPATH and PYTHONPATH add folders to sys.path. OUROMALLOC=pymalloc|malloc|debug chooses the allocator.\n";

static int usage_error(const char *format, const char *what) {
    fprintf(stderr, format, what);
    fputs("usage: ouro [option] ... [FILE | -c CODE | -m MODULE | -] [ARG] ...\nTry `ouro -h' for more information.\n",
          stderr);
    return -1;
}

/* Options that take the rest of their word, or the next word. */
static const char *option_value(int argc, char **argv, int *i, const char *rest) {
    if (*rest) return rest;
    return *i + 1 < argc ? argv[++*i] : NULL;
}

/* One word of short options. 1: go on with the next word, 0: options are over, -1: wrong. */
static int parse_word(CommandLine *c, int argc, char **argv, int *i) {
    for (const char *p = argv[*i] + 1; *p; p++) {
        switch (*p) {
        case 'c':
        case 'm': {
            const char *value = option_value(argc, argv, i, p + 1);
            if (!value) return usage_error("Argument expected for the -%s option\n", *p == 'c' ? "c" : "m");
            *(*p == 'c' ? &c->code : &c->module) = value;
            ++*i;
            return 0;
        }
        case 'X':
        case 'W': {
            const char *value = option_value(argc, argv, i, p + 1);
            if (!value) return usage_error("Argument expected for the -%s option\n", *p == 'X' ? "X" : "W");
            if (*p == 'X' && strcmp(value, "showrefcount") == 0) c->showrefcount = true;
            if (*p == 'X' && strcmp(value, "showalloccount") == 0) alloc_counts_start();
            sys_add_option(*p, value);
            return 1;
        }
        case 'i': c->interactive = true; break;
        case 'O': runtime.optimize++; break;
        case 'V': c->version = true; break;
        case 'h': c->help = true; break;
        case 'q': c->quiet = true; break;
        case 'u':
        case 'B':
        case 's':
        case 'S':
        case 'I':
        case 'E':
        case 'b':
        case 'v':
        case 'd':
        case 'P': break;
        default: {
            char letter[2] = {*p, 0};
            return usage_error("Unknown option: -%s\n", letter);
        }
        }
    }
    return 1;
}

static int parse_command_line(CommandLine *c, int argc, char **argv) {
    int i = 1;
    for (; i < argc; i++) {
        const char *word = argv[i];
        if (word[0] != '-' || !word[1]) break;
        if (strcmp(word, "--") == 0) {
            i++;
            break;
        }
        if (strncmp(word, "--dump=", 7) == 0)
            c->dump = word + 7;
        else if (strcmp(word, "--stats") == 0)
            c->stats = true;
        else if (strcmp(word, "--version") == 0)
            c->version = true;
        else if (strcmp(word, "--help") == 0)
            c->help = true;
        else if (word[1] == '-')
            return usage_error("unknown option %s\n", word);
        else {
            int more = parse_word(c, argc, argv, &i);
            if (more < 0) return -1;
            if (more == 0) break;
        }
    }
    if (!c->code && !c->module && i < argc) c->file = argv[i++];
    c->rest = i;
    return 0;
}

/* One option of `ouro view` at argv[*i], which moves on behind it. False: it is none. */
static bool view_option(ViewOptions *v, int argc, char **argv, int *i) {
    const char *word = argv[*i];
    if (strcmp(word, "--json") == 0) {
        v->json = true;
    } else if (strncmp(word, "--steps=", 8) == 0) {
        char *end;
        unsigned long steps = strtoul(word + 8, &end, 10);
        if (steps < 2 || steps > UINT16_MAX || *end) return false;
        v->steps = (unsigned)steps;
    } else if (strcmp(word, "-o") == 0 && *i + 1 < argc) {
        v->out = argv[++*i];
    } else {
        return false;
    }
    ++*i;
    return true;
}

/* What stands behind `ouro view`: options may also follow the script. The first word that is none, or what is behind
 * `--`, begins the script's own arguments. */
static int parse_view(CommandLine *c, int argc, char **argv) {
    ViewOptions *v = &c->view_options;
    int i = 2;
    while (i < argc && argv[i][0] == '-')
        if (!view_option(v, argc, argv, &i)) return usage_error("ouro view: wrong option: %s\n", argv[i]);
    if (i == argc) return usage_error("ouro view: which script?%s\n", "");
    c->view = true;
    c->file = v->file = argv[i++];
    while (i < argc && view_option(v, argc, argv, &i)) {
    }
    if (i < argc && strcmp(argv[i], "--") == 0) i++;
    c->rest = i;
    v->argc = argc - i;
    v->argv = argv + i;
    return 0;
}

/* --- running --- */

static Object *make_main(void) {
    Object *m = module_new("__main__");
    if (!m) return NULL;
    Object *builtins = dict_get((Object *)runtime.modules, (Object *)names.builtins);
    if (dict_set((Object *)runtime.modules, (Object *)names.__main__, m) < 0 ||
        dict_set((Object *)module_dict(m), (Object *)names.__builtins__, builtins) < 0)
        clear_ref(&m);
    return m;
}

/* Runs source in __main__: the exit status. */
static int run_source(Object *main, const char *source, size_t n, const char *name, unsigned flags) {
    Object *filename = str_from_utf8_surrogates(name, strlen(name));
    Object *code = filename ? compile_source(source, n, filename, PARSE_EXEC, flags) : NULL;
    xdecref(filename);
    Dict *d = module_dict(main);
    Object *result = code ? vm_run_code((Code *)code, d, (Object *)d, NULL) : NULL;
    xdecref(code);
    if (!result) return report_exit_status();
    decref(result);
    return 0;
}

/* -c: the code may be indented as a whole. */
static int run_command(Object *main, const char *code) {
    size_t n;
    char *source = parse_dedent(code, strlen(code), &n);
    if (!source) return raise_memory(), report_exit_status();
    int status = run_source(main, source, n, "<string>", COMPILE_KEEP_SOURCE);
    free(source);
    return status;
}

/* The same, recorded. */
static int run_viewed(Object *main, const ViewOptions *options, const char *source, size_t n) {
    Object *filename = str_from_utf8_surrogates(options->path, strlen(options->path));
    Object *code = filename ? compile_source(source, n, filename, PARSE_EXEC, PARSE_FILE) : NULL;
    xdecref(filename);
    Dict *d = module_dict(main);
    bool started = code && view_start(options, (Code *)code, d) == 0;
    Object *result = started ? vm_run_code((Code *)code, d, (Object *)d, NULL) : NULL;
    int written = started ? view_finish(source, n) : -1;
    xdecref(code);
    if (!result) return report_exit_status();
    decref(result);
    return written < 0;
}

static int set_file(Object *main, const char *path) {
    Object *file = str_from_utf8_surrogates(path, strlen(path));
    Object *dict = (Object *)module_dict(main);
    int status = file ? dict_set(dict, (Object *)names.__file__, file) : -1;
    if (status == 0) status = dict_set_c(dict, "__cached__", NONE);
    xdecref(file);
    return status;
}

/* A folder runs by its __main__.py. */
static int run_folder(Object *main, const char *folder) {
    char path[4096 + 16];
    size_t n;
    snprintf(path, sizeof path, "%s/__main__.py", folder);
    char *source = import_read_file(path, &n);
    if (!source) {
        fprintf(stderr, "ouro: can't find '__main__' module in '%s'\n", folder);
        return 1;
    }
    int status = sys_set_path(folder) < 0 || set_file(main, path) < 0 ? report_exit_status()
                                                                      : run_source(main, source, n, path, PARSE_FILE);
    heap_free(source);
    return status;
}

/* A relative path behind the working folder, for that is how __file__ and tracebacks show the script. */
static const char *absolute_path(const char *path, char *buffer, size_t size) {
    size_t n = 0;
    if (path[0] == '/' || !getcwd(buffer, size) || (n = strlen(buffer)) + strlen(path) + 2 > size) return path;
    sprintf(buffer + n, "/%s", path);
    return buffer;
}

static int run_file(Object *main, const char *given, ViewOptions *view) {
    char buffer[PATH_MAX];
    const char *path = absolute_path(given, buffer, sizeof buffer);
    size_t n;
    char *source = import_read_file(path, &n);
    if (!source) {
        if (errno == EISDIR) return run_folder(main, path);
        fprintf(stderr, "ouro: can't open file '%s': [Errno %d] %s\n", path, errno, strerror(errno));
        return 2;
    }
    if (view) view->path = path;
    int status = set_file(main, path) < 0 ? report_exit_status()
                 : view                   ? run_viewed(main, view, source, n)
                                          : run_source(main, source, n, path, PARSE_FILE);
    heap_free(source);
    return status;
}

static int run_stdin(Object *main) {
    size_t n;
    char *source = import_read_file("/dev/stdin", &n);
    if (!source) return 1;
    int status = run_source(main, source, n, "<stdin>", PARSE_FILE);
    heap_free(source);
    return status;
}

static int run_module(Object *main, const char *name) {
    Object *result = import_run_module(name, main);
    if (result) {
        decref(result);
        return 0;
    }
    Object *exc = raise_current();
    if (!is_instance(exc, &exc_ImportError) || ((Exception *)exc)->traceback) return report_exit_status();
    /* nothing has been run: there is no such module */
    exc = raise_take();
    Object *line = str_format("%S: %S", dict_get_c((Object *)runtime.sys, "executable"), exc);
    char *own = NULL;
    const char *text = line ? str_utf8_surrogates(line, NULL, &own) : NULL;
    fprintf(stderr, "%s\n", text ? text : "out of memory");
    heap_free(own);
    xdecref(line);
    decref(exc);
    return 1;
}

/* sys.argv[0] and the folder in front of sys.path, as each way of starting has them. */
static int set_arguments(const CommandLine *c, int argc, char **argv) {
    const char *first = c->code ? "-c" : c->module ? "-m" : c->file ? c->file : "";
    if (sys_set_argv(first, argc - c->rest, argv + c->rest) < 0) return -1;
    char folder[4096], *slash;
    if (c->module && getcwd(folder, sizeof folder)) return sys_set_path(folder);
    if (!c->file || strcmp(c->file, "-") == 0) return sys_set_path("");
    if (!realpath(c->file, folder)) snprintf(folder, sizeof folder, "%s", c->file);
    if ((slash = strrchr(folder, '/')))
        slash[slash == folder] = 0;
    else
        strcpy(folder, "");
    return sys_set_path(folder);
}

/* Importing the module warnings makes filters of the -W options. */
static void apply_warning_options(void) {
    Object *options = dict_get_c((Object *)runtime.sys, "warnoptions");
    if (!options || !list_check(options) || list_length(options) == 0) return;
    Object *warnings = import_name("warnings");
    if (!warnings) report_pending();
    xdecref(warnings);
}

static int run(CommandLine *c, int argc, char **argv) {
    Object *main = make_main();
    if (!main || set_arguments(c, argc, argv) < 0) {
        xdecref(main);
        return report_exit_status();
    }
    apply_warning_options();
    int status = 0;
    bool prompt = c->interactive;
    if (c->code)
        status = run_command(main, c->code);
    else if (c->module)
        status = run_module(main, c->module);
    else if (c->file && strcmp(c->file, "-") != 0)
        status = run_file(main, c->file, c->view ? &c->view_options : NULL);
    else if (!c->file && isatty(0))
        prompt = true;
    else if (!prompt)
        status = run_stdin(main);
    if (prompt) status = repl_run(main, !c->quiet && !c->code && !c->module && !c->file);
    decref(main);
    return status;
}

/* --- --dump --- */

/* --stats: the script runs under this command line, and what it prints comes first. */
static int run_counted(const CommandLine *c, int argc, char **argv, Code *code) {
    Object *main = make_main();
    bool ready = main && set_arguments(c, argc, argv) == 0 && set_file(main, c->file) == 0;
    Dict *d = ready ? module_dict(main) : NULL;
    stats_start();
    Object *result = ready ? vm_run_code(code, d, (Object *)d, NULL) : NULL;
    int status = result ? 0 : report_exit_status();
    xdecref(result);
    Object *out = dict_get_c((Object *)runtime.sys, "stdout");
    if (out && io_flush(out) < 0) raise_clear();
    disassemble(code, stdout, stats_times);
    fputc('\n', stdout);
    stats_print(stdout);
    xdecref(main);
    return status;
}

static int dump_file(const CommandLine *c, int argc, char **argv) {
    size_t n;
    char *source = c->file ? import_read_file(c->file, &n) : NULL;
    if (!source) {
        fprintf(stderr, "ouro: can't open file '%s': %s\n", c->file ? c->file : "", strerror(c->file ? errno : EINVAL));
        return 2;
    }
    int status = 0;
    Object *filename = str_from_utf8_surrogates(c->file, strlen(c->file));
    if (strcmp(c->dump, "tokens") == 0) {
        status = dump_tokens(stdout, source, n, PARSE_FILE) < 0;
    } else if (strcmp(c->dump, "ast") == 0) {
        ParseResult r;
        if (parse_source(source, n, PARSE_EXEC, PARSE_FILE, &r) == PARSE_OK)
            dump_ast(stdout, r.tree);
        else
            compile_raise_parse_error(&r.error, filename);
        parse_free(&r);
    } else if (strcmp(c->dump, "bytecode") == 0) {
        Object *code = filename ? compile_source(source, n, filename, PARSE_EXEC, PARSE_FILE) : NULL;
        if (code && c->stats)
            status = run_counted(c, argc, argv, (Code *)code);
        else if (code)
            disassemble((Code *)code, stdout, NULL);
        xdecref(code);
    } else {
        usage_error("unknown kind of dump: %s\n", c->dump);
        status = 2;
    }
    if (raise_pending()) status = report_exit_status();
    xdecref(filename);
    heap_free(source);
    return status;
}

int main(int argc, char **argv) {
    CommandLine c = {0};
    bool view = argc > 1 && strcmp(argv[1], "view") == 0;
    if ((view ? parse_view : parse_command_line)(&c, argc, argv) < 0) return 2;
    if (view) view_prepare(argv);
    if (c.help) return fputs(usage, stdout) < 0;
    if (c.version) return puts("Ouro " OURO_VERSION " (Python " OURO_PYTHON_VERSION ")") < 0;
    if (runtime_start() < 0) return 1;
    int status = c.dump ? dump_file(&c, argc, argv) : run(&c, argc, argv);
    int flushed = runtime_stop();
    alloc_counts_print();
    if (c.showrefcount) fprintf(stderr, "[%zd refs, %zu blocks]\n", (ptrdiff_t)refcount_sum(), heap_blocks());
    return flushed < 0 ? 120 : status;
}
