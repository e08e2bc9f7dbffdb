package vn.cachlamhay.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A network that breaks: hands on everything between its own port and a server's until so many
 * bytes have gone towards the server, then cuts all connections and makes no more.
 */
final class CutProxy implements AutoCloseable {

  private final ServerSocket socket;
  private final int server;
  private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);
  private final AtomicLong passed = new AtomicLong();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Thread accepting;

  CutProxy(int server) throws IOException {
    this.server = server;
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.accepting = daemon(this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  /** Bytes that went to the server so far. */
  long passed() {
    return passed.get();
  }

  void cutAfter(long bytes) {
    left.set(bytes);
  }

  void mend() {
    left.set(Long.MAX_VALUE);
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        if (left.get() <= 0) {
          client.close();
          continue;
        }
        Socket host = new Socket(InetAddress.getLoopbackAddress(), server);
        client.setTcpNoDelay(true);
        host.setTcpNoDelay(true);
        open.add(client);
        open.add(host);
        daemon(() -> pass(client, host, true));
        daemon(() -> pass(host, client, false));
      } catch (IOException e) {
        // the test is over, or the server is not there: the client finds out
        continue;
      }
    }
  }

  private void pass(Socket from, Socket to, boolean counted) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] some = new byte[4096];
      for (int read = in.read(some); read >= 0; read = in.read(some)) {
        if (counted) {
          passed.addAndGet(read);
          long rest = left.addAndGet(-read);
          if (rest <= 0) {
            out.write(some, 0, (int) Math.max(0, Math.min(read, read + rest)));
            out.flush();
            cut();
            return;
          }
        }
        out.write(some, 0, read);
        out.flush();
      }
    } catch (IOException e) {
      // one side has gone, so the other goes too
      return;
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  private void cut() throws IOException {
    for (Socket each : open) {
      each.close();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "cut-proxy");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** When this returns, nobody gets through any more, nor somebody who was just let in. */
  @Override
  public void close() throws IOException {
    socket.close();
    try {
      accepting.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
    cut();
  }
}
