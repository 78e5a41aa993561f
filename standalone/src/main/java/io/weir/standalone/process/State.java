package io.weir.standalone.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.weir.standalone.home.Ports;
import io.weir.standalone.process.Component.Stage;
import io.weir.stores.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was started and how it stands, as a file for other processes and later ones.
 *
 * @param launcher the process that wrote it
 * @param ports null when it was no launcher
 * @param failure why the start failed, for the user; null while it has not
 */
public record State(
    long launcher,
    @Nullable Ports ports,
    @Nullable String failure,
    List<ComponentState> components) {

  public enum Phase {
    /** Something it needs is not ready. */
    WAITING,
    STARTING,
    READY,
    /** It ended unasked and will be started again. */
    RESTARTING,
    FAILED,
    STOPPED
  }

  /**
   * Where a component is in its life.
   *
   * @param process null when there is none
   * @param since when the phase began
   * @param restarts how often it was started again after it had been ready
   */
  public record ComponentState(
      String name,
      Stage stage,
      int port,
      Phase phase,
      @Nullable ProcessIdentity process,
      Instant since,
      int restarts) {

    /** Of what runs without a launcher that keeps it. */
    public static ComponentState running(
        String name, Stage stage, int port, ProcessHandle process) {
      ProcessIdentity identity = ProcessIdentity.of(process);
      return new ComponentState(name, stage, port, Phase.READY, identity, Instant.now(), 0);
    }

    /** The process, if it still runs. */
    public Optional<ProcessHandle> running() {
      return Optional.ofNullable(process).flatMap(ProcessIdentity::find);
    }

    ComponentState in(Phase next, @Nullable ProcessIdentity nextProcess) {
      int starts = next == Phase.RESTARTING ? restarts + 1 : restarts;
      return new ComponentState(name, stage, port, next, nextProcess, Instant.now(), starts);
    }
  }

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  public State {
    components = List.copyOf(components);
  }

  /** Whether there are components and every one is ready. */
  public boolean allReady() {
    return !components.isEmpty()
        && components.stream().allMatch(component -> component.phase() == Phase.READY);
  }

  /** Replaces the file in one step: a reader sees the old state or the new one. */
  public void write(Path file) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    Files.write(next, JSON.writeValueAsBytes(this));
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** An empty state when there is no file, or none of ours. */
  public static State read(Path file) throws IOException {
    try {
      return JSON.readValue(Files.readAllBytes(file), State.class);
    } catch (NoSuchFileException | JsonProcessingException nothingStarted) {
      return new State(0, null, null, List.of());
    }
  }
}
