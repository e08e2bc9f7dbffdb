"""A way to a server on this machine that takes as long as one to a server far away."""
import collections
import socket
import threading
import time


class Way:
    """Hands on what comes to its port, both ways, half a round trip later each."""

    def __init__(self, server_port, round_trip):
        self.server_port = server_port
        self.delay = round_trip / 2000
        self.socket = socket.create_server(("127.0.0.1", 0), backlog=50)
        self.port = self.socket.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            client, _ = self.socket.accept()
            server = socket.create_connection(("127.0.0.1", self.server_port))
            for one, other in ((client, server), (server, client)):
                one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                waiting, more = collections.deque(), threading.Semaphore(0)
                threading.Thread(target=self.take, args=(one, waiting, more), daemon=True).start()
                threading.Thread(target=self.give, args=(other, waiting, more), daemon=True).start()

    def take(self, one, waiting, more):
        some = b"x"
        while some:
            try:
                some = one.recv(1 << 18)
            except OSError:
                some = b""
            waiting.append((time.monotonic() + self.delay, some))
            more.release()

    def give(self, other, waiting, more):
        while True:
            more.acquire()
            due, some = waiting.popleft()
            time.sleep(max(0, due - time.monotonic()))
            try:
                if not some:
                    other.shutdown(socket.SHUT_WR)
                    return
                other.sendall(some)
            except OSError:
                return
