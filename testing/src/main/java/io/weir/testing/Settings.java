package io.weir.testing;

/** Settings of the kit: a system property or an environment variable of the same name. */
final class Settings {
  private Settings() {}

  static String get(String name, String otherwise) {
    String property = System.getProperty(name);
    if (property != null) {
      return property;
    }
    String variable = System.getenv(name);
    return variable != null ? variable : otherwise;
  }
}
