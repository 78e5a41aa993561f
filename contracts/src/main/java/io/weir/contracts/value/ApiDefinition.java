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

  /**
   * This definition, if an API may have it that is made or changed from now on; events may hold
   * others.
   *
   * @throws InvalidValueException about the back end's method: an answer to HEAD has no content
   *     (RFC 9110, 9.3.2), and its Content-Length is that of an answer to GET, so no other request
   *     can be answered with it
   */
  public ApiDefinition acceptable() {
    if (backEnd.method() == Method.HEAD && frontEnd.method() != Method.HEAD) {
      throw new InvalidValueException("must not be HEAD unless the front end's method is");
    }
    return this;
  }

  /**
   * This definition, of the very objects of another one wherever the two are equal: many versions
   * of an API then take little more room than one.
   *
   * @param other is itself the answer if it is equal
   */
  public ApiDefinition like(ApiDefinition other) {
    Name sharedName = name.equals(other.name) ? other.name : name;
    Description sharedDescription =
        description.equals(other.description) ? other.description : description;
    FrontEnd sharedFrontEnd = frontEnd.equals(other.frontEnd) ? other.frontEnd : frontEnd;
    BackEnd sharedBackEnd = backEnd.equals(other.backEnd) ? other.backEnd : backEnd;
    boolean equal =
        sharedName == other.name
            && sharedDescription == other.description
            && sharedFrontEnd == other.frontEnd
            && sharedBackEnd == other.backEnd;
    return equal
        ? other
        : new ApiDefinition(sharedName, sharedDescription, sharedFrontEnd, sharedBackEnd);
  }
}
