package io.weir.registry;

import io.weir.rest.openapi.OpenApiDocumentContract;

class OpenApiDocumentTest extends OpenApiDocumentContract {
  OpenApiDocumentTest() {
    super("io.weir.registry");
  }
}
