"""A text adventure: the world is a JSON document, the player's words come from a script or from the keyboard.

    ouro adventure.py            plays a recorded game
    ouro adventure.py --play     reads what you type

Rooms and things have states, doors need keys, a lamp burns down; the game can be saved, loaded and undone.
"""

import copy
import json
import re
import sys
import textwrap
from abc import ABC, abstractmethod
from collections import deque
from dataclasses import asdict, dataclass, field, replace
from enum import Flag, auto
from functools import singledispatchmethod, wraps
from typing import ClassVar, NamedTuple

WORLD = json.loads('''
{
  "start": "hall",
  "rooms": {
    "hall":    {"text": "A hall with a ticking clock. Doors lead north and east.", "exits": {"north": "library", "east": "kitchen"}},
    "library": {"text": "Shelves up to the ceiling; it smells of dust and glue.", "exits": {"south": "hall", "down": "cellar"},
                "locked": {"down": "key"}},
    "kitchen": {"text": "Copper pots, and a door to the garden in the west... no, that is the hall.", "exits": {"west": "hall"}},
    "cellar":  {"text": "A vault with a single pedestal.", "exits": {"up": "library"}, "dark": true}
  },
  "things": {
    "lamp":  {"at": "kitchen", "text": "An oil lamp.", "kind": ["PORTABLE", "LIGHT"]},
    "key":   {"at": "kitchen", "text": "A heavy iron key.", "kind": ["PORTABLE"]},
    "clock": {"at": "hall", "text": "It says five to twelve.", "kind": []},
    "book":  {"at": "library", "text": "'Reference Counting for Pleasure'.", "kind": ["PORTABLE", "READABLE"]},
    "crown": {"at": "cellar", "text": "Gold, with a small notch for every borrowed reference.", "kind": ["PORTABLE", "TREASURE"]}
  }
}
''')
SYNONYMS = {'get': 'take', 'grab': 'take', 'l': 'look', 'x': 'examine', 'i': 'inventory', 'n': 'north', 's': 'south',
            'e': 'east', 'w': 'west', 'd': 'down', 'u': 'up', 'walk': 'go', 'ignite': 'light'}
DIRECTIONS = frozenset({'north', 'south', 'east', 'west', 'up', 'down'})
NOISE = frozenset({'the', 'a', 'an', 'to', 'at', 'with', 'please'})


class Kind(Flag):
    """What can be done with a thing."""

    NOTHING = 0
    PORTABLE = auto()
    LIGHT = auto()
    READABLE = auto()
    TREASURE = auto()

    @classmethod
    def named(cls, names):
        """The kind that has all of the names."""
        kind = cls.NOTHING
        for name in names:
            kind |= cls[name]
        return kind


class Command(NamedTuple):
    """What the player wants."""

    verb: str
    thing: str = ''

    @classmethod
    def parse(cls, text):
        """The command of a line: 'Take the lamp, please' is Command('take', 'lamp')."""
        words = [SYNONYMS.get(word, word) for word in re.findall(r'[a-z]+', text.lower()) if word not in NOISE]
        match words:
            case []:
                return cls('wait')
            case [word] if word in DIRECTIONS:
                return cls('go', word)
            case ['pick', 'up', thing] | ['pick', thing, 'up']:
                return cls('take', thing)
            case ['look', thing]:
                return cls('examine', thing)
            case [verb]:
                return cls(verb)
            case [verb, thing, *_]:
                return cls(verb, thing)


class Refusal(Exception):
    """The world does not work like that."""


class GameOver(Exception):
    """The end, good or bad."""

    def __init__(self, text, won):
        super().__init__(text)
        self.won = won


@dataclass
class State:
    """All that changes."""

    room: str
    places: dict[str, str]
    turns: int = 0
    oil: int = 9
    lit: bool = False
    open: set[str] = field(default_factory=set)
    seen: set[str] = field(default_factory=set)

    HELD: ClassVar[str] = '(held)'

    def dump(self):
        """The state as JSON."""
        return json.dumps(asdict(self) | {'open': sorted(self.open), 'seen': sorted(self.seen)}, sort_keys=True)

    @classmethod
    def load(cls, text):
        """The state that dump() gave."""
        data = json.loads(text)
        return cls(**data | {'open': set(data['open']), 'seen': set(data['seen'])})


def needs_light(action):
    """For actions that cannot be done in the dark."""
    @wraps(action)
    def guarded(self, thing):
        if self.is_dark():
            raise Refusal('It is too dark for that.')
        return action(self, thing)
    return guarded


class Player(ABC):
    """Where commands come from."""

    @abstractmethod
    def lines(self):
        """What the player types, line by line."""


class Script(Player):
    """A player that knows what is coming."""

    def __init__(self, text):
        self.text = text

    def lines(self):
        for line in textwrap.dedent(self.text).strip().splitlines():
            print(f'\n> {line}')
            yield line


class Human(Player):
    """A player with a keyboard."""

    def lines(self):
        try:
            while True:
                yield input('\n> ')
        except EOFError:
            print()


