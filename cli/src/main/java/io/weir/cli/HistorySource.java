package io.weir.cli;

import io.weir.transparency.export.ExportFile;
import io.weir.transparency.verify.History;
import io.weir.transparency.verify.LedgerTables;
import io.weir.transparency.verify.TopicHistory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.zip.GZIPInputStream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a history is read from: exactly one of three. */
final class HistorySource {
  @Option(
      names = "--ledger",
      paramLabel = "JDBC-URL",
      required = true,
      description =
          "The ledger's tables, such as jdbc:postgresql://localhost:15432/weir; the user and the"
              + " password from WEIR_POSTGRES_USER and WEIR_POSTGRES_PASSWORD, or in the URL.")
  private @Nullable String ledger;

  @Option(
      names = {"--kafka", "--from-kafka"},
      paramLabel = "HOST:PORT,...",
      required = true,
      description = "The ledger's topic.")
  private @Nullable String kafka;

  @Option(
      names = "--export",
      paramLabel = "FILE",
      required = true,
      description = "An export as NDJSON, which may be packed (.gz); - for what comes in.")
  private @Nullable String export;

  /** Opens it. */
  History open(String topic, @Nullable Path kafkaSettings) throws IOException {
    if (export != null) {
      return new ExportFile(input(export));
    }
    if (kafka != null) {
      Properties settings = new Properties();
      if (kafkaSettings != null) {
        try (var reader = Files.newBufferedReader(kafkaSettings)) {
          settings.load(reader);
        } catch (NoSuchFileException e) {
          throw new IOException("there is no file " + kafkaSettings, e);
        }
      }
      settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, kafka);
      return new TopicHistory(new TopicRecords(settings, topic));
    }
    return tables(String.valueOf(ledger));
  }

  private static History tables(String url) throws IOException {
    Properties login = new Properties();
    put(login, "user", System.getenv("WEIR_POSTGRES_USER"));
    put(login, "password", System.getenv("WEIR_POSTGRES_PASSWORD"));
    try {
      return new LedgerTables(DriverManager.getConnection(url, login));
    } catch (SQLException e) {
      throw new IOException("the ledger cannot be reached: " + e.getMessage(), e);
    }
  }

  private static void put(Properties login, String name, @Nullable String value) {
    if (value != null) {
      login.put(name, value);
    }
  }

  private static InputStream input(String file) throws IOException {
    if (file.equals("-")) {
      return System.in;
    }
    try {
      InputStream in = Files.newInputStream(Path.of(file));
      return file.endsWith(".gz") ? new GZIPInputStream(in) : in;
    } catch (NoSuchFileException e) {
      throw new IOException("there is no file " + file, e);
    }
  }
}
