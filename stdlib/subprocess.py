"""Programs that run beside this one: started, fed, read, waited for.

A program is started by fork and exec. What goes wrong in the copy before exec, it tells through a pipe that exec
closes: so Popen() raises it here. communicate() waits for all pipes at once, so that no side waits for ever.
"""
import errno
import io
import os
import signal
import sys
import time
import types
import warnings
from os import _exit
from posix import _poll

__all__ = ['Popen', 'PIPE', 'STDOUT', 'call', 'check_call', 'getstatusoutput', 'getoutput', 'check_output', 'run',
           'CalledProcessError', 'DEVNULL', 'SubprocessError', 'TimeoutExpired', 'CompletedProcess']

PIPE, STDOUT, DEVNULL = -1, -2, -3

_READ_SIZE, _WRITE_SIZE = 32768, 4096


class SubprocessError(Exception):
    """What goes wrong with programs that run beside this one."""


class CalledProcessError(SubprocessError):
    """A program ended with a status that is not 0, and that was to be checked."""

    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode, self.cmd, self.output, self.stderr = returncode, cmd, output, stderr

    def __str__(self):
        if not self.returncode or self.returncode > 0:
            return f"Command '{self.cmd}' returned non-zero exit status {self.returncode}."
        try:
            how = repr(signal.Signals(-self.returncode))
        except ValueError:
            how = f'unknown signal {-self.returncode}'
        return f"Command '{self.cmd}' died with {how}."

    @property
    def stdout(self):
        """The same as output."""
        return self.output

    @stdout.setter
    def stdout(self, value):
        self.output = value


class TimeoutExpired(SubprocessError):
    """A program did not end in time."""

    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd, self.timeout, self.output, self.stderr = cmd, timeout, output, stderr

    def __str__(self):
        return f"Command '{self.cmd}' timed out after {self.timeout} seconds"

    stdout = CalledProcessError.stdout


class CompletedProcess:
    """What run() gives: args, returncode, stdout, stderr."""

    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args, self.returncode, self.stdout, self.stderr = args, returncode, stdout, stderr

    def __repr__(self):
        parts = [f'args={self.args!r}', f'returncode={self.returncode!r}']
        parts += [f'{name}={vars(self)[name]!r}' for name in ('stdout', 'stderr') if vars(self)[name] is not None]
        return f"{type(self).__name__}({', '.join(parts)})"

    def check_returncode(self):
        """CalledProcessError, unless the status is 0."""
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, output=self.stdout, stderr=self.stderr)

    __class_getitem__ = classmethod(types.GenericAlias)


def _user_id(name, file, kind):
    """The number of a user or a group; a name is looked up in a file of the system."""
    if not isinstance(name, str):
        return name
    with open(file, encoding='utf-8', errors='surrogateescape') as lines:
        for line in lines:
            fields = line.split(':')
            if fields[0] == name:
                return int(fields[2])
    raise KeyError(f'{kind}(): name not found: {name!r}')


def _check_id(number, what):
    if not isinstance(number, int):
        raise TypeError(f'{what} must be a string or an integer, not {type(number)}')
    if number < 0:
        raise ValueError(f'{what[0].upper()}{what[1:]} ID cannot be negative, got {number}')
    return number


