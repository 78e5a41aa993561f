package io.weir.standalone.platform;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Command lines for programs that run on the JDK this one runs on. */
public final class JavaCommand {

  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  private static final List<String> ALWAYS =
      List.of(
          "-XX:+UseCompactObjectHeaders",
          "-XX:+ExitOnOutOfMemoryError",
          // Netty and Kafka do both, and the JDK would warn of it at every start.
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private static final String CLASS_PATH =
      Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
          .map(entry -> Path.of(entry).toAbsolutePath().toString())
          .collect(Collectors.joining(File.pathSeparator));

  private JavaCommand() {}

  public static List<String> jar(List<String> options, Path jar, List<String> arguments) {
    return command(options, List.of("-jar", jar.toString()), arguments);
  }

  /** Another process of this program, with the given verb. */
  public static List<String> self(List<String> options, List<String> arguments) {
    return command(options, List.of("-cp", CLASS_PATH, "io.weir.standalone.Weir"), arguments);
  }

  private static List<String> command(
      List<String> options, List<String> main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(JAVA.toString());
    command.addAll(ALWAYS);
    command.addAll(options);
    command.addAll(main);
    command.addAll(arguments);
    return command;
  }
}
