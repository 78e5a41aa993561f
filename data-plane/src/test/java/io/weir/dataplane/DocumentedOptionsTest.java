package io.weir.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dataplane.options.ForwardOptions;
import io.weir.dataplane.support.DocsPage;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The pages name every option of a replica and its variable, and nothing that is none. */
class DocumentedOptionsTest {
  private static final Pattern VARIABLE = Pattern.compile("env:([A-Z_]+)");
  private static final String SETTINGS = "| variable | default | of |";

  private static List<OptionSpec> options() {
    return CommandSpec.forAnnotatedObject(new Options()).options();
  }

  private static List<String> variables(OptionSpec option) {
    // as it is written: what picocli gives has the values of the variables in it
    Field field = (Field) option.userObject();
    return VARIABLE
        .matcher(field.getAnnotation(CommandLine.Option.class).defaultValue())
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }

  private static Set<String> variables() {
    Set<String> all = new TreeSet<>();
    options().forEach(option -> all.addAll(variables(option)));
    return all;
  }

  @Test
  void everyOptionHasAVariableThatItsDescriptionAndAPageName() {
    Set<String> documented = DocsPage.all().matching("(?<=`)[A-Z][A-Z0-9_]+(?=[`=])");
    assertThat(options())
        .allSatisfy(
            option -> {
              assertThat(variables(option)).as(option.longestName()).isNotEmpty();
              assertThat(String.join(" ", option.description())).contains(variables(option));
              assertThat(documented).contains(variables(option).getFirst());
            });
  }

  @Test
  void everyVariableOfTheDataPlaneInTheTableIsOne() {
    List<String> documented =
        DocsPage.of("operating.md").tables(SETTINGS).stream()
            .filter(row -> row.get(2).equals("data-plane") || row.get(2).equals("all"))
            .flatMap(row -> DocsPage.quoted(row.getFirst()).stream())
            .toList();
    assertThat(documented).isNotEmpty().isSubsetOf(variables());
  }

  @Test
  void everyOptionOnThePagesOfTheDataPlaneIsOne() {
    Set<String> known = new TreeSet<>();
    options().forEach(option -> known.addAll(Arrays.asList(option.names())));
    Stream.of("forwarding.md", "observability.md", "tls.md", "upstreams.md", "operating.md")
        .map(DocsPage::of)
        .forEach(page -> assertThat(page.matching("(?<=`)--[a-z-]+")).isSubsetOf(known));
  }

  @Test
  void whatANodeDoesUnlessToldOtherwiseIsWrittenOnce() {
    Options options = new Options();
    new CommandLine(options).parseArgs();
    assertThat(options.forward.forwarding()).isEqualTo(ForwardOptions.DEFAULT);
  }
}
