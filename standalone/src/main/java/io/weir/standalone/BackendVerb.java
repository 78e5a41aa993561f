package io.weir.standalone;

import io.weir.standalone.demo.Backend;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs one back end of the tour; hidden. */
@Command(name = "backend", hidden = true, description = "Runs one back end of the tour.")
final class BackendVerb implements Callable<Integer> {

  @Option(names = "--name", required = true)
  private String name = "";

  @Option(names = "--listen", required = true)
  private int port;

  @Override
  public Integer call() throws IOException, InterruptedException {
    new Backend(name, port).serve();
    return Weir.OK;
  }
}