class _Start:
    """Starts a program: made in the parent, run() in the copy. Its fields are options of Popen."""

    def __init__(self, args, programs, env, cwd, ends, keep, close_fds, **options):
        self.args, self.programs, self.env, self.cwd, self.ends = args, programs, env, cwd, ends
        self.keep, self.close_fds, self.options = keep, close_fds, options

    def fork(self):
        """(pid, None), or (pid, exception) when it did not come as far as running the program."""
        told, tell = map(_above_standard, os.pipe())
        pid = None
        try:
            pid = os.fork()
            if pid == 0:
                self._run(tell)
        finally:
            if pid != 0:
                os.close(tell)
        try:
            message = bytearray()
            while part := os.read(told, 50000):
                message += part
        finally:
            os.close(told)
        return pid, self._error(bytes(message)) if message else None

    def _run(self, tell):
        """In the copy: never comes back."""
        step = ''
        try:
            self._set_files(tell)
            options = self.options
            if self.cwd is not None:
                step = 'noexec:chdir'
                os.chdir(self.cwd)
                step = ''
            step = 'noexec'
            if options['umask'] >= 0:
                os.umask(options['umask'])
            if options['restore_signals']:
                for number in signal.SIGPIPE, signal.SIGXFSZ:
                    signal.signal(number, signal.SIG_DFL)
            if options['start_new_session']:
                os.setsid()
            if options['process_group'] >= 0:
                os.setpgid(0, options['process_group'])
            if options['group'] is not None:
                os.setgid(options['group'])
            if options['user'] is not None:
                os.setuid(options['user'])
            if options['preexec_fn'] is not None:
                try:
                    options['preexec_fn']()
                except BaseException:
                    os.write(tell, b'SubprocessError:0:Exception occurred in preexec_fn.')
                    _exit(255)
            if self.close_fds:
                self._close_files(tell)
            step = ''
            self._execute()
        except OSError as error:
            os.write(tell, f'OSError:{error.errno:x}:{step}'.encode())
        except BaseException as error:
            os.write(tell, f'SubprocessError:0:{error}'.encode('utf-8', 'replace'))
        finally:
            _exit(255)

    def _set_files(self, tell):
        """Makes the ends that the program gets its files 0, 1 and 2."""
        ends = list(self.ends)
        for i in 1, 2:  # an end may stand where another one belongs
            while 0 <= ends[i] < i:
                ends[i] = os.dup(ends[i])
        for target, end in enumerate(ends):
            if end == target:
                os.set_inheritable(end, True)
            elif end >= 0:
                os.dup2(end, target)

    def _close_files(self, tell):
        low = 3
        for fd in sorted({tell, *self.keep}):
            if fd >= low:
                os.closerange(low, fd)
                low = fd + 1
        os.closerange(low, 2**31 - 1)

    def _execute(self):
        problem = None
        for fd in self.keep:
            os.set_inheritable(fd, True)
        for program in self.programs:
            try:
                if self.env is None:
                    os.execv(program, self.args)
                else:
                    os.execve(program, self.args, self.env)
            except OSError as error:
                if problem is None or error.errno not in (errno.ENOENT, errno.ENOTDIR):
                    problem = error
        raise problem

    def _error(self, message):
        kind, code, text = message.decode('utf-8', 'replace').split(':', 2)
        if kind != 'OSError':
            return SubprocessError(text)
        code = int(code, 16)
        if not text:
            return OSError(code, os.strerror(code), self.options['executable'])
        return OSError(code, os.strerror(code), *([self.cwd] if text == 'noexec:chdir' else []))


def _above_standard(fd):
    """A pipe's end beyond 0, 1 and 2, which the program will have for others."""
    if fd > 2:
        return fd
    try:
        return _above_standard(os.dup(fd))
    finally:
        os.close(fd)


