package io.weir.contracts.value;

/** What clients call: a path and a method. */
public record FrontEnd(FrontPath path, Method method) {
  /** Equal for two front ends that one service cannot both have. */
  public String key() {
    return method + " " + path.shape();
  }
}
