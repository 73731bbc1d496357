/* The builtins for people at a prompt: exit, quit, copyright, credits, license and help.
 *
 * Each is an object, so that its name alone shows what to do, and a call does it. They are static: nothing is made at
 * start-up. Their types say that they are of the module _sitebuiltins, where python3.14 has them.
 */
#include "interp/builtins.h"
#include "interp/io.h"

typedef struct Command {
    Object base;
    const char *name;
    const char *text;    /* what is shown for the name alone; of exit and quit: how the input is ended */
    const char *printed; /* what a call prints, if that is something else */
} Command;

static Type quitter_type, printer_type, helper_type;

static const char license_text[] =
    "Ouro comes with its source. The libraries that are linked into it have licences of their own: GMP the LGPL,\n"
    "PCRE2 the BSD licence, utf8proc the MIT licence, OpenSSL the Apache licence, zlib the zlib licence.";

static Command exit_command = {{IMMORTAL, &quitter_type}, "exit", "Ctrl-D (i.e. EOF)"};
static Command quit_command = {{IMMORTAL, &quitter_type}, "quit", "Ctrl-D (i.e. EOF)"};
static Command copyright_command = {{IMMORTAL, &printer_type}, "copyright", "Copyright (c) the maintainers of Ouro."};
static Command credits_command = {{IMMORTAL, &printer_type},
                                  "credits",
                                  "Ouro stands on GMP, PCRE2, utf8proc, OpenSSL and zlib, and was made with re2c and "
                                  "Lemon. Its language is Python, by\n"
                                  "Guido van Rossum and the people of the Python Software Foundation."};
static Command license_command = {
    {IMMORTAL, &printer_type}, "license", "Type license() to see the full license text", license_text};
static Command help_command = {
    {IMMORTAL, &helper_type}, "help", "Type help() for interactive help, or help(object) for help about object."};

/* They are immortal: this undoes a count that has gone wrong. */
static void command_dealloc(Object *o) {
    o->refcount = IMMORTAL;
}

static Object *command_repr(Object *o) {
    return str_from_c(((Command *)o)->text);
}

/* ---- exit, quit */

static Object *quitter_repr(Object *o) {
    Command *c = (Command *)o;
    return str_format("Use %s() or %s to exit", c->name, c->text);
}

/* Whoever catches SystemExit at a prompt would read on: standard input is closed first. */
static void close_stdin(void) {
    Object *in = dict_get_str(runtime.sys, names.stdin);
    Object *result = in ? object_call_method(in, names.close, NULL, 0) : NULL;
    xdecref(result);
    raise_clear();
}

static Object *quitter_call(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const parameters[] = {"code", NULL};
    Object *code;
    if (nargs > 1)
        return raise_error(&exc_TypeError,
                           "Quitter.__call__() takes from 1 to 2 positional arguments but %zd were given", nargs + 1);
    if (args_bind("Quitter.__call__", parameters, 0, 1, args, nargs, kwnames, &code) < 0) return NULL;
    close_stdin();
    return raise_with(&exc_SystemExit, code ? code : NONE);
}

static const Member quitter_members[] = {
    {"name", MEMBER_STRING, offsetof(Command, name), MEMBER_READONLY, NULL},
    {"eof", MEMBER_STRING, offsetof(Command, text), MEMBER_READONLY, NULL},
    {NULL},
};

static Type quitter_type = {
    .mem = {.name = "_sitebuiltins.Quitter", .size = sizeof(Command), .flags = TYPE_NO_NEW, .dealloc = command_dealloc},
    .doc = "Ends the program when it is called.",
    .members = quitter_members,
    .repr = quitter_repr,
    .call = quitter_call,
};

/* ---- copyright, credits, license */

static Object *printer_call(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (args_no_keywords("_Printer.__call__", kwnames) < 0) return NULL;
    if (nargs > 0)
        return raise_error(&exc_TypeError, "_Printer.__call__() takes 1 positional argument but %zd were given",
                           nargs + 1);
    const Command *c = (Command *)o;
    Object *out = dict_get_str(runtime.sys, names.stdout);
    if (!out || out == NONE) return new_none();
    Object *line = str_format("%s\n", c->printed ? c->printed : c->text);
    incref(out);
    int status = line ? io_write(out, line) : -1;
    decref(out);
    xdecref(line);
    return status < 0 ? NULL : new_none();
}

static Type printer_type = {
    .mem = {.name = "_sitebuiltins._Printer",
            .size = sizeof(Command),
            .flags = TYPE_NO_NEW,
            .dealloc = command_dealloc},
    .doc = "Prints a text when it is called.",
    .repr = command_repr,
    .call = printer_call,
};

/* ---- help */

static Object *helper_call(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    Object *pydoc = import_name("pydoc");
    Object *help = pydoc ? object_getattr_c(pydoc, "help") : NULL;
    Object *result = help ? object_call(help, args, nargs, kwnames) : NULL;
    xdecref(help);
    xdecref(pydoc);
    return result;
}

static Type helper_type = {
    .mem = {.name = "_sitebuiltins._Helper", .size = sizeof(Command), .flags = TYPE_NO_NEW, .dealloc = command_dealloc},
    .doc = "Describes an object when it is called: see pydoc.",
    .repr = command_repr,
    .call = helper_call,
};

int site_builtins_add(Object *builtins) {
    static Command *const all[] = {&exit_command,    &quit_command,    &copyright_command,
                                   &credits_command, &license_command, &help_command};
    if (type_ready(&quitter_type) < 0 || type_ready(&printer_type) < 0 || type_ready(&helper_type) < 0) return -1;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (module_add(builtins, all[i]->name, (Object *)all[i]) < 0) return -1;
    return 0;
}
