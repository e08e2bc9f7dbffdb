package vn.cachlamhay.publish;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.model.SiteKeys;
import vn.cachlamhay.text.Nearest;

/** The targets that a site names in {@code jbake.properties}. Stateless. */
public final class Targets {

  /** How the keys begin. */
  public static final String PREFIX = "publish.";

  private static final Pattern KEY = Pattern.compile("publish\\.([^.]+)\\.(.+)");
  private static final Pattern PASSWORD_IN_URL = Pattern.compile("^[a-z]+://[^/@]*:[^/@]+@.*");

  private static final List<String> NUMBERS = List.of("connections", "timeout");
  private static final List<String> SWITCHES = List.of("keep", "zip", "path-style");
  private static final List<String> SECRETS = List.of("password", "secret", "passphrase", "token");

  private static final List<String> KEYS =
      List.of(
          "type",
          "url",
          "user",
          "key",
          "certificate",
          "connections",
          "timeout",
          "keep",
          "zip",
          "branch",
          "folder",
          "name",
          "email",
          "region",
          "profile",
          "path-style",
          "cache",
          "tls");

  private static final Map<String, Factory> TYPES = types();

  /** Makes a target, without connecting to anything. */
  private interface Factory {
    Target of(TargetConfig config, Credentials credentials) throws TargetException;
  }

  private Targets() {}

  private static Map<String, Factory> types() {
    var types = new TreeMap<String, Factory>();
    types.put("folder", FolderTarget::of);
    types.put("s3", S3Target::of);
    types.put("sftp", SftpTarget::of);
    types.put("ftp", FtpTarget::of);
    types.put("ftps", FtpTarget::of);
    types.put("webdav", WebDavTarget::of);
    types.put("git", GitTarget::of);
    return java.util.Collections.unmodifiableMap(types);
  }

  /**
   * The targets that a configuration names, by name.
   *
   * @param keys those that begin with {@link #PREFIX}
   * @param problems gets what is wrong with them
   */
  public static Map<String, TargetConfig> in(Path site, SiteKeys keys, List<Problem> problems) {
    var values = new TreeMap<String, Map<String, String>>();
    keys.values()
        .forEach(
            (key, value) -> {
              SourcePos pos = pos(keys, key);
              Matcher parts = KEY.matcher(key);
              if (!parts.matches()) {
                problems.add(unknown(pos, key, "publish.usb.type"));
                return;
              }
              check(pos, key, parts.group(1), parts.group(2), value).ifPresent(problems::add);
              values
                  .computeIfAbsent(parts.group(1), name -> new TreeMap<>())
                  .put(parts.group(2), value);
            });
    var targets = new TreeMap<String, TargetConfig>();
    values.forEach(
        (name, own) -> {
          SourcePos pos = pos(keys, PREFIX + name + ".url");
          targets.put(name, new TargetConfig(name, site, own, pos));
        });
    return targets;
  }

  private static SourcePos pos(SiteKeys keys, String key) {
    return new SourcePos(keys.file(), keys.lines().getOrDefault(key, 0), 0);
  }

  private static Optional<Problem> check(
      SourcePos pos, String key, String name, String own, String value) {
    if (SECRETS.contains(own)
        || (own.equals("url") && PASSWORD_IN_URL.matcher(value.strip()).matches())) {
      return Optional.of(
          Problem.of(ProblemCode.DICH_LO_MAT_KHAU, pos, key, TargetConfig.variable(name)));
    }
    if (!KEYS.contains(own)) {
      String near = Nearest.to(own, KEYS).orElse("type");
      return Optional.of(unknown(pos, key, PREFIX + name + "." + near));
    }
    if (NUMBERS.contains(own) && !value.strip().matches("[1-9]\\d{0,3}")) {
      return Optional.of(Problem.of(ProblemCode.DICH_GIA_TRI, pos, key, value, "1, 2, 3 …"));
    }
    if (SWITCHES.contains(own) && !value.strip().matches("true|false")) {
      return Optional.of(Problem.of(ProblemCode.DICH_GIA_TRI, pos, key, value, "true, false"));
    }
    return Optional.empty();
  }

  private static Problem unknown(SourcePos pos, String key, String near) {
    return Problem.of(ProblemCode.DICH_KHOA_LA, pos, key, near);
  }

  /**
   * The one that is meant.
   *
   * @param name as it was given, if one was
   * @throws TargetException where it is not clear which
   */
  public static TargetConfig choose(
      Map<String, TargetConfig> targets, Optional<String> name, SiteKeys keys)
      throws TargetException {
    String names = String.join(", ", targets.keySet());
    SourcePos pos = SourcePos.ofFile(keys.file());
    if (targets.isEmpty()) {
      throw new TargetException(Problem.of(ProblemCode.DICH_CHUA_KHAI, pos));
    }
    if (name.isEmpty() && targets.size() > 1) {
      String first = targets.keySet().iterator().next();
      throw new TargetException(Problem.of(ProblemCode.DICH_CHON_MOT, pos, names, first));
    }
    String wanted = name.orElse(names);
    if (!targets.containsKey(wanted)) {
      throw new TargetException(Problem.of(ProblemCode.DICH_KHONG_CO, pos, wanted, names));
    }
    return targets.get(wanted);
  }

  /**
   * The target of a configuration; nothing is connected yet.
   *
   * @throws TargetException where the configuration cannot be one
   */
  public static Target open(TargetConfig config, Credentials credentials) throws TargetException {
    Factory factory = TYPES.get(config.type());
    if (factory == null) {
      String types = String.join(", ", TYPES.keySet());
      throw config.refused(ProblemCode.DICH_SAI_LOAI, null, config.name(), config.type(), types);
    }
    return factory.of(config, credentials);
  }
}
