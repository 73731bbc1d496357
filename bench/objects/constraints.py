"""A solver of one-way constraints in the manner of DeltaBlue: strengths, plans, edits that travel along chains."""


class Strength:
    def __init__(self, level, name):
        self.level = level
        self.name = name

    def stronger(self, other):
        return self.level < other.level

    def weaker(self, other):
        return self.level > other.level


REQUIRED, PREFERRED, NORMAL, DEFAULT, WEAKEST = (
    Strength(i, n) for i, n in enumerate(("required", "preferred", "normal", "default", "weakest")))


class Variable:
    def __init__(self, name, value=0):
        self.name = name
        self.value = value
        self.constraints = []
        self.determined_by = None
        self.mark = 0
        self.strength = WEAKEST
        self.stay = True


class Constraint:
    def __init__(self, strength):
        self.strength = strength

    def attach(self, planner):
        for variable in self.variables():
            variable.constraints.append(self)
        self.output = None
        planner.add(self)

    def satisfy(self, mark, planner):
        self.choose(mark)
        if self.output is None:
            return None
        for variable in self.inputs():
            variable.mark = mark
        out = self.output
        overridden = out.determined_by
        if overridden is not None:
            overridden.output = None
        out.determined_by = self
        planner.propagate(self, mark)
        out.mark = mark
        return overridden

    def inputs_known(self, mark):
        return all(v.mark == mark or v.stay or v.determined_by is None for v in self.inputs())


class Unary(Constraint):
    def __init__(self, variable, strength, planner):
        super().__init__(strength)
        self.variable = variable
        self.attach(planner)

    def variables(self):
        return [self.variable]

    def inputs(self):
        return []

    def choose(self, mark):
        free = self.variable.mark != mark and self.strength.stronger(self.variable.strength)
        self.output = self.variable if free else None

    def recalculate(self):
        self.output.strength = self.strength
        self.output.stay = not self.is_input
        if self.output.stay:
            self.execute()

    def execute(self):
        pass


class Stay(Unary):
    is_input = False


class Edit(Unary):
    is_input = True


class Binary(Constraint):
    def __init__(self, first, second, strength, planner):
        super().__init__(strength)
        self.first = first
        self.second = second
        self.attach(planner)

    def variables(self):
        return [self.first, self.second]

    def inputs(self):
        return [self.first if self.output is self.second else self.second]

    def choose(self, mark):
        first, second = self.first, self.second
        if first.mark == mark:
            self.output = second if second.mark != mark and self.strength.stronger(second.strength) else None
        elif second.mark == mark:
            self.output = first if self.strength.stronger(first.strength) else None
        else:
            weaker = first if first.strength.weaker(second.strength) else second
            self.output = weaker if self.strength.stronger(weaker.strength) else None

    def recalculate(self):
        source = self.inputs()[0]
        out = self.output
        out.strength = source.strength if source.strength.weaker(self.strength) else self.strength
        out.stay = source.stay
        if out.stay:
            self.execute()


class Equal(Binary):
    is_input = False

    def execute(self):
        self.output.value = self.inputs()[0].value


class Scale(Binary):
    is_input = False

    def __init__(self, first, second, factor, offset, planner):
        self.factor = factor
        self.offset = offset
        super().__init__(first, second, REQUIRED, planner)

    def execute(self):
        if self.output is self.second:
            self.second.value = self.first.value * self.factor.value + self.offset.value
        else:
            self.first.value = (self.second.value - self.offset.value) // self.factor.value


class Planner:
    def __init__(self):
        self.current = 0

    def new_mark(self):
        self.current += 1
        return self.current

    def add(self, constraint):
        mark = self.new_mark()
        overridden = constraint.satisfy(mark, self)
        while overridden is not None:
            overridden = overridden.satisfy(mark, self)

    def remove(self, constraint):
        out = constraint.output
        for variable in constraint.variables():
            variable.constraints.remove(constraint)
        if out is not None:
            constraint.output = out.determined_by = None
            out.strength, out.stay = WEAKEST, True
            for other in sorted(out.constraints, key=lambda c: c.strength.level):
                if other.output is None:
                    self.add(other)

    def propagate(self, constraint, mark):
        todo = [constraint]
        while todo:
            c = todo.pop()
            c.recalculate()
            todo += self.consumers(c.output)

    def consumers(self, variable):
        by = variable.determined_by
        return [c for c in variable.constraints if c is not by and c.output is not None]

    def plan(self, edits):
        mark = self.new_mark()
        plan = []
        todo = [e for e in edits if e.output is not None]
        while todo:
            c = todo.pop()
            out = c.output
            if out.mark != mark and c.inputs_known(mark):
                plan.append(c)
                out.mark = mark
                todo += self.consumers(out)
        return plan


def change(planner, variable, values):
    edit = Edit(variable, PREFERRED, planner)
    plan = planner.plan([edit])
    for value in values:
        variable.value = value
        for c in plan:
            c.execute()
    planner.remove(edit)


def chain(n):
    planner = Planner()
    variables = [Variable(f"v{i}") for i in range(n + 1)]
    for a, b in zip(variables, variables[1:]):
        Equal(a, b, REQUIRED, planner)
    Stay(variables[-1], DEFAULT, planner)
    change(planner, variables[0], range(60))
    return variables[-1].value


def projection(n):
    planner = Planner()
    scale, offset = Variable("scale", 10), Variable("offset", 1000)
    sources = [Variable(f"s{i}", i) for i in range(n)]
    targets = [Variable(f"t{i}", i) for i in range(n)]
    for source, target in zip(sources, targets):
        Stay(source, NORMAL, planner)
        Scale(source, target, scale, offset, planner)
    change(planner, sources[3], range(50))
    change(planner, targets[5], range(1000, 1500, 10))
    return sum(t.value for t in targets), sources[5].value


print(chain(4000))
print(*projection(2000))
print(*[chain(n) + sum(projection(n)) for n in range(20, 320, 5)])
