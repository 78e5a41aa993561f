package io.weir.control;

import io.weir.rest.openapi.OpenApiDocumentContract;

class OpenApiDocumentTest extends OpenApiDocumentContract {
  OpenApiDocumentTest() {
    super("io.weir.control");
  }
}
