"""enum: members looked up by attribute, value and name, compared and used as keys; flags combined; enums made."""
from enum import Enum, Flag, IntEnum, StrEnum, auto


class State(Enum):
    IDLE = "idle"
    RUNNING = "running"
    WAITING = "waiting"
    DONE = "done"


class Level(IntEnum):
    LOW = 1
    MIDDLE = 5
    HIGH = 10


class Access(Flag):
    READ = auto()
    WRITE = auto()
    RUN = auto()
    ALL = READ | WRITE | RUN


class Suit(StrEnum):
    CLUBS = auto()
    HEARTS = auto()


def step(state, tick):
    if state is State.IDLE:
        return State.RUNNING
    if state == State.RUNNING:
        return State.WAITING if tick % 3 else State.DONE
    if state is State.WAITING:
        return State.RUNNING
    return State.IDLE


def main():
    state, counts = State.IDLE, dict.fromkeys(State, 0)
    for tick in range(120000):
        state = step(state, tick)
        counts[state] += 1
    print({state.name: count for state, count in counts.items()})
    words = ["idle", "running", "waiting", "done"]
    print(sum(len(State(words[i % 4]).value) for i in range(60000)))
    names = [state.name for state in State]
    print(sum(State[names[i % 4]] is State.DONE for i in range(60000)))
    print(sum(Level.HIGH > Level(1 + i % 2 * 4) for i in range(30000)), sum(Level.LOW + i for i in range(30000)))
    rights = Access(0)
    allowed = 0
    for i in range(15000):
        rights = rights | Access.WRITE if i % 3 else (rights ^ Access.READ) & ~Access.RUN
        allowed += Access.WRITE in rights
    print(allowed, rights, Access.ALL, [flag.name for flag in Access.ALL])
    print(sum(len(state.value) for _ in range(8000) for state in State), len(State), Suit.HEARTS.upper())
    failures = 0
    for i in range(8000):
        try:
            State(i)
        except ValueError:
            failures += 1
    print(failures, State.IDLE in State, Suit.CLUBS in Suit)
    print(len("".join(f"{Level.LOW} {state!r} {Suit.CLUBS}" for _ in range(3000) for state in State)))
    made = [Enum(f"E{i}", "A B C D E") for i in range(100)]
    print(sum(cls.C.value for cls in made), made[-1].A, made[-1]["E"])


if __name__ == "__main__":
    main()
