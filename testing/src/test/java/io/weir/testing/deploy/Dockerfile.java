package io.weir.testing.deploy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A Dockerfile as its instructions, continuation lines joined. */
record Dockerfile(List<Instruction> instructions) {
  private static final Pattern ASSIGNMENT = Pattern.compile("(\\w+)=(\"[^\"]*\"|\\S+)");

  /** One instruction, its name in capitals, and all that follows it. */
  record Instruction(String name, String arguments) {}

  static Dockerfile of(String module) {
    String text = StrictYaml.read(Repository.root().resolve(module).resolve("Dockerfile"));
    var instructions = new ArrayList<Instruction>();
    String joined = text.replaceAll("(?m)^\\s*#.*\\R", "").replaceAll("\\\\\\R\\s*", "");
    for (String line : joined.lines().filter(line -> !line.isBlank()).toList()) {
      String[] parts = line.split("\\s+", 2);
      instructions.add(new Instruction(parts[0], parts[1].strip()));
    }
    return new Dockerfile(instructions);
  }

  List<String> all(String name) {
    return instructions.stream()
        .filter(instruction -> instruction.name().equals(name))
        .map(Instruction::arguments)
        .toList();
  }

  String one(String name) {
    List<String> found = all(name);
    if (found.size() != 1) {
      throw new AssertionError("expected one " + name + ", found " + found);
    }
    return found.getFirst();
  }

  Map<String, String> environment() {
    var variables = new LinkedHashMap<String, String>();
    for (String line : all("ENV")) {
      ASSIGNMENT
          .matcher(line)
          .results()
          .forEach(result -> variables.put(result.group(1), result.group(2).replace("\"", "")));
    }
    return variables;
  }

  List<Integer> ports() {
    return List.of(one("EXPOSE").split(" ")).stream().map(Integer::valueOf).toList();
  }
}
