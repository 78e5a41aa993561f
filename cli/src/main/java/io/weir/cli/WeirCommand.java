package io.weir.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * {@code weir VERB}: exit code 0, 1 if what was asked for cannot be had, 2 for wrong arguments.
 * {@code weir diff} has those of diff(1).
 */
@Command(
    name = "weir",
    mixinStandardHelpOptions = true,
    description = "Asks a running Weir, or proves what it kept.",
    subcommands = {
      LogCommand.class,
      DiffCommand.class,
      RevertCommand.class,
      ExportCommand.class,
      KeyCommand.class,
      VerifyCommand.class,
      ReplayCommand.class,
      ReplayCheckCommand.class,
      LedgerCommand.class
    },
    scope = CommandLine.ScopeType.INHERIT,
    sortOptions = false,
    usageHelpAutoWidth = true)
public final class WeirCommand {
  private WeirCommand() {}

  /** Does what the arguments ask for. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new WeirCommand()).setExecutionExceptionHandler(WeirCommand::failed);
  }

  /** What could not be had is one line; anything else is a defect and shows where it is. */
  private static int failed(
      Exception failure, CommandLine command, CommandLine.ParseResult arguments) throws Exception {
    PrintWriter errors = command.getErr();
    switch (failure) {
      case IOException e -> errors.println("weir: " + e.getMessage());
      case UncheckedIOException e ->
          errors.println("weir: " + Objects.requireNonNull(e.getCause()).getMessage());
      default -> throw failure;
    }
    errors.flush();
    return command.getCommandSpec().exitCodeOnExecutionException();
  }
}