class Popen:
    """A program that runs. stdin, stdout and stderr are files if PIPE was asked for."""

    _child_created = False  # until then __del__ has nothing to do

    def __init__(self, args, bufsize=-1, executable=None, stdin=None, stdout=None, stderr=None, preexec_fn=None,
                 close_fds=True, shell=False, cwd=None, env=None, universal_newlines=None, startupinfo=None,
                 creationflags=0, restore_signals=True, start_new_session=False, pass_fds=(), *, user=None, group=None,
                 extra_groups=None, encoding=None, errors=None, text=None, umask=-1, pipesize=-1, process_group=None):
        bufsize = -1 if bufsize is None else bufsize
        if not isinstance(bufsize, int):
            raise TypeError('bufsize must be an integer')
        if not isinstance(pipesize, int):
            raise TypeError('pipesize must be an integer')
        if startupinfo is not None:
            raise ValueError('startupinfo is only supported on Windows platforms')
        if creationflags != 0:
            raise ValueError('creationflags is only supported on Windows platforms')
        if pass_fds and not close_fds:
            warnings.warn('pass_fds overriding close_fds.', RuntimeWarning)
            close_fds = True
        if text is not None and universal_newlines is not None and bool(universal_newlines) != bool(text):
            raise SubprocessError('Cannot disambiguate when both text and universal_newlines are supplied but '
                                  'different. Pass one or the other.')
        self.args, self.pid, self.returncode, self.encoding, self.errors = args, None, None, encoding, errors
        self.text_mode = bool(encoding or errors or text or universal_newlines)
        self._started_talking, self._input, self._sent, self._received = False, None, 0, {}

        if process_group is not None and not isinstance(process_group, int):
            raise TypeError(f"'{type(process_group).__name__}' object cannot be interpreted as an integer")
        options = {'preexec_fn': preexec_fn, 'restore_signals': restore_signals, 'umask': umask,
                   'start_new_session': start_new_session,
                   'process_group': -1 if process_group is None else process_group,
                   'user': None if user is None else _check_id(_user_id(user, '/etc/passwd', 'getpwnam'), 'user'),
                   'group': None if group is None else _check_id(_user_id(group, '/etc/group', 'getgrnam'), 'group')}
        ours, theirs, temporary = self._ends(stdin, stdout, stderr)
        try:
            self.stdin, self.stdout, self.stderr = self._files(ours, bufsize)
            self._start(args, executable, shell, cwd, env, theirs, pass_fds, close_fds, options)
        except BaseException:
            for file in filter(None, (getattr(self, name, None) for name in ('stdin', 'stdout', 'stderr'))):
                file.close()
            raise
        finally:
            for fd in temporary:
                os.close(fd)

    __class_getitem__ = classmethod(types.GenericAlias)

    # Making it

    def _ends(self, *wanted):
        """The ends of files 0, 1 and 2 that stay here, those that the program gets, and those to be closed here."""
        ours, theirs, temporary = [-1, -1, -1], [-1, -1, -1], []
        for number, each in enumerate(wanted):
            if each is None:
                continue
            if each == PIPE and not hasattr(each, 'fileno'):
                reading, writing = map(_above_standard, os.pipe())
                ours[number], theirs[number] = (reading, writing) if number else (writing, reading)
                temporary.append(theirs[number])
            elif each == STDOUT and number == 2:
                theirs[2] = theirs[1] if theirs[1] != -1 else sys.__stdout__.fileno()
            elif each == DEVNULL:
                theirs[number] = os.open(os.devnull, os.O_RDWR)
                temporary.append(theirs[number])
            else:
                theirs[number] = each if isinstance(each, int) else each.fileno()
        return ours, theirs, temporary

    def _files(self, ours, bufsize):
        if self.text_mode and bufsize == 1:
            line_buffering, bufsize = True, -1
        else:
            line_buffering = False
            if bufsize == 1:
                warnings.warn("line buffering (buffering=1) isn't supported in binary mode, the default buffer size "
                              'will be used', RuntimeWarning, stacklevel=3)
                bufsize = -1
        files = []
        for number, fd in enumerate(ours):
            file = None
            if fd != -1:
                file = io.open(fd, 'rb' if number else 'wb', bufsize)
                if self.text_mode:
                    more = {} if number else {'write_through': True, 'line_buffering': line_buffering}
                    file = io.TextIOWrapper(file, encoding=self.encoding, errors=self.errors, **more)
            files.append(file)
        return files

    def _start(self, args, executable, shell, cwd, env, ends, keep, close_fds, options):
        args = [args] if isinstance(args, (str, bytes, os.PathLike)) else list(args)
        if shell:
            args = ['/bin/sh', '-c', *args]
            if executable:
                args[0] = executable
        executable = args[0] if executable is None else executable
        program = os.fsencode(executable)
        if os.path.dirname(program):
            programs = [program]
        else:
            programs = [os.path.join(os.fsencode(folder), program) for folder in os.get_exec_path(env)]
        sys.audit('subprocess.Popen', executable, args, cwd, env)
        keep = tuple(map(int, keep))
        start = _Start(args, programs, env, cwd, ends, keep, close_fds, executable=executable, **options)
        self.pid, error = start.fork()
        self._child_created = True
        if error is not None:
            self.returncode = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
            raise error

    # Its life

    def __repr__(self):
        text = f'<{type(self).__name__}: returncode: {self.returncode} args: {self.args!r}>'
        return text if len(text) <= 80 else text[:76] + '...>'

    @property
    def universal_newlines(self):
        """The same as text_mode."""
        return self.text_mode

    @universal_newlines.setter
    def universal_newlines(self, value):
        self.text_mode = bool(value)

    def __enter__(self):
        return self

    def __exit__(self, exc_type, value, traceback):
        for file in self.stdout, self.stderr:
            if file:
                file.close()
        try:
            if self.stdin:
                self.stdin.close()
        finally:
            if exc_type is not KeyboardInterrupt:
                self.wait()

    def __del__(self):
        if self._child_created and self.returncode is None:
            warnings.warn(f'subprocess {self.pid} is still running', ResourceWarning, source=self)
            self.poll()

    def _ask(self, options):
        """Asks the system for the status; None: it runs still."""
        if self.returncode is None:
            try:
                pid, status = os.waitpid(self.pid, options)
            except ChildProcessError:  # somebody else has asked already: nobody knows
                self.returncode = 0
            else:
                if pid == self.pid:
                    self.returncode = os.waitstatus_to_exitcode(status)
        return self.returncode

    def poll(self):
        """The status if it has ended, else None."""
        return self._ask(os.WNOHANG)

    def wait(self, timeout=None):
        """Waits until it ends: the status, or minus the signal. TimeoutExpired if that takes too long."""
        if timeout is None:
            while self._ask(0) is None:
                pass
            return self.returncode
        end, pause = time.monotonic() + timeout, 0.0005
        while self._ask(os.WNOHANG) is None:
            left = end - time.monotonic()
            if left <= 0:
                raise TimeoutExpired(self.args, timeout)
            pause = min(2 * pause, left, 0.05)
            time.sleep(pause)
        return self.returncode

    def send_signal(self, sig):
        """Sends a signal, unless it has ended."""
        if self.poll() is None:
            try:
                os.kill(self.pid, sig)
            except ProcessLookupError:
                pass

    def terminate(self):
        """Asks it to end, by SIGTERM."""
        self.send_signal(signal.SIGTERM)

    def kill(self):
        """Ends it, by SIGKILL."""
        self.send_signal(signal.SIGKILL)

    # Talking to it

    def communicate(self, input=None, timeout=None):
        """Sends input, reads all that it writes and waits until it ends: (stdout, stderr), None for what is no pipe.
        After a TimeoutExpired it can be called again, and nothing is lost."""
        if self._started_talking and input:
            raise ValueError('Cannot send input after starting communication')
        if not self._started_talking:
            self._started_talking = True
            self._set_input(input)
        end = None if timeout is None else time.monotonic() + timeout
        outputs = [file for file in (self.stdout, self.stderr) if file]
        self._exchange(outputs, end, timeout)
        try:
            self.wait(None if end is None else max(end - time.monotonic(), 0))
        except TimeoutExpired:
            raise TimeoutExpired(self.args, timeout) from None
        return tuple(self._result(file) for file in (self.stdout, self.stderr))

    def _set_input(self, input):
        if self.stdin is None:
            return
        self.stdin.flush()
        if input is not None and self.text_mode and isinstance(input, str):
            input = input.encode(self.stdin.encoding, self.stdin.errors)
        self._input = memoryview(input or b'').cast('B') if input else None
        if not input:
            self._close_stdin()

    def _close_stdin(self):
        try:
            self.stdin.close()
        except BrokenPipeError:
            pass

    def _exchange(self, outputs, end, timeout):
        """Sends and receives whatever can be, until all pipes are closed."""
        for file in outputs:
            self._received.setdefault(file, [])
        while True:
            reading = {file.fileno(): file for file in outputs if not file.closed}
            writing = [self.stdin.fileno()] if self._input is not None else []
            if not reading and not writing:
                return
            left = None if end is None else end - time.monotonic()
            if left is not None and left < 0:
                received = [b''.join(self._received[file]) if file else None for file in (self.stdout, self.stderr)]
                output, errors = (part or None for part in received)
                raise TimeoutExpired(self.args, timeout, output=output, stderr=errors)
            for fd in _poll(list(reading), writing, left):
                if fd in reading:
                    self._receive(fd, reading[fd])
                else:
                    self._send(fd)

    def _receive(self, fd, file):
        data = os.read(fd, _READ_SIZE)
        if data:
            self._received[file].append(data)
        else:
            file.close()

    def _send(self, fd):
        try:
            self._sent += os.write(fd, self._input[self._sent:self._sent + _WRITE_SIZE])
            over = self._sent >= len(self._input)
        except BrokenPipeError:  # it does not want any more
            over = True
        if over:
            self._input = None
            self._close_stdin()

    def _result(self, file):
        if file is None:
            return None
        data = b''.join(self._received[file])
        if not self.text_mode:
            return data
        return data.decode(file.encoding, file.errors).replace('\r\n', '\n').replace('\r', '\n')


