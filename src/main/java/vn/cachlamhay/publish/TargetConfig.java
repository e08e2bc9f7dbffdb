package vn.cachlamhay.publish;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SourcePos;

/**
 * What {@code jbake.properties} says of one target: the keys {@code publish.<name>.…} without that
 * beginning. Immutable.
 *
 * @param name of the target
 * @param site the site folder
 * @param values by key
 * @param pos where its address stands, for problems
 */
public record TargetConfig(String name, Path site, Map<String, String> values, SourcePos pos) {

  public TargetConfig {
    values = Map.copyOf(values);
  }

  /** What stands at a key; empty where nothing does. */
  public Optional<String> value(String key) {
    return Optional.ofNullable(values.get(key)).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** The kind of target. */
  public String type() {
    return value("type").orElse("");
  }

  /**
   * The address, which never has a password in it.
   *
   * @throws TargetException where it is none
   */
  public URI url() throws TargetException {
    try {
      return new URI(value("url").orElse(""));
    } catch (java.net.URISyntaxException e) {
      String example = type() + "://may-chu.example.vn/thu-muc";
      throw refused(ProblemCode.DICH_SAI_DIA_CHI, e, value("url").orElse(""), example);
    }
  }

  /** Whether a key says {@code true}. */
  public boolean is(String key, boolean otherwise) {
    return value(key).map("true"::equals).orElse(otherwise);
  }

  /** A number at a key. */
  public int number(String key, int otherwise) {
    // checked when the configuration is read
    return value(key).map(Integer::parseInt).orElse(otherwise);
  }

  /** Seconds without an answer after which a connection counts as lost. */
  public int timeout() {
    return number("timeout", 30);
  }

  /** Something that is wrong with this target. */
  public Problem problem(ProblemCode code, String... particulars) {
    return Problem.of(code, pos, particulars);
  }

  /** The same as an exception. */
  public TargetException refused(ProblemCode code, Throwable cause, String... particulars) {
    return new TargetException(problem(code, particulars), cause);
  }

  /**
   * A value that cannot be used.
   *
   * @param possible values that could
   */
  public TargetException refusedValue(String key, Throwable cause, String possible) {
    return refused(
        ProblemCode.DICH_GIA_TRI,
        cause,
        "publish." + name + "." + key,
        value(key).orElse(""),
        possible);
  }

  /** Who logs in: as a key of its own says, else as the address does. */
  public Optional<String> user(URI url) {
    return value("user").or(() -> Optional.ofNullable(url.getUserInfo()));
  }

  /**
   * The password: from the variable {@code PORTAL_PASSWORD_<NAME>} or {@code PORTAL_PASSWORD}, or
   * typed.
   *
   * @param credentials where to ask
   * @param of what it opens
   * @throws TargetException where there is none
   */
  public String password(Credentials credentials, String of) throws TargetException {
    return credentials
        .variable(variable(name))
        .or(() -> credentials.variable("PORTAL_PASSWORD"))
        .or(() -> credentials.password(of))
        .orElseThrow(() -> refused(ProblemCode.DICH_THIEU_MAT_KHAU, null, of, variable(name)));
  }

  /** The variable of the environment that holds the password of a target. */
  static String variable(String name) {
    return "PORTAL_PASSWORD_"
        + name.toUpperCase(java.util.Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }
}
