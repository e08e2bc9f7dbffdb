package vn.cachlamhay.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLException;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import vn.cachlamhay.diag.ProblemCode;

/**
 * Asks one host for one thing: no redirects, no cookies, no private addresses unless allowed. The
 * address that is checked is the one that is connected to, since a name may lead elsewhere a moment
 * later. Thread-safe.
 */
final class Download implements AutoCloseable {

  static final String AGENT =
      RobotsTxt.TOKEN + "/1.0 (imports an article that an editor has named)";

  private final OkHttpClient client;
  private final FetchLimits limits;

  /** Where a name leads is not for us. */
  private static final class PrivateHost extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    PrivateHost(InetAddress address) {
      super(address.getHostAddress());
    }
  }

  /**
   * An answer.
   *
   * @param type of its content with its parameters, or empty
   * @param location where it redirects to
   * @param bytes nothing of one that is no success
   * @param whole whether the bytes are all of it
   */
  record Answer(int status, String type, Optional<String> location, byte[] bytes, boolean whole) {

    boolean isSuccess() {
      return status >= 200 && status < 300;
    }

    boolean isRedirect() {
      return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }
  }

  /**
   * A client.
   *
   * @param allowed which addresses may be connected to
   * @param names finds the addresses of hosts
   */
  Download(FetchLimits limits, Predicate<InetAddress> allowed, Dns names) {
    this.limits = limits;
    this.client =
        new OkHttpClient.Builder()
            .dns(name -> checked(names.lookup(name), allowed))
            .proxy(Proxy.NO_PROXY)
            .cookieJar(CookieJar.NO_COOKIES)
            .followRedirects(false)
            .followSslRedirects(false)
            .protocols(List.of(Protocol.HTTP_1_1))
            .connectionPool(new ConnectionPool(2, 5, TimeUnit.SECONDS))
            .connectTimeout(limits.connect())
            .readTimeout(limits.answer())
            .writeTimeout(limits.answer())
            .callTimeout(limits.whole())
            .addNetworkInterceptor(
                chain -> {
                  // hosts that are written as numbers are not looked up
                  InetAddress to = chain.connection().route().socketAddress().getAddress();
                  checked(List.of(to), allowed);
                  return chain.proceed(chain.request());
                })
            .build();
  }

  /** One private address among others is one too many. */
  private static List<InetAddress> checked(
      List<InetAddress> addresses, Predicate<InetAddress> allowed) throws PrivateHost {
    for (InetAddress address : addresses) {
      if (!allowed.test(address)) {
        throw new PrivateHost(address);
      }
    }
    return addresses;
  }

  /**
   * Asks.
   *
   * @param most bytes of the answer once it is unpacked
   * @throws Refusal where there is no answer
   */
  Answer get(HttpUrl address, long most, String accept) throws Refusal {
    String shown = address.toString();
    Request request =
        new Request.Builder()
            .url(address)
            .header("User-Agent", AGENT)
            .header("Accept", accept)
            .header("Accept-Language", "vi,en;q=0.5")
            .header("Accept-Encoding", "gzip")
            .build();
    try (Response response = client.newCall(request).execute()) {
      String type = response.header("Content-Type", "");
      Optional<String> location = Optional.ofNullable(response.header("Location"));
      if (!response.isSuccessful()) {
        return new Answer(response.code(), type, location, new byte[0], true);
      }
      var out = new ByteArrayOutputStream();
      boolean whole = read(response, most, out);
      return new Answer(response.code(), type, location, out.toByteArray(), whole);
    } catch (PrivateHost e) {
      throw Refusal.of(ProblemCode.WEB_DIA_CHI_RIENG, address.host(), e.getMessage()).because(e);
    } catch (UnknownHostException e) {
      throw Refusal.of(ProblemCode.WEB_KHONG_THAY_MAY, address.host()).because(e);
    } catch (InterruptedIOException e) {
      String seconds = Long.toString(limits.whole().toSeconds());
      throw Refusal.of(ProblemCode.WEB_QUA_LAU, address.host(), seconds).because(e);
    } catch (SSLException e) {
      throw Refusal.of(ProblemCode.WEB_CHUNG_THU, address.host(), reason(e)).because(e);
    } catch (IOException e) {
      throw Refusal.of(ProblemCode.WEB_KHONG_NOI_DUOC, shown, reason(e)).because(e);
    }
  }

  private static boolean read(Response response, long most, ByteArrayOutputStream out)
      throws IOException {
    String encoding = response.header("Content-Encoding", "identity").toLowerCase(Locale.ROOT);
    InputStream plain = response.body().byteStream();
    if (encoding.equals("gzip") || encoding.equals("x-gzip")) {
      plain = new GZIPInputStream(plain);
    } else if (!encoding.equals("identity") && !encoding.isEmpty()) {
      throw new IOException("Content-Encoding: " + encoding);
    }
    var buffer = new byte[16 * 1024];
    try (InputStream in = plain) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (out.size() + (long) read > most) {
          out.write(buffer, 0, (int) (most - out.size()));
          return false;
        }
        out.write(buffer, 0, read);
      }
    }
    return true;
  }

  private static String reason(IOException e) {
    String told = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    String line = told.lines().findFirst().orElse("");
    return line.length() <= 150 ? line : line.substring(0, 150) + "…";
  }

  @Override
  public void close() {
    client.connectionPool().evictAll();
  }
}