# --- the short ways ---

def run(*popenargs, input=None, capture_output=False, timeout=None, check=False, **kwargs):
    """Runs a program to its end: a CompletedProcess. capture_output keeps what it writes; check: a status that is not 0
    is a CalledProcessError; timeout: it is killed then, and TimeoutExpired raised."""
    if input is not None:
        if kwargs.get('stdin') is not None:
            raise ValueError('stdin and input arguments may not both be used.')
        kwargs['stdin'] = PIPE
    if capture_output:
        if kwargs.get('stdout') is not None or kwargs.get('stderr') is not None:
            raise ValueError('stdout and stderr arguments may not be used with capture_output.')
        kwargs |= {'stdout': PIPE, 'stderr': PIPE}
    with Popen(*popenargs, **kwargs) as process:
        try:
            outputs = process.communicate(input, timeout=timeout)
        except BaseException:
            process.kill()
            process.wait()
            raise
        done = CompletedProcess(process.args, process.poll(), *outputs)
    if check:
        done.check_returncode()
    return done


def call(*popenargs, timeout=None, **kwargs):
    """Runs a program to its end: its status."""
    with Popen(*popenargs, **kwargs) as process:
        try:
            return process.wait(timeout=timeout)
        except BaseException:
            process.kill()
            raise


def check_call(*popenargs, **kwargs):
    """call(), but a status that is not 0 is a CalledProcessError."""
    status = call(*popenargs, **kwargs)
    if status:
        command = kwargs.get('args')
        raise CalledProcessError(status, popenargs[0] if command is None else command)
    return 0


