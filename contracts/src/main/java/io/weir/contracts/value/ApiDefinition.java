package io.weir.contracts.value;

import java.util.List;

/**
 * An API: a front end that clients call and a back end that answers; its name is unique in its
 * service.
 */
public record ApiDefinition(
    Name name, Description description, FrontEnd frontEnd, BackEnd backEnd) {
  public ApiDefinition {
    List<String> known = frontEnd.path().parameters();
    for (String parameter : backEnd.path().parameters()) {
      if (!known.contains(parameter)) {
        throw new InvalidValueException(
            "must not use {" + parameter + "}, which the front-end path lacks");
      }
    }
  }
}
