package io.weir.dataplane.tls;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import io.weir.contracts.value.CertificateName;
import io.weir.contracts.value.InvalidValueException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The certificates of a directory: {@code NAME.crt} (a PEM chain) and, but for authorities, {@code
 * NAME.key} (PEM PKCS#8). Looked at again at most once a second, on a thread of its own. Files that
 * do not fit or cannot be read leave what was there before in use. Thread-safe.
 */
public final class Certificates implements AutoCloseable {
  /** How often files are looked at. */
  public static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private static final System.Logger LOG = System.getLogger(Certificates.class.getName());
  private static final String CERTIFICATE = ".crt";
  private static final String KEY = ".key";

  private final @Nullable Path directory;
  private final Supplier<? extends Collection<CertificateName>> wanted;
  private final Map<CertificateName, CertificateFiles> known = new ConcurrentHashMap<>();
  private final List<Runnable> followed = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("certificates").daemon().factory());
  private @Nullable String trouble;

  /**
   * Certificates that have not been looked at.
   *
   * @param directory where they are, or null if there are none
   * @param wanted which ones the configuration names as of now: one that is missing is told
   * @throws IllegalArgumentException if there is no such directory
   */
  public Certificates(
      @Nullable Path directory, Supplier<? extends Collection<CertificateName>> wanted) {
    if (directory != null && !Files.isDirectory(directory)) {
      throw new IllegalArgumentException("there is no directory of certificates " + directory);
    }
    this.directory = directory;
    this.wanted = wanted;
  }

  /** No certificates at all. */
  public static Certificates none() {
    return new Certificates(null, Set::of);
  }

  /** Reads what is there, and from now on again whatever changes. */
  public Certificates start() {
    look();
    executor.scheduleWithFixedDelay(
        this::look, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    return this;
  }

  private void look() {
    try {
      Set<CertificateName> names = new HashSet<>(wanted.get());
      boolean listed = list(names);
      names.forEach(this::entry);
      if (listed) {
        known.keySet().retainAll(names);
      }
      known.values().forEach(CertificateFiles::look);
      followed.forEach(Runnable::run);
    } catch (RuntimeException bug) {
      LOG.log(System.Logger.Level.ERROR, "certificates could not be looked at", bug);
    }
  }

  private boolean list(Set<CertificateName> names) {
    if (directory == null) {
      return true;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + CERTIFICATE)) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        try {
          names.add(new CertificateName(name.substring(0, name.length() - CERTIFICATE.length())));
        } catch (InvalidValueException e) {
          // no configuration can name it
        }
      }
      trouble = null;
      return true;
    } catch (IOException | DirectoryIteratorException e) {
      if (!e.toString().equals(trouble)) {
        trouble = e.toString();
        LOG.log(System.Logger.Level.WARNING, "certificates cannot be listed: " + e);
      }
      return false;
    }
  }

  private CertificateFiles entry(CertificateName name) {
    return known.computeIfAbsent(
        name,
        _ ->
            directory == null
                ? new CertificateFiles(name.value(), null, null)
                : new CertificateFiles(
                    name.value(),
                    directory.resolve(name + CERTIFICATE),
                    directory.resolve(name + KEY)));
  }

  /** Has something done at each look, on the thread that looks. */
  void follow(Runnable look) {
    followed.add(look);
  }

  /** What is in use for a name, or null if there is nothing or nobody has looked yet. */
  @Nullable LoadedCertificate current(CertificateName name) {
    CertificateFiles files = known.get(name);
    return files == null ? null : files.current();
  }

  /** The files of a name, looked at once at least; for threads that may wait for a disk. */
  CertificateFiles files(CertificateName name) {
    CertificateFiles files = entry(name);
    if (files.current() == null) {
      files.look();
    }
    return files;
  }

  /** Does work that may take long away from an event loop, which is told how it ended. */
  <T> Future<T> away(EventExecutor loop, Callable<T> work) {
    Promise<T> done = loop.newPromise();
    try {
      executor.execute(
          () -> {
            try {
              done.trySuccess(work.call());
            } catch (Exception e) {
              done.tryFailure(e);
            }
          });
    } catch (RejectedExecutionException e) {
      done.tryFailure(e);
    }
    return done;
  }

  /** All that are there or named by the configuration, by name. */
  public List<CertificateStatus> statuses() {
    return known.values().stream()
        .map(CertificateFiles::status)
        .sorted(Comparator.comparing(CertificateStatus::name))
        .toList();
  }

  /** When the first of those that have a key expires. */
  public Optional<Instant> earliestNotAfter() {
    return known.values().stream()
        .map(CertificateFiles::current)
        .filter(loaded -> loaded != null && loaded.key() != null)
        .map(LoadedCertificate::notAfter)
        .min(Comparator.naturalOrder());
  }

  /** Looks no more; what was read stays in use. */
  @Override
  public void close() {
    executor.shutdownNow();
  }
}
