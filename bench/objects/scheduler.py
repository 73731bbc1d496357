"""A discrete-event scheduler: devices, workers and handlers pass packets to one another by priority."""


class Packet:
    def __init__(self, link, identity, kind):
        self.link = link
        self.identity = identity
        self.kind = kind
        self.datum = 0
        self.data = [0] * 4

    def append_to(self, queue):
        self.link = None
        if queue is None:
            return self
        tail = queue
        while tail.link is not None:
            tail = tail.link
        tail.link = self
        return queue


class Task:
    def __init__(self, system, identity, priority, queue):
        self.system = system
        self.identity = identity
        self.priority = priority
        self.queue = queue
        self.pending = queue is not None
        self.waiting = queue is None
        self.held = False
        self.link = system.tasks
        system.tasks = self
        system.table[identity] = self

    def is_blocked(self):
        return self.held or (not self.pending and self.waiting)

    def take(self):
        packet = self.queue
        if packet is not None:
            self.queue = packet.link
            self.pending = self.queue is not None
            self.waiting = False
        return packet

    def run(self):
        return self.step(self.take() if self.pending else None)

    def add(self, packet, current):
        if self.queue is None:
            self.queue = packet
            packet.link = None
            self.pending = True
            if self.priority > current.priority:
                return self
        else:
            packet.append_to(self.queue)
        return current

    def wait(self):
        self.waiting = True
        return self

    def hold(self):
        self.system.holds += 1
        self.held = True
        return self.link

    def release(self, identity):
        task = self.system.table[identity]
        task.held = False
        return task if task.priority > self.priority else self

    def send(self, packet):
        target = self.system.table[packet.identity]
        self.system.sent += 1
        packet.link = None
        packet.identity = self.identity
        return target.add(packet, self)


class Idle(Task):
    def __init__(self, system, identity, count):
        super().__init__(system, identity, 0, None)
        self.waiting = False
        self.control = 1
        self.count = count

    def step(self, packet):
        self.count -= 1
        if self.count == 0:
            return self.hold()
        if self.control & 1:
            self.control = self.control // 2 ^ 0xD008
            return self.release(DEVICE_B)
        self.control //= 2
        return self.release(DEVICE_A)


class Worker(Task):
    def __init__(self, system, identity, priority, queue):
        super().__init__(system, identity, priority, queue)
        self.target = HANDLER_A
        self.letter = 0

    def step(self, packet):
        if packet is None:
            return self.wait()
        self.target = HANDLER_B if self.target == HANDLER_A else HANDLER_A
        packet.identity = self.target
        packet.datum = 0
        for i in range(4):
            self.letter = self.letter % 26 + 1
            packet.data[i] = self.letter
        return self.send(packet)


class Handler(Task):
    def __init__(self, system, identity, priority, queue):
        super().__init__(system, identity, priority, queue)
        self.work = None
        self.devices = None

    def step(self, packet):
        if packet is not None:
            if packet.kind == WORK:
                self.work = packet.append_to(self.work)
            else:
                self.devices = packet.append_to(self.devices)
        work = self.work
        if work is None:
            return self.wait()
        count = work.datum
        if count >= 4:
            self.work = work.link
            return self.send(work)
        device = self.devices
        if device is None:
            return self.wait()
        self.devices = device.link
        device.datum = work.data[count]
        work.datum = count + 1
        return self.send(device)


class Device(Task):
    def __init__(self, system, identity, priority):
        super().__init__(system, identity, priority, None)
        self.packet = None

    def step(self, packet):
        if packet is None:
            packet = self.packet
            if packet is None:
                return self.wait()
            self.packet = None
            return self.send(packet)
        self.packet = packet
        return self.hold()


IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B = range(6)
WORK, IO = 0, 1


class System:
    def __init__(self):
        self.tasks = None
        self.table = [None] * 6
        self.holds = self.sent = 0

    def run(self):
        task = self.tasks
        while task is not None:
            task = task.link if task.is_blocked() else task.run()


def packets(identities, kind):
    queue = None
    for identity in identities:
        queue = Packet(queue, identity, kind)
    return queue


def simulate(count):
    system = System()
    Idle(system, IDLE, count)
    Worker(system, WORKER, 1000, packets([WORKER] * 2, WORK))
    Handler(system, HANDLER_A, 2000, packets([DEVICE_A] * 3, IO))
    Handler(system, HANDLER_B, 3000, packets([DEVICE_B] * 3, IO))
    Device(system, DEVICE_A, 4000)
    Device(system, DEVICE_B, 5000)
    system.run()
    return system.holds, system.sent


for _ in range(4):
    print(*simulate(20000))
