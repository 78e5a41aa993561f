package io.weir.contracts.content;

import io.weir.contracts.value.ApiDefinition;
import io.weir.contracts.value.BackEnd;
import io.weir.contracts.value.BackPath;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.FrontEnd;
import io.weir.contracts.value.FrontPath;
import io.weir.contracts.value.Method;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.Timeout;
import io.weir.contracts.value.UpstreamId;

/** Reads the bodies of APIs. */
public final class ApiContent {
  private ApiContent() {}

  /** One body. */
  public static ApiDefinition read(Fields fields) {
    var name = fields.text("name", Name::new).required();
    var description = fields.text("description", Description::new).or(Description.NONE);
    var frontEnd = fields.object("frontEnd", ApiContent::frontEnd).required();
    var backEnd = fields.object("backEnd", ApiContent::backEnd).required();
    // what may not fit together: the method, and the parameters of the back end's path
    return fields.build(
        "/backEnd/method",
        () ->
            fields
                .build(
                    "/backEnd/path",
                    () ->
                        new ApiDefinition(
                            name.get(), description.get(), frontEnd.get(), backEnd.get()))
                .acceptable());
  }

  private static FrontEnd frontEnd(Fields fields) {
    var path = fields.text("path", FrontPath::normal).required();
    var method = fields.choice("method", Method.class).or(Method.ANY);
    return fields.build(() -> new FrontEnd(path.get(), method.get()));
  }

  private static BackEnd backEnd(Fields fields) {
    var type = fields.choice("type", BackEnd.Type.class).or(BackEnd.Type.VPC_RESOURCES);
    var mode =
        fields
            .choice("connectionMode", BackEnd.ConnectionMode.class)
            .or(BackEnd.ConnectionMode.VPC_UPSTREAM);
    var upstream = fields.text("upstreamId", UpstreamId::new).required();
    var path = fields.text("path", BackPath::new).required();
    var method = fields.choice("method", Method.class).orNull();
    var timeout = fields.integer("timeoutMillis", Timeout::new).or(Timeout.DEFAULT);
    return fields.build(
        "/method",
        () ->
            new BackEnd(
                type.get(), mode.get(), upstream.get(), path.get(), method.get(), timeout.get()));
  }
}