class Game:
    """The world, its state, and what commands do."""

    def __init__(self, world):
        self.rooms = world['rooms']
        self.things = {name: (thing['text'], Kind.named(thing['kind'])) for name, thing in world['things'].items()}
        self.state = State(world['start'], {name: thing['at'] for name, thing in world['things'].items()})
        self.past = deque(maxlen=20)
        self.saved = None

    # --- the world ---

    @property
    def room(self):
        return self.rooms[self.state.room]

    def here(self):
        """The things in the room."""
        return sorted(name for name, at in self.state.places.items() if at == self.state.room)

    def held(self):
        """The things that the player has."""
        return sorted(name for name, at in self.state.places.items() if at == State.HELD)

    def is_dark(self):
        shines = self.state.lit and self.state.places['lamp'] in (State.HELD, self.state.room)
        return self.room.get('dark', False) and not shines

    def reach(self, name):
        """The text and kind of a thing that is near."""
        if not name:
            raise Refusal('What do you mean?')
        if name not in self.things:
            raise Refusal(f'There is no such thing as a {name}.')
        if name not in self.here() + self.held():
            raise Refusal(f'You see no {name} here.')
        return self.things[name]

    # --- what is said ---

    @singledispatchmethod
    def say(self, what):
        raise TypeError(f'cannot say {what!r}')

    @say.register
    def _(self, what: str):
        print(textwrap.fill(what, 72))

    @say.register
    def _(self, what: list):
        self.say(', '.join(what[:-1]) + ' and ' + what[-1] + '.' if len(what) > 1 else (what or ['Nothing'])[0] + '.')

    # --- commands ---

    def do_look(self, thing=''):
        if self.is_dark():
            return self.say('Darkness. You had better go back, or make light.')
        self.state.seen.add(self.state.room)
        self.say(self.room['text'])
        if self.here():
            self.say(['You see ' + self.here()[0], *self.here()[1:]])

    def do_go(self, direction):
        target = self.room['exits'].get(direction)
        if target is None:
            raise Refusal(f'You cannot go {direction}.' if direction in DIRECTIONS else 'Where?')
        lock = self.room.get('locked', {}).get(direction)
        if lock and target not in self.state.open:
            if lock not in self.held():
                raise Refusal('That way is locked.')
            self.state.open.add(target)
            self.say(f'The {lock} turns with a groan.')
        self.state.room = target
        self.do_look()

    @needs_light
    def do_take(self, thing):
        text, kind = self.reach(thing)
        if thing in self.held():
            raise Refusal('You have that already.')
        if Kind.PORTABLE not in kind:
            raise Refusal(f'The {thing} stays where it is.')
        self.state.places[thing] = State.HELD
        self.say('Taken.')
        if Kind.TREASURE in kind:
            raise GameOver(f'You have found the {thing} in {self.state.turns} turns, with oil for {self.state.oil} more.', True)

    def do_drop(self, thing):
        if thing not in self.held():
            raise Refusal('You do not have that.')
        self.state.places[thing] = self.state.room
        self.say('Dropped.')

    @needs_light
    def do_examine(self, thing):
        self.say(self.reach(thing)[0])

    @needs_light
    def do_read(self, thing):
        text, kind = self.reach(thing)
        if not kind & Kind.READABLE:
            raise Refusal('There is nothing to read on it.')
        self.say(text + ' "Every thing that is borrowed must not outlive its owner."')

    def do_light(self, thing):
        kind = self.reach(thing)[1]
        if not kind & Kind.LIGHT:
            raise Refusal('That will not burn.')
        self.state.lit = True
        self.say('The lamp is lit.')

    def do_inventory(self, thing=''):
        self.say(['You have ' + name if i == 0 else name for i, name in enumerate(self.held())])

    def do_wait(self, thing=''):
        self.say('Time passes.')

    def do_save(self, thing=''):
        self.saved = self.state.dump()
        self.say(f'Saved: {len(self.saved)} characters.')

    def do_load(self, thing=''):
        if self.saved is None:
            raise Refusal('There is no saved game.')
        self.state = State.load(self.saved)
        self.do_look()

    def do_undo(self, thing=''):
        if not self.past:
            raise Refusal('Nothing has happened yet.')
        self.state = self.past.pop()
        self.say(f'Back to turn {self.state.turns}.')

    # --- the game ---

    def turn(self, line):
        """One line of the player's."""
        command = Command.parse(line)
        action = getattr(self, f'do_{command.verb}', None)
        if action is None:
            return self.say(f'You do not know how to {command.verb}.')
        before = copy.deepcopy(self.state)
        try:
            action(command.thing)
        except Refusal as refusal:
            return self.say(str(refusal))
        if command.verb in ('undo', 'load', 'save'):
            return
        self.past.append(before)
        self.state = replace(self.state, turns=self.state.turns + 1, oil=self.state.oil - self.state.lit)
        if self.state.lit and self.state.oil < 0:
            raise GameOver('The lamp goes out for good.', False)

    def play(self, player):
        """Until the end of the game or of the player's patience; whether it was won."""
        self.do_look()
        try:
            for line in player.lines():
                self.turn(line)
        except GameOver as end:
            self.say(str(end))
            return end.won
        self.say('You leave the house.')
        return False


WINNER = '''
    look
    take clock
    x clock
    go north
    d
    read the book
    south
    dance
    east
    take lamp
    light lamp
    undo
    inventory
    get the key
    save
    west
    north
    fly
    go sideways
    down
    take crown
    load
    light the lamp, please
    w
    n
    pick up book
    drop book
    down
    i
    take crown
'''

LOSER = '''
    e
    take lamp
    light it
    light lamp
    ''' + 'wait\n    ' * 12

if __name__ == '__main__':
    if '--play' in sys.argv[1:]:
        Game(WORLD).play(Human())
    else:
        assert Command.parse('Pick the lamp up!') == ('take', 'lamp')
        assert Game(WORLD).play(Script(WINNER))
        print('\n--- another game ---')
        assert not Game(WORLD).play(Script(LOSER))
