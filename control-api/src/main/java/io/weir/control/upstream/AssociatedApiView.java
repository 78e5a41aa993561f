package io.weir.control.upstream;

import java.util.List;

/**
 * An API that uses an upstream, as clients see it.
 *
 * @param boundAt since when, RFC 3339
 * @param drafted whether its draft uses the upstream
 * @param environments where a release that uses the upstream answers
 */
public record AssociatedApiView(
    String apiId,
    String apiName,
    String serviceId,
    String serviceName,
    String boundAt,
    boolean drafted,
    List<String> environments) {}