def check_output(*popenargs, timeout=None, **kwargs):
    """Runs a program to its end: what it wrote. A status that is not 0 is a CalledProcessError."""
    for name in 'stdout', 'check':
        if name in kwargs:
            raise ValueError(f'{name} argument not allowed, it will be overridden.')
    if 'input' in kwargs and kwargs['input'] is None:
        text = any(kwargs.get(name) for name in ('text', 'encoding', 'errors', 'universal_newlines'))
        kwargs['input'] = '' if text else b''
    return run(*popenargs, stdout=PIPE, timeout=timeout, check=True, **kwargs).stdout


def getstatusoutput(cmd, *, encoding=None, errors=None):
    """Runs a shell command: (its status, what it wrote to both files, without the newline at the end)."""
    done = run(cmd, shell=True, text=True, stdout=PIPE, stderr=STDOUT, encoding=encoding, errors=errors)
    return done.returncode, done.stdout.removesuffix('\n')


def getoutput(cmd, *, encoding=None, errors=None):
    """Runs a shell command: what it wrote to both files, without the newline at the end."""
    return getstatusoutput(cmd, encoding=encoding, errors=errors)[1]


def list2cmdline(seq):
    """Arguments as one line, as programs of Microsoft's C compiler read it."""
    words = []
    for arg in map(os.fsdecode, seq):
        quoted = not arg or ' ' in arg or '\t' in arg
        word, slashes = '"' if quoted else '', 0
        for c in arg:
            if c == '\\':
                slashes += 1
                continue
            word += '\\' * (2 * slashes + 1 if c == '"' else slashes) + c
            slashes = 0
        words.append(word + '\\' * (2 * slashes if quoted else slashes) + ('"' if quoted else ''))
    return ' '.join(words)
