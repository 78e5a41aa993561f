package io.weir.dataplane.trace;

import io.opentelemetry.api.common.AttributeKey;

/** What is said of spans, by the semantic conventions of OpenTelemetry for HTTP and by our own. */
final class SpanNames {
  static final AttributeKey<String> SERVICE_NAME = AttributeKey.stringKey("service.name");
  static final AttributeKey<String> SERVICE_INSTANCE_ID =
      AttributeKey.stringKey("service.instance.id");
  static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
  static final AttributeKey<String> METHOD_ORIGINAL =
      AttributeKey.stringKey("http.request.method_original");
  static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");
  static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
  static final AttributeKey<Long> RESEND_COUNT = AttributeKey.longKey("http.request.resend_count");
  static final AttributeKey<String> SCHEME = AttributeKey.stringKey("url.scheme");
  static final AttributeKey<String> PATH = AttributeKey.stringKey("url.path");
  static final AttributeKey<String> VERSION = AttributeKey.stringKey("network.protocol.version");
  static final AttributeKey<String> CLIENT_ADDRESS = AttributeKey.stringKey("client.address");
  static final AttributeKey<String> SERVER_ADDRESS = AttributeKey.stringKey("server.address");
  static final AttributeKey<Long> SERVER_PORT = AttributeKey.longKey("server.port");
  static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");
  static final AttributeKey<String> REQUEST_ID = AttributeKey.stringKey("weir.request_id");
  static final AttributeKey<Long> POSITION = AttributeKey.longKey("weir.position");
  static final AttributeKey<String> SERVICE = AttributeKey.stringKey("weir.service");
  static final AttributeKey<String> ENVIRONMENT = AttributeKey.stringKey("weir.environment");
  static final AttributeKey<String> API = AttributeKey.stringKey("weir.api");
  static final AttributeKey<String> UPSTREAM = AttributeKey.stringKey("weir.upstream");
  static final AttributeKey<String> RESULT = AttributeKey.stringKey("weir.result");
  static final AttributeKey<Boolean> REUSED = AttributeKey.booleanKey("weir.connection.reused");

  private SpanNames() {}
}
